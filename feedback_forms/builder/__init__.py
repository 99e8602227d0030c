"""What Wagtail's admin needs so that an editor can build a form without code."""
