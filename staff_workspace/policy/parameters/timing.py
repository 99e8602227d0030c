"""Parameters of the clocks: acknowledgement, response, consent, elected officials, meetings."""

from __future__ import annotations

from typing import Literal

from .value import Section, Value

Kind = Literal[
    "complaint", "concern", "mp_enquiry", "enquiry", "compliment", "comment", "letter_of_claim"
]


class FirstContact(Section):
    """How soon somebody speaks to the person (PP-2, PP-38)."""

    first_contact_hours: Value[int | None]
    first_contact_wd: Value[int | None]
    first_contact_grades: Value[tuple[str, ...] | None]
    first_contact_kinds: Value[tuple[Kind, ...]]
    first_contact_by: Value[tuple[str, ...]]
    first_contact_tells: Value[tuple[str, ...]]
    social_contact_wd: Value[int | None]


class Acknowledgement(Section):
    """The acknowledgement by staff (PP-3 to PP-5). A receipt sent by a machine is none."""

    ack_wd: Value[int]
    ack_kinds: Value[tuple[Kind, ...]]
    ack_written: Value[bool]
    oral_record: Value[Literal["always", "on_request"]]
    conversation: Value[tuple[str, ...]]
    acknowledgement_tells: Value[tuple[str, ...]]
    oral_exempt_rule: Value[Literal["law", "hours"]]
    oral_exempt_hours: Value[int | None]
    count_from: Value[Literal["day_after_receipt", "day_of_receipt"]]


class Response(Section):
    """The response target and the backstop of the law (PP-6 to PP-10)."""

    target_max_wd: Value[int | None]
    target_ideal_cd: Value[tuple[int, int] | None]
    target_starts: Value[Literal["receipt", "consent"]]
    pause_on_consent: Value[bool]
    pause_from: Value[Literal["requested"] | None]
    io_wd: Value[int | None]
    statutory_months: Value[int]
    warn_at_percent: Value[tuple[int, ...]]
    partial_response: Value[bool | None]


class ConsentTiming(Section):
    """How long the body waits for consent or confirmation, and how often it asks (PP-11, PP-12)."""

    consent_close_cd: Value[int | None]
    consent_chase_wd: Value[int]
    confirm_attempts: Value[int | None]
    confirm_interval_wd: Value[int]


class ElectedOfficials(Section):
    """Enquiries by MPs and other elected people (PP-24, PP-25)."""

    mp_scope: Value[tuple[Literal["mp", "elected_official"], ...]]
    mp_ack_wd: Value[int | None]
    mp_draft_wd: Value[int | None]
    mp_chase_wd: Value[int | None]
    mp_final_wd: Value[int | None]
    mp_signatory: Value[Literal["signatory", "addressee"] | None]
    mp_our_ref: Value[Literal["case_reference", "drafter_initials"] | None]
    mp_processed_by: Value[tuple[str, ...]]
    mp_not_patient_sent_by: Value[str | None]
    mp_copies: Value[tuple[str, ...]]
    mp_consider_telling: Value[tuple[str, ...]]


class Meetings(Section):
    """Milestones of a local resolution meeting (PP-26 to PP-28)."""

    lrm_ahead_cd: Value[int | None]
    lrm_agenda_cd: Value[int | None]
    lrm_premeet_cd: Value[int | None]
    lrm_after_cd: Value[int | None]
    lrm_window_months: Value[int | None]
    lrm_update_weeks: Value[tuple[int, int] | None]
    lrm_min_hours: Value[int | None]
    lrm_break_after_hours: Value[int | None]
    lrm_record_only_if_all_agree: Value[bool]
    lrm_home_needs_risk_assessment: Value[bool | None]
    lrm_legal_representative: Value[bool | None]
    lrm_subject_normally_absent: Value[bool | None]
    lrm_offered: Value[Literal["any_stage", "after_revised_reply"]]
    lrm_senior_chair: Value[bool | None]
    lrm_tasks: dict[str, Value[tuple[str, ...]]]
