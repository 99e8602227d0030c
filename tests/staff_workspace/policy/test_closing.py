"""When silence closes a case, and when it does not."""

from __future__ import annotations

from datetime import date

import pytest

from staff_workspace.policy.closing import against_no_confirmation, against_no_consent

ASKED = date(2026, 3, 2)


@pytest.mark.requirement("CC-2", "PP-11")
def test_millbrook_closes_for_want_of_consent_after_thirty_calendar_days(millbrook) -> None:
    def against(today: date) -> str:
        return against_no_consent(millbrook, asked=ASKED, refused=False, today=today)

    assert against(date(2026, 4, 1)) == "Consent may still come in until Wednesday 1 April 2026."
    assert against(date(2026, 4, 2)) == ""


@pytest.mark.requirement("CC-2")
def test_a_policy_without_such_days_closes_nothing_for_silence(hwe, west_essex) -> None:
    for policy in (hwe, west_essex):
        against = against_no_consent(policy, asked=ASKED, refused=False, today=date(2027, 1, 4))
        assert "sets no day" in against


@pytest.mark.requirement("CC-3")
def test_a_refusal_is_an_answer_and_without_a_request_there_is_no_silence(hwe) -> None:
    today = date(2026, 3, 3)
    assert against_no_consent(hwe, asked=None, refused=True, today=today) == ""
    against = against_no_consent(hwe, asked=None, refused=False, today=today)
    assert against == "No consent is being waited for."


@pytest.mark.requirement("CC-1", "PP-12")
def test_three_attempts_are_made_and_the_last_is_waited_for(hwe) -> None:
    sent = [date(2026, 3, 2), date(2026, 3, 16), date(2026, 3, 30)]

    def against(made: int, today: date) -> str:
        return against_no_confirmation(hwe, sent=sent[:made], confirmed=False, today=today)

    assert "asks for 3 attempts; made so far: 2" in against(2, date(2026, 6, 1))
    # Good Friday and Easter Monday lie in between: ten working days end on 15 April.
    assert "until Wednesday 15 April 2026" in against(3, date(2026, 4, 15))
    assert against(3, date(2026, 4, 16)) == ""


@pytest.mark.requirement("CC-1")
def test_a_confirmed_summary_and_a_policy_without_one_close_nothing(hwe, millbrook) -> None:
    today = date(2026, 6, 1)
    confirmed = against_no_confirmation(hwe, sent=[ASKED] * 3, confirmed=True, today=today)
    assert confirmed == "The person has confirmed the summary."
    absent = against_no_confirmation(millbrook, sent=[], confirmed=False, today=today)
    assert absent == "The policy closes no case for want of a confirmed summary."
