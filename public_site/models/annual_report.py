"""The annual report: figures that Governance approved, with an introduction by the editors."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.url_routing import RouteResult

from public_site.charts import bar_chart
from public_site.models.site_page import SitePage, body_of
from public_site.report_pdf import paragraphs_of, pdf_of
from staff_workspace.documents.annual_report import AnnualReport
from staff_workspace.documents.report_figures import ReportFigures, share
from staff_workspace.models import AnnualFigures

NOT_APPROVED = (
    "These figures are not approved. Ask Governance to approve them in the staff workspace, "
    "then choose them here"
)
NOT_OURS = "These figures belong to another body. Choose figures of your own body"
NONE_CHOSEN = "Choose approved figures before you publish the report"
PDF_NAME = "annual-report.pdf"


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
            field.error_messages |= {"invalid_choice": NOT_APPROVED, "required": NONE_CHOSEN}


class AnnualReportPage(SitePage):
    """Shows one year's approved figures; the same figures are in its PDF."""

    figures = models.ForeignKey(
        AnnualFigures,
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Only figures that Governance has approved can be chosen",
        error_messages={"null": NONE_CHOSEN, "blank": NONE_CHOSEN},
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
        if self.path and self.health_body() != self.figures.body:
            raise ValidationError({"figures": NOT_OURS})

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """Answer for the report's PDF below the page's own address, once the page is live."""
        if path_components == [PDF_NAME]:
            if not self.live:
                raise Http404
            return RouteResult(self, kwargs={"as_pdf": True})
        return super().route(request, path_components)

    def serve(
        self, request: HttpRequest, *args: Any, as_pdf: bool = False, **kwargs: Any
    ) -> HttpResponse:
        """The page, or the PDF of the same report."""
        if not as_pdf:
            return super().serve(request, *args, **kwargs)
        name = f"{self.figures.body.key}-{self.slug}.pdf"
        return HttpResponse(
            self.pdf(),
            content_type="application/pdf",
            headers={"Content-Disposition": f'inline; filename="{name}"'},
        )

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the figures, the chart's bars and, for a live page, the PDF's address and size."""
        context = super().get_context(request, *args, **kwargs)
        if self.figures:
            report = self.report()
            months = [(month.short_name, month.complaints) for month in report.figures.by_month]
            context |= {"report": report, "chart": bar_chart(months), "share": share}
        if self.figures and self.live:
            context["pdf_size"] = len(self.pdf())
            context["pdf_address"] = f"{self.get_url(request)}{PDF_NAME}"
        return context

    def report(self) -> AnnualReport:
        """The report as the page and the PDF both show it."""
        published = self.first_published_at
        return AnnualReport(
            body_name=self.figures.body.name,
            year_start=self.figures.year_start,
            year_end=self.figures.year_end,
            title=self.title,
            introduction_paragraphs=paragraphs_of(self.introduction),
            figures=ReportFigures.from_dict(self.figures.figures),
            published_on=timezone.localtime(published).date() if published else None,
        )

    def pdf(self) -> bytes:
        """The report as a tagged PDF."""
        return pdf_of(self.report(), self.figures.body)
