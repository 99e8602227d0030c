"""The screens of the form builder in Wagtail's admin: content only, never what was sent."""
