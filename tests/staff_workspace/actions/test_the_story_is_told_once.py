"""People tell their story once: whoever of the team answers finds it in the record (IN-7, TG-1)."""

from collections.abc import Callable
from typing import Any

import pytest

from permissions import gate
from permissions.rules.actions import Action
from staff_workspace.actions.acknowledge import acknowledge
from staff_workspace.actions.grade_case import grade_case
from staff_workspace.models import Case
from tests.workspace_people import at


@pytest.mark.requirement("IN-7", "T-14")
def test_what_one_officer_did_the_next_one_reads(
    make_case: Callable[..., Case], people: dict[str, Any]
) -> None:
    case = make_case()
    acknowledge(
        case=case,
        by=people["officer"],
        sent_at=at(20),
        channel="email",
        offered_discussion=True,
        note="She would rather be called after four",
    )
    theirs = gate.visible_to(people["officer2"], Case.objects.all(), Action.VIEW_CASE)
    told = theirs.get(pk=case.pk).events.get(name="acknowledged")
    assert "after four" in told.detail
    assert (told.by, told.at, told.recorded_at) == (people["officer"], at(20), at(20))
    outside = gate.visible_to(people["colleague"], Case.objects.all(), Action.VIEW_CASE)
    assert not outside.filter(pk=case.pk).exists()


@pytest.mark.requirement("IN-7")
def test_the_next_officer_goes_on_where_the_first_one_stopped(
    make_case: Callable[..., Case], people: dict[str, Any]
) -> None:
    case = make_case()
    acknowledge(
        case=case, by=people["officer"], sent_at=at(20), channel="email", offered_discussion=True
    )
    grade_case(
        case=case, by=people["officer2"], grade="moderate", reason="Several points", at=at(21)
    )
    done_by = list(case.events.order_by("at", "pk").values_list("name", "by__username"))
    officer, second = people["officer"].username, people["officer2"].username
    assert done_by[-2:] == [("acknowledged", officer), ("graded", second)]


@pytest.mark.requirement("TG-1")
def test_a_new_grade_keeps_the_one_before_with_its_reason(
    make_case: Callable[..., Case], people: dict[str, Any]
) -> None:
    case = make_case()
    for day, grade, reason in ((20, "moderate", "As first told"), (23, "major", "The trust wrote")):
        grade_case(case=case, by=people["officer"], grade=grade, reason=reason, at=at(day))
    kept = list(case.events.filter(name="graded").order_by("at").values_list("title", "detail"))
    assert kept == [("Graded moderate", "As first told"), ("Graded major", "The trust wrote")]
    assert case.grade == "major"
