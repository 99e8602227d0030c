"""The demonstration's cases: stories in tables, worked through by the real actions."""
