"""What every page of the public site has in common."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page

REVIEWED = MultiFieldPanel(
    [FieldPanel("last_reviewed"), FieldPanel("next_review")], heading="Review of this page"
)


class SitePage(Page):
    """A page with a lede, breadcrumbs and dates of review. Its title is the h1."""

    lede = models.TextField(
        blank=True, help_text="One or two plain sentences: what this page is for"
    )
    last_reviewed = models.DateField(null=True, blank=True)
    next_review = models.DateField(null=True, blank=True)

    content_panels = [*Page.content_panels, FieldPanel("lede")]

    class Meta:
        abstract = True

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add ``crumbs``: the pages above this one, from the home page down."""
        context = super().get_context(request, *args, **kwargs)
        above = self.get_ancestors().filter(depth__gte=2).live()
        context["crumbs"] = [
            {"text": "Home" if page.depth == 2 else page.title, "href": page.get_url(request)}
            for page in above
        ]
        return context
