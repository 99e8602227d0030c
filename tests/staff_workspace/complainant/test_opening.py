"""The reference and the code open "your complaint"; nothing tells which of them was wrong."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from feedback_forms.actions.reissue_receipt import reissue_receipt
from feedback_forms.models import Submission
from permissions.models import AuditEvent, Body
from staff_workspace.models import Case, Message
from tests.staff_workspace.complainant.conftest import NOW, Sent, address, audited, open_it, text

WRONG = "The reference and the code do not go together"
ASKS = "See where your complaint stands"


def test_reference_and_code_open_it_however_they_are_typed(outside: Client, sent: Sent) -> None:
    typed = {"reference": f" {sent.case.reference.lower()} ", "code": sent.code.lower()}
    answer = open_it(outside, sent, **typed)
    assert answer.url == address("status")
    page = outside.get(address("status"))
    assert sent.case.reference in text(page)
    assert "We have it" in text(page)
    assert audited(sent.case) == ["complainant.open", "complainant.look"]
    outside.head(address("status"))
    assert audited(sent.case)[2:] == ["complainant.look"], "its headers alone are a look as well"


def test_the_address_of_a_qr_code_brings_the_reference_and_never_the_code(
    outside: Client, sent: Sent
) -> None:
    page = outside.get(address("open"), {"reference": sent.case.reference}).content.decode()
    assert f'value="{sent.case.reference}"' in page
    assert sent.code not in page


def refusals(sent: Sent, elsewhere: Submission, code: str) -> dict[str, dict[str, str]]:
    """Every way not to get in."""
    return {
        "unknown reference": {"reference": "HWE-2026-9999", "code": sent.code},
        "another body's": {"reference": elsewhere.reference, "code": code},
        "wrong code": {"reference": sent.case.reference, "code": "CDEF-GHJK-MNPQ-RTVW"},
        "no code at all": {"reference": sent.case.reference, "code": "x"},
    }


def test_unknown_foreign_and_wrong_answer_alike(
    outside: Client, sent: Sent, other_body: Body, people: dict[str, Any]
) -> None:
    elsewhere = Submission.objects.create(
        body=other_body,
        form_version=sent.case.submission.form_version,
        reference="OTHER-2026-0001",
        kind="complaint",
        received_at=NOW,
    )
    code = reissue_receipt(submission=elsewhere, by=people["officer"], now=NOW)
    answers, rows = set(), set()
    for given in refusals(sent, elsewhere, code).values():
        answer = outside.post(address("open"), given)
        page = re.sub(r'nonce="[^"]*"|value="[^"]*"', "", answer.content.decode())
        answers.add((answer.status_code, page))
        row = AuditEvent.objects.latest("pk")
        rows.add((row.action, row.outcome, row.body_key, str(row.detail)))
    assert len(answers) == len(rows) == 1
    assert WRONG in next(iter(answers))[1]
    assert outside.get(address("status")).url == address("open")


def test_the_same_work_is_done_for_each(outside: Client, sent: Sent) -> None:
    counts = []
    # The first try of an address counts it, so it is made beforehand.
    for reference in ("HWE-2026-0000", "HWE-2026-9999", sent.case.reference):
        with CaptureQueriesContext(connection) as asked:
            open_it(outside, sent, reference=reference, code="CDEF-GHJK-MNPQ-RTVW")
        counts.append(len(asked))
    assert counts[1] == counts[2]


def test_a_code_typed_as_the_reference_is_written_down_nowhere(outside: Client, sent: Sent) -> None:
    open_it(outside, sent, reference=sent.code)
    assert AuditEvent.objects.latest("pk").object_ref == "a code"


def test_a_reference_is_not_tried_for_ever(outside: Client, sent: Sent, morning: Any) -> None:
    for _ in range(10):
        open_it(outside, sent, code="CDEF-GHJK-MNPQ-RTVW")
    shut = open_it(outside, sent)
    assert shut.status_code == 429
    assert "too many tries" in text(shut)
    morning.shift(timedelta(minutes=16))
    assert open_it(outside, sent).status_code == 302


def test_nobody_tries_many_references_from_one_address(outside: Client, sent: Sent) -> None:
    for number in range(30):
        open_it(outside, sent, reference=f"HWE-2026-{number:04d}")
    assert open_it(outside, sent).status_code == 429


def test_it_shuts_after_half_an_hour_without_a_page(opened: Client, morning: Any) -> None:
    morning.shift(timedelta(minutes=29))
    assert opened.get(address("status")).status_code == 200
    morning.shift(timedelta(minutes=29))
    assert opened.get(address("status")).status_code == 200
    morning.shift(timedelta(minutes=31))
    assert opened.get(address("status")).url == address("open")


def test_it_shuts_after_four_hours_whatever_is_done(opened: Client, morning: Any) -> None:
    for _ in range(10):
        morning.shift(timedelta(minutes=25))
        opened.get(address("status"))
    assert opened.get(address("status")).status_code == 302


def test_leaving_shuts_it_in_this_browser(opened: Client) -> None:
    assert "You have left" in text(opened.post(address("leave")))
    assert opened.get(address("status")).url == address("open")


def test_a_new_code_shuts_what_the_old_one_opened(
    opened: Client, sent: Sent, people: dict[str, Any]
) -> None:
    reissue_receipt(submission=sent.case.submission, by=people["officer"], now=NOW)
    assert opened.get(address("status")).url == address("open")
    opened.post(address("messages"), {"text": "Too late"})
    assert not Message.objects.exists()


def test_what_was_typed_before_it_shut_is_sent_afterwards(
    opened: Client, sent: Sent, morning: Any
) -> None:
    morning.shift(timedelta(minutes=31))
    asks = opened.post(address("messages"), {"text": "A long message, typed slowly"})
    assert asks.status_code == 401
    kept = re.search(r'name="kept" value="([^"]+)"', asks.content.decode())
    assert kept
    go_on = open_it(opened, sent, kept=kept.group(1))
    assert "A long message, typed slowly" in go_on.content.decode()
    opened.post(address("messages"), {"text": "A long message, typed slowly"})
    assert sent.case.messages.get().text == "A long message, typed slowly"


def test_another_body_s_site_shows_nothing_of_it(
    opened: Client, sent: Sent, other_body: Body
) -> None:
    answer = opened.get(address("status"), headers={"host": other_body.site.hostname})
    assert answer.status_code == 302


def test_signing_in_as_staff_opens_no_complaint(
    body: Body, people: dict[str, Any], sent: Sent, client_for: Callable[..., Client]
) -> None:
    client = client_for(body)
    client.force_login(people["governance"])
    assert client.get(address("status")).url == address("open")


def test_opening_a_complaint_opens_no_workspace(opened: Client, sent: Sent) -> None:
    assert "sign-in" in opened.get("/workspace/").url
    assert opened.get(f"/workspace/cases/{sent.case.reference}/").status_code == 404


def test_a_complaint_whose_case_is_not_open_yet_says_so(outside: Client, sent: Sent) -> None:
    Case.objects.update(submission=None)
    open_it(outside, sent)
    assert "We have had it since Thursday 19 November 2026" in text(outside.get(address("status")))
    assert outside.get(address("messages")).url == address("status")


@pytest.mark.parametrize("name", ["messages", "evidence", "contact", "stop", "status"])
def test_no_page_answers_before_it_is_open(outside: Client, sent: Sent, name: str) -> None:
    assert outside.get(address(name)).url == address("open")


def test_no_page_is_kept_by_the_browser(opened: Client) -> None:
    headers = opened.get(address("status")).headers
    assert headers["Cache-Control"] == "private, no-store"
    assert headers["Referrer-Policy"] == "same-origin"
