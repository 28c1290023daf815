"""Who the accounts of a list are and whose they are: their names, and those of their owners."""
