"""The annual report: figures that Governance approved, with an introduction by the editors."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page

from permissions.models import Body
from public_site.models.site_page import SitePage
from staff_workspace.models import AnnualFigures

NOT_APPROVED = (
    "These figures are not approved. Ask Governance to approve them in the staff workspace, "
    "then choose them here"
)
NOT_OURS = "These figures belong to another body. Choose figures of your own body"


class AnnualReportForm(WagtailAdminPageForm):
    """Offers the approved figures of the body in whose site the page stands, and no others."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields.get("figures")
        if field is not None:
            above = self.parent_page or self.instance
            field.queryset = AnnualFigures.objects.filter(
                body=body_of(above), state=AnnualFigures.State.APPROVED
            )


class AnnualReportPage(SitePage):
    """Shows one year's approved figures; the same figures are in its PDF."""

    figures = models.ForeignKey(
        AnnualFigures,
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Only figures that Governance has approved can be chosen",
    )
    introduction = RichTextField(
        features=["bold", "italic", "link", "ul", "ol"],
        help_text="What the year was like, in a few plain sentences",
    )

    template = "public_site/annual_report_page.jinja"
    base_form_class = AnnualReportForm
    parent_page_types = ["public_site.HomePage"]
    subpage_types = []
    content_panels = [
        *SitePage.content_panels,
        FieldPanel("figures"),
        FieldPanel("introduction"),
    ]

    def clean(self) -> None:
        """Refuse figures that are not approved, or not of the body whose site this is."""
        super().clean()
        if self.figures is None:
            return
        if self.figures.state != AnnualFigures.State.APPROVED:
            raise ValidationError({"figures": NOT_APPROVED})
        if self.path and body_of(self) != self.figures.body:
            raise ValidationError({"figures": NOT_OURS})


def body_of(page: Page) -> Body | None:
    """The body in whose site a page stands."""
    above = page.get_ancestors(inclusive=True)
    return Body.objects.filter(site__root_page__in=above).first()
