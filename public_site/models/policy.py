"""A policy: numbered sections, who approved it and when its review is due."""

from collections.abc import Iterator
from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.text import slugify
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.blocks.stream_block import StreamValue
from wagtail.fields import RichTextField

from permissions.streams import UnversionedStreamField
from public_site.blocks import INLINE, policy_blocks
from public_site.models.site_page import SitePage


class PolicyPage(SitePage):
    """A policy as its body approved it. The text of an approved version is not edited in place."""

    version = models.CharField(max_length=40, blank=True, help_text="As printed, for example 2.1")
    reference = models.CharField(max_length=40, blank=True, help_text="The document's own number")
    approved_on = models.DateField(null=True, blank=True)
    approved_by = models.CharField(
        max_length=200, blank=True, help_text="A role or a committee, never a person's name"
    )
    review_on = models.DateField(
        null=True, blank=True, help_text="After this day the page says that the review is overdue"
    )
    effective_note = models.TextField(
        blank=True, help_text="What a reader must know about this version"
    )
    superseded = RichTextField(
        blank=True,
        features=INLINE,
        help_text="Only for a policy no longer in use: what replaced it, with a link",
    )
    body = UnversionedStreamField(policy_blocks(), blank=True)

    template = "public_site/policy_page.jinja"
    parent_page_types = ["public_site.HomePage"]
    subpage_types = []
    content_panels = [
        *SitePage.content_panels,
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("version"), FieldPanel("reference")]),
                FieldRowPanel([FieldPanel("approved_on"), FieldPanel("review_on")]),
                FieldPanel("approved_by"),
                FieldPanel("effective_note"),
                FieldPanel("superseded"),
            ],
            heading="Document control",
        ),
        FieldPanel("body"),
    ]

    def review_overdue(self) -> bool:
        """Whether today is after the day by which the policy was to be reviewed."""
        return self.review_on is not None and self.review_on < timezone.localdate()

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the sections with their anchors, and the contents list made of them."""
        context = super().get_context(request, *args, **kwargs)
        sections = list(self.sections())
        context["sections"] = sections
        context["contents"] = _contents(sections)
        context["review_overdue"] = self.review_overdue()
        return context

    def sections(self) -> Iterator[tuple[StreamValue.StreamChild, str]]:
        """Every block of the body, with its anchor if it is a heading, else ""."""
        taken: set[str] = set()
        for block in self.body:
            yield block, _anchor(block.value, taken) if block.block_type == "heading" else ""


def _anchor(heading: Any, taken: set[str]) -> str:
    """An id that stays the same while number and title do; repeats get -2, -3 …"""
    words = f"{heading['number'] or ''} {heading['title']}".replace(".", "-")
    stem = f"section-{slugify(words)[:60]}".rstrip("-")
    anchor, count = stem, 1
    while anchor in taken:
        count += 1
        anchor = f"{stem}-{count}"
    taken.add(anchor)
    return anchor


def _contents(sections: list[tuple[StreamValue.StreamChild, str]]) -> list[dict[str, Any]]:
    """Sections and, under each, its parts, as the contents list component takes them."""
    found: list[dict[str, Any]] = []
    for block, anchor in sections:
        if not anchor:
            continue
        heading = block.value
        level = int(heading["level"])
        entry = {"href": f"#{anchor}", "text": f"{heading['number']} {heading['title']}".strip()}
        if level == 2 or not found:
            found.append(entry)
        elif level == 3:
            found[-1].setdefault("items", []).append(entry)
    return found
