"""What an editor sees of a form before it is published: its pages as they are drawn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from feedback_forms.case_office import circumstances, promises_or_none
from feedback_forms.forms.evidence import UploadForm
from feedback_forms.forms.question_page import QuestionPageForm
from feedback_forms.models import FormPage
from feedback_forms.rules.answers import Answer
from feedback_forms.rules.circumstances import Circumstances
from feedback_forms.rules.definition import FormDefinition, PageDefinition
from feedback_forms.rules.form_people import people_of
from feedback_forms.rules.form_shape import read_form
from feedback_forms.rules.form_words import rule_words
from feedback_forms.rules.quoting import page_in_words


@dataclass(frozen=True)
class DrawnPage:
    """A page with its fields, its number in the form, and when it is shown ("" for always)."""

    page: PageDefinition
    form: Any
    number: int
    when: str


def circumstances_of(page: FormPage) -> Circumstances:
    """Today, and the policy of the body on whose site the form stands."""
    today = timezone.localdate()
    body = page.health_body
    return circumstances(promises_or_none(body, today) if body else None, today)


def draw_preview(page: FormPage, request: HttpRequest, mode: str) -> HttpResponse:
    """All pages, those that one kind of person sees, or one page; or why none can be drawn."""
    definition, findings = read_form(page.as_data())
    context: dict[str, Any] = {"page": page, "health_body": page.health_body, "findings": findings}
    if definition:
        around = circumstances_of(page)
        who, pages, answers = _shown(definition, around, mode)
        drawn = list(_drawn(definition, pages, answers, around))
        context.update(drawn=drawn, who=who, alone=mode.startswith("page-"))
    return render(request, "feedback_forms/preview.jinja", context)


def _shown(
    definition: FormDefinition, around: Circumstances, mode: str
) -> tuple[str, Iterable[PageDefinition], Mapping[str, Answer]]:
    """Who looks, at which pages, with which answers."""
    for person in people_of(definition):
        if mode == f"person-{person.key}":
            walked = person.walk(definition, around)
            return person.name, (*walked.pages, *definition.equality_pages), walked.answers
    alone = definition.page(mode.removeprefix("page-"))
    return "", (alone,) if alone else definition.pages, {}


def _drawn(
    definition: FormDefinition,
    pages: Iterable[PageDefinition],
    answers: Mapping[str, Answer],
    around: Circumstances,
) -> Iterator[DrawnPage]:
    numbers = {page.key: number for number, page in enumerate(definition.pages, 1)}
    for page in pages:
        words = page_in_words(page, around)
        when = rule_words(page.show_if, definition) if page.show_if else ""
        yield DrawnPage(words, _form(words, answers, around), numbers[page.key], when)


def _form(page: PageDefinition, answers: Mapping[str, Answer], around: Circumstances) -> Any:
    if page.files_question:
        return UploadForm(page.files_question, have=0)
    return QuestionPageForm(page, answers, around=around)
