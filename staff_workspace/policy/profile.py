"""The typed profile of a body: loads it from TOML, validates it, and sets policy beside law."""

from __future__ import annotations

import json
import tomllib
from datetime import date, time
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from .parameters import body as who
from .parameters import deciding, intake, investigating, listening, people, timing
from .parameters.value import Section, Value, fill

PROFILES = Path(__file__).with_name("profiles")
NAMES = ("hwe_icb", "west_essex_ccg", "millbrook", "statute")

__all__ = ["NAMES", "Profile", "ProfileError", "Value", "load", "load_file"]


class ProfileError(ValueError):
    """A profile file is wrong. The message names the file and every faulty key.

    `faults` holds them one by one: the key and what is wrong with it.
    """

    def __init__(self, message: str, faults: tuple[tuple[str, str], ...] = ()) -> None:
        super().__init__(message)
        self.faults = faults


class Profile(Section):
    """Every parameter of one body's policy, in the version in force from `effective_from`."""

    profile_version: str
    effective_from: date
    body: who.Body
    document: who.Document
    references: who.References
    intake: intake.Intake
    investigation: investigating.Investigation
    calendar: who.Calendar
    contacts: tuple[who.Contact, ...]
    roles: tuple[deciding.Role, ...]
    first_contact: timing.FirstContact
    acknowledgement: timing.Acknowledgement
    response: timing.Response
    consent_timing: timing.ConsentTiming
    elected_officials: timing.ElectedOfficials
    meetings: timing.Meetings
    eligibility: people.Eligibility
    consent: people.Consent
    confidentiality: people.Confidentiality
    restrictions: people.Restrictions
    grading: deciding.Grading
    response_letter: deciding.ResponseLetter
    sign_off: deciding.SignOff
    routes: deciding.Routes
    listening: listening.Listening
    records: deciding.Records

    def to_dict(self) -> dict[str, Any]:
        """The whole profile as JSON-safe values, as a case or a stored version freezes it."""
        return self.model_dump(mode="json")

    @classmethod
    def from_dict(cls, data: dict[str, Any], *, origin: str = "the stored profile") -> Profile:
        """The profile that `to_dict` wrote, or a ProfileError that names the keys at fault."""
        try:
            # Through JSON, because lists and dates are strict there without being refused.
            return cls.model_validate_json(json.dumps(fill(data), default=_iso))
        except TypeError as error:
            raise ProfileError(f"{origin}: {error}") from None
        except ValidationError as error:
            faults = _faults(error)
            listed = "; ".join(f"{key}: {what}" for key, what in faults)
            raise ProfileError(f"{origin}: {listed}", faults) from error

    def role_title(self, role: str) -> str:
        """The body's own title for a canonical role; the role in words where it has none."""
        for known in self.roles:
            if known.key == role and known.title.in_force:
                return known.title.in_force
        return role.replace("_", " ").capitalize()

    def contacts_of(self, kind: str) -> tuple[who.Contact, ...]:
        """The contacts of one kind (`body`, `advocacy`, `ombudsman` …), in the file's order."""
        return tuple(contact for contact in self.contacts if contact.kind == kind)


def load_file(path: Path) -> Profile:
    """Read one profile file. Raises ProfileError naming file and key."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        raise ProfileError(f"{path.name}: there is no such profile") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ProfileError(f"{path.name}: not readable as TOML: {error}") from None
    return Profile.from_dict(data, origin=path.name)


@cache
def load(name: str) -> Profile:
    """The profile of that name, read once. Raises ProfileError for a name we do not have."""
    if name not in NAMES:
        raise ProfileError(f"{name}: no such profile; there are {', '.join(NAMES)}")
    return load_file(PROFILES / f"{name}.toml")


def _iso(value: Any) -> str:
    """Dates and times of a TOML file as JSON text; anything else has no place in a profile."""
    if isinstance(value, date | time):
        return value.isoformat()
    raise TypeError(f"{value!r} cannot be part of a profile")


def _faults(error: ValidationError) -> tuple[tuple[str, str], ...]:
    """The key and what is wrong, for every fault."""
    return tuple(
        (".".join(str(part) for part in fault["loc"]), fault["msg"]) for fault in error.errors()
    )
