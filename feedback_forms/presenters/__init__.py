"""Between model and template."""
