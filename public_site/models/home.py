"""The home page of a body's site, and what every page of the site shows around its content."""

from typing import Any

from django.http import HttpRequest
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page

from permissions.streams import UnversionedStreamField
from public_site.blocks import INLINE, guidance_blocks
from public_site.models.annual_report import AnnualReportPage
from public_site.models.site_page import SitePage


class CardBlock(blocks.StructBlock):
    """A card that leads to a page."""

    title = blocks.CharBlock()
    text = blocks.CharBlock(help_text="One sentence: what people find there")
    page = blocks.PageChooserBlock()


class CardGroupBlock(blocks.StructBlock):
    """Cards under one heading."""

    heading = blocks.CharBlock(required=False)
    cards = blocks.ListBlock(CardBlock())

    class Meta:
        icon = "grip"


class HomePage(SitePage):
    """Where people start: cards for what they came to do."""

    groups = UnversionedStreamField([("group", CardGroupBlock())], blank=True, verbose_name="cards")
    body = UnversionedStreamField(guidance_blocks(), blank=True)
    site_notice = RichTextField(
        blank=True,
        features=INLINE,
        help_text="Shown at the top of every page, for example that the body has been replaced",
    )
    footer_links = UnversionedStreamField(
        [("page", blocks.PageChooserBlock())],
        blank=True,
        help_text="Accessibility statement, contact and privacy belong here",
    )

    template = "public_site/home_page.jinja"
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        "public_site.GuidancePage",
        "public_site.PolicyPage",
        "public_site.CharterPage",
        "public_site.AdvocacyPage",
        "public_site.ContactPage",
        "public_site.StatementPage",
        "public_site.AnnualReportPage",
        "feedback_forms.FormPage",
    ]
    content_panels = [*SitePage.content_panels, FieldPanel("groups"), FieldPanel("body")]
    settings_panels = [
        MultiFieldPanel(
            [FieldPanel("site_notice"), FieldPanel("footer_links")],
            heading="Around every page of this site",
        ),
        *Page.settings_panels,
    ]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the published annual reports, newest year first."""
        context = super().get_context(request, *args, **kwargs)
        reports = AnnualReportPage.objects.child_of(self).live()
        context["reports"] = reports.order_by("-figures__year_end")
        return context
