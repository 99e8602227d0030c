"""Who may do what, in plain Python: no Django, no clock, no database."""
