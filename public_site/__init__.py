"""The roof: what the public reads; it puts the project together."""
