"""Django forms, made from a form's definition."""
