"""What is to be done next on a case, in order of need, as verbs with addresses.

Works on prefetched relations, so that a list of cases costs no query a case.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils import timezone

from permissions.rules.actions import Action
from staff_workspace.models import Case
from staff_workspace.policy.news import news_owed
from staff_workspace.policy.stages import stages_of
from staff_workspace.presenters.organisations import lead_still_open, organisation_cards
from staff_workspace.queries.case_facts import statement_needed
from staff_workspace.queries.escalation import escalation_day

PREFETCH = (
    "issues",
    "consents__by_organisation",
    "responses",
    "authority_decisions",
    "organisations__points",
    "organisations__answered",
)


@dataclass(frozen=True)
class Step:
    """A duty as a verb; ``due`` when a clock gives it a day."""

    verb: str
    button: str
    action: Action
    url: str
    why: str = ""
    due: date | None = None
    rule: str = ""


def next_steps(case: Case) -> list[Step]:
    """The steps that are open now, the most pressing first."""
    return list(_steps(case))


def _steps(case: Case) -> Iterator[Step]:
    yield from _ombudsman_steps(case)
    if case.state == "closed":
        return
    if case.state == "received" and case.kind == Case.Kind.COMPLIMENT:
        yield _step(case, "close", "Close", Action.CLOSE_CASE, "Pass on the compliment and close")
        return
    if not case.acknowledged_at and not case.anonymous:
        yield _step(
            case,
            "acknowledge",
            "Acknowledge",
            Action.ACKNOWLEDGE,
            f"Acknowledge the {kind(case)}",
            why="With the offer to talk about how it is handled",
            due=case.acknowledgement_due,
            rule=acknowledgement_rule(case),
        )
    yield from _people_steps(case)
    if not case.grade:
        yield _step(case, "grade", "Grade", Action.GRADE, f"Grade the {kind(case)}")
    yield from _organisation_steps(case)
    news = list(_news_steps(case))
    yield from (step for step in news if step.due)
    yield from _answer_steps(case)
    yield from (step for step in news if not step.due)
    if case.handler_id is None:
        yield _step(case, "assign", "Assign", Action.ASSIGN, "Give the case to a handler")


def _ombudsman_steps(case: Case) -> Iterator[Step]:
    if case.ombudsman_due:
        yield _step(
            case,
            "ombudsman",
            "Record it",
            Action.RECORD_OMBUDSMAN,
            "Answer the ombudsman",
            why="Papers were asked for, whatever has become of the case",
            due=case.ombudsman_due,
        )


def _people_steps(case: Case) -> Iterator[Step]:
    if not case.on_behalf:
        return
    judged = next(iter(case.authority_decisions.all()), None)
    if case.representation != "asked" and (judged is None or judged.decision == "more_needed"):
        yield _step(
            case,
            "authority",
            "Judge",
            Action.JUDGE_AUTHORITY,
            "Judge the authority to act",
            why="Somebody complains for the patient",
        )
        return
    consents = list(case.consents.all())
    if not consents and statement_needed(case):
        yield _step(
            case,
            "consent",
            "Make it",
            Action.ARRANGE_CONSENT,
            "Make the consent statement",
            why="It has to be signed before the response can be sent",
        )
    for consent in consents:
        if consent.answer == "waiting":
            yield Step(
                verb="Record the signed consent statement",
                button="Record it",
                action=Action.ARRANGE_CONSENT,
                url=reverse("staff_workspace:consent_received", args=[case.reference, consent.pk]),
                why=f"Made for {consent.giver} to sign",
            )


def _organisation_steps(case: Case) -> Iterator[Step]:
    today = timezone.localdate()
    for card in organisation_cards(case, today=today):
        for left in card.open:
            if left.startswith("wait"):
                continue
            yield _step(
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
        yield _step(
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
        yield _step(
            case,
            "news",
            "Record it",
            Action.RECORD_CONTACT,
            owed,
            why="Whoever complained is kept informed while we look into it",
            due=case.next_news_on,
            rule="law: regulation 14",
        )


def _answer_steps(case: Case) -> Iterator[Step]:
    if case.state == "investigating":
        yield from _investigation_steps(case)
    elif case.state in CHECKS:
        yield from _check_steps(case)
    elif case.state == "sign_off":
        yield _step(
            case,
            "sign",
            "Open to sign",
            Action.SIGN_RESPONSE,
            "Sign the response",
            why="A second person signs what a first one drafted",
            due=case.response_due,
        )
    elif case.state == "signed":
        yield _step(
            case,
            "send",
            "Record it",
            Action.SEND_RESPONSE,
            "Send the response and record it",
            why="Only sending stops the clocks",
            due=case.response_due or case.statutory_due,
        )
    elif case.state == "responded":
        yield _step(case, "close", "Close", Action.CLOSE_CASE, "Close the case")


LOOKED_INTO = ("investigating", "quality_check", "further_approval", "sign_off")
CHECKS = {
    "quality_check": "Check and approve the draft",
    "further_approval": "Approve the draft further",
}


def _check_steps(case: Case) -> Iterator[Step]:
    draft = next(iter(case.responses.all()), None)
    yield _step(
        case,
        "approve",
        "Open to check",
        Action.APPROVE_DRAFT,
        CHECKS[case.state],
        why="Nobody approves their own draft",
        due=case.response_due or case.statutory_due,
    )
    if case.state == "quality_check" and "escalation" in stages_of(case.profile) and draft:
        day = escalation_day(case.profile, draft)
        if day and day < timezone.localdate():
            yield _step(
                case,
                "escalate",
                "Record it",
                Action.DRAFT_RESPONSE,
                "Take the draft higher",
                why="It has lain with the one who checks it for longer than the policy allows",
                due=day,
            )


def _investigation_steps(case: Case) -> Iterator[Step]:
    open_issues = [issue for issue in case.issues.all() if not issue.finding]
    due = case.response_due or case.statutory_due
    for issue in open_issues:
        yield Step(
            verb=f"Record the finding on point {issue.number}",
            button="Record it",
            action=Action.RECORD_FINDINGS,
            url=reverse("staff_workspace:finding", args=[case.reference, issue.number]),
            why=issue.point,
            due=due,
        )
    if open_issues:
        return
    if case.anonymous or case.withdrawn_at:
        why = "Nobody can be written to" if case.anonymous else "The person withdrew it"
        yield _step(case, "close", "Close", Action.CLOSE_CASE, "Close the case", why=why)
        return
    draft = next(iter(case.responses.all()), None)
    checked = "quality_check" in stages_of(case.profile)
    if draft is None or draft.submitted_at:
        yield _step(
            case,
            "draft",
            "Draft",
            Action.DRAFT_RESPONSE,
            "Draft the response",
            why=draft.returned_because if draft else "Every point has a finding",
            due=due,
        )
    else:
        yield _step(
            case,
            "submit",
            "Pass on",
            Action.DRAFT_RESPONSE,
            "Pass the draft on to be checked" if checked else "Pass the draft on for signature",
            due=due,
        )


def acknowledgement_rule(case: Case) -> str:
    """Whose rule asks for the acknowledgement: regulation 13 speaks of complaints only."""
    return "law: regulation 13" if case.kind == Case.Kind.COMPLAINT else "the body's policy"


def kind(case: Case) -> str:
    """The kind of case inside a sentence."""
    label = case.get_kind_display()
    return label if label.startswith("MP") else label.lower()


def _step(case: Case, name: str, button: str, action: Action, verb: str, **more) -> Step:
    url = reverse(f"staff_workspace:{name}", args=[case.reference])
    return Step(verb=verb, button=button, action=action, url=url, **more)
