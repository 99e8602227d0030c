"""The people of a new case, from the answers of a form."""

from typing import Any

from feedback_forms.rules.meanings import Meaning
from staff_workspace.models import Case, ElectronicConsent, Party


def add_parties(case: Case, answers: dict[Meaning, Any]) -> None:
    """Write the complainant and the patient; somebody who complains for themself is both."""
    complainant = Party(
        case=case,
        role=Party.Role.COMPLAINANT,
        name=_text(answers, Meaning.COMPLAINANT_NAME)[:200],
        relationship=_text(answers, Meaning.REPRESENTATION_RELATIONSHIP)[:120],
        address=_text(answers, Meaning.COMPLAINANT_ADDRESS),
        email=_text(answers, Meaning.COMPLAINANT_EMAIL)[:254],
        phone=_text(answers, Meaning.COMPLAINANT_PHONE)[:40],
    )
    patient = Party(
        case=case,
        role=Party.Role.PATIENT,
        name=_text(answers, Meaning.PATIENT_NAME)[:200],
        address=_text(answers, Meaning.PATIENT_ADDRESS),
        date_of_birth=_text(answers, Meaning.PATIENT_DATE_OF_BIRTH)[:40],
        nhs_number=_text(answers, Meaning.PATIENT_NHS_NUMBER).replace(" ", "")[:10],
    )
    if not case.on_behalf:
        patient.name = patient.name or complainant.name
    if not case.on_behalf or answers.get(Meaning.PATIENT_SAME_ADDRESS) == "yes":
        patient.address = patient.address or complainant.address
    complainant.save()
    if patient.name:
        patient.save()
    if complainant.email and answers.get(Meaning.CONSENT_EMAIL) == "yes":
        ElectronicConsent.objects.create(
            case=case, address=complainant.email, given_at=case.received_at
        )


def _text(answers: dict[Meaning, Any], meaning: Meaning) -> str:
    return str(answers.get(meaning) or "")
