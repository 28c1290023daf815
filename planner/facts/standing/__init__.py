"""How things stand with the account of each row: who it is to the firm, and whether anything ended."""
