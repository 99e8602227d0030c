"""A form that an editor builds: a Wagtail page whose sub-addresses are its steps."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest, HttpResponse
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page, Revision
from wagtail.url_routing import RouteResult

from feedback_forms.blocks import FormPagesBlock, definition_pages, with_terms
from feedback_forms.builder.page_form import FormPageForm
from feedback_forms.builder.published_keys import changed_keys
from feedback_forms.builder.trials import TrialsBlock, trials_of
from feedback_forms.models.vocabulary import Vocabulary
from feedback_forms.rules.circumstances import UNKNOWN, Circumstances
from feedback_forms.rules.definition import FormDefinition
from feedback_forms.rules.form_checks import check_form
from feedback_forms.rules.form_findings import Finding
from feedback_forms.rules.form_people import people_of
from feedback_forms.rules.form_shape import read_form
from feedback_forms.rules.form_trials import TrialResult, run_trials
from feedback_forms.rules.kinds import Audience, FormKind
from permissions.models import Body
from permissions.streams import UnversionedStreamField

FORM_KINDS = [
    (FormKind.COMPLAINT, "Complaint"),
    (FormKind.CONCERN, "Concern"),
    (FormKind.COMPLIMENT, "Compliment"),
    (FormKind.ELECTED_OFFICIAL, "Enquiry by somebody elected"),
    (FormKind.CONSENT, "Consent"),
    (FormKind.SUMMARY, "Confirm or correct a summary"),
    (FormKind.REOPENING, "Ask to reopen a complaint"),
    (FormKind.MEETING, "Ask for a meeting"),
    (FormKind.WITHDRAWAL, "Withdraw a complaint"),
    (FormKind.SURVEY, "Satisfaction survey"),
]
AUDIENCES = [(Audience.PUBLIC, "The public"), (Audience.STAFF, "Staff")]
NOBODYS = "No team owns what this form would send in: give the body such a team before publishing"


class FormPage(Page):
    """Served by a hook (``wagtail_hooks``), because a page type imports no views."""

    kind = models.CharField(max_length=20, choices=FORM_KINDS)
    audience = models.CharField(
        max_length=10,
        choices=AUDIENCES,
        default=Audience.PUBLIC,
        help_text="Forms for staff open only to people of the team that owns what arrives",
    )
    on_behalf = models.BooleanField(default=False, help_text="Filled in for somebody else")
    lead = models.TextField(blank=True, help_text="What the form is for, in a sentence or two")
    before_you_start = RichTextField(
        blank=True, features=["bold", "link", "ul", "ol"], help_text="What to have at hand"
    )
    minutes = models.PositiveIntegerField(default=15, help_text="How long it usually takes")
    exit_button = models.BooleanField(
        default=True,
        verbose_name="“Exit this page” on every page",
        help_text="Leaves in a hurry and forgets the form in this browser. For what is sensitive",
    )
    pages = UnversionedStreamField(FormPagesBlock(), blank=True)
    trials = UnversionedStreamField(
        TrialsBlock(required=False),
        blank=True,
        verbose_name="tests",
        help_text="Imagined people who must come to the right pages. A test that fails keeps the"
        " form from being published.",
    )

    #: Given by the app when it is ready: a page type knows neither its office nor its views.
    circumstances_of: Callable[[FormPage], Circumstances] = staticmethod(lambda page: UNKNOWN)
    draw_preview: Callable[[FormPage, HttpRequest, str], HttpResponse]

    base_form_class = FormPageForm
    subpage_types: list[str] = []
    show_in_menus_default = False
    content_panels = [
        *Page.content_panels,
        MultiFieldPanel(
            [FieldPanel("kind"), FieldPanel("audience"), FieldPanel("on_behalf")],
            heading="What the form is for",
            icon="form",
        ),
        MultiFieldPanel(
            [
                FieldPanel("lead"),
                FieldPanel("before_you_start"),
                FieldPanel("minutes"),
                FieldPanel("exit_button"),
            ],
            heading="The start page",
            icon="home",
        ),
        FieldPanel("pages"),
        FieldPanel("trials"),
    ]

    class Meta:
        verbose_name = "form"

    def as_data(self) -> dict[str, Any]:
        """The form as it stands in the editor, as a definition is written; it may be faulty."""
        return {
            "kind": self.kind,
            "audience": self.audience,
            "on_behalf": self.on_behalf,
            "pages": with_terms(definition_pages(self.pages), Vocabulary.choices_of),
        }

    def definition(self) -> FormDefinition:
        """The form as it stands in the editor; raises pydantic's ValidationError."""
        return FormDefinition.model_validate(self.as_data())

    def findings(self) -> tuple[Finding, ...]:
        """What keeps the form from being published, but for its tests."""
        data = self.as_data()
        nobodys = (Finding(NOBODYS),) if self.is_nobodys else ()
        live = FormPage.objects.filter(pk=self.pk, live=True).first() if self.pk else None
        changed = changed_keys(data, live.pages, self.pages) if live else ()
        return (*nobodys, *check_form(data), *changed)

    def trial_results(self) -> tuple[TrialResult, ...]:
        """How the form's tests come out today; none, where the form cannot be read."""
        definition, _ = read_form(self.as_data())
        if definition is None:
            return ()
        around = type(self).circumstances_of(self)
        return run_trials(trials_of(self.trials, definition), definition, around)

    def trial_problems(self) -> list[str]:
        """The tests that fail, each with why."""
        failed = (result for result in self.trial_results() if not result.passed)
        return [f"Test “{r.trial.name}”: {'; '.join(r.problems)}" for r in failed]

    def publish(self, revision: Revision, *args: Any, **kwargs: Any) -> Any:
        """Publish, unless something keeps it from being published; raises ValidationError."""
        problems = [*map(str, self.findings()), *self.trial_problems()]
        if problems:
            raise ValidationError(problems)
        return super().publish(revision, *args, **kwargs)

    @property
    def is_nobodys(self) -> bool:
        """Whether what this form sends in would be owned by no team of its body."""
        body = self.health_body
        return body is not None and not body.owns_what_arrives

    @property
    def health_body(self) -> Body | None:
        """The body on whose site the form stands."""
        site = self.get_site()
        return Body.objects.filter(site=site).first() if site else None

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """Any address below the page is a step; the view knows which steps there are."""
        if path_components and self.live:
            return RouteResult(self, kwargs={"step": "/".join(path_components)})
        return super().route(request, path_components)

    def step_url(self, request: HttpRequest | None, step: str = "") -> str:
        """The address of a step; the start page's without one."""
        start = self.get_url(request) or "/"
        return f"{start}{step}/" if step else start

    @property
    def preview_modes(self) -> list[tuple[str, str]]:
        """All pages; what each kind of person sees; each page alone, as it is drawn."""
        definition, _ = read_form(self.as_data())
        if definition is None:
            return [("", "All pages")]
        people = [(f"person-{person.key}", person.name) for person in people_of(definition)]
        pages = [
            (f"page-{page.key}", f"Page {number}: {page.heading}")
            for number, page in enumerate(definition.pages, 1)
        ]
        return [("", "All pages"), *people, *pages]

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """The pages as they are drawn, for the editor."""
        return type(self).draw_preview(self, request, mode_name)
