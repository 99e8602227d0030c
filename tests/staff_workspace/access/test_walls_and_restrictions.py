"""Who is shut out of a case, who is named on it, and who can see why."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.http import Http404
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from permissions import gate
from permissions.models import AuditEvent, Body
from permissions.rules.actions import Action
from permissions.rules.matrix import Role
from permissions.rules.walls import WallReason
from staff_workspace.actions.assign_case import assign_case
from staff_workspace.actions.raise_wall import lift_wall, raise_wall
from staff_workspace.actions.restrict_case import lift_restriction, restrict_case
from staff_workspace.actions.share_case import share_case, stop_sharing
from staff_workspace.models import Case, CaseWall
from staff_workspace.policy.lifecycle import STATES, NotAllowed
from staff_workspace.queries.who_can_see import managers_of, who_can_see
from tests.permissions.access_relations import grant, opening, wall
from tests.workspace_people import make_person, make_team


def shut_out(case: Case, people: dict[str, Any], who: str) -> CaseWall:
    """Governance shuts somebody out."""
    return raise_wall(
        case=case,
        by=people["governance"],
        against=people[who].staff_member,
        reason=WallReason.SUBJECT,
        note="Named by the daughter",
    )


@pytest.fixture
def second(body: Body, people: dict[str, Any]) -> Any:
    """A second member of Governance."""
    team = body.teams.get(key="governance")
    people["governance2"] = make_person(body, "governance2", team)
    return people["governance2"]


def test_the_subject_of_a_complaint_is_shut_out_although_their_team_has_it(
    case: Case, people: dict[str, Any]
) -> None:
    shut_out(case, people, "officer")
    assert not gate.may(people["officer"], Action.VIEW_CASE, case)
    assert gate.may(people["officer2"], Action.VIEW_CASE, case)


def test_whoever_holds_the_case_loses_it_when_they_turn_out_to_be_its_subject(
    case: Case, people: dict[str, Any]
) -> None:
    Case.objects.filter(pk=case.pk).update(handler=people["officer"])
    shut_out(case, people, "officer")
    case.refresh_from_db()
    assert case.handler is None


def test_a_case_is_not_given_to_its_subject(case: Case, people: dict[str, Any]) -> None:
    shut_out(case, people, "officer2")
    member = people["officer2"].staff_member
    with pytest.raises(NotAllowed, match="subject of the complaint"):
        assign_case(case=case, by=people["governance"], to=member)


def test_a_wall_leaves_no_trace_in_the_timeline_and_one_in_the_audit(
    case: Case, people: dict[str, Any]
) -> None:
    before = case.events.count()
    standing = shut_out(case, people, "officer")
    lift_wall(wall=standing, by=people["governance"], because="It was another person")
    assert case.events.count() == before
    verbs = AuditEvent.objects.filter(action=Action.MANAGE_ACCESS).order_by("pk")
    assert [event.detail["verb"] for event in verbs] == ["shut_out", "let_in_again"]
    assert gate.may(people["officer"], Action.VIEW_CASE, case)


def test_the_last_who_could_lift_a_wall_is_not_shut_out(case: Case, people: dict[str, Any]) -> None:
    with pytest.raises(NotAllowed, match="Nobody would be left"):
        shut_out(case, people, "governance")


def test_a_relative_in_governance_is_shut_out_by_a_colleague(
    case: Case, people: dict[str, Any], second: Any
) -> None:
    shut_out(case, people, "governance2")
    assert managers_of(case) == {people["governance"].pk}
    with pytest.raises(Http404):
        lift_wall(wall=case.walls.get(), by=second, because="I want to look")


def test_a_handler_neither_raises_walls_nor_learns_of_one(
    case: Case, body: Body, people: dict[str, Any], client_for: Callable[..., Client]
) -> None:
    shut_out(case, people, "officer2")
    with pytest.raises(Http404):
        raise_wall(
            case=case,
            by=people["officer"],
            against=people["colleague"].staff_member,
            reason=WallReason.RELATIVE,
            note="A cousin",
        )
    page = visit(client_for(body), people["officer"], "access", case)
    assert "shut out" not in page.lower()
    assert "Named by the daughter" not in page
    # Sharing with the walled looks done, and is worth nothing.
    share(case, people, "officer2", by="officer")
    assert not gate.may(people["officer2"], Action.VIEW_CASE, case)
    with pytest.raises(NotAllowed, match="let them in again first"):
        share(case, people, "officer2", by="governance")


def share(case: Case, people: dict[str, Any], who: str, *, by: str, **changes: Any) -> Any:
    """Share the case for reading."""
    return share_case(
        case=case,
        by=people[by],
        with_member=people[who].staff_member,
        reason="Knows the ward",
        **{"role": Role.VIEWER, "ends_at": None, **changes},
    )


def visit(client: Client, user: Any, name: str, *args: Any) -> str:
    """What the page says to somebody."""
    client.force_login(user)
    given = [arg.reference if isinstance(arg, Case) else arg for arg in args]
    return client.get(reverse(f"staff_workspace:{name}", args=given)).content.decode()


def test_the_walled_the_foreign_and_the_unknown_get_one_answer_for_the_same_work(
    make_case: Callable[..., Case],
    body: Body,
    people: dict[str, Any],
    client_for: Callable[..., Client],
) -> None:
    walled, theirs = make_case(), make_case()
    shut_out(walled, people, "officer")
    elsewhere = make_team(body, "pals", Role.HANDLER, owns=False)
    Case.objects.filter(pk=theirs.pk).update(owner_team=elsewhere)
    client = client_for(body)
    client.force_login(people["officer"])
    answers = set()
    client.get(reverse("staff_workspace:case", args=["HWE-2026-9998"]))  # fills the caches
    for reference in (walled.reference, theirs.reference, "HWE-2026-9999"):
        for name in ("case", "people", "files", "access", "sign", "shut_out"):
            with CaptureQueriesContext(
                connection,
            ) as queries:
                found = client.get(reverse(f"staff_workspace:{name}", args=[reference]))
            said = found.content.decode().replace(reference, "REF")
            nonces = [p for p in said.split('"') if len(p) < 40 and p.endswith("==")]
            for nonce in nonces:
                said = said.replace(nonce, "")
            headers = {k: v for k, v in found.items() if k != "Content-Security-Policy"}
            answers.add(
                (
                    name,
                    found.status_code,
                    str(sorted(headers)),
                    len(said),
                    len(queries.captured_queries),
                )
            )
    assert {status for _, status, *_ in answers} == {404}
    assert len(answers) == 6, answers


def test_the_walled_person_finds_the_case_by_no_list_search_or_count(
    case: Case, body: Body, people: dict[str, Any], client_for: Callable[..., Client]
) -> None:
    shut_out(case, people, "officer")
    client = client_for(body)
    client.force_login(people["officer"])
    for address in (
        reverse("staff_workspace:today"),
        reverse("staff_workspace:cases"),
        reverse("staff_workspace:cases") + f"?state=all&q={case.reference}",
        reverse("staff_workspace:cases") + "?state=all&q=Nia",
    ):
        said = client.get(address).content.decode()
        assert case.headline not in said
        assert f"cases/{case.reference}/" not in said
        assert "1 open case" not in said


def test_a_restricted_case_is_for_governance_and_the_named(
    case: Case, people: dict[str, Any]
) -> None:
    share(case, people, "colleague", by="officer")
    restrict_case(
        case=case,
        by=people["governance"],
        named=[people["officer"].staff_member],
        reason="Staff of our own are in it",
    )
    seeing = {name for name, user in people.items() if name != "nursing" and sees(user, case)}
    assert seeing == {"governance", "officer"}
    assert gate.may(people["officer"], Action.GRADE, case), "a named handler goes on handling"
    lift_restriction(case=case, by=people["governance"], reason="They have left")
    seeing = {name for name, user in people.items() if name != "nursing" and sees(user, case)}
    assert seeing == {"governance", "officer", "officer2", "colleague"}
    assert not case.user_grants.filter(permission__codename="named", ends_at=None).exists()


def sees(user: Any, case: Case) -> bool:
    """What the list and the single question say, which must be one thing."""
    listed = gate.visible_to(user, Case.objects.all(), Action.VIEW_CASE).filter(pk=case.pk)
    answer = gate.may(user, Action.VIEW_CASE, case)
    assert answer == listed.exists()
    return answer


def test_a_named_signatory_signs_at_sign_off_and_sees_nothing_before(
    case: Case, people: dict[str, Any]
) -> None:
    restrict_case(case=case, by=people["governance"], named=[], reason="Own staff")
    Case.objects.filter(pk=case.pk).update(state="sign_off")
    case.refresh_from_db()
    assert not gate.may(people["signatory"], Action.SIGN_RESPONSE, case)
    signatory = people["signatory"].staff_member
    restrict_case(case=case, by=people["governance"], named=[signatory], reason="To sign")
    assert gate.may(people["signatory"], Action.SIGN_RESPONSE, case)


def test_names_are_taken_back_by_those_who_manage_access(
    case: Case, people: dict[str, Any]
) -> None:
    officer = people["officer"].staff_member
    restrict_case(case=case, by=people["governance"], named=[officer], reason="Own staff")
    own = case.user_grants.get()
    with pytest.raises(Http404):
        stop_sharing(grant=own, by=people["officer"])
    stop_sharing(grant=own, by=people["governance"])
    assert not sees(people["officer"], case)


def test_who_is_named_on_a_restricted_case_is_read_by_those_alone_who_manage_access(
    case: Case, body: Body, people: dict[str, Any], client_for: Callable[..., Client]
) -> None:
    named = [people[who].staff_member for who in ("officer", "colleague")]
    restrict_case(case=case, by=people["governance"], named=named, reason="Own staff")
    stop = reverse(
        "staff_workspace:stop_sharing",
        args=[case.reference, case.user_grants.get(user=people["colleague"]).pk],
    )
    client = client_for(body)
    client.force_login(people["officer"])
    assert (client.get(stop).status_code, client.post(stop).status_code) == (404, 404)
    client.force_login(people["governance"])
    assert "Colleague" in client.get(stop).content.decode()


def test_a_share_that_has_ended_is_not_ended_again_later(
    case: Case, people: dict[str, Any]
) -> None:
    given = share(case, people, "colleague", by="officer")
    ended = timezone.now() - timedelta(days=30)
    case.user_grants.update(ends_at=ended)
    with pytest.raises(NotAllowed, match="has ended already"):
        stop_sharing(grant=given, by=people["officer"])
    assert case.user_grants.get().ends_at == ended
    assert not case.events.filter(name="sharing_ended").exists()


def test_a_share_ends_at_its_minute_with_no_job_running(case: Case, people: dict[str, Any]) -> None:
    with time_machine.travel(timezone.now(), tick=False) as clock:
        share(
            case, people, "colleague", by="officer", ends_at=timezone.now() + timedelta(minutes=5)
        )
        clock.shift(timedelta(minutes=4, seconds=59))
        assert sees(people["colleague"], case)
        clock.shift(timedelta(seconds=1))
        assert not sees(people["colleague"], case)


def test_a_share_until_a_day_holds_to_the_last_moment_of_that_day(
    case: Case, body: Body, people: dict[str, Any], client_for: Callable[..., Client]
) -> None:
    client = client_for(body)
    given = {
        "member": f"member-{people['colleague'].staff_member.pk}",
        "role": "viewer",
        "reason": "Knows the ward",
        "ends_on-day": "28",
        "ends_on-month": "3",
        "ends_on-year": "2027",
    }
    # The clocks go forward on that day: it ends at 23:00 UTC.
    with time_machine.travel(datetime(2027, 3, 28, 12, tzinfo=UTC), tick=False) as clock:
        client.force_login(people["governance"])
        client.post(reverse("staff_workspace:share", args=[case.reference]), given)
        said = visit(client, people["governance"], "access", case)
        assert "the end of 28 Mar 2027" in said
        clock.move_to(datetime(2027, 3, 28, 22, 59, 59, tzinfo=UTC))
        assert sees(people["colleague"], case)
        clock.move_to(datetime(2027, 3, 28, 23, tzinfo=UTC))
        assert not sees(people["colleague"], case)


def test_a_team_is_let_in_with_all_its_members(
    case: Case, body: Body, people: dict[str, Any]
) -> None:
    team = make_team(body, "pals", Role.HANDLER)
    member = make_person(body, "pals", team)
    given = share_case(
        case=case,
        by=people["officer"],
        with_member=team,
        role=Role.VIEWER,
        reason="They took the call",
        ends_at=None,
    )
    assert sees(member, case)
    stop_sharing(grant=given, by=people["officer"])
    assert not sees(member, case)


def test_who_can_see_names_everybody_whom_the_gate_lets_in_and_nobody_else(
    make_case: Callable[..., Case], body: Body, people: dict[str, Any]
) -> None:
    guardians = make_team(body, "guardians", Role.GUARDIAN)
    guests = make_team(body, "guests", Role.VIEWER)
    staff = {
        **{name: user for name, user in people.items() if name != "nursing"},
        "guardian": make_person(body, "guardian", guardians),
        "opener": make_person(body, "opener", guardians),
        "guest": make_person(body, "guest", guests),
        "walled": make_person(body, "walled", people["nursing"]),
        "named": make_person(body, "named"),
    }
    for state in STATES:
        for restricted in (False, True):
            case = make_case(state=state, restricted=restricted)
            grant(case, Role.VIEWER, user=staff["colleague"])
            grant(case, Role.INVESTIGATOR, group=guests.group)
            grant(case, Role.NAMED, user=staff["named"])
            opening(case, staff["opener"])
            wall(case, staff["walled"], people["governance"])
            listed = {principal.member.user_id for principal in who_can_see(case)}
            expected = {u.pk for u in staff.values() if gate.may(u, Action.VIEW_CASE, case)}
            assert listed == expected, (state, restricted)
            assert staff["opener"].pk in listed
            assert staff["walled"].pk not in listed


def test_governance_shuts_out_and_restricts_in_the_browser(
    case: Case, body: Body, people: dict[str, Any], client_for: Callable[..., Client]
) -> None:
    client = client_for(body)
    client.force_login(people["governance"])
    at = {
        name: reverse(f"staff_workspace:{name}", args=[case.reference])
        for name in ("access", "shut_out", "restrict", "open_up")
    }
    refused = client.post(at["shut_out"], {"member": "", "kind": "", "note": ""})
    assert "There is a problem" in refused.content.decode()
    officer = people["officer"].staff_member
    answer = client.post(
        at["shut_out"], {"member": officer.pk, "kind": "relative", "note": "A niece"}, follow=True
    )
    assert "A niece" in answer.content.decode()
    assert "Officer is shut out of the case" in answer.content.decode()
    let_in = reverse("staff_workspace:let_in", args=[case.reference, case.walls.get().pk])
    assert "A niece" in client.get(let_in).content.decode()
    answer = client.post(let_in, {"reason": "Another family"}, follow=True)
    assert "Officer is no longer shut out of the case" in answer.content.decode()
    assert sees(people["officer"], case)
    other = people["officer2"].staff_member
    answer = client.post(at["restrict"], {"named": [other.pk], "reason": "Own staff"}, follow=True)
    assert "This case is restricted" in answer.content.decode()
    assert not sees(people["officer"], Case.objects.get())
    client.post(at["open_up"], {"reason": "Settled"})
    assert sees(people["officer"], Case.objects.get())
    assert client.get(let_in).status_code == 404
