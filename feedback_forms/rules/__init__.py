"""What makes an answer, a route and an upload acceptable: no Django, no clock, no database."""
