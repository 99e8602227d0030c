"""Parameters of grading, signing off, the response letter, routes, reporting and retention."""

from __future__ import annotations

from typing import Literal

from .value import Section, Value


class Grade(Section):
    """One grade of the body. `target_wd` is the breach, `aim_wd` the softer aim, in working days."""

    key: str
    label: str
    meaning: str
    kinds: tuple[str, ...]
    target_wd: Value[int | None]
    aim_wd: Value[int | None]
    ack_hours: Value[int | None]
    intervention: str = ""


class Intervention(Section):
    """How deeply a level is looked into, who is involved and in which form it is answered."""

    key: str
    label: str
    method: str
    involvement: str
    form: str
    time: Value[str]


class ScoreBand(Section):
    """The products of likelihood and impact that make one level."""

    level: str
    lowest: int
    highest: int


class Grading(Section):
    """How seriousness is decided (PP-6, PP-17)."""

    grade_model: Value[Literal["labels", "matrix", "none"]]
    grades: tuple[Grade, ...]
    score_bands: Value[tuple[ScoreBand, ...]]
    red_flag_floor: Value[str | None]
    interventions: tuple[Intervention, ...] = ()


class LetterElement(Section):
    """One element of the response letter (LE-1 to LE-9) and whether it must be there."""

    key: str
    label: str
    required: Value[bool]


class ResponseLetter(Section):
    """What a response contains (PP-18 to PP-20)."""

    elements: tuple[LetterElement, ...]
    outcome_in_letter: Value[Literal["yes", "no", "tracker"]]
    advocacy_in_letter: Value[bool]
    ombudsman: Value[tuple[str, ...]]


class SignOff(Section):
    """Who drafts, checks and signs (PP-21 to PP-23). Roles are the canonical ones of the body."""

    draft_by: Value[tuple[str, ...]]
    qa_role: Value[str]
    extra_approver: Value[str | None]
    signatory: Value[str]
    deputy_may_sign: Value[bool]
    signoff_escalate_wd: Value[int | None]
    signoff_escalate_to: Value[str | None]


class Routes(Section):
    """Where harm, a claim and the press are taken (PP-33 to PP-35), and the red flags."""

    comms_same_day: Value[bool | None]
    harm_route: Value[str | None]
    legal_intent_route: Value[str | None]
    safeguarding_route: Value[str | None]
    red_flags: Value[tuple[str, ...]]
    practitioner_route: Value[tuple[str, ...]]
    contact_lost_route: Value[tuple[str, ...]]
    contact_lost_next: Value[str | None]
    immediate_risk_same_day: Value[bool]


class Records(Section):
    """Reporting rhythm and retention (PP-39, PP-40)."""

    report_cycle: Value[tuple[str, ...]]
    retention_years: Value[int]
    retention_starts: Value[Literal["closure"]]
    reopening_deciders: Value[tuple[str, ...]]
    withdrawal_review_continues: Value[bool]
    withdrawal_tells_those_named: Value[bool]


class Role(Section):
    """A canonical role and the title that this body gives it."""

    key: str
    title: Value[str | None]
