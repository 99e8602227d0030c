"""A service without a case office does not start."""

import pytest

from feedback_forms.checks import (
    a_case_office_is_named,
    a_notifier_is_named,
    the_notifier_is_fit_for_service,
)

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


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("", "feedback_forms.E006"),
        ("nowhere.Notifier", "feedback_forms.E006"),
        ("feedback_forms.connectors.mail.MailNotifier", None),
    ],
)
def test_a_notifier_must_be_named(path: str, found: str | None, settings) -> None:
    settings.CANDOUR_NOTIFIER = path
    assert [error.id for error in a_notifier_is_named()] == ([found] if found else [])


def test_mail_into_files_is_not_deployed(settings) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    assert [error.id for error in the_notifier_is_fit_for_service()] == ["feedback_forms.E005"]
