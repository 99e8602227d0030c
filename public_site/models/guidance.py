"""A page of guidance: how to complain, privacy, and whatever else people need to read."""

from wagtail.admin.panels import FieldPanel

from permissions.streams import UnversionedStreamField
from public_site.blocks import guidance_blocks
from public_site.models.site_page import REVIEWED, SitePage


class GuidancePage(SitePage):
    """Guidance in the order in which people need it; forms may stand below it."""

    body = UnversionedStreamField(guidance_blocks(), blank=True)

    template = "public_site/guidance_page.jinja"
    parent_page_types = ["public_site.HomePage", "public_site.GuidancePage"]
    subpage_types = ["public_site.GuidancePage", "feedback_forms.FormPage"]
    content_panels = [*SitePage.content_panels, FieldPanel("body"), REVIEWED]
