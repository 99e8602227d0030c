"""Short ways to bring a case of the tests as far as its draft, its check and its signature."""

from typing import Any

from staff_workspace.actions.acknowledge import acknowledge
from staff_workspace.actions.approve_draft import approve_draft
from staff_workspace.actions.draft_response import draft_response
from staff_workspace.actions.grade_case import grade_case
from staff_workspace.actions.record_finding import record_finding
from staff_workspace.actions.send_response import send_response
from staff_workspace.actions.sign_response import sign_response
from staff_workspace.actions.submit_for_sign_off import submit_for_sign_off
from staff_workspace.models import Case
from staff_workspace.policy import response_content
from tests.workspace_people import at

ON_THEIR_OWN = {"on_behalf": False, "representation": ""}


def all_ticked(case: Case) -> dict[str, bool | str]:
    """Every element of the body's letter."""
    return {e.key: True for e in response_content.checklist(case.profile)}


def to_investigating(case: Case, people: dict[str, Any], grade: str = "moderate") -> None:
    """Acknowledged and graded, by 24 November."""
    officer = people["officer"]
    acknowledge(case=case, by=officer, sent_at=at(23), channel="letter", offered_discussion=True)
    grade_case(case=case, by=officer, grade=grade, reason="No lasting harm", at=at(24))


def to_handed_in(case: Case, people: dict[str, Any], grade: str = "moderate") -> None:
    """Drafted and handed in, on 1 December."""
    officer = people["officer"]
    to_investigating(case, people, grade)
    for issue in case.issues.all():
        record_finding(
            issue=issue, by=officer, finding="upheld", explanation="So it was.", at=at(25)
        )
    draft_response(
        case=case, by=officer, text="We are sorry.", elements=all_ticked(case), at=at(1, month=12)
    )
    submit_for_sign_off(case=case, by=officer, at=at(1, 12, month=12))


def to_sign_off(case: Case, people: dict[str, Any]) -> None:
    """Checked, on 2 December."""
    to_handed_in(case, people)
    approve_draft(case=case, by=people["governance"], version=1, at=at(2, month=12))


def to_responded(case: Case, people: dict[str, Any]) -> None:
    """Signed and sent, on 4 December."""
    to_sign_off(case, people)
    sign_response(case=case, by=people["signatory"], version=1, at=at(3, month=12))
    send_response(case=case, by=people["officer"], sent_at=at(4, month=12), channel="post")
