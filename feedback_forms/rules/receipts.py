"""Whether a message may be sent to somebody by itself, how, and to whom."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from feedback_forms.rules.meanings import Meaning


class Means(StrEnum):
    """How a message reaches somebody."""

    EMAIL = "email"
    TEXT = "text"


@dataclass(frozen=True)
class Recipient:
    """Where a message goes: an e-mail address, or a mobile number as it was typed."""

    means: Means
    address: str


def recipient(answers: Mapping[str, Any], *, texts: bool) -> Recipient | None:
    """Whom an automatic message reaches; None: the person reads it on the screen alone.

    ``answers`` by meaning; ``texts``: whether text messages can be sent at all. Nothing is sent
    where contact is not safe in every way. A text goes to those who chose texts and gave a mobile
    number; an e-mail to those who gave an address and, if they were asked, agreed (regulation 15).
    """
    if answers.get(Meaning.COMPLAINANT_SAFE_CONTACT):
        return None
    phone = str(answers.get(Meaning.COMPLAINANT_PHONE) or "")
    by_text = answers.get(Meaning.COMPLAINANT_CONTACT_PREFERENCE) == Means.TEXT
    if texts and by_text and takes_texts(phone):
        return Recipient(Means.TEXT, phone)
    email = str(answers.get(Meaning.COMPLAINANT_EMAIL) or "")
    agreed = answers.get(Meaning.CONSENT_EMAIL, "yes") == "yes"
    return Recipient(Means.EMAIL, email) if email and agreed else None


def takes_texts(phone: str) -> bool:
    """Whether the number can be a mobile's: of a British one we know, of another we try.

    British mobiles begin 07, but for 070 (personal numbers) and 076 (pagers, 07624 apart).
    """
    number = "".join(c for c in phone.replace("(0)", "") if c in "+0123456789")
    if number.startswith("00"):
        number = "+" + number[2:]
    if number.startswith("+44"):
        number = "0" + number[3:].removeprefix("0")
    if number.startswith("+"):
        return 8 <= len(number) - 1 <= 15
    mobile = number.startswith("07624") or (number[:2] == "07" and number[2:3] not in "06")
    return mobile and len(number) == 11
