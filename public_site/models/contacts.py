"""Who to reach: the body itself, and the advocates who help for free."""

from wagtail.admin.panels import FieldPanel

from permissions.streams import UnversionedStreamField
from public_site.blocks import contact_blocks, guidance_blocks
from public_site.models.site_page import REVIEWED, SitePage


class ContactsPage(SitePage):
    """Text, then contact cards with the day on which they were checked, then more text."""

    body = UnversionedStreamField(guidance_blocks(), blank=True, verbose_name="before the contacts")
    contacts = UnversionedStreamField(contact_blocks(), blank=True)
    more = UnversionedStreamField(guidance_blocks(), blank=True, verbose_name="after the contacts")

    content_panels = [
        *SitePage.content_panels,
        FieldPanel("body"),
        FieldPanel("contacts"),
        FieldPanel("more"),
        REVIEWED,
    ]

    class Meta:
        abstract = True


class ContactPage(ContactsPage):
    """How to reach the body."""

    template = "public_site/contacts_page.jinja"
    parent_page_types = ["public_site.HomePage"]
    subpage_types = []


class AdvocacyPage(ContactsPage):
    """Who helps people to complain, by the area in which they live."""

    template = "public_site/contacts_page.jinja"
    parent_page_types = ["public_site.HomePage"]
    subpage_types = []
