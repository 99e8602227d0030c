"""The organisations of a case as a screen shows them."""

from dataclasses import dataclass
from datetime import date

from staff_workspace.models import Case, CaseOrganisation
from staff_workspace.policy.co_operation import lead_missing
from staff_workspace.policy.several_bodies import still_open
from staff_workspace.queries.sharing_consent import consent_scope


@dataclass(frozen=True)
class OrganisationCard:
    """One organisation: its row, what may go there, and what is still to be done."""

    row: CaseOrganisation
    scope: str
    open: tuple[str, ...]


def organisation_cards(case: Case, *, today: date) -> list[OrganisationCard]:
    """A card for each organisation, in the order in which they were named."""
    cards = []
    for row in case.organisations.all():
        scope = consent_scope(row)
        left = still_open(row.share(consent=bool(scope)), today=today)
        cards.append(OrganisationCard(row, scope, left))
    return cards


def lead_still_open(case: Case) -> tuple[str, ...]:
    """What is still to be agreed about who leads, in words."""
    bodies = 1 + len(case.organisations.all())
    told = case.lead_told_on is not None
    return lead_missing(bodies, lead=case.lead_organisation, told_person=told)
