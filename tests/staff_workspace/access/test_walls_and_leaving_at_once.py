"""Somebody is shut out while another leaves: at the same moment, with real connections."""

import threading
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection, connections
from django.http import Http404
from django.utils import timezone

from permissions.models import TeamMembership
from permissions.rules.walls import WallReason
from staff_workspace.actions.raise_wall import raise_wall
from staff_workspace.actions.team_members import end_membership
from staff_workspace.models import Case
from staff_workspace.policy.lifecycle import NotAllowed
from staff_workspace.queries.who_can_see import managers_of
from tests.workspace_people import make_person

ROUNDS = 10


def at_once(*tries: Callable[[], None]) -> list[str]:
    """Try all together; how each ended, in the order of the tries."""
    together, ended = threading.Barrier(len(tries)), [""] * len(tries)

    def attempt(number: int) -> None:
        try:
            connection.ensure_connection()
            together.wait()
            tries[number]()
            ended[number] = "done"
        except (NotAllowed, Http404):
            ended[number] = "refused"
        except Exception as failure:
            ended[number] = repr(failure)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=attempt, args=[number]) for number in range(len(tries))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return ended


@pytest.mark.django_db(transaction=True)
def test_of_two_in_governance_who_send_each_other_away_one_stays_to_manage_the_case(
    make_case: Callable[..., Case], people: dict[str, Any]
) -> None:
    case, first = make_case(), people["governance"]
    second = make_person(case.body, "second-governance", first.staff_member.memberships.get().team)
    own = first.staff_member.memberships.get()

    def shut_out() -> None:
        raise_wall(
            case=Case.objects.get(pk=case.pk),
            by=first,
            against=second.staff_member,
            reason=WallReason.RELATIVE,
            note="A cousin",
        )

    def send_away() -> None:
        end_membership(
            membership=TeamMembership.objects.get(pk=own.pk),
            by=second,
            ends_at=timezone.now(),
            reason="Retires",
        )

    for _ in range(ROUNDS):
        assert sorted(at_once(shut_out, send_away)) == ["done", "refused"]
        case.refresh_from_db()
        assert managers_of(case), "nobody is left who could lift the wall"
        # As it was, for the next round.
        case.walls.all().delete()
        TeamMembership.objects.filter(pk=own.pk).update(ends_at=None)
