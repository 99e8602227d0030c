"""Looking for holes: an answer counts, silence is said plainly, and neither is taken for the other."""

import pytest
import security


@pytest.mark.parametrize(
    ("answers", "status", "last"),
    [
        (
            [(0, "No known vulnerabilities found")],
            0,
            "no known holes in requirements.txt, says pypi",
        ),
        ([(1, "Found 1 known vulnerability in 1 package")], 1, "Found 1 known vulnerability"),
        (
            [(1, "requests.exceptions.ConnectionError"), (0, "No known vulnerabilities found")],
            0,
            "no known holes in requirements.txt, says osv",
        ),
        (
            [(1, "requests.exceptions.ConnectionError"), (1, "ServiceError: 503")],
            0,
            "Skipped: pip-audit. None of pypi, osv answers",
        ),
        ([(1, "Traceback: KeyError in pip_audit")], 1, "KeyError"),
    ],
)
def test_a_hole_fails_and_a_service_that_is_away_is_said_to_be(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    answers: list[tuple[int, str]],
    status: int,
    last: str,
) -> None:
    told = iter(answers)
    monkeypatch.setattr(security, "_ask", lambda service: next(told))
    assert security.known_holes() == status
    assert last in capsys.readouterr().out


def test_a_finding_that_speaks_of_a_connection_is_a_finding() -> None:
    assert not security.nobody_answered("Found 1 known vulnerability: ConnectionError in urllib3")
