"""What a consent statement says, from the people of the case."""

from datetime import date

from staff_workspace.documents.consent_statement import ConsentStatement
from staff_workspace.models import Case, Party
from staff_workspace.queries.portal_address import case_online

_PERSON = {True: "patient", False: "service user"}


def statement_facts(
    case: Case, *, kind: str, made_on: date, organisations: tuple[str, ...]
) -> ConsentStatement:
    """Gather names, addresses and the basis of authority for the statement of ``kind``."""
    people = {party.role: party for party in case.parties.all()}
    complainant = people.get("complainant") or Party()
    patient = people.get("patient") or complainant
    judged = case.authority_decisions.first()
    return ConsentStatement(
        kind=kind,
        reference=case.reference,
        made_on=made_on,
        complainant_name=complainant.name,
        complainant_address_lines=lines(complainant.address),
        relationship=complainant.relationship,
        patient_name=patient.name,
        patient_address_lines=lines(patient.address),
        patient_date_of_birth=patient.date_of_birth,
        organisations=organisations,
        authority_basis=judged.evidence_seen if judged and case.on_behalf else "",
        person_term=_PERSON[case.body.is_nhs],
        online=case_online(case),
    )


def lines(address: str) -> tuple[str, ...]:
    """The lines of an address, without empty ones."""
    return tuple(line.strip() for line in address.splitlines() if line.strip())
