"""The statement a person signs: consent to share, legal authority, or a chosen representative."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from . import consent_wording as wording
from .branding import Branding
from .consent_wording import Names
from .finishing import Description
from .letter_page import letter_design
from .letters import in_words
from .qr_code import add_online_page
from .signatures import add_signatures
from .story import Story
from .styles import LARGE_PRINT_SIZE, ORDINARY_SIZE, StyleSheet
from .tick_table import add_tick_list, add_tick_table
from .typesetting import KnownPages, typeset

Kind = Literal["sharing_consent", "legal_authority", "chosen_representative"]
TITLES: dict[str, str] = {
    "sharing_consent": "Consent to share information about a complaint",
    "legal_authority": "Consent statement: legal authority to act",
    "chosen_representative": "Consent statement: a chosen representative",
}


@dataclass(frozen=True)
class ConsentStatement:
    """What a consent statement needs to know.

    `made_on` is the day the statement was prepared. `authority_basis` says what lets the
    complainant sign for the patient; when it is empty the patient signs a sharing consent.
    `person_term` is the body's word: "patient" or "service user". `online` is where the case is
    found, with the reference and without a code.
    """

    kind: Kind
    reference: str
    made_on: date
    complainant_name: str
    complainant_address_lines: tuple[str, ...]
    relationship: str
    patient_name: str
    patient_address_lines: tuple[str, ...]
    patient_date_of_birth: str
    organisations: tuple[str, ...]
    authority_basis: str
    person_term: str = "patient"
    online: str = ""

    def __post_init__(self) -> None:
        if self.kind not in TITLES:
            raise ValueError(f"unknown kind of consent statement: {self.kind!r}")
        if self.kind == "sharing_consent" and not self.organisations:
            raise ValueError("a sharing consent names at least one organisation")


def render(statement: ConsentStatement, branding: Branding, *, large_print: bool = False) -> bytes:
    """Return the statement as a tagged PDF; `large_print` sets everything in 16 point or more.

    Source: catalogue CN-1, CN-2, CN-5 and CN-6.
    """
    size = LARGE_PRINT_SIZE if large_print else ORDINARY_SIZE
    smallest = LARGE_PRINT_SIZE if large_print else 8.5
    styles = StyleSheet(size, branding.accent, smallest=smallest, title_factor=1.5)
    design = letter_design(branding, statement.reference, large_print=large_print)
    names = Names(
        branding.body_name,
        statement.complainant_name,
        statement.patient_name,
        statement.person_term,
        statement.authority_basis,
    )

    def compose(_known: KnownPages) -> Story:
        story = Story(styles, design.first.width)
        story.heading(1, TITLES[statement.kind])
        _PARTS[statement.kind](story, statement, names)
        _returning(story, branding)
        add_online_page(story, statement.online, statement.reference)
        story.note_replacements()
        return story

    description = Description(
        title=f"{TITLES[statement.kind]} – {statement.reference}",
        author=branding.body_name,
        subject="A statement to read, sign and send back",
        made_on=statement.made_on,
    )
    return typeset(compose, design, description)


def _sharing(story: Story, statement: ConsentStatement, names: Names) -> None:
    story.paragraph(wording.sharing_introduction(names))
    _people(story, statement, names)
    story.heading(2, "What you are agreeing to")
    story.bullets(wording.sharing_points(names))
    story.heading(2, "Who we may share with")
    story.paragraph(wording.UNTICKED)
    add_tick_table(story, "Organisation", statement.organisations, ("Yes", "No"))
    _change_of_mind(story, statement, names)
    signer = (
        f"{names.complainant}, on behalf of {names.patient}"
        if names.signs_for_patient
        else names.patient
    )
    add_signatures(story, "Your signature", wording.sharing_declaration(names), (signer,))


def _legal_authority(story: Story, statement: ConsentStatement, names: Names) -> None:
    story.paragraph(wording.legal_authority_introduction(names))
    _people(story, statement, names)
    story.heading(2, "What you are confirming")
    story.bullets(wording.legal_authority_points(names))
    story.heading(2, "Proof of authority")
    story.paragraph("Tick what you are enclosing. Send copies, not the originals.")
    add_tick_list(story, wording.PROOFS)
    _change_of_mind(story, statement, names)
    add_signatures(
        story,
        "Your signature",
        "I confirm each of the points above.",
        (f"{names.complainant}, representative",),
    )


def _chosen(story: Story, statement: ConsentStatement, names: Names) -> None:
    story.paragraph(wording.chosen_introduction(names))
    _people(story, statement, names)
    story.heading(2, "What you are confirming")
    story.bullets(wording.chosen_points(names))
    _change_of_mind(story, statement, names)
    add_signatures(
        story,
        "Both signatures",
        f"{names.patient} confirms each of the points above. {names.complainant} agrees to act "
        "as the representative and confirms that the information is true and accurate.",
        (
            f"{names.patient}, {statement.person_term}",
            f"{names.complainant}, representative",
        ),
    )


_PARTS: dict[str, Callable[[Story, ConsentStatement, Names], None]] = {
    "sharing_consent": _sharing,
    "legal_authority": _legal_authority,
    "chosen_representative": _chosen,
}


def _people(story: Story, statement: ConsentStatement, names: Names) -> None:
    story.heading(2, "Who this is about")
    term = statement.person_term
    facts = [
        ("Our reference", f"{statement.reference}, prepared on {in_words(statement.made_on)}"),
        (f"Name of {term}", statement.patient_name),
        (f"Address of {term}", ", ".join(statement.patient_address_lines)),
        ("Date of birth", statement.patient_date_of_birth),
    ]
    if names.someone_else_complains:
        role = "complainant" if statement.kind == "sharing_consent" else "representative"
        facts += [
            (f"Name of {role}", statement.complainant_name),
            (f"Address of {role}", ", ".join(statement.complainant_address_lines)),
            (f"Relationship to {term}", statement.relationship),
        ]
    if statement.authority_basis.strip():
        facts.append(("Authority to act", statement.authority_basis))
    story.facts(facts)


def _change_of_mind(story: Story, statement: ConsentStatement, names: Names) -> None:
    """Said before the signature, so that it is known when the person signs."""
    sharing = statement.kind == "sharing_consent"
    story.heading(2, "Your right to change your mind")
    story.paragraph(wording.change_of_mind(names, sharing=sharing))


def _returning(story: Story, branding: Branding) -> None:
    start = len(story.flowables)
    story.heading(2, "How to send it back")
    ways = [f"By post: {', '.join((branding.body_name, *branding.address_lines))}"]
    if branding.email:
        ways.append(f"By email: {branding.email}. {wording.EMAIL_SIGNATURE}")
    if branding.phone:
        ways.append(f"Questions: call {branding.phone}")
    story.bullets(ways)
    story.paragraph(wording.HELP)
    story.keep_from(start)
