"""What each consent statement says, in plain English: the words, apart from their layout."""

from __future__ import annotations

from dataclasses import dataclass

PROOFS = (
    "A copy of the power of attorney",
    "A copy of appointee documents",
    "A letter from the Department for Work and Pensions that names us both",
    "Another document that shows my authority",
)


@dataclass(frozen=True)
class Names:
    """The names that the sentences need; `person_term` is patient or service user."""

    body: str
    complainant: str
    patient: str
    person_term: str
    authority: str

    @property
    def someone_else_complains(self) -> bool:
        """Whether the complaint is made for the patient by another person."""
        return self.complainant.strip().casefold() != self.patient.strip().casefold()

    @property
    def signs_for_patient(self) -> bool:
        """Whether the complainant signs for the patient under an authority they hold."""
        return self.someone_else_complains and bool(self.authority.strip())


def sharing_introduction(names: Names) -> str:
    """Why the body asks for agreement to share."""
    return (
        f"{names.body} needs agreement before it can share this complaint, or information "
        f"about {names.patient}, with another organisation. Read this statement, tick a box for "
        "each organisation, then sign it and send it back."
    )


def sharing_points(names: Names) -> tuple[str, ...]:
    """The scope of a sharing consent: look into, share, see records, reply."""
    points = [
        f"{names.body} may look into this complaint.",
        f"{names.body} may share the complaint, and the information needed to answer it, with "
        "each organisation ticked Yes below.",
        f"{names.body} and those organisations may look at the health and care records of "
        f"{names.patient} that matter to the complaint, and tell each other what they find.",
    ]
    if names.someone_else_complains:
        points.append(
            f"{names.body} may reply to {names.complainant}. The reply may contain personal and "
            f"confidential information about {names.patient}."
        )
    return tuple(points)


def sharing_declaration(names: Names) -> str:
    """What the person who signs a sharing consent confirms."""
    if names.signs_for_patient:
        return (
            f"I am signing on behalf of {names.patient}, in their best interests. I have the "
            "authority to decide this for them. I agree to what this statement says, for each "
            "organisation I have ticked Yes. What I have told you is true and accurate."
        )
    agreed = (
        f" {names.complainant} may make this complaint for me."
        if names.someone_else_complains
        else ""
    )
    return (
        f"I am {names.patient}.{agreed} I agree to what this statement says, for each "
        "organisation I have ticked Yes. What I have told you is true and accurate."
    )


def legal_authority_introduction(names: Names) -> str:
    """When the statement of legal authority is used."""
    return (
        f"Use this statement if {names.patient} cannot act for themselves in this complaint and "
        f"you have the legal right to act for them. {names.body} needs it, with proof of your "
        "authority, before it can look into the complaint."
    )


def legal_authority_points(names: Names) -> tuple[str, ...]:
    """The declaration of a representative with legal authority."""
    return (
        f"{names.patient}, the {names.person_term} named above, is unable to act for themselves "
        "in this complaint.",
        f"I, {names.complainant}, have the legal right to act as their representative. I enclose "
        "documents that prove this right.",
        f"I give permission for {names.body} to look into this complaint and, where necessary, to "
        f"obtain relevant personal and confidential information about {names.patient}.",
        f"{names.body} may reply to me as the representative. I confirm that doing so is not a "
        f"breach of the {names.person_term}’s confidentiality, whether about their medical "
        "history or about what the complaint concerns.",
        "The information in this statement is true and accurate.",
    )


def chosen_introduction(names: Names) -> str:
    """When the statement appointing a representative is used."""
    return (
        f"Use this statement if you are {names.patient} and you want {names.complainant} to make "
        f"this complaint for you. {names.body} needs it, signed by you both, before it can look "
        "into the complaint."
    )


def chosen_points(names: Names) -> tuple[str, ...]:
    """The declaration of someone who appoints a representative."""
    return (
        f"I, {names.patient}, confirm that {names.complainant} is my chosen representative and "
        "may take this complaint forward for me.",
        f"I give permission for {names.body} to look into this complaint and, where necessary, to "
        "obtain relevant personal and confidential information about me.",
        f"{names.body} may reply to my representative. I confirm that doing so is not a breach of "
        "my confidentiality, whether about my medical history or about what the complaint "
        "concerns.",
        "The information in this statement is true and accurate.",
    )


def change_of_mind(names: Names, *, sharing: bool) -> str:
    """The right to withdraw, and what cannot be undone."""
    stop = "We will stop sharing" if sharing else "We will stop relying on this statement"
    return (
        "You can change your mind at any time, without giving a reason. Tell us, using the contact "
        f"details in this statement. {stop} from that day. We cannot take back information "
        f"already shared. Saying no, or changing your mind, does not affect the care of "
        f"{names.patient} or of anyone else."
    )


UNTICKED = (
    "If you tick No, or tick nothing, we will not share with that organisation. We will answer "
    "as much of the complaint as we can without it."
)
EMAIL_SIGNATURE = (
    "If you have agreed to deal with us by email, you can send a photo or a scan of the signed "
    "statement, or type your name as your signature."
)
HELP = (
    "Keep a copy for yourself. If you need help with this statement, or need it in another "
    "format or language, tell us."
)
