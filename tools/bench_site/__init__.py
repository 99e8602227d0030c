"""A site only for measuring: our form, a bare Django view and Wagtail's own form side by side."""
