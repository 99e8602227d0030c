"""The response as a letter: recipient, text and signatory."""

from datetime import date

from staff_workspace.documents.letters import Letter
from staff_workspace.models import Case, Party, Response
from staff_workspace.queries.elected_official import layout_of
from staff_workspace.queries.portal_address import case_online
from staff_workspace.queries.statement_facts import lines


def response_letter(response: Response, *, on: date) -> Letter:
    """The letter of ``response`` as dated ``on``; unsigned ones leave the signature open."""
    case = response.case
    complainant = case.parties.filter(role=Party.Role.COMPLAINANT).first() or Party()
    signer = response.signed_by.staff_member if response.signed_by else None
    drafter = response.drafted_by.staff_member.name if response.drafted_by else ""
    layout = layout_of(case, drafter=drafter)
    name, address = complainant.name, lines(complainant.address)
    # Whoever is elected has no code of the receipt, and the drafter's initials lead to no case.
    theirs = case.kind == Case.Kind.MP_ENQUIRY
    reference = layout.our_ref if layout else case.reference
    if theirs and case.elected_name:
        name, address = case.elected_name, ()
    return Letter(
        reference=reference,
        your_reference=layout.your_ref or None if layout else None,
        date=on,
        recipient_lines=(name or "The complainant", *address),
        salutation=f"Dear {name}" if name else "Dear reader",
        heading="Our response to your complaint",
        paragraphs=tuple(part.strip() for part in response.text.split("\n\n") if part.strip()),
        sign_off_name=signer.name if signer else "",
        sign_off_title=response.signed_title,
        online=case_online(case) if reference == case.reference and not theirs else "",
        copies=layout.copies if layout else (),
    )
