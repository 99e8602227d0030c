"""Parameters of grading, signing off, the response letter, routes, reporting and retention."""

from __future__ import annotations

from typing import Literal

from .value import Section, Value, Words


class Grade(Section):
    """One grade of the body. `target_wd` is the breach, `aim_wd` the softer aim, in working days."""

    key: str
    label: Words
    meaning: str
    kinds: tuple[str, ...]
    target_wd: Value[int | None]
    aim_wd: Value[int | None]
    ack_hours: Value[int | None]
    intervention: str = ""


class Intervention(Section):
    """How deeply a level is looked into, who is involved and in which form it is answered."""

    key: str
    label: Words
    method: str
    involvement: str
    form: str
    time: Value[str]


class QualityTier(Section):
    """What is checked and by whom it is signed off, for the grades of one tier."""

    key: str
    label: str
    for_grades: Value[tuple[str, ...]]
    asks_for: Value[tuple[str, ...]]
    signed_off_by: Value[tuple[str, ...]]


class ScoreBand(Section):
    """The products of likelihood and impact that make one level."""

    level: str
    lowest: int
    highest: int


class Grading(Section):
    """How seriousness is decided (PP-6, PP-17)."""

    grade_model: Value[Literal["labels", "matrix", "none"]]
    risk_balances: Value[tuple[str, ...]]
    grades: tuple[Grade, ...]
    score_bands: Value[tuple[ScoreBand, ...]]
    red_flag_floor: Value[str | None]
    interventions: tuple[Intervention, ...] = ()
    quality_tiers: tuple[QualityTier, ...] = ()


class LetterElement(Section):
    """One element of the response letter (LE-1 to LE-9) and whether it must be there."""

    key: str
    label: Words
    required: Value[bool]


class ResponseLetter(Section):
    """What a response contains (PP-18 to PP-20)."""

    elements: tuple[LetterElement, ...]
    outcome_in_letter: Value[Literal["yes", "no", "tracker"]]
    advocacy_in_letter: Value[bool]
    ombudsman: Value[tuple[str, ...]]
    ombudsman_year_from: Value[Literal["notice"]]


class SignOff(Section):
    """Who drafts, checks and signs (PP-21 to PP-23). Roles are the canonical ones of the body."""

    draft_by: Value[tuple[str, ...]]
    qa_role: Value[str]
    extra_approver: Value[str | None]
    signatory: Value[str]
    deputy_may_sign: Value[bool]
    signoff_pack: Value[tuple[str, ...]]
    signoff_escalate_wd: Value[int | None]
    signoff_escalate_to: Value[str | None]


class Routes(Section):
    """Where harm, a claim and the press are taken (PP-33 to PP-35), and the red flags."""

    comms_same_day: Value[bool | None]
    media_route: Value[tuple[str, ...]]
    harm_route: Value[str | None]
    legal_intent_route: Value[str | None]
    safeguarding_route: Value[str | None]
    red_flags: Value[tuple[str, ...]]
    practitioner_route: Value[tuple[str, ...]]
    contact_lost_route: Value[tuple[str, ...]]
    contact_lost_next: Value[str | None]
    immediate_risk_same_day: Value[bool]
    welfare_route: Value[str | None]
    immediate_risk_advice: Value[str | None]
    redress_route: Value[str | None]
    legal_advice_from: Value[str | None]
    claims_go_to: Value[Literal["nhs_resolution", "insurers"] | None]
    claims_told_by: Value[str | None]
    disciplinary_beside: Value[bool]
    foi_handled_by: Value[Literal["own_team", "commissioner"]]
    social_route: Value[str]
    ombudsman_watched_by: Value[str | None]
    ombudsman_reported_to: Value[tuple[str, ...]]
    ombudsman_reviews_policy: Value[bool]


class Records(Section):
    """Reporting rhythm and retention (PP-39, PP-40)."""

    report_cycle: Value[tuple[str, ...]]
    retention_years: Value[int]
    retention_starts: Value[Literal["closure"]]
    electronic_only: Value[bool]
    apart_from_medical_record: Value[bool]
    seen_by: Value[tuple[str, ...]]
    reopening_deciders: Value[tuple[str, ...]]
    reopening_through_triage: Value[bool]
    reopening_answered_by: Value[tuple[str, ...]]
    withdrawal_review_continues: Value[bool]
    withdrawal_tells_those_named: Value[bool]
    compliments_shared_with_staff: Value[bool]
    compliments_in_board_figures: Value[bool]
    annual_report_to: Value[tuple[str, ...]]
    audit_checks: Value[tuple[str, ...]]


class Role(Section):
    """A canonical role and the title that this body gives it."""

    key: str
    title: Value[str | None]
