"""What is outside: the place that seals of the audit are copied to."""
