"""What a case is, what bears on it, and what each of its points is about."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from feedback_forms.rules.meanings import Meaning
from permissions.models import Body
from staff_workspace.actions.add_issue import add_issue
from staff_workspace.actions.change_kind import change_kind
from staff_workspace.actions.open_dates import add_dates_before_receipt
from staff_workspace.models import Case
from staff_workspace.policy.lifecycle import NotAllowed
from staff_workspace.queries.case_clocks import clock_readings
from tests.workspace_people import at


@pytest.fixture
def desk(body: Body, people: dict[str, Any], client_for: Callable[..., Client]) -> Client:
    """The officer's."""
    client = client_for(body)
    client.force_login(people["officer"])
    return client


def send(desk: Client, case: Case, name: str, data: dict[str, Any]) -> str:
    """Fill the form called ``name`` in; the words of the page that follows."""
    address = reverse(f"staff_workspace:{name}", args=[case.reference])
    return desk.post(address, data, follow=True).content.decode()


@pytest.mark.requirement("IN-2")
@pytest.mark.parametrize("kind", ["comment", "letter_of_claim"])
def test_staff_record_a_comment_and_a_letter_of_claim(
    desk: Client, own_case: Case, kind: str
) -> None:
    data = {"wished": kind, "advise": "no", "reason": "Said so on the telephone."}
    assert "The case is now of the kind that the person wants" in send(desk, own_case, "kind", data)
    own_case.refresh_from_db()
    assert own_case.kind == kind


@pytest.mark.requirement("IN-2")
def test_a_wish_for_a_complaint_wins_and_staff_only_recommend_more(
    own_case: Case, people: dict[str, Any]
) -> None:
    case, officer = own_case, people["officer"]
    told = change_kind(
        case=case, by=officer, wished="comment", staff_advise="complaint", reason="-", at=at(20)
    )
    assert case.kind == "comment"
    assert "We recommend" in told[0]
    change_kind(
        case=case, by=officer, wished="complaint", staff_advise="comment", reason="-", at=at(20)
    )
    assert case.kind == "complaint"
    assert case.acknowledgement_due is not None
    assert case.headline.startswith("Complaint")
    with pytest.raises(NotAllowed, match="of that kind already"):
        change_kind(
            case=case, by=officer, wished="complaint", staff_advise=None, reason="-", at=at(20)
        )


@pytest.mark.requirement("IN-6")
def test_a_claim_a_risk_and_another_body_stand_on_the_case(desk: Client, own_case: Case) -> None:
    data = {
        "legal_or_media": "Has asked a solicitor",
        "immediate_risk": "Lives alone; the ward rang her",
        "other_body": "The ambulance trust",
    }
    page = send(desk, own_case, "describe", data)
    assert "What bears on the case is recorded" in page
    for words in data.values():
        assert words in page


@pytest.mark.requirement("IN-6")
def test_a_point_holds_its_service_provider_and_profession(
    desk: Client, own_case: Case, people: dict[str, Any]
) -> None:
    issue = add_issue(
        case=own_case,
        by=people["officer"],
        point="Nobody rang back",
        who_answers="",
        service="Physiotherapy",
        provider="Hill Hospital",
        profession="Reception",
        at=at(20),
    )
    assert (issue.service, issue.provider, issue.profession) == (
        "Physiotherapy",
        "Hill Hospital",
        "Reception",
    )
    page = desk.get(reverse("staff_workspace:case", args=[own_case.reference])).content.decode()
    assert "Physiotherapy · Hill Hospital · Reception" in page


@pytest.mark.requirement("IN-6", "OT-1")
def test_the_clock_of_a_late_complaint_runs_from_the_days_that_the_form_gave(
    own_case: Case,
) -> None:
    add_dates_before_receipt(
        own_case,
        {Meaning.EVENT_DATE: "1 June 2025", Meaning.EVENT_KNOWN_DATE: "4 March 2026"},
    )
    assert set(own_case.events.values_list("name", flat=True)) >= {"occurred", "known"}
    late = clock_readings(own_case, as_of=at(20)).by_name()["late_complaint"]
    assert str(late.due) == "2027-03-04"


@pytest.mark.requirement("IN-6")
@pytest.mark.parametrize(
    "words", ["March 2026 (approximate)", "31 June 2026", "1 June 2030", "a while ago", ""]
)
def test_a_date_that_is_not_given_in_full_or_lies_ahead_starts_no_clock(
    own_case: Case, words: str
) -> None:
    add_dates_before_receipt(own_case, {Meaning.EVENT_DATE: words})
    assert not own_case.events.filter(name="occurred").exists()


@pytest.mark.requirement("IN-6")
def test_answers_about_equality_are_never_on_a_case() -> None:
    words = ("ethnic", "religion", "orientation", "disab", "gender", "equality")
    held = [field.name for field in Case._meta.get_fields()]
    assert not [name for name in held if any(word in name for word in words)]
