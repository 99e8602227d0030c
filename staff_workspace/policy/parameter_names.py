"""What every parameter of a profile is called in plain words, with its unit."""

from __future__ import annotations

from .eligibility import GROUNDS
from .profile import Profile

SECTIONS: dict[str, str] = {
    "body": "The body",
    "document": "The policy document",
    "references": "Case references",
    "calendar": "The calendar",
    "contacts": "Contacts",
    "roles": "Roles and their titles",
    "first_contact": "First contact",
    "acknowledgement": "Acknowledgement",
    "response": "Response",
    "consent_timing": "Waiting for consent",
    "elected_officials": "Enquiries by elected people",
    "meetings": "Meetings",
    "eligibility": "What the procedure covers",
    "consent": "Consent and authority",
    "confidentiality": "Confidentiality",
    "restrictions": "Unreasonable contact",
    "grading": "Grading",
    "response_letter": "The response letter",
    "sign_off": "Sign-off",
    "routes": "Red flags and where they go",
    "records": "Reports and records",
}

PARAMETERS: dict[str, str] = {
    "document.version": "Version of the document",
    "document.approved_on": "Approved on",
    "document.approved_by": "Approved by",
    "document.review_due": "Review due",
    "document.policy_review_months": "Months between reviews",
    "references.ref_prefix": "Letters before a reference",
    "references.reference_format": "Form of a reference",
    "calendar.calendar_verified_to": "Bank holidays checked up to",
    "first_contact.first_contact_hours": "Hours to first contact",
    "first_contact.first_contact_wd": "Working days to first contact",
    "first_contact.first_contact_grades": "Grades that get a first contact",
    "first_contact.social_contact_wd": "Working days to answer on social media",
    "acknowledgement.ack_wd": "Working days to acknowledge",
    "acknowledgement.ack_kinds": "Kinds that are acknowledged",
    "acknowledgement.ack_written": "Acknowledged in writing",
    "acknowledgement.oral_record": "Written record of an oral complaint",
    "acknowledgement.conversation": "What the first conversation covers",
    "acknowledgement.acknowledgement_tells": "What the acknowledgement tells",
    "acknowledgement.oral_exempt_rule": "When a complaint settled at once is left out",
    "acknowledgement.oral_exempt_hours": "Hours to settle an oral complaint at once",
    "acknowledgement.count_from": "Day 1 of a working-day count",
    "response.target_max_wd": "Most working days to respond",
    "response.target_ideal_cd": "Ideal calendar days to respond, from and to",
    "response.target_starts": "The response target counts from",
    "response.pause_on_consent": "The target pauses while consent is awaited",
    "response.pause_from": "The pause begins when consent is",
    "response.io_wd": "Working days for the investigating officer",
    "response.statutory_months": "Months of the legal backstop",
    "response.warn_at_percent": "Warnings at percent of the time",
    "response.partial_response": "A partial response may be sent",
    "consent_timing.consent_close_cd": "Calendar days until a case without consent may close",
    "consent_timing.consent_chase_wd": "Working days between reminders for consent",
    "consent_timing.confirm_attempts": "Attempts to have the summary confirmed",
    "consent_timing.confirm_interval_wd": "Working days between those attempts",
    "elected_officials.mp_scope": "Whose enquiries have a procedure",
    "elected_officials.mp_ack_wd": "Working days to acknowledge",
    "elected_officials.mp_draft_wd": "Working days to a draft",
    "elected_officials.mp_chase_wd": "Working days until a late draft is chased",
    "elected_officials.mp_final_wd": "Working days to the final response",
    "elected_officials.mp_signatory": "Who signs",
    "elected_officials.mp_our_ref": "What stands under our reference",
    "elected_officials.mp_processed_by": "Who deals with letters of elected people",
    "elected_officials.mp_not_patient_sent_by": "Who sends the reply where no patient is concerned",
    "elected_officials.mp_copies": "Who gets a copy of the reply",
    "elected_officials.mp_consider_telling": "Who may be told of the letter",
    "meetings.lrm_ahead_cd": "Calendar days ahead that dates are offered",
    "meetings.lrm_agenda_cd": "Calendar days before, for the agenda",
    "meetings.lrm_premeet_cd": "Calendar days before, for the preparation",
    "meetings.lrm_after_cd": "Calendar days after, for actions and recording",
    "meetings.lrm_window_months": "Months within which to meet",
    "meetings.lrm_update_weeks": "Weeks until the update, from and to",
    "meetings.lrm_min_hours": "Fewest hours",
    "meetings.lrm_break_after_hours": "Hours until a break",
    "meetings.lrm_record_only_if_all_agree": "Recorded only if all agree",
    "meetings.lrm_home_needs_risk_assessment": "A meeting at home needs a risk assessment",
    "meetings.lrm_legal_representative": "A legal representative may come",
    "meetings.lrm_subject_normally_absent": "The person complained about normally stays away",
    "meetings.lrm_offered": "When a meeting may be offered",
    "meetings.lrm_senior_chair": "A senior person chairs the meeting",
    "eligibility.late_months": "Months to complain",
    "eligibility.late_deciders": "Who decides on a late complaint",
    "eligibility.late_test": "Test for a late complaint",
    "eligibility.anonymous_accepted": "Anonymous complaints are accepted",
    "eligibility.complainants": "Who may complain",
    "eligibility.carer_asked_in_whose_name": "A carer is asked in whose name they complain",
    "eligibility.gp_in_scope": "General practice is covered",
    "eligibility.sar_excluded": "Requests for one's own data are left out",
    "consent.statements": "Statements that people sign",
    "consent.child_under_years": "A child is under this age, in years",
    "consent.best_interests_with": "Who is asked about best interests",
    "consent.concern_consent": "Consent is asked for concerns too",
    "confidentiality.advice_needed": "Whose advice is needed before confidence is broken",
    "confidentiality.nursing_advisers": "Who in nursing and quality may advise, one of them",
    "confidentiality.advisers": "Who gives that advice",
    "confidentiality.caldicott_fallback": "Who stands in for the Caldicott Guardian",
    "confidentiality.plain_mail_domains": "Mail domains that need no encryption",
    "confidentiality.encrypt_words": "Words in a subject that encrypt an e-mail",
    "restrictions.vex_min_criteria": "Fewest criteria that must be met",
    "restrictions.vex_lookback_months": "Months looked back",
    "restrictions.vex_criteria": "Criteria",
    "restrictions.vex_criteria_open": "Other criteria may count too",
    "restrictions.vex_deciders": "Who decides",
    "restrictions.vex_deputy_may_decide": "A deputy may decide",
    "restrictions.vex_consult_first": "Who is consulted first",
    "restrictions.vex_consult_one_of": "One of these is consulted too",
    "restrictions.vex_max_months": "Most months of a restriction",
    "restrictions.vex_review_months": "Months between reviews",
    "restrictions.warning_review_months": "Months after which a warning is reviewed",
    "restrictions.vex_withdraw_by": "Who withdraws a restriction",
    "restrictions.vex_withdraw_needs": "How many of them it needs",
    "restrictions.vex_withdraw_grounds": "What may end a restriction",
    "restrictions.vex_prechecks": "What is checked first",
    "restrictions.vex_written_only": "Criteria that mean contact in writing at once",
    "restrictions.vex_plain_at_once": "Behaviour that is answered at once",
    "restrictions.vex_stage1": "Measures of stage 1",
    "restrictions.vex_stage1_decider": "Who decides on stage 1",
    "restrictions.vex_stage1_may_be_skipped": "Stage 1 may be left out, with the reason on record",
    "restrictions.vex_stage2": "Measures of stage 2",
    "restrictions.vex_explained_by": "Who explains a letter that may not be understood",
    "restrictions.vex_letter_says": "What the letter of restriction says",
    "restrictions.vex_warning_text": "Wording of the warning letter",
    "restrictions.vex_data_requests": "Requests for one's own data",
    "restrictions.script_repeats": "Times that the prepared answer is given",
    "grading.grade_model": "How a grade is found",
    "grading.score_bands": "Levels by score",
    "grading.red_flag_floor": "Lowest grade with a red flag",
    "grading.grades.target_wd": "working days to respond",
    "grading.grades.aim_wd": "working days aimed at",
    "grading.grades.ack_hours": "hours to acknowledge",
    "grading.interventions.time": "time it takes",
    "grading.quality_tiers.for_grades": "for these grades",
    "grading.quality_tiers.asks_for": "what is done",
    "grading.quality_tiers.signed_off_by": "who signs it off",
    "response_letter.elements.required": "must be there",
    "response_letter.outcome_in_letter": "The letter states the outcome",
    "response_letter.advocacy_in_letter": "The letter names an advocate",
    "response_letter.ombudsman": "Ombudsmen",
    "response_letter.ombudsman_year_from": "The ombudsman's year counts from",
    "sign_off.draft_by": "Who drafts",
    "sign_off.qa_role": "Who checks",
    "sign_off.extra_approver": "Who also approves",
    "sign_off.signatory": "Who signs",
    "sign_off.deputy_may_sign": "A deputy may sign",
    "sign_off.signoff_pack": "Papers that go with a draft",
    "sign_off.signoff_escalate_wd": "Working days until a missing signature is escalated",
    "sign_off.signoff_escalate_to": "To whom it is escalated",
    "routes.comms_same_day": "Communications hear of press interest the same day",
    "routes.media_route": "Press interest goes to",
    "routes.harm_route": "Harm goes to",
    "routes.legal_intent_route": "An intended claim goes to",
    "routes.safeguarding_route": "Safeguarding goes to",
    "routes.red_flags": "Red flags",
    "routes.practitioner_route": "A practitioner at fault goes to",
    "routes.contact_lost_route": "Lost contact goes to",
    "routes.contact_lost_next": "And after that to",
    "routes.immediate_risk_same_day": "Immediate risk is acted on the same day",
    "routes.welfare_route": "A worry about somebody's welfare goes to",
    "routes.immediate_risk_advice": "Who advises on immediate risk",
    "routes.redress_route": "A wish for money goes to",
    "routes.legal_advice_from": "Legal advice comes from",
    "routes.claims_go_to": "A claim is passed on to",
    "routes.claims_told_by": "Who passes a claim on",
    "routes.disciplinary_beside": "A complaint may go on beside a disciplinary case",
    "routes.foi_handled_by": "Requests for public information are dealt with by",
    "routes.social_route": "A message on social media goes to",
    "routes.ombudsman_watched_by": "Who watches cases with the ombudsman",
    "routes.ombudsman_reported_to": "Who hears of cases with the ombudsman",
    "routes.ombudsman_reviews_policy": "The policy is looked at after an ombudsman's report",
    "records.report_cycle": "Reports",
    "records.retention_years": "Years that records are kept",
    "records.retention_starts": "Counted from",
    "records.reopening_deciders": "Who decides on opening a case again",
    "records.reopening_through_triage": "Further letters go through triage again",
    "records.reopening_answered_by": "Who may give the further answer",
    "records.withdrawal_review_continues": "The review goes on after a withdrawal",
    "records.withdrawal_tells_those_named": "Those named are told of a withdrawal",
    "records.compliments_shared_with_staff": "Compliments are shared with those they name",
    "records.compliments_in_board_figures": "Compliments are counted for the board, without names",
    "records.annual_report_to": "Who gets the annual report",
    "records.audit_checks": "What an audit asks",
}
_REPRESENTATION = {
    "self": "the person themselves",
    "asked": "somebody who was asked to",
    "lacks_capacity": "for somebody who lacks capacity",
    "child": "for a child",
    "died": "for somebody who died",
    "other": "for another reason",
}
_AT_MEETINGS = {"team": "the team", "chair": "the chair", "directorate": "the service"}
_MEMBERS_OF_DICTS: dict[str, tuple[str, dict[str, str]]] = {
    "eligibility.exclusions": ("", GROUNDS),
    "consent.statement_for": ("Statement", _REPRESENTATION),
    "consent.evidence_accepted": ("Evidence accepted", _REPRESENTATION),
    "meetings.lrm_tasks": ("Tasks at a meeting", _AT_MEETINGS),
}


def name_of(profile: Profile, key: str) -> str:
    """The name of the parameter or fact at `key`, as `compare.values` writes keys."""
    parts = key.split(".")
    if key in PARAMETERS:
        return PARAMETERS[key]
    outer, last = ".".join(parts[:-1]), parts[-1]
    if outer in _MEMBERS_OF_DICTS:
        start, members = _MEMBERS_OF_DICTS[outer]
        member = members.get(last, in_words(last))
        return f"{start}: {member}" if start else member
    generic = ".".join((*parts[:-2], last))
    if parts[0] == "roles" and last == "title":
        return _label(profile, parts[:-1])
    if len(parts) > 2 or parts[0] in {"roles", "contacts"}:
        member = _label(profile, parts[:-1])
        return f"{member}: {PARAMETERS.get(generic, in_words(last).lower())}"
    return in_words(last)


def in_words(code: str) -> str:
    """A code of the profile as words: "points_in_writing" is "Points in writing"."""
    words = code.replace("_", " ")
    return words[:1].upper() + words[1:]


def _label(profile: Profile, way: list[str]) -> str:
    """What the member of a list that `way` leads to is called."""
    node: object = profile
    for part in way:
        if isinstance(node, tuple):
            node = next((item for item in node if item.key == part), None)
        else:
            node = getattr(node, part, None)
    named = getattr(node, "label", None) or getattr(node, "name", None)
    return str(named) if named else in_words(way[-1])
