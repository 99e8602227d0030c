"""What somebody in a story answers to a question of a form, found by what the question means."""

from collections.abc import Callable
from datetime import date
from typing import Any

from feedback_forms.rules.answers import Address, to_json
from feedback_forms.rules.dates import PartialDate
from feedback_forms.rules.definition import QuestionDefinition
from feedback_forms.rules.kinds import ANY_OF, QuestionKind
from feedback_forms.rules.meanings import Meaning as M
from public_site.demo.cases.stories import Story

_SAID: dict[M, Callable[[Story], str]] = {
    M.COMPLAINANT_NAME: lambda s: s.complainant.name,
    M.COMPLAINANT_ADDRESS: lambda s: s.complainant.address,
    M.COMPLAINANT_EMAIL: lambda s: s.complainant.email,
    M.COMPLAINANT_PHONE: lambda s: s.complainant.phone,
    M.COMPLAINANT_CONTACT_PREFERENCE: lambda s: "email" if s.complainant.email else "post",
    M.COMPLAINANT_NEEDS: lambda s: s.needs,
    M.COMPLAINANT_SAFE_CONTACT: lambda s: s.safe_contact,
    M.PATIENT_NAME: lambda s: s.patient.name if s.patient else "",
    M.PATIENT_ADDRESS: lambda s: s.patient.address if s.patient else "",
    M.PATIENT_SAME_ADDRESS: lambda s: "yes" if _shared_address(s) else "no",
    M.PATIENT_DATE_OF_BIRTH: lambda s: (s.patient or s.complainant).born,
    M.PATIENT_NHS_NUMBER: lambda s: (s.patient or s.complainant).nhs_number,
    M.REPRESENTATION_REASON: lambda s: s.representation,
    M.REPRESENTATION_RELATIONSHIP: lambda s: s.relationship,
    M.REPRESENTATION_EVIDENCE_BASIS: lambda s: s.basis,
    M.EVENT_SERVICE: lambda s: s.service,
    M.EVENT_PLACE: lambda s: s.place,
    M.STORY: lambda s: s.story.strip(),
    M.DESIRED_OUTCOME: lambda s: s.wanted,
    M.CONSENT_SHARE: lambda s: "yes",
    M.CONSENT_EMAIL: lambda s: "yes" if s.complainant.email else "no",
}
# Questions that only open another one, or ask for more about it, have no meaning of their own.
_BY_KEY: dict[str, Callable[[Story], str]] = {
    "safe_contact": lambda s: "no" if s.safe_contact else "yes",
    "knows_nhs_number": lambda s: "yes" if (s.patient or s.complainant).nhs_number else "no",
    "found_later": lambda s: "no",
    "your_needs": lambda s: s.needs,
    "your_other_need": lambda s: s.needs,
    "other_way": lambda s: "none",
}
OTHER_NEED = "other_need"


def _shared_address(story: Story) -> bool:
    return bool(story.patient and story.patient.address == story.complainant.address != "")


def answer(question: QuestionDefinition, story: Story, happened: date | None) -> Any:
    """The stored form of the answer, or None; what is required and unknown gets a plain answer."""
    said = _said(question, story)
    if question.kind is QuestionKind.DECLARATION:
        return True
    if question.kind in (QuestionKind.DATE, QuestionKind.APPROXIMATE_DATE):
        return _date(question, said, happened)
    if question.kind is QuestionKind.ADDRESS:
        return to_json(_address(said)) if said else None
    if question.choices:
        return _choice(question, said)
    if question.kind is QuestionKind.NHS_NUMBER:
        return said.replace(" ", "") or None
    return said or ("Not known" if question.required else None)


def _said(question: QuestionDefinition, story: Story) -> str:
    ask = _SAID.get(question.meaning) if question.meaning else _BY_KEY.get(question.key)
    return ask(story) if ask else ""


def _date(question: QuestionDefinition, said: str, happened: date | None) -> str | None:
    if said:
        return said
    about_the_event = question.meaning in (M.EVENT_DATE, M.EVENT_KNOWN_DATE)
    if happened and about_the_event:
        return str(PartialDate(happened.year, happened.month, happened.day))
    return None


def _address(said: str) -> Address:
    line_1, *middle, town, postcode = said.split(", ")
    return Address(line_1, ", ".join(middle), town, postcode)


def _choice(question: QuestionDefinition, said: str) -> Any:
    known = {c.value: c.value for c in question.choices}
    known |= {c.label.lower(): c.value for c in question.choices}
    other = OTHER_NEED if said and OTHER_NEED in known else ""
    last = question.choices[-1].value if question.required else ""
    chosen = known.get(said.lower(), "") or other or last
    if question.kind in ANY_OF:
        return [chosen] if chosen else None
    return chosen or None
