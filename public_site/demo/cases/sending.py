"""Sends a story through the body's own form, as the person did: answers, files, then Send."""

from datetime import date, datetime, timedelta
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from feedback_forms.actions.receive_submission import receive_submission
from feedback_forms.actions.store_evidence import store_evidence
from feedback_forms.case_office import circumstances, promises_or_none
from feedback_forms.models import Draft, Evidence, FormPage, FormVersion, Submission
from feedback_forms.rules.definition import FormDefinition
from feedback_forms.rules.kinds import QuestionKind
from feedback_forms.rules.routing import Route, route
from permissions.models import Body, OutboxItem
from public_site.demo.cases.answers import answer
from public_site.demo.cases.papers import paper
from public_site.demo.cases.stories import Story
from staff_workspace.models import Case

FILLED_IN = timedelta(minutes=14)


def send_form(story: Story, *, body: Body, received_at: datetime, happened: date | None) -> Case:
    """The case that the real receipt of ``story`` opens. Raises DoesNotExist without the form."""
    version = FormVersion.in_force(_page(body, story))
    draft = Draft.objects.create(
        body=body,
        form_version=version,
        answers=_answers(version.form, story, happened),
        started_at=received_at - FILLED_IN,
        updated_at=received_at,
    )
    day = timezone.localdate(received_at)
    around = circumstances(promises_or_none(body, day), day)
    found = route(version.form, draft.typed_answers, around)
    draft.done_pages = [page.key for page in found.pages]
    draft.save(update_fields=["done_pages"])
    _upload(draft, story, found)
    submission = receive_submission(draft=draft, received_at=received_at)
    _as_of_then(submission, received_at)
    return Case.objects.get(submission=submission)


def _page(body: Body, story: Story) -> FormPage:
    pages = FormPage.objects.descendant_of(body.site.root_page).filter(
        kind=story.kind, audience="public"
    )
    return pages.get(on_behalf=story.form == "for_someone_else")


def _answers(form: FormDefinition, story: Story, happened: date | None) -> dict[str, Any]:
    """An answer to every question on the way that the answers themselves lead."""
    given: dict[str, Any] = {}
    for question in form.questions:
        if question.kind is QuestionKind.FILES:
            continue
        value = answer(question, story, happened)
        if value:
            given[question.key] = value
    return given


def _upload(draft: Draft, story: Story, found: Route) -> None:
    places = [
        question
        for questions in found.questions.values()
        for question in questions
        if question.kind is QuestionKind.FILES
    ]
    for name in story.files:
        sheet = paper(name, story)
        place = next((q for q in places if q.purpose == sheet.purpose), places[-1])
        upload = SimpleUploadedFile(sheet.file_name, sheet.content, sheet.content_type)
        store_evidence(draft=draft, question=place, upload=upload)


def _as_of_then(submission: Submission, received_at: datetime) -> None:
    """Move what the clock of this machine stamped to the day of receipt; nothing is mailed."""
    Submission.objects.filter(pk=submission.pk).update(case_opened_at=received_at)
    Draft.objects.filter(submission=submission).update(updated_at=received_at)
    Evidence.objects.filter(submission=submission).update(received_at=received_at)
    items = OutboxItem.objects.filter(payload={"submission": submission.pk}, done_at=None)
    items.filter(topic="send_receipt").update(done_at=timezone.now())
