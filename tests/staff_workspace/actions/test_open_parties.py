"""The patient's address is the complainant's when the form was told that they are the same."""

import pytest

from feedback_forms.rules.meanings import Meaning
from staff_workspace.actions.open_parties import add_parties
from staff_workspace.models import Case, Party

HOME = "1 Sample Street\nHertford\nSG14 1AB"


@pytest.mark.parametrize(("same", "address"), [("yes", HOME), ("no", ""), ("", "")])
def test_a_shared_address_is_asked_for_once(case: Case, same: str, address: str) -> None:
    case.parties.all().delete()
    answers = {
        Meaning.COMPLAINANT_NAME: "Nia Example",
        Meaning.COMPLAINANT_ADDRESS: HOME,
        Meaning.PATIENT_NAME: "Owen Example",
        Meaning.PATIENT_SAME_ADDRESS: same,
    }
    add_parties(case, answers)
    assert case.on_behalf
    assert case.parties.get(role=Party.Role.PATIENT).address == address
