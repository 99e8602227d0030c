"""A form that an editor builds: a Wagtail page whose sub-addresses are its steps."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from pydantic import ValidationError as DefinitionError
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page
from wagtail.url_routing import RouteResult

from feedback_forms.blocks import FormPagesBlock, definition_pages, with_terms
from feedback_forms.models.vocabulary import Vocabulary
from feedback_forms.rules.definition import FormDefinition
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

    subpage_types: list[str] = []
    show_in_menus_default = False
    content_panels = [
        *Page.content_panels,
        FieldPanel("kind"),
        FieldPanel("audience"),
        FieldPanel("on_behalf"),
        FieldPanel("lead"),
        FieldPanel("before_you_start"),
        FieldPanel("minutes"),
        FieldPanel("exit_button"),
        FieldPanel("pages"),
    ]

    class Meta:
        verbose_name = "form"

    def definition(self) -> FormDefinition:
        """The form as it stands in the editor; raises pydantic's ValidationError."""
        return FormDefinition.model_validate(
            {
                "kind": self.kind,
                "audience": self.audience,
                "on_behalf": self.on_behalf,
                "pages": with_terms(definition_pages(self.pages), Vocabulary.choices_of),
            }
        )

    def clean(self) -> None:
        """Refuse what could not be filled in, or would arrive at nobody's desk, in words."""
        super().clean()
        if self.live and self.is_nobodys:
            raise ValidationError(NOBODYS)
        try:
            self.definition()
        except DefinitionError as error:
            words = [found["msg"].removeprefix("Value error, ") for found in error.errors()]
            raise ValidationError({"pages": words}) from None

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

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """All questions one below the other, for the editor."""
        context = {"page": self, "health_body": self.health_body}
        return HttpResponse(
            render_to_string("feedback_forms/preview.jinja", context, request=request)
        )
