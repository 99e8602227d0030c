"""Which codes a parameter may hold, and what a code is called in a body."""

from __future__ import annotations

from .compare import values
from .meetings import TASKS
from .parameter_names import in_words
from .profile import NAMES, Profile, load
from .red_flags import FLAGS
from .representation import EVIDENCE
from .restriction_criteria import CRITERIA
from .restriction_steps import LETTER_POINTS

_FREE_TEXT = ("document.", "references.", "roles.", "grading.interventions.", "contacts.", "body.")
_FREE_TEXT_KEYS = frozenset(
    {
        "intake.concern_called",
        "intake.mp_enquiry_called",
        "intake.complaint_means",
        "intake.concern_means",
        "confidentiality.plain_mail_domains",
        "confidentiality.encrypt_words",
        "restrictions.vex_warning_text",
    }
    | {f"grading.quality_tiers.QA{n}.asks_for" for n in range(1, 5)}
)
_OF_GRADES = frozenset({"first_contact.first_contact_grades", "grading.red_flag_floor"})
# Criteria and measures belong to one policy: another body's letters would mean nothing here.
_OF_ONE_BODY = "restrictions."
_WORDS = {
    **EVIDENCE,
    **FLAGS,
    **TASKS,
    **LETTER_POINTS,
    **CRITERIA,
    "mp": "MPs",
    "elected_official": "Other elected people",
    "labels": "By the meaning of each grade",
    "matrix": "By likelihood and impact",
    "none": "No grades",
    "law": "As the law says",
    "hours": "Within the hours named beside it",
    "receipt": "The day it is received",
    "consent": "The day that consent is in",
    "requested": "Asked for",
    "any": "Any one of them",
    "all": "All of them",
    "tracker": "In the tracker, not in the letter",
    "in_scope": "Covered",
    "excluded": "Not covered",
    "process_only": "Only how it was handled is covered",
}


def is_free_text(key: str) -> bool:
    """True where the text at `key` is the body's own wording rather than a code of ours."""
    return key in _FREE_TEXT_KEYS or key.startswith(_FREE_TEXT)


def code_words(code: str, profile: Profile) -> str:
    """A code in words: a role by the body's title, a grade by its label, others spelled out."""
    if code in _WORDS:
        return _WORDS[code]
    for role in profile.roles:
        if role.key == code:
            return role.title.in_force or in_words(code)
    for grade in profile.grading.grades:
        if grade.key == code:
            return grade.label
    for contact in profile.contacts_of("ombudsman"):
        if contact.key == code:
            return contact.name
    return in_words(code) if " " not in code else code


def codes_for(profile: Profile, key: str) -> tuple[str, ...]:
    """Every code that the parameter at `key` may hold: those that some profile uses there.

    Where a role stands, every role of the body may stand; where a grade does, every grade.
    """
    if key in _OF_GRADES:
        return tuple(grade.key for grade in profile.grading.grades)
    section = ".".join(key.split(".")[:2])
    own = profile.body.key
    names = [own] if section.startswith(_OF_ONE_BODY) and own in NAMES else NAMES
    found: dict[str, None] = {}
    for source in (profile, *(load(name) for name in names)):
        for other, value in values(source).items():
            if other == key or (other.startswith(f"{section}.") and section != key):
                found |= dict.fromkeys(_texts(value.in_force))
    roles = {role.key for role in profile.roles}
    if roles & found.keys():
        # A role of another body has no holder here.
        every_role = {role.key for name in NAMES for role in load(name).roles}
        found = {code: None for code in found if code not in every_role} | dict.fromkeys(roles)
        found |= dict.fromkeys(_texts(values(profile)[key].in_force))
        return tuple(sorted(found, key=lambda code: code_words(code, profile)))
    return tuple(found)


def _texts(in_force: object) -> tuple[str, ...]:
    items = in_force if isinstance(in_force, tuple) else (in_force,)
    return tuple(item for item in items if isinstance(item, str) and item)
