"""Who the body is, which policy document it follows, and how people reach it."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import StringConstraints

from .value import Section, Value, Words

Email = Annotated[str, StringConstraints(pattern=r"^$|^[^@\s]+@[^@\s]+\.[^@\s]+$")]
Web = Annotated[str, StringConstraints(pattern=r"^$|^https?://[^\s]+$")]


class Body(Section):
    """Plain facts about the body. A body that ceased keeps its dates and gets a banner."""

    key: str
    name: Words
    short_name: Words
    is_nhs_body: bool
    ceased_on: date | None = None
    successor: str | None = None
    successor_name: str | None = None


class DocumentVersion(Section):
    """An earlier or present version of the policy document."""

    version: Words
    dated: date


class Document(Section):
    """The policy document (PP-41 and the catalogue's section on document control)."""

    title: Words
    version: Value[str | None]
    approved_on: Value[date | None]
    approved_by: Value[str | None]
    review_due: Value[date | None]
    policy_review_months: Value[int | None]
    history: tuple[DocumentVersion, ...] = ()


class Contact(Section):
    """How to reach the body, an advocate or an ombudsman, and when that was last checked."""

    key: str
    kind: Literal["body", "advocacy", "carers", "ombudsman", "signposting"]
    name: Words
    area: str = ""
    email: Email = ""
    phone: str = ""
    post: str = ""
    web: Web = ""
    social: str = ""
    last_verified: date | None = None
    note: str = ""


class References(Section):
    """How case references are written (PP-1)."""

    ref_prefix: Value[str | None]
    reference_format: Value[str]


class Closure(Section):
    """A day on which the body itself is closed. It never lengthens a clock of the law."""

    day: date
    reason: Words


class Calendar(Section):
    """How far the bank holidays are checked, and days that the table of holidays lacks."""

    calendar_verified_to: Value[date]
    closures: tuple[Closure, ...] = ()
    one_off_bank_holidays: tuple[Closure, ...] = ()
