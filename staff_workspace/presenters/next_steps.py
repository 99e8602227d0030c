"""What is to be done next on a case, in order of need, as verbs with addresses.

Works on prefetched relations, so that a list of cases costs no query a case.
"""

from collections.abc import Iterator

from django.utils import timezone

from permissions.rules.actions import Action
from staff_workspace.models import Case
from staff_workspace.policy.news import news_owed
from staff_workspace.presenters.answering_steps import answering_steps
from staff_workspace.presenters.organisations import lead_still_open, organisation_cards
from staff_workspace.presenters.people_steps import people_steps
from staff_workspace.presenters.step import Step, step_to

PREFETCH = (
    "issues",
    "consents__by_organisation",
    "responses",
    "authority_decisions",
    "organisations__points",
    "organisations__answered",
)
LOOKED_INTO = ("investigating", "quality_check", "further_approval", "sign_off")


def next_steps(case: Case) -> list[Step]:
    """The steps that are open now, the most pressing first."""
    return list(_steps(case))


def _steps(case: Case) -> Iterator[Step]:
    yield from _ombudsman_steps(case)
    if case.state == "closed":
        return
    if case.state == "received" and case.kind == Case.Kind.COMPLIMENT:
        yield step_to(case, "close", "Close", Action.CLOSE_CASE, "Pass on the compliment and close")
        return
    if not case.acknowledged_at and not case.anonymous:
        yield step_to(
            case,
            "acknowledge",
            "Acknowledge",
            Action.ACKNOWLEDGE,
            f"Acknowledge the {kind(case)}",
            why="With the offer to talk about how it is handled",
            due=case.acknowledgement_due,
            rule=acknowledgement_rule(case),
        )
    yield from people_steps(case)
    if not case.grade:
        yield step_to(case, "grade", "Grade", Action.GRADE, f"Grade the {kind(case)}")
    yield from _organisation_steps(case)
    news = list(_news_steps(case))
    yield from (step for step in news if step.due)
    yield from answering_steps(case)
    yield from (step for step in news if not step.due)
    if case.handler_id is None:
        yield step_to(case, "assign", "Assign", Action.ASSIGN, "Give the case to a handler")


def _ombudsman_steps(case: Case) -> Iterator[Step]:
    if case.ombudsman_due:
        yield step_to(
            case,
            "ombudsman",
            "Record it",
            Action.RECORD_OMBUDSMAN,
            "Answer the ombudsman",
            why="Papers were asked for, whatever has become of the case",
            due=case.ombudsman_due,
        )


def _organisation_steps(case: Case) -> Iterator[Step]:
    today = timezone.localdate()
    for card in organisation_cards(case, today=today):
        for left in card.open:
            if left.startswith("wait"):
                continue
            yield step_to(
                case,
                "organisations",
                "Open",
                Action.RECORD_FINDINGS,
                f"{card.row.name}: {left}",
                why="The complaint concerns this organisation as well",
                due=card.row.due_on,
            )
    left = lead_still_open(case)
    if left:
        yield step_to(
            case,
            "lead",
            "Record it",
            Action.RECORD_FINDINGS,
            f"Settle {' and '.join(left)}",
            why="Several organisations are concerned",
            rule="law: regulation 9",
        )


def _news_steps(case: Case) -> Iterator[Step]:
    owed = news_owed(
        looked_into=case.state in LOOKED_INTO,
        reachable=not case.anonymous and case.withdrawn_at is None,
        next_on=case.next_news_on,
        today=timezone.localdate(),
    )
    if owed:
        yield step_to(
            case,
            "news",
            "Record it",
            Action.RECORD_CONTACT,
            owed,
            why="Whoever complained is kept informed while we look into it",
            due=case.next_news_on,
            rule="law: regulation 14",
        )


def acknowledgement_rule(case: Case) -> str:
    """Whose rule asks for the acknowledgement: regulation 13 speaks of complaints only."""
    return "law: regulation 13" if case.kind == Case.Kind.COMPLAINT else "the body's policy"


def kind(case: Case) -> str:
    """The kind of case inside a sentence."""
    label = case.get_kind_display()
    return label if label.startswith("MP") else label.lower()
