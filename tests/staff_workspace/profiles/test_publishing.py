"""How a change of the policy is drafted, approved by a second person and published."""

from datetime import date
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.http import Http404

from permissions.models import AuditEvent, Body
from staff_workspace.actions import draft_profile
from staff_workspace.actions.approve_profile import approve_profile, return_draft
from staff_workspace.models import Case, ProfileDraft, ProfileVersion
from staff_workspace.models.profile_version import Published
from staff_workspace.policy.compare import compare
from staff_workspace.policy.lifecycle import NotAllowed
from staff_workspace.policy.profile import ProfileError, load
from staff_workspace.queries.profile_in_force import profile_version
from tests.staff_workspace.profiles.conftest import NOW
from tests.workspace_people import at

pytestmark = pytest.mark.django_db


@pytest.mark.requirement("DC-1")
def test_a_new_version_holds_for_cases_received_from_its_day(
    draft, change, submit, approver: User, body: Body, case: Case
) -> None:
    change("acknowledgement.ack_wd", in_force=2)
    submit("new_version", date(2026, 12, 1))
    version = approve_profile(draft=draft, by=approver, revision=draft.revision, at=NOW)
    assert (version.number, version.effective_from) == (2, date(2026, 12, 1))
    assert profile_version(body, at(30)).number == 1
    assert profile_version(body, at(1, month=12)) == version
    case.refresh_from_db()
    assert case.profile_version.number == 1
    assert version.profile.acknowledgement.ack_wd.in_force == 2
    assert [d.key for d in compare(load("hwe_icb"), version.profile)] == ["acknowledgement.ack_wd"]


def test_a_correction_moves_the_open_cases_that_hold_the_corrected_version(
    draft, change, submit, approver: User, body: Body, make_case: Any
) -> None:
    still_open, closed = make_case(), make_case(state="closed")
    before = still_open.acknowledgement_due
    change("acknowledgement.ack_wd", in_force=1)
    submit("correction")
    version = approve_profile(draft=draft, by=approver, revision=draft.revision, at=NOW)
    still_open.refresh_from_db()
    closed.refresh_from_db()
    assert (before, still_open.acknowledgement_due) == (date(2026, 11, 24), date(2026, 11, 20))
    assert still_open.profile_version == version
    assert closed.profile_version.number == 1
    assert profile_version(body, at(19)) == version
    event = still_open.events.get(name="policy_corrected")
    assert "24 November 2026 becomes 20 November 2026" in event.detail
    told = AuditEvent.objects.filter(action="profile.approve", object_type="staff_workspace.Case")
    assert [row.detail["moved"][0][1:] for row in told] == [["2026-11-24", "2026-11-20"]]
    decision = AuditEvent.objects.get(detail__verb="approve")
    assert (decision.detail["cases_moved"], decision.actor_name) == (1, approver.username)


def test_nobody_approves_their_own_draft(draft, change, submit, drafter: User) -> None:
    change("acknowledgement.ack_wd", in_force=2)
    submit("correction")
    with pytest.raises(NotAllowed, match="second person"):
        approve_profile(draft=draft, by=drafter, revision=draft.revision, at=NOW)
    assert ProfileVersion.objects.count() == 1


def test_only_the_drafter_changes_a_draft(draft, approver: User) -> None:
    with pytest.raises(NotAllowed, match="Only Governance"):
        draft_profile.change_value(draft=draft, by=approver, key="response.io_wd", value={})


def test_nobody_approves_what_they_have_not_read(
    draft, change, submit, drafter: User, approver: User
) -> None:
    change("acknowledgement.ack_wd", in_force=2)
    submit("correction")
    read = draft.revision
    draft_profile.take_back_draft(draft=draft, by=drafter)
    change("acknowledgement.ack_wd", in_force=1)
    submit("correction")
    with pytest.raises(NotAllowed, match="has changed since"):
        approve_profile(draft=draft, by=approver, revision=read, at=NOW)


def test_a_draft_is_sent_back_with_the_reason(draft, change, submit, approver: User) -> None:
    change("acknowledgement.ack_wd", in_force=2)
    submit("correction")
    return_draft(draft=draft, by=approver, because="The board said three.")
    assert (draft.state, draft.returned_because) == ("draft", "The board said three.")


@pytest.mark.parametrize("who", ["officer", "signatory", "colleague"])
def test_only_governance_changes_the_policy(who: str, people: dict[str, Any], version) -> None:
    with pytest.raises(Http404):
        draft_profile.open_draft(version=version, by=people[who])
    refusal = AuditEvent.objects.get(action="profile.change")
    assert refusal.outcome == "refused"


@pytest.mark.parametrize(
    ("key", "parts", "words"),
    [
        ("acknowledgement.ack_wd", {"in_force": 4}, "longer than the law allows"),
        ("calendar.calendar_verified_to", {"in_force": "2026-11-23"}, "calendar must be checked"),
    ],
)
def test_what_is_below_the_law_or_beyond_the_calendar_is_not_published(
    change, submit, key: str, parts: dict[str, Any], words: str
) -> None:
    change(key, **parts)
    with pytest.raises(NotAllowed, match=words):
        submit("correction")


def test_a_draft_without_a_change_is_not_published(submit) -> None:
    with pytest.raises(NotAllowed, match="Nothing has been changed"):
        submit("correction")


@pytest.mark.parametrize(("day", "words"), [(None, "today"), (date(2026, 11, 22), "today")])
def test_a_new_version_begins_today_or_later(change, submit, day, words: str) -> None:
    change("acknowledgement.ack_wd", in_force=2)
    with pytest.raises(NotAllowed, match=words):
        submit("new_version", day)


def test_a_draft_from_a_version_that_was_corrected_meanwhile_is_not_published(
    draft, change, submit, drafter: User, approver: User, version: ProfileVersion
) -> None:
    change("acknowledgement.ack_wd", in_force=2)
    submit("correction")
    approve_profile(draft=draft, by=approver, revision=draft.revision, at=NOW)
    with pytest.raises(NotAllowed, match="start from its correction"):
        draft_profile.open_draft(version=version, by=drafter)
    late = ProfileDraft.objects.create(
        body=version.body,
        base=version,
        data=draft.data,
        drafted_by=drafter,
        drafted_by_name="Governance",
        drafted_at=NOW,
    )
    with pytest.raises(NotAllowed, match="Version 2 has corrected"):
        draft_profile.submit_draft(
            draft=late, by=drafter, kind="correction", effective_from=None, why="x", at=NOW
        )


def test_a_change_is_not_lost_to_a_version_that_comes_between(
    draft, change, submit, drafter: User, approver: User, version: ProfileVersion
) -> None:
    other = draft_profile.open_draft(version=version, by=drafter, at=NOW)
    change("acknowledgement.ack_wd", in_force=2)
    submit("new_version", date(2026, 12, 1))
    approve_profile(draft=draft, by=approver, revision=draft.revision, at=NOW)
    other.data = draft.data
    other.save()
    with pytest.raises(NotAllowed, match="Version 2 takes effect before this day"):
        draft_profile.submit_draft(
            draft=other,
            by=drafter,
            kind="new_version",
            effective_from=date(2026, 12, 24),
            why="x",
            at=NOW,
        )


def test_the_same_rules_hold_for_a_changed_value_as_for_a_file(change) -> None:
    with pytest.raises(ProfileError) as refusal:
        change("acknowledgement.ack_wd", in_force="three")
    assert "in_force" in dict(refusal.value.faults)
    with pytest.raises(ProfileError, match="needs its source"):
        change("acknowledgement.ack_wd", source="")
    with pytest.raises(ProfileError, match="below 0"):
        change("acknowledgement.ack_wd", in_force=-1)


@pytest.mark.requirement("DC-1")
def test_a_published_version_is_never_changed(version: ProfileVersion) -> None:
    version.why = "Rewritten"
    with pytest.raises(Published):
        version.save()
    with pytest.raises(Published):
        version.delete()
    with pytest.raises(Published):
        ProfileVersion.objects.update(why="Rewritten")


def test_data_that_was_changed_behind_our_back_is_noticed(version: ProfileVersion) -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("UPDATE staff_workspace_profileversion SET digest = %s", ["0" * 64])
    with pytest.raises(Published, match="not what was published"):
        _ = ProfileVersion.objects.get(pk=version.pk).profile


def test_a_discarded_draft_is_kept_and_closed(draft, change, approver: User) -> None:
    draft_profile.discard_draft(draft=draft, by=approver)
    assert draft.state == "discarded"
    with pytest.raises(NotAllowed, match="discarded"):
        change("acknowledgement.ack_wd", in_force=2)
