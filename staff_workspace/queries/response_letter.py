"""The response as a letter: recipient, text and signatory."""

from datetime import date

from staff_workspace.documents.letters import Letter
from staff_workspace.models import Party, Response
from staff_workspace.queries.portal_address import case_online
from staff_workspace.queries.statement_facts import lines


def response_letter(response: Response, *, on: date) -> Letter:
    """The letter of ``response`` as dated ``on``; unsigned ones leave the signature open."""
    case = response.case
    complainant = case.parties.filter(role=Party.Role.COMPLAINANT).first() or Party()
    signer = response.signed_by.staff_member if response.signed_by else None
    return Letter(
        reference=case.reference,
        your_reference=None,
        date=on,
        recipient_lines=(complainant.name or "The complainant", *lines(complainant.address)),
        salutation=f"Dear {complainant.name}" if complainant.name else "Dear reader",
        heading="Our response to your complaint",
        paragraphs=tuple(part.strip() for part in response.text.split("\n\n") if part.strip()),
        sign_off_name=signer.name if signer else "",
        sign_off_title=response.signed_title,
        enclosures=(),
        online=case_online(case),
    )
