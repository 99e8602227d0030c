"""The reply to an elected official: checked, with both references, and the original kept."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import Http404
from django.test import Client
from django.urls import reverse

from permissions.models import Body
from staff_workspace.actions.approve_draft import approve_draft
from staff_workspace.actions.name_elected_official import name_elected_official
from staff_workspace.actions.sign_response import sign_response
from staff_workspace.models import Case
from staff_workspace.policy.lifecycle import NotAllowed
from staff_workspace.queries.response_letter import response_letter
from tests.feedback_forms.evidence.made_files import pdf
from tests.staff_workspace.actions.working_a_case import to_handed_in
from tests.workspace_people import at

pytestmark = pytest.mark.requirement("MP-3")


@pytest.fixture
def asked(own_case: Case, people: dict[str, Any], settings: Any, tmp_path: Path) -> Case:
    """A complaint that an MP brought as well."""
    settings.CANDOUR_EVIDENCE_ROOT = tmp_path / "evidence"
    name_elected_official(
        case=own_case,
        by=people["officer"],
        elected_as="mp",
        name="A. Member MP",
        reference="MP/77",
        at=at(20),
    )
    return own_case


def keep(case: Case, people: dict[str, Any], client_for: Callable[..., Client], clock: Any) -> str:
    """Put the letter on the case, on its screen; the words of the page that follows."""
    clock.move_to(at(21), tick=False)
    client = client_for(case.body)
    client.force_login(people["officer"])
    letter = SimpleUploadedFile("from-the-mp.pdf", pdf())
    address = reverse("staff_workspace:original", args=[case.reference])
    return client.post(address, {"letter": letter}, follow=True).content.decode()


def test_the_reply_waits_until_the_original_is_kept(
    asked: Case, people: dict[str, Any], client_for: Callable[..., Client], time_machine: Any
) -> None:
    with pytest.raises(NotAllowed, match="originals are kept"):
        to_handed_in(asked, people)
    assert "The letter is kept with the evidence" in keep(asked, people, client_for, time_machine)
    assert asked.evidence.get().evidence.original_name == "from-the-mp.pdf"
    assert "The original is kept already" in keep(asked, people, client_for, time_machine)


def test_at_hwe_nobody_signs_a_reply_that_the_team_has_not_checked(
    asked: Case, people: dict[str, Any], client_for: Callable[..., Client], time_machine: Any
) -> None:
    keep(asked, people, client_for, time_machine)
    to_handed_in(asked, people)
    assert asked.state == "quality_check"
    with pytest.raises(Http404):
        sign_response(case=asked, by=people["signatory"], version=1, at=at(2, month=12))
    approve_draft(case=asked, by=people["governance"], version=1, at=at(2, month=12))
    sign_response(case=asked, by=people["signatory"], version=1, at=at(3, month=12))
    letter = response_letter(asked.responses.get(), on=at(3, month=12).date())
    assert (letter.your_reference, letter.reference) == ("MP/77", asked.reference)
    assert letter.copies == ("Executive Office", "Departments")


def test_west_essex_gives_the_drafters_initials_and_its_own_copies(
    at_west_essex: Body,
    asked: Case,
    people: dict[str, Any],
    client_for: Callable[..., Client],
    time_machine: Any,
) -> None:
    keep(asked, people, client_for, time_machine)
    to_handed_in(asked, people)
    letter = response_letter(asked.responses.get(), on=at(3, month=12).date())
    assert (letter.your_reference, letter.reference) == ("MP/77", "O")
    assert letter.copies == ("Managing Director", "Communications Team", "Departments")


def test_a_letter_to_somebody_else_bears_no_foreign_reference(
    own_case: Case, people: dict[str, Any]
) -> None:
    to_handed_in(own_case, people)
    letter = response_letter(own_case.responses.get(), on=at(3, month=12).date())
    assert (letter.your_reference, letter.reference) == (None, own_case.reference)
    assert letter.copies == ()
