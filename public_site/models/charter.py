"""A charter: what the body promises to everyone who contacts it."""

from wagtail import blocks
from wagtail.admin.panels import FieldPanel

from permissions.streams import UnversionedStreamField
from public_site.blocks import guidance_blocks
from public_site.models.site_page import REVIEWED, SitePage


class PromiseBlock(blocks.StructBlock):
    """One promise, and what it means in practice."""

    title = blocks.CharBlock(help_text="Starts with a verb: Listen to you")
    text = blocks.TextBlock(required=False, rows=2)

    class Meta:
        icon = "tick"


class CharterPage(SitePage):
    """The promises of the patient advice service, one by one."""

    promises = UnversionedStreamField([("promise", PromiseBlock())], blank=True)
    body = UnversionedStreamField(guidance_blocks(), blank=True, verbose_name="after the promises")

    template = "public_site/charter_page.jinja"
    parent_page_types = ["public_site.HomePage"]
    subpage_types = []
    content_panels = [
        *SitePage.content_panels,
        FieldPanel("promises"),
        FieldPanel("body"),
        REVIEWED,
    ]
