"""What happens on the Quarter page: its days, its table, and the rest planned again."""
