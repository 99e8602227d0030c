"""What a body promises to somebody who writes today, from the policy in force."""

from datetime import date, datetime, time

from django.utils import timezone

from feedback_forms.case_office import Advocate, Promises
from permissions.models import Body
from staff_workspace.policy.clocks import CaseFacts
from staff_workspace.policy.clocks_told import told_clocks
from staff_workspace.policy.compare import values
from staff_workspace.policy.parameter_units import counted
from staff_workspace.policy.profile import Profile
from staff_workspace.queries.case_clocks import due_day
from staff_workspace.queries.portal_address import portal_address
from staff_workspace.queries.profile_in_force import profile_version


def promises_of(body: Body, on: date) -> Promises:
    """The acknowledgement's working days and date, contacts and advocates of ``body``."""
    noon = timezone.make_aware(datetime.combine(on, time(12)))
    profile = profile_version(body, noon).profile
    contact = profile.contacts_of("body")[0]
    return Promises(
        acknowledgement_working_days=profile.acknowledgement.ack_wd.in_force,
        hear_by=_hear_by(profile, noon),
        phone=contact.phone,
        phone_hours="",
        email=contact.email,
        post_lines=tuple(part.strip() for part in contact.post.split(",") if part.strip()),
        advocacy=tuple(
            Advocate(name=a.name, phone=a.phone, email=a.email, area=a.area)
            for a in profile.contacts_of("advocacy")
        ),
        ombudsman=", ".join(o.name for o in profile.contacts_of("ombudsman")),
        source=profile.acknowledgement.ack_wd.source,
        status_url=portal_address(body),
        values=_values(profile),
        words=_words(profile),
    )


def _hear_by(profile: Profile, received: datetime) -> date | None:
    facts = CaseFacts(kind="complaint", received=received, channel="website", grade=None, events=())
    reading = told_clocks(profile, facts, as_of=received).by_name().get("acknowledgement")
    # Beyond the checked calendar the number of working days is promised, but no date.
    return due_day(reading) if reading else None


def _values(profile: Profile) -> dict[str, str]:
    """Every value that is a word, words, a number, yes or no, by name, for conditions of forms."""
    held = {key: value.in_force for key, value in values(profile).items()}
    texts = {True: "yes", False: "no"}
    plain = {
        key: texts[value] if isinstance(value, bool) else str(value)
        for key, value in held.items()
        if isinstance(value, bool | int | str)
    }
    lists = {k: " ".join(v) for k, v in held.items() if isinstance(v, tuple) and _is_words(v)}
    return plain | lists


def _is_words(value: tuple[object, ...]) -> bool:
    return all(isinstance(part, str) and " " not in part for part in value)


def _words(profile: Profile) -> dict[str, str]:
    """Every whole number with its unit, for the words of forms."""
    held = {key: value.in_force for key, value in values(profile).items()}
    return {
        key: counted(value, key)
        for key, value in held.items()
        if isinstance(value, int) and not isinstance(value, bool)
    }
