"""People tell their story once: whoever of the team answers finds it in the record (IN-7, TG-1)."""

from collections.abc import Callable
from typing import Any

import pytest

from permissions import gate
from permissions.rules.actions import Action
from staff_workspace.actions.acknowledge import acknowledge
from staff_workspace.actions.grade_case import grade_case
from staff_workspace.actions.record_contact import record_contact
from staff_workspace.actions.take_as_complaint import take_as_complaint
from staff_workspace.models import Case
from staff_workspace.policy.lifecycle import NotAllowed
from tests.staff_workspace.actions.working_a_case import ON_THEIR_OWN
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


@pytest.mark.requirement("IN-7")
def test_each_contact_is_added_to_the_record_that_the_whole_team_reads(
    make_case: Callable[..., Case], people: dict[str, Any]
) -> None:
    case = make_case()
    for who, day, note in (("officer", 20, "Wants a call back"), ("officer2", 23, "Called back")):
        record_contact(
            case=case,
            by=people[who],
            on=at(day),
            channel="phone",
            reached=True,
            covered=[],
            note=note,
        )
    for reader in ("officer", "officer2"):
        theirs = gate.visible_to(people[reader], Case.objects.all(), Action.VIEW_CASE).get()
        told = theirs.events.filter(name__in=["first_contact", "contact"]).order_by("at")
        assert list(told.values_list("by_name", "detail")) == [
            ("Officer", "Wants a call back"),
            ("Second", "Called back"),
        ]


@pytest.mark.requirement("IN-7")
def test_a_quick_answer_that_failed_goes_on_as_a_complaint_without_a_new_story(
    make_case: Callable[..., Case], people: dict[str, Any]
) -> None:
    case = make_case(kind="concern", **ON_THEIR_OWN)
    case.issues.all().delete()
    assert case.statutory_due is None
    told = {"case": case, "by": people["officer"], "why": "Nobody rang back", "at": at(24)}
    with pytest.raises(NotAllowed, match="Tell the person first"):
        take_as_complaint(**told, person_told=False)
    take_as_complaint(**told, person_told=True)
    assert (case.kind, case.received_at.day) == ("complaint", 19)
    assert case.issues.get().point == case.story
    assert case.statutory_due is not None
    event = case.events.get(name="taken_as_complaint")
    assert (event.title, event.detail) == ("The concern goes on as a complaint", "Nobody rang back")
    with pytest.raises(NotAllowed, match="Only a concern"):
        take_as_complaint(**told, person_told=True)
