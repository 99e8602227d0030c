"""Your complaint: what the person who complained sees and does, without an account."""
