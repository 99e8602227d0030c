"""Reading: every list starts from ``permissions.gate.visible_to``."""
