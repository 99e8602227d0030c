"""A local resolution meeting: what has to be right before it is held."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from .profile import Profile


@dataclass(frozen=True, slots=True)
class MeetingPlan:
    """A meeting as it is planned."""

    length: timedelta
    break_planned: bool = False
    at_home: bool = False
    risk_assessed: bool = False
    recorded: bool = False
    all_agree_to_recording: bool = False
    legal_representative: bool = False
    subject_attends: bool = False
    person_agrees_to_subject: bool = False
    has_chair: bool = True


def objections(profile: Profile, plan: MeetingPlan) -> tuple[str, ...]:
    """What stands in the way of the plan, in words; empty when it can go ahead."""
    own = profile.meetings
    found = []
    shortest, longest = own.lrm_min_hours.in_force, own.lrm_break_after_hours.in_force
    if shortest is not None and plan.length < timedelta(hours=shortest):
        found.append(f"Plan at least {shortest} hour{'s' if shortest > 1 else ''}.")
    if longest is not None and plan.length > timedelta(hours=longest) and not plan.break_planned:
        found.append(f"Plan a break: the meeting is longer than {longest} hours.")
    if plan.at_home and own.lrm_home_needs_risk_assessment.in_force and not plan.risk_assessed:
        found.append("Assess the risk before meeting at home.")
    if (
        plan.recorded
        and own.lrm_record_only_if_all_agree.in_force
        and not plan.all_agree_to_recording
    ):
        found.append("Everybody present has to agree to a recording.")
    if plan.legal_representative and own.lrm_legal_representative.in_force is False:
        found.append("A friend or advocate may come, a legal representative may not.")
    if (
        plan.subject_attends
        and own.lrm_subject_normally_absent.in_force
        and not plan.person_agrees_to_subject
    ):
        found.append("The member of staff concerned comes only if the person agrees.")
    if not plan.has_chair:
        found.append("Find a senior person to chair.")
    return tuple(found)
