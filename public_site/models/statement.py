"""The accessibility statement, with every part that regulation 8 of SI 2018/952 names."""

from django.db import models
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page

from public_site.models.site_page import SitePage

_TEXT = ["bold", "italic", "link", "ul", "ol"]


class StatementPage(SitePage):
    """What works, what does not and why, what to do instead, whom to tell, who enforces it."""

    class Compliance(models.TextChoices):
        FULL = "full", "Fully compliant"
        PARTIAL = "partial", "Partially compliant"
        NONE = "none", "Not compliant"

    scope = models.CharField(max_length=200, help_text="Which website, by its address")
    compliance = models.CharField(max_length=10, choices=Compliance, default=Compliance.PARTIAL)
    known_problems_intro = models.CharField(
        max_length=250, default="We know some parts of this website are not fully accessible:"
    )
    known_problems = RichTextField(features=_TEXT, help_text="In plain words, as people meet them")
    alternatives = RichTextField(
        features=_TEXT, help_text="What people can have instead, and how to ask for it"
    )
    answer_working_days = models.PositiveSmallIntegerField(
        default=10, help_text="In how many working days you answer such a request"
    )
    contact_form = models.ForeignKey(
        Page,
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="The form with which people report a problem: the law asks for a link to one",
    )
    non_compliance = RichTextField(
        features=_TEXT, help_text="What fails, the WCAG 2.2 criterion, and when you will mend it"
    )
    disproportionate_burden = RichTextField(features=_TEXT)
    out_of_scope = RichTextField(features=_TEXT)
    improvements = RichTextField(features=_TEXT)
    prepared_on = models.DateField()
    testing = RichTextField(features=_TEXT, help_text="Who tested what, how and when")

    template = "public_site/statement_page.jinja"
    parent_page_types = ["public_site.HomePage"]
    subpage_types = []
    max_count_per_parent = 1
    content_panels = [
        *Page.content_panels,
        FieldPanel("scope"),
        FieldPanel("known_problems_intro"),
        FieldPanel("known_problems"),
        FieldPanel("alternatives"),
        FieldRowPanel([FieldPanel("contact_form"), FieldPanel("answer_working_days")]),
        MultiFieldPanel(
            [
                FieldPanel("compliance"),
                FieldPanel("non_compliance"),
                FieldPanel("disproportionate_burden"),
                FieldPanel("out_of_scope"),
                FieldPanel("improvements"),
            ],
            heading="Technical information",
        ),
        MultiFieldPanel(
            [FieldPanel("prepared_on"), FieldPanel("last_reviewed"), FieldPanel("testing")],
            heading="Preparation",
            help_text="The law asks for a review at least once a year",
        ),
    ]

    @property
    def compliance_sentence(self) -> str:
        """The status in the words of the model statement."""
        standard = "the Web Content Accessibility Guidelines version 2.2 AA standard"
        return {
            self.Compliance.FULL: f"This website is fully compliant with {standard}.",
            self.Compliance.PARTIAL: (
                f"This website is partially compliant with {standard}, "
                "because of the non-compliances listed below."
            ),
            self.Compliance.NONE: (
                f"This website is not compliant with {standard}. "
                "The non-compliances are listed below."
            ),
        }[self.Compliance(self.compliance)]
