"""What staff fill in; each form belongs to one action."""
