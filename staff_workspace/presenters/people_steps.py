"""What is to be done next about the people of a case: authority to act, and consent."""

from collections.abc import Iterator

from django.urls import reverse

from permissions.rules.actions import Action
from staff_workspace.models import Case
from staff_workspace.presenters.step import Step, step_to
from staff_workspace.queries.case_facts import statement_needed


def people_steps(case: Case) -> Iterator[Step]:
    """The steps where somebody complains for the patient; none otherwise."""
    if not case.on_behalf:
        return
    judged = next(iter(case.authority_decisions.all()), None)
    if case.representation != "asked" and (judged is None or judged.decision == "more_needed"):
        yield step_to(
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
        yield step_to(
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
