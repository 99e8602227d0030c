"""A form about a case finds its case, or waits for somebody to find it; a survey finds none."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from feedback_forms.models import Draft, FormPage, FormVersion
from feedback_forms.shipping import build_from
from permissions.models import Body
from staff_workspace.actions.add_to_case import add_to_case
from staff_workspace.models import Case, CaseForm, Task, UnmatchedForm
from tests.staff_workspace.complainant.conftest import NOW, Sent, text

WHY = "It is settled, thank you"
ABOUT: dict[str, Any] = {
    "title": "Stop a complaint",
    "kind": "withdrawal",
    "lead": "Stop it.",
    "pages": [
        {
            "key": "which",
            "questions": [
                {
                    "kind": "text",
                    "key": "which",
                    "label": "What is your reference?",
                    "thing": "your reference",
                    "meaning": "case.reference",
                }
            ],
        },
        {
            "key": "why",
            "questions": [
                {
                    "kind": "long_text",
                    "key": "why",
                    "label": "Why do you stop it?",
                    "thing": "why",
                    "max_length": 500,
                }
            ],
        },
    ],
}
SURVEY: dict[str, Any] = {
    "title": "How was it?",
    "kind": "survey",
    "lead": "Tell us.",
    "pages": [
        {
            "key": "easy",
            "questions": [
                {
                    "kind": "radios",
                    "key": "easy",
                    "label": "Was it easy to complain?",
                    "thing": "whether it was easy",
                    "choices": [
                        {"value": "yes", "label": "Easy"},
                        {"value": "no", "label": "Hard"},
                    ],
                }
            ],
        }
    ],
}


@pytest.fixture
def about(body: Body, version: FormVersion) -> FormPage:
    """A form by which a complaint is stopped."""
    return build_from(body.site.root_page, ABOUT, slug="stop-it")


def fill_in(client: Client, page: FormPage, answers: dict[str, str]) -> Any:
    """Send the form in a browser; what the confirmation says."""
    draft = Draft.objects.create(
        body=page.health_body,
        form_version=FormVersion.in_force(page),
        answers=answers,
        done_pages=[part["key"] for part in (SURVEY if "easy" in answers else ABOUT)["pages"]],
        started_at=NOW,
        updated_at=NOW,
    )
    session = client.session
    session["candour_forms"] = {str(page.pk): {"draft": draft.key}}
    session.save()
    start = page.get_url()
    return client.post(f"{start}check-answers/", {"draft": draft.key}, follow=True)


def test_a_form_with_the_reference_is_on_its_case_and_says_it_was_not_proven(
    outside: Client, sent: Sent, about: FormPage
) -> None:
    fill_in(outside, about, {"which": sent.case.reference.lower(), "why": WHY})
    form = sent.case.forms.get()
    assert form.verified is False
    assert sent.case.tasks.get().kind == Task.Kind.FORM
    event = sent.case.events.get(name="form_came")
    assert event.title == "Form came: Stop a complaint"
    assert "check who sent it" in event.detail
    assert Case.objects.count() == 1


def test_whoever_has_the_case_open_with_its_code_is_proven(
    opened: Client, sent: Sent, about: FormPage
) -> None:
    fill_in(opened, about, {"which": sent.case.reference, "why": WHY})
    assert sent.case.forms.get().verified is True


def test_having_another_case_open_proves_nothing(
    opened: Client, send: Callable[..., Sent], about: FormPage
) -> None:
    other = send()
    fill_in(opened, about, {"which": other.case.reference, "why": WHY})
    assert other.case.forms.get().verified is False


def test_the_sender_learns_nothing_of_whether_there_is_such_a_case(
    outside: Client, sent: Sent, about: FormPage
) -> None:
    given = (sent.case.reference, "HWE-2026-9999")
    pages = [
        text(fill_in(outside, about, {"which": reference, "why": WHY})).replace(reference, "REF")
        for reference in given
    ]
    assert "REF" in pages[0]
    assert pages[0] == pages[1]


def test_a_form_that_finds_no_case_waits_and_staff_find_it(
    outside: Client,
    sent: Sent,
    about: FormPage,
    body: Body,
    people: dict[str, Any],
    client_for: Callable[..., Client],
) -> None:
    fill_in(outside, about, {"which": "HWE-2026-9999", "why": WHY})
    waiting = UnmatchedForm.objects.get()
    assert waiting.reference_given == "HWE-2026-9999"
    staff = client_for(body)
    staff.force_login(people["officer"])
    assert "1 form is not matched to a case" in text(staff.get("/workspace/"))
    where = reverse("staff_workspace:unmatched_form", args=[waiting.pk])
    assert WHY in text(staff.get(where))
    wrong = staff.post(where, {"where": "case", "reference": "HWE-2026-9998"})
    assert "There is no case with this reference" in text(wrong)
    staff.post(where, {"where": "case", "reference": sent.case.reference})
    form = sent.case.forms.get()
    assert not form.verified
    read = reverse("staff_workspace:case_form", args=[sent.case.reference, form.pk])
    assert "Why do you stop it?" in text(staff.get(read))
    assert staff.get(where).status_code == 404


def test_staff_open_a_case_for_a_form_that_has_none(
    outside: Client,
    about: FormPage,
    body: Body,
    people: dict[str, Any],
    client_for: Callable[..., Client],
) -> None:
    fill_in(outside, about, {"which": "none that I know", "why": WHY})
    staff = client_for(body)
    staff.force_login(people["officer"])
    waiting = UnmatchedForm.objects.get()
    where = reverse("staff_workspace:unmatched_form", args=[waiting.pk])
    staff.post(where, {"where": "new"})
    case = Case.objects.get()
    assert (case.submission, case.kind) == (waiting.submission, "enquiry")
    assert case.forms.get().submission == waiting.submission


def test_another_body_s_reference_finds_nothing(
    send: Callable[..., Sent], about: FormPage, other_body: Body, outside: Client
) -> None:
    foreign = Case.objects.create(
        body=other_body,
        owner_team=other_body.teams.get(owns_new_cases=True),
        profile_version=send().case.profile_version,
        reference="OTHER-2026-0001",
        kind="complaint",
        headline="x",
        received_at=NOW,
    )
    fill_in(outside, about, {"which": foreign.reference, "why": WHY})
    assert not foreign.forms.exists()
    assert UnmatchedForm.objects.get().body != other_body


def test_asking_again_attaches_it_once(outside: Client, sent: Sent, about: FormPage) -> None:
    fill_in(outside, about, {"which": sent.case.reference, "why": WHY})
    form = CaseForm.objects.get()
    add_to_case(submission=form.submission, reference=sent.case.reference)
    assert CaseForm.objects.count() == 1


@pytest.mark.requirement("SV-1")
def test_a_survey_is_counted_and_tied_to_no_case(
    opened: Client,
    sent: Sent,
    body: Body,
    version: FormVersion,
    people: dict[str, Any],
    client_for: Callable[..., Client],
) -> None:
    page = build_from(body.site.root_page, SURVEY, slug="survey")
    for answer in ("yes", "yes", "no"):
        fill_in(opened, page, {"easy": answer})
    assert not CaseForm.objects.exists()
    assert not UnmatchedForm.objects.exists()
    assert Case.objects.count() == 1
    staff = client_for(body)
    staff.force_login(people["officer"])
    said = text(staff.get(reverse("staff_workspace:what_people_told")))
    few = "fewer than 5"
    assert "What people told us, 2026-27" in said
    assert f"Was it easy to complain? Answered: {few}" in said
    assert f"Easy {few} Hard {few}" in said
    assert sent.case.reference not in said
