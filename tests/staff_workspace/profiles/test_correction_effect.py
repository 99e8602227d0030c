"""What a correction does to open cases: named before, carried out after, quickly enough."""

import re
import time
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.contrib.auth.models import User
from django.urls import reverse

from permissions.models import AuditEvent
from staff_workspace.actions.approve_profile import approve_profile
from staff_workspace.models import Case, CaseEvent, ProfileVersion
from staff_workspace.policy.earlier_schema import ADDED
from staff_workspace.policy.lifecycle import NotAllowed
from staff_workspace.queries.correction_effect import correction_effect
from tests.permissions.access_relations import wall
from tests.staff_workspace.profiles.conftest import NOW

pytestmark = pytest.mark.django_db
MANY = 600
SECONDS = 3.0


def test_a_correction_names_the_open_cases_whose_dates_move(
    draft, change, version: ProfileVersion, make_case: Any
) -> None:
    complaint, compliment = make_case(), make_case(kind="compliment")
    make_case(state="closed")
    change("acknowledgement.ack_wd", in_force=1)
    moved, unmoved = correction_effect(version, draft.profile, as_of=NOW)
    assert (moved.case, unmoved.case) == (complaint, compliment)
    (move,) = moved.moves
    assert (move.before.isoformat(), move.after.isoformat()) == ("2026-11-24", "2026-11-20")
    assert (move.late_before, move.late_after) == (False, True)
    assert unmoved.moves == ()


def test_a_correction_that_takes_a_case_its_dates_is_not_published(
    draft, change, submit, approver: User, version: ProfileVersion, make_case: Any
) -> None:
    case = make_case(grade="moderate")
    # 25 working days go beyond a calendar that is checked for a few days only.
    change("calendar.calendar_verified_to", in_force="2026-11-24")
    (effect,) = correction_effect(version, draft.profile, as_of=NOW)
    assert effect.problem
    submit("correction")
    with pytest.raises(NotAllowed, match=case.reference):
        approve_profile(draft=draft, by=approver, revision=draft.revision, at=NOW)
    case.refresh_from_db()
    assert case.profile_version == version
    assert ProfileVersion.objects.count() == 1


@time_machine.travel(NOW, tick=False)
def test_a_refused_correction_names_no_case_to_whom_it_is_walled(
    draft, change, submit, drafter: User, approver: User, make_case: Any, client_for: Any, body: Any
) -> None:
    walled, seen = make_case(grade="moderate"), make_case(grade="moderate")
    wall(walled, approver, drafter)
    change("calendar.calendar_verified_to", in_force="2026-11-24")
    submit("correction")
    client = client_for(body)
    client.force_login(approver)
    page = reverse("staff_workspace:approve_draft", args=[draft.pk])
    given = {"checked": "true", "revision": draft.revision}
    said = client.post(page, given).content.decode()
    assert f"would have no dates any more: {seen.reference}" in said
    assert walled.reference not in said
    wall(seen, approver, drafter)
    said = client.post(page, given).content.decode()
    assert "A case that you may not see would have no dates any more" in said
    assert not {walled.reference, seen.reference} & set(re.findall(r"HWE-2026-\d{4}", said))


def test_a_case_that_had_no_dates_is_moved_all_the_same(
    draft, change, submit, approver: User, make_case: Any
) -> None:
    case = make_case()
    # An end of a pause that nobody began: its clocks cannot be read.
    CaseEvent.objects.create(
        case=case,
        name="acknowledged",
        at=case.received_at - timedelta(days=30),
        title="Before it came in",
        by_name="x",
        recorded_at=case.received_at,
    )
    change("acknowledgement.ack_wd", in_force=1)
    submit("correction")
    version = approve_profile(draft=draft, by=approver, revision=draft.revision, at=NOW)
    case.refresh_from_db()
    assert case.profile_version == version
    event = case.events.get(name="policy_corrected")
    assert event.detail == "No date of this case moves"


def test_a_version_of_an_earlier_schema_is_read_and_its_draft_stores_what_was_added(
    body, drafter: User
) -> None:
    from staff_workspace.actions.draft_profile import open_draft
    from staff_workspace.policy.profile import load

    data = load("hwe_icb").to_dict()
    del data["acknowledgement"]["ack_wd"]
    old = ProfileVersion.objects.create(body=body, number=2, effective_from="2026-01-01", data=data)
    assert old.profile.acknowledgement.ack_wd.reason == ADDED
    assert "ack_wd" not in ProfileVersion.objects.get(pk=old.pk).data["acknowledgement"]
    draft = open_draft(version=old, by=drafter)
    assert draft.data["acknowledgement"]["ack_wd"]["verified"] is False


def test_a_body_with_600_open_cases_does_not_wait(
    draft, change, submit, approver: User, version: ProfileVersion, case: Case
) -> None:
    cases = []
    for number in range(2, MANY + 1):
        values = {f.attname: getattr(case, f.attname) for f in Case._meta.concrete_fields}
        values |= {"id": None, "reference": f"HWE-2026-{number:04d}"}
        cases.append(Case(**values))
    Case.objects.bulk_create(cases)
    change("acknowledgement.ack_wd", in_force=1)
    began = time.perf_counter()
    effects = correction_effect(version, draft.profile, as_of=NOW)
    preview = time.perf_counter() - began
    assert sum(bool(effect.moves) for effect in effects) == MANY
    assert preview < SECONDS
    submit("correction")
    approve_profile(draft=draft, by=approver, revision=draft.revision, at=NOW)
    assert Case.objects.filter(acknowledgement_due="2026-11-20").count() == MANY
    assert CaseEvent.objects.filter(name="policy_corrected").count() == MANY
    told = AuditEvent.objects.filter(
        detail__verb="move to correction", under__startswith="team ", actor_id=approver.pk
    )
    assert told.count() == MANY
