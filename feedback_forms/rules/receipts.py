"""Whether a receipt may be mailed, and to whom."""

from collections.abc import Mapping
from typing import Any

from feedback_forms.rules.meanings import Meaning


def receipt_address(answers: Mapping[str, Any]) -> str | None:
    """The address for an automatic message; None: the person reads it on the screen alone.

    ``answers`` by meaning. Nothing is sent where contact is not safe in every way, or where the
    person was asked and did not agree to e-mail (regulation 15).
    """
    address = answers.get(Meaning.COMPLAINANT_EMAIL)
    if not address:
        return None
    if answers.get(Meaning.COMPLAINANT_SAFE_CONTACT):
        return None
    return str(address) if answers.get(Meaning.CONSENT_EMAIL, "yes") == "yes" else None
