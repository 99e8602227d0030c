"""No line of the log holds the token of a mailed link, not even when the page of the link fails."""

import logging
import logging.config

import pytest
from django.conf import settings

from permissions.hidden_tokens import HideTokens

pytestmark = pytest.mark.acceptance("F38")
PATH = "/for-someone-else/resume/Zk3-not_a_real-token/"


def filtered(message: str, *arguments: object) -> str:
    record = logging.LogRecord("x", logging.ERROR, "x.py", 1, message, arguments, None)
    assert HideTokens().filter(record)
    return record.getMessage()


def test_a_line_about_the_page_of_a_link_shows_the_form_and_no_token() -> None:
    for line in (filtered("Internal Server Error: %s", PATH), filtered(f"Not Found: {PATH}")):
        assert "Zk3" not in line
        assert "/for-someone-else/resume/…/" in line


def test_a_line_about_a_link_to_set_a_password_shows_no_token() -> None:
    line = filtered("Not Found: %s", "/workspace/set-password/MTI/c9x-secret/")
    assert line == "Not Found: /workspace/set-password/MTI/…/"


def test_the_key_of_a_link_for_somebody_outside_is_hidden_too() -> None:
    key = "uS3-not_a_real-key-of-24"
    assert filtered("Not Found: %s", f"/workspace/outside/{key}/7/") == (
        "Not Found: /workspace/outside/…/7/"
    )
    staff = "/workspace/cases/HWE-2026-0001/outside/12/withdraw/"
    assert filtered("Not Found: %s", staff) == f"Not Found: {staff}"


def test_other_lines_stay_as_they_are() -> None:
    line = filtered("%s failed %d times at %s", "mail", 3, "/for-someone-else/resume/")
    assert line == "mail failed 3 times at /for-someone-else/resume/"


def test_every_handler_of_the_service_hides_them() -> None:
    for handler in settings.LOGGING["handlers"].values():
        assert "hide_tokens" in handler["filters"]
    path = settings.LOGGING["filters"]["hide_tokens"]["()"]
    assert path == "permissions.hidden_tokens.HideTokens"
