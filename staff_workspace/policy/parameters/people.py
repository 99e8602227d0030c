"""Parameters about people: who may complain and how late, what consent and evidence are asked."""

from __future__ import annotations

from typing import Literal

from .value import Section, Value

Scope = Literal["excluded", "in_scope", "process_only", "not_applicable"]


class Eligibility(Section):
    """Time limit, anonymous complaints, and what the procedure leaves out (PP-13 to PP-16)."""

    late_months: Value[int]
    late_deciders: Value[tuple[str, ...]]
    late_test: Value[Literal["exceptional_and_fair", "discretion", "good_reasons"]]
    anonymous_accepted: Value[bool]
    complainants: Value[tuple[str, ...]]
    carer_asked_in_whose_name: Value[bool]
    gp_in_scope: Value[bool | None]
    sar_excluded: Value[bool]
    exclusions: dict[str, Value[Scope]]


class Consent(Section):
    """The statements that people sign, and what counts as evidence of authority."""

    statements: Value[tuple[str, ...]]
    statement_for: dict[str, Value[str]]
    evidence_accepted: dict[str, Value[tuple[str, ...]]]
    child_under_years: Value[int]
    may_also_ask: Value[tuple[str, ...]]
    representative_tests: Value[tuple[str, ...]]
    young_person_consents: Value[bool]
    best_interests_with: Value[tuple[str, ...]]
    concern_consent: Value[bool]
    mp_consent_implied: Value[bool]


class Confidentiality(Section):
    """Whom to ask before confidence is broken, and who stands in (PP-36)."""

    advice_needed: Value[Literal["any", "all"] | None]
    nursing_advisers: Value[tuple[str, ...]]
    advisers: Value[tuple[str, ...]]
    caldicott_fallback: Value[str | None]
    plain_mail_domains: Value[tuple[str, ...]]
    encrypt_words: Value[tuple[str, ...]]


class Restrictions(Section):
    """Unreasonable or persistent contact (PP-29 to PP-32)."""

    vex_min_criteria: Value[int | None]
    vex_lookback_months: Value[int | None]
    vex_criteria: Value[tuple[str, ...]]
    vex_criteria_open: Value[bool]
    vex_deciders: Value[tuple[str, ...]]
    vex_deputy_may_decide: Value[bool]
    vex_consult_first: Value[tuple[str, ...]]
    vex_consult_one_of: Value[tuple[str, ...]]
    vex_max_months: Value[int | None]
    vex_review_months: Value[int | None]
    warning_review_months: Value[tuple[int, ...] | None]
    vex_withdraw_by: Value[tuple[str, ...]]
    vex_withdraw_needs: Value[Literal["any", "all"]]
    vex_withdraw_grounds: Value[tuple[str, ...]]
    vex_prechecks: Value[tuple[str, ...]]
    vex_written_only: Value[tuple[str, ...]]
    vex_plain_at_once: Value[tuple[str, ...]]
    vex_stage1: Value[tuple[str, ...]]
    vex_stage1_decider: Value[str | None]
    vex_stage1_may_be_skipped: Value[bool]
    vex_stage2: Value[tuple[str, ...]]
    vex_explained_by: Value[tuple[str, ...]]
    vex_letter_says: Value[tuple[str, ...]]
    vex_warning_text: Value[str | None]
    vex_data_requests: Value[Literal["separate_register"] | None]
    script_repeats: Value[int | None]
