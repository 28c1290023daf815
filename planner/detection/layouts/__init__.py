"""Lists that are no tables, laid out anew as one: boards of cards, and accounts over two rows."""
