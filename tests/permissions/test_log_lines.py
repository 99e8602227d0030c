"""A line of the log tells where an error happened and its kind, never what stood in the row."""

import logging

from django.conf import settings

from permissions.log_lines import QuietLines


def formatted(error: BaseException) -> str:
    """The error as the log of the service has it."""
    try:
        raise error
    except type(error) as raised:
        told = (type(raised), raised, raised.__traceback__)
        record = logging.LogRecord(
            "x", logging.ERROR, "x.py", 1, "Failed at %s", ("/cases/",), told
        )
    return QuietLines().format(record)


def test_the_words_of_an_error_stay_out_and_its_kind_and_place_are_told() -> None:
    line = formatted(ValueError("Key (name)=(Nia Example) already exists"))
    assert "Nia Example" not in line
    assert line.startswith("Failed at /cases/\n")
    assert line.endswith("builtins.ValueError")
    assert "test_log_lines.py" in line


def test_the_words_of_the_error_behind_it_stay_out_as_well() -> None:
    error = RuntimeError("while keeping nia@example.org")
    error.__cause__ = KeyError("999 123 4567")
    line = formatted(error)
    assert line.index("builtins.KeyError") < line.index("builtins.RuntimeError")
    assert "999" not in line
    assert "nia@" not in line


def test_an_error_that_leads_back_to_itself_ends() -> None:
    one, other = ValueError("a"), KeyError("b")
    one.__cause__, other.__cause__ = other, one
    assert formatted(one).count("builtins.ValueError") == 1


def test_every_handler_of_the_service_writes_such_lines_and_none_mails_a_request() -> None:
    handlers = settings.LOGGING["handlers"]
    assert {handler["formatter"] for handler in handlers.values()} == {"quiet"}
    assert settings.LOGGING["formatters"]["quiet"]["()"] == "permissions.log_lines.QuietLines"
    assert logging.getLogger("django").handlers == []
