"""The numbers and names that the demonstration's pages take from a body's profile."""

from typing import Any

from staff_workspace.policy.profile import Profile


def facts_of(profile: Profile) -> dict[str, Any]:
    """What a page's text may name in braces; figures are those in force.

    Day counts are working days where the name ends in ``_wd``, calendar days in ``_cd``.
    """
    facts = {name: value.in_force for name, value in _parameters(profile).items()}
    facts |= {f"target_{g.key}_wd": g.target_wd.in_force for g in profile.grading.grades}
    facts |= {f"role_{role.key}": profile.role_title(role.key) for role in profile.roles}
    low, high = profile.response.target_ideal_cd.in_force or (None, None)
    first, last = profile.meetings.lrm_update_weeks.in_force or (None, None)
    return facts | {
        "ideal_from_cd": low,
        "ideal_to_cd": high,
        "lrm_update_from_weeks": first,
        "lrm_update_to_weeks": last,
    }


def _parameters(profile: Profile) -> dict[str, Any]:
    response, consent, mps = profile.response, profile.consent_timing, profile.elected_officials
    meetings, limits = profile.meetings, profile.restrictions
    return {
        "ack_wd": profile.acknowledgement.ack_wd,
        "first_contact_hours": profile.first_contact.first_contact_hours,
        "first_contact_wd": profile.first_contact.first_contact_wd,
        "social_contact_wd": profile.first_contact.social_contact_wd,
        "target_max_wd": response.target_max_wd,
        "io_wd": response.io_wd,
        "statutory_months": response.statutory_months,
        "consent_close_cd": consent.consent_close_cd,
        "confirm_attempts": consent.confirm_attempts,
        "late_months": profile.eligibility.late_months,
        "oral_exempt_hours": profile.acknowledgement.oral_exempt_hours,
        "mp_ack_wd": mps.mp_ack_wd,
        "mp_draft_wd": mps.mp_draft_wd,
        "mp_chase_wd": mps.mp_chase_wd,
        "mp_final_wd": mps.mp_final_wd,
        "lrm_ahead_cd": meetings.lrm_ahead_cd,
        "lrm_agenda_cd": meetings.lrm_agenda_cd,
        "lrm_after_cd": meetings.lrm_after_cd,
        "lrm_window_months": meetings.lrm_window_months,
        "lrm_min_hours": meetings.lrm_min_hours,
        "lrm_break_after_hours": meetings.lrm_break_after_hours,
        "vex_min_criteria": limits.vex_min_criteria,
        "vex_lookback_months": limits.vex_lookback_months,
        "vex_max_months": limits.vex_max_months,
        "script_repeats": limits.script_repeats,
        "signoff_escalate_wd": profile.sign_off.signoff_escalate_wd,
        "retention_years": profile.records.retention_years,
    }
