"""A local resolution meeting: what has to be right before it is held."""

from __future__ import annotations

from collections.abc import Collection
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
    senior_chair: bool = False


TASKS: dict[str, str] = {
    "file_circulated": "Send the complete file to the staff who take part",
    "chair_found": "Find a senior person to chair",
    "attendees_told": "Tell everybody who attends, and why",
    "dates_offered": "Offer dates, and ask who comes along",
    "access_and_travel": "Ask about access and travel, and book the place or the link",
    "advocate_reminded": "Remind the person of advocacy",
    "recording_kit": "Have something to record with",
    "recording_consent": "Send the form of consent to the recording",
    "pack_sent": "Send staff the file and the person's agenda",
    "reception_told": "Tell reception who comes",
    "actions_noted": "Note the points and actions",
    "file_read": "Read the file",
    "premeet_led": "Lead the preparation",
    "neutral": "Stay neutral",
    "challenges": "Challenge the service where needed",
    "keeps_time": "Keep to the time",
    "sums_up": "Sum up, with actions and dates",
    "next_step_told": "Tell the person of the next stage",
    "senior_attends": "Send a senior member of the service",
    "answers_prepared": "Prepare answers to the agenda",
    "open_points_followed_up": "Answer what could not be answered",
    "actions_completed": "Carry the actions out",
    "learning_shared": "Share what was learned",
    "interpreter_offered": "Offer an interpreter",
    "friend_or_advocate": "Say that a friend or advocate is welcome",
    "conciliator_considered": "Think of a mediator or lay conciliator",
    "go_along_to_provider": "Offer to go along to a meeting at the provider",
    "meeting_fits": "Make sure that a meeting fits this complaint",
    "purpose_told": "Say what the meeting can do and what not",
    "questions_invited": "Invite questions beforehand",
    "venue_chosen": "Choose a place that suits the person, neutral if they like",
    "few_attendees": "Keep the circle small",
    "records_ready": "Have the records ready, with consent",
    "minutes_to_all": "Send minutes to all, who may amend them",
    "actions_watched": "Watch over the actions",
}


def may_be_offered(profile: Profile, *, revised_reply_sent: bool) -> bool:
    """Whether a meeting may be offered now: at any stage, or only after a revised reply."""
    return profile.meetings.lrm_offered.in_force == "any_stage" or revised_reply_sent


def open_tasks(profile: Profile, who: str, done: Collection[str]) -> tuple[str, ...]:
    """What `who` (`team`, `chair` or `directorate`) still has to do, in words."""
    asked = profile.meetings.lrm_tasks[who].in_force
    return tuple(TASKS[task] for task in asked if task not in done)


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
    if own.lrm_senior_chair.in_force and not plan.senior_chair:
        found.append("Find a senior person to chair.")
    return tuple(found)
