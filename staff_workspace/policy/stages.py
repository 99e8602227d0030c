"""The stages that one body's policy has and another's lacks, read from its profile."""

from __future__ import annotations

from .profile import Profile, Value

STAGES: dict[str, str] = {
    "quality_check": "The policy has no check of the draft before the signature.",
    "further_approval": "The policy asks for no further approval of what is complex or may "
    "become a claim.",
    "escalation": "The policy sets no time after which a draft is taken higher.",
    "confirmation": "The policy asks nobody to confirm a summary of the complaint.",
    "partial_response": "The policy gives one reply to the whole complaint, or does not speak of "
    "answering in parts.",
    "meeting": "The policy has no meeting with the person.",
}


def stages_of(profile: Profile) -> frozenset[str]:
    """The stages that this profile has (PP-12, PP-22, PP-26 to PP-28, PP-37).

    A check of the draft is a stage where the policy names somebody other than the signatory for
    it. A policy that is silent on partial replies is not read as allowing them.
    """
    own = profile.sign_off
    present = {
        "quality_check": own.qa_role.in_force not in (None, "", own.signatory.in_force),
        "further_approval": bool(own.extra_approver.in_force),
        "escalation": own.signoff_escalate_wd.in_force is not None,
        "confirmation": profile.consent_timing.confirm_attempts.in_force is not None,
        "partial_response": profile.response.partial_response.in_force is True,
        "meeting": _speaks_of_meetings(profile),
    }
    return frozenset(key for key, there in present.items() if there)


def _speaks_of_meetings(profile: Profile) -> bool:
    own = profile.meetings
    values = (getattr(own, name) for name in type(own).model_fields)
    return any(isinstance(value, Value) and not value.silent for value in values)
