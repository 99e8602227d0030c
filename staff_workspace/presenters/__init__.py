"""Between model and template: what a screen says, in words."""
