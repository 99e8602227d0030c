"""Everybody who complained or was answered is asked how it was, where the policy says so (SV-1)."""

from __future__ import annotations

import pytest

from staff_workspace.policy.lifecycle import EARLY_CLOSE_REASONS
from staff_workspace.policy.profile import Profile
from staff_workspace.policy.survey import ENDS_CONTACT, Moment, Way, is_asked, safe_way

pytestmark = pytest.mark.requirement("SV-1")
KNOWN = {"anonymous": False, "asked_before": False}
REACHED = {"safe_contact": "", "restricted": False, "preference": "", "address": "1 Sample Street"}


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


@pytest.mark.parametrize("closed", ["redirected", "ineligible", "out_of_time", "vexatious_ended"])
def test_whoever_complained_is_asked_however_it_closed_unless_contact_was_ended(
    asking: Profile, closed: str
) -> None:
    asked = is_asked(asking, kind="complaint", moment=Moment.CLOSED, closed_because=closed, **KNOWN)
    assert asked is (closed not in ENDS_CONTACT)


def test_the_closings_that_end_contact_are_reasons_of_the_policy() -> None:
    assert EARLY_CLOSE_REASONS.keys() >= ENDS_CONTACT


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
    assert safe_way(**REACHED, against_email="") is Way.EMAIL
    assert safe_way(**REACHED, against_email="No consent") is Way.POST


@pytest.mark.parametrize(
    ("preference", "way"),
    [
        ("email", Way.EMAIL),
        ("post", Way.POST),
        ("phone", Way.POST),
        ("text", Way.POST),
        ("no_contact", None),
    ],
)
def test_whoever_chose_another_way_than_email_is_not_mailed(
    preference: str, way: Way | None
) -> None:
    chose = REACHED | {"preference": preference}
    assert safe_way(**chose, against_email="") is way
    if way is Way.POST:
        assert safe_way(**chose | {"address": ""}, against_email="") is None


def test_without_a_safe_way_nobody_is_asked() -> None:
    for address in ("", "  \n"):
        assert safe_way(**REACHED | {"address": address}, against_email="No consent") is None
    for heeded in ({"safe_contact": "My husband reads my post"}, {"restricted": True}):
        for against in ("", "No consent"):
            assert safe_way(**REACHED | heeded, against_email=against) is None
