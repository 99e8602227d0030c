"""Everybody who complained or was answered is asked how it was, where the policy says so (SV-1)."""

from __future__ import annotations

import pytest

from staff_workspace.policy.profile import Profile
from staff_workspace.policy.survey import Moment, Way, is_asked, safe_way

pytestmark = pytest.mark.requirement("SV-1")
KNOWN = {"anonymous": False, "asked_before": False}


@pytest.fixture(params=["hwe", "west_essex"])
def asking(request: pytest.FixtureRequest) -> Profile:
    """Each body whose policy has people asked."""
    return request.getfixturevalue(request.param)


@pytest.mark.parametrize("kind", ["complaint", "concern", "enquiry", "comment"])
def test_whoever_got_a_response_is_asked(asking: Profile, kind: str) -> None:
    assert is_asked(asking, kind=kind, moment=Moment.ANSWERED, **KNOWN)


def test_an_elected_person_and_whoever_thanked_are_not_asked(asking: Profile) -> None:
    for kind in ("mp_enquiry", "compliment"):
        assert not is_asked(asking, kind=kind, moment=Moment.ANSWERED, **KNOWN)


def test_pals_users_are_asked_when_their_concern_is_closed(asking: Profile) -> None:
    assert is_asked(asking, kind="concern", moment=Moment.CLOSED, **KNOWN)


def test_whoever_complained_is_asked_although_no_response_came(asking: Profile) -> None:
    assert is_asked(asking, kind="complaint", moment=Moment.CLOSED, **KNOWN)
    assert not is_asked(asking, kind="enquiry", moment=Moment.CLOSED, **KNOWN)


@pytest.mark.parametrize("why_not", ["anonymous", "asked_before"])
def test_nobody_is_asked_who_is_unknown_or_was_asked_before(asking: Profile, why_not: str) -> None:
    for moment in Moment:
        assert not is_asked(asking, kind="complaint", moment=moment, **KNOWN | {why_not: True})


def test_at_millbrook_the_policy_is_silent_and_nobody_is_asked(millbrook: Profile) -> None:
    for moment in Moment:
        for kind in ("complaint", "concern"):
            assert not is_asked(millbrook, kind=kind, moment=moment, **KNOWN)
    for value in (
        millbrook.listening.survey_after_response,
        millbrook.listening.survey_after_closing,
    ):
        assert value.silent
        assert value.reason == "The policy speaks of no survey: nobody is asked."


def test_hwe_reports_annually_and_west_essex_six_monthly_as_well(hwe, west_essex) -> None:
    assert hwe.listening.survey_reported.in_force == ("annual",)
    assert west_essex.listening.survey_reported.in_force == ("six_monthly", "annual")


def test_people_are_asked_by_email_where_they_agreed_to_it_and_else_by_post() -> None:
    reached = {"safe_contact": "", "address": "1 Sample Street"}
    assert safe_way(**reached, against_email="") is Way.EMAIL
    assert safe_way(**reached, against_email="No consent") is Way.POST


def test_without_a_safe_way_nobody_is_asked() -> None:
    for address in ("", "  \n"):
        assert safe_way(safe_contact="", against_email="No consent", address=address) is None
    heeded = {"safe_contact": "My husband reads my post", "address": "1 Sample Street"}
    for against in ("", "No consent"):
        assert safe_way(**heeded, against_email=against) is None
