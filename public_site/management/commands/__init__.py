"""What an operator can ask of the public site from a terminal."""
