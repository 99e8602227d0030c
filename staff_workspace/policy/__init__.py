"""The policy of a body in plain Python: typed profiles and the rules that read them."""
