"""The ground: the body, its people, and who may do what."""
