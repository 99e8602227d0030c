"""What every page of the public site has in common."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.template.response import SimpleTemplateResponse
from django.utils import timezone
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page

from permissions.models import Body
from public_site.panels import PolicyNumbersPanel
from public_site.policy_numbers import Number, filled, numbers, quoted
from staff_workspace.queries.profile_in_force import policy_of

REVIEWED = MultiFieldPanel(
    [FieldPanel("last_reviewed"), FieldPanel("next_review")], heading="Review of this page"
)


class SitePage(Page):
    """A page with a lede, breadcrumbs and dates of review. Its title is the h1."""

    lede = models.TextField(
        blank=True, help_text="One or two plain sentences: what this page is for"
    )
    last_reviewed = models.DateField(null=True, blank=True)
    next_review = models.DateField(null=True, blank=True)

    content_panels = [*Page.content_panels, FieldPanel("lede"), PolicyNumbersPanel()]

    class Meta:
        abstract = True

    def clean(self) -> None:
        """Refuse the name of a number that the policy of this site does not have."""
        super().clean()
        known = self.policy_numbers() if quoted(self.written()) else None
        if known is None:
            return
        for field in self._text_fields():
            for name in sorted(quoted(field.value_to_string(self))):
                if problem := _problem(name, known):
                    raise ValidationError({field.name: problem})

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The page with the numbers that its policy has in force today."""
        return self._with_numbers(super().serve(request, *args, **kwargs))

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """The editor's preview, with the same numbers."""
        return self._with_numbers(super().serve_preview(request, mode_name))

    def policy_numbers(self) -> dict[str, Number] | None:
        """What this page may quote in braces; None for a page outside every body's site."""
        body = self.health_body()
        return numbers(policy_of(body, timezone.now())) if body else None

    def health_body(self) -> Body | None:
        """The body on whose site the page stands, or will stand."""
        return body_of(self) if self.path else None

    def written(self) -> str:
        """Everything that an editor has written on the page, as it is kept."""
        return "\n".join(field.value_to_string(self) for field in self._text_fields())

    def _text_fields(self) -> list[models.Field]:
        kinds = (models.CharField, models.TextField, StreamField)
        return [f for f in self._meta.concrete_fields if isinstance(f, kinds) and f.editable]

    def _with_numbers(self, response: HttpResponse) -> HttpResponse:
        if isinstance(response, SimpleTemplateResponse):
            response.add_post_render_callback(self._put_numbers)
        return response

    def _put_numbers(self, response: SimpleTemplateResponse) -> None:
        html = response.content.decode(response.charset)
        body = self.health_body() if quoted(html) else None
        if body:
            response.content = filled(html, policy_of(body, timezone.now()))

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add ``crumbs``: the pages above this one, from the home page down."""
        context = super().get_context(request, *args, **kwargs)
        above = self.get_ancestors().filter(depth__gte=2).live()
        context["crumbs"] = [
            {"text": "Home" if page.depth == 2 else page.title, "href": page.get_url(request)}
            for page in above
        ]
        return context


def body_of(page: Page) -> Body | None:
    """The body in whose site a page stands."""
    above = page.get_ancestors(inclusive=True)
    return Body.objects.filter(site__root_page__in=above).first()


def _problem(name: str, known: dict[str, Number]) -> str:
    """What is wrong with quoting ``name``, or nothing."""
    number = known.get(name)
    if number is None:
        return (
            f"There is no number called {{{name}}}. The numbers that you can use are listed at the"
            " top of this form"
        )
    if number.value is None:
        return f"Our policy sets no number for {{{name}}}: {number.label}"
    return ""
