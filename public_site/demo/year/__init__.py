"""A year of contacts at the scale of a real integrated care board, for its figures."""
