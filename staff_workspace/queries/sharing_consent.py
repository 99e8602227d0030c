"""What may go to another organisation of a case, by the consents that there are."""

from staff_workspace.models import Case, CaseOrganisation, Consent
from staff_workspace.policy.several_bodies import Share


def consent_scope(organisation: CaseOrganisation) -> str:
    """What may go there, in words; "" where nothing may.

    A statement that names the organisation decides. Without one, what the person agreed to.
    """
    wanted = organisation.name.strip().casefold()
    naming = [
        consent
        for consent in organisation.case.consents.all()
        if wanted in {str(name).strip().casefold() for name in consent.organisations}
    ]
    covering = [consent for consent in naming if _covers(consent, wanted)]
    if covering:
        return "; ".join(covering[-1].scope_labels)
    return "" if naming else organisation.agreed


def _covers(consent: Consent, wanted: str) -> bool:
    """Whether it is signed for sharing; who answered online did so for each organisation."""
    signed = consent.answer == Consent.Answer.SIGNED and Consent.Scope.SHARE in consent.scopes
    answers = [
        row.holds
        for row in consent.by_organisation.all()
        if row.organisation.strip().casefold() == wanted
    ]
    return signed and all(answers)


def shares_of_case(case: Case) -> list[Share]:
    """Every organisation of a case as the rules look at it."""
    return [row.share(consent=bool(consent_scope(row))) for row in case.organisations.all()]
