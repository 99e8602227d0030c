"""Whether a body's arrangements have all that regulation 3 asks of them."""

from __future__ import annotations

from collections.abc import Callable

from .profile import Profile


def _efficient(profile: Profile) -> bool:
    own = profile.sign_off
    return bool(own.draft_by.in_force and own.qa_role.in_force and own.signatory.in_force)


def _investigated(profile: Profile) -> bool:
    return bool(_required(profile, "LE-3") and profile.response_letter.elements)


def _respect(profile: Profile) -> bool:
    """The person is asked what they want before anything is looked into."""
    asked = {"expectations", "case_plan", "how_handled"}
    return bool(asked & set(profile.acknowledgement.conversation.in_force))


def _help(profile: Profile) -> bool:
    told = {
        *profile.acknowledgement.conversation.in_force,
        *profile.acknowledgement.acknowledgement_tells.in_force,
    }
    return bool(told & {"support", "advocacy", "how_handled"})


def _timely(profile: Profile) -> bool:
    points = {"timescale", "case_plan"} & set(profile.acknowledgement.conversation.in_force)
    return bool(points) and profile.response.statutory_months.in_force > 0


def _outcome_told(profile: Profile) -> bool:
    return _required(profile, "LE-3") and _required(profile, "LE-6")


def _action_taken(profile: Profile) -> bool:
    return _required(profile, "LE-5")


def _required(profile: Profile, key: str) -> bool:
    return any(
        element.key == key and element.required.in_force
        for element in profile.response_letter.elements
    )


ARRANGEMENTS: dict[str, tuple[str, Callable[[Profile], bool]]] = {
    "efficient": (
        "Complaints are dealt with efficiently: who drafts, checks and signs",
        _efficient,
    ),
    "investigated": (
        "Complaints are investigated properly, and the letter shows it",
        _investigated,
    ),
    "respect": ("People are treated with respect: they are asked what they want", _respect),
    "help": ("People get help, or are told where to get it", _help),
    "timely": ("People get a timely response: a time is agreed, and there is a limit", _timely),
    "outcome": ("People are told the outcome, and where to go next", _outcome_told),
    "action": ("Action is taken if need be, and the letter says which", _action_taken),
}


def lacking(profile: Profile) -> tuple[str, ...]:
    """The arrangements that the profile does not have, in words; empty for a sound one."""
    return tuple(words for words, present in ARRANGEMENTS.values() if not present(profile))
