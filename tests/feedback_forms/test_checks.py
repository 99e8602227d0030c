"""A service without a case office does not start."""

import pytest

from feedback_forms.checks import a_case_office_is_named

OFFICES = "tests.feedback_forms.office"


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("", "feedback_forms.E001"),
        ("nowhere.Office", "feedback_forms.E002"),
        (f"{OFFICES}.NoOffice", "feedback_forms.E002"),
        ("pathlib.Path", "feedback_forms.E003"),
        (f"{OFFICES}.PromptOffice", None),
    ],
)
def test_a_case_office_must_be_named_and_able(path: str, found: str | None, settings) -> None:
    settings.CANDOUR_CASE_OFFICE = path
    ids = [error.id for error in a_case_office_is_named()]
    assert ids == ([found] if found else [])
