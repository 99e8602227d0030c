"""The NHS number: ten digits of which the last checks the others (modulus 11)."""

import re
from enum import StrEnum


class Flaw(StrEnum):
    """What can be wrong with an NHS number; the value is the message."""

    NATIONAL_INSURANCE = (
        "Enter an NHS number, like 485 777 3456. A National Insurance number is not needed"
    )
    LETTERS = "NHS number must only contain numbers, spaces and dashes"
    LENGTH = "NHS number must have 10 numbers"
    CHECK_DIGIT = "Enter the NHS number as it is on the letter, app or card: a number is wrong"


class NhsNumberError(ValueError):
    """A number that is none; ``flaw`` says why."""

    def __init__(self, flaw: Flaw) -> None:
        super().__init__(flaw.value)
        self.flaw = flaw


def read_nhs_number(text: str) -> str:
    """The ten digits of what was typed (spaces and dashes allowed); raises NhsNumberError."""
    bare = re.sub(r"[\s\-–.]", "", text)
    if re.fullmatch(r"[A-Za-z]{2}\d{6}[A-Da-d]?", bare, re.ASCII):
        raise NhsNumberError(Flaw.NATIONAL_INSURANCE)
    if not re.fullmatch(r"\d+", bare, re.ASCII):
        raise NhsNumberError(Flaw.LETTERS)
    if len(bare) != 10:
        raise NhsNumberError(Flaw.LENGTH)
    if check_digit(bare[:9]) != int(bare[9]):
        raise NhsNumberError(Flaw.CHECK_DIGIT)
    return bare


def check_digit(nine: str) -> int:
    """The tenth digit that belongs to nine; 10 when there is none."""
    total = sum(int(digit) * weight for digit, weight in zip(nine, range(10, 1, -1), strict=True))
    return (11 - total % 11) % 11


def spaced(number: str) -> str:
    """As it is printed: 999 123 4567."""
    return f"{number[:3]} {number[3:6]} {number[6:]}"
