"""The tags under a case's title: state, grade, needs and safe contact, in words."""

from dataclasses import dataclass

from staff_workspace.models import Case
from staff_workspace.policy import grading

STATE_COLOURS = {
    "received": "blue",
    "acknowledged": "aqua-green",
    "investigating": "yellow",
    "quality_check": "orange",
    "further_approval": "orange",
    "sign_off": "orange",
    "signed": "orange",
    "responded": "green",
    "closed": "grey",
}


@dataclass(frozen=True)
class Tag:
    """A word with a colour that says nothing the word does not."""

    text: str
    colour: str


def state_tag(case: Case) -> Tag:
    """The state as staff call it."""
    return Tag(case.state_label, STATE_COLOURS[case.state])


def case_tags(case: Case) -> list[Tag]:
    """All that a handler must know before writing or calling."""
    tags = [state_tag(case)]
    if case.grade:
        tags.append(Tag(grade_label(case), "orange"))
    if case.complex_or_claim:
        tags.append(Tag("Complex or possible claim", "red"))
    if case.elected_as:
        who = "MP" if case.elected_as == "mp" else "elected official"
        tags.append(Tag(f"Also an enquiry by an {who}", "blue"))
    if case.withdrawn_at:
        tags.append(Tag("Withdrawn", "grey"))
    elif case.reopened:
        tags.append(Tag("Opened again", "yellow"))
    if case.referred_to_ombudsman:
        tags.append(Tag("With the ombudsman", "purple"))
    if case.anonymous:
        tags.append(Tag("Anonymous", "grey"))
    if case.communication_needs:
        tags.append(Tag(_short(case.communication_needs), "aqua-green"))
    if case.safe_contact:
        # What it says stands with the contact details, where each look is audited.
        tags.append(Tag("Heed the note on safe contact", "purple"))
    return tags


def grade_label(case: Case) -> str:
    """The label that the body's policy gives the grade."""
    return grading.grade(case.profile, case.grade).label if case.grade else "Not graded"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 48 else f"{line[:45]}..."
