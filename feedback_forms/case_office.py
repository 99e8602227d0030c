"""What the forms ask of whoever works the cases: one Protocol, named by CANDOUR_CASE_OFFICE."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from django.conf import settings
from django.utils.module_loading import import_string

from feedback_forms.models import FormVersion, Submission
from feedback_forms.rules.circumstances import Circumstances
from permissions.models import Body

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class OpenedCase:
    """What the person is told: the date by which they hear, None where no date can be owed."""

    hear_by: date | None


@dataclass(frozen=True)
class Advocate:
    """Free, independent help with complaining, for people of an area."""

    name: str
    phone: str = ""
    email: str = ""
    area: str = ""


@dataclass(frozen=True)
class Promises:
    """What a body promises to somebody who writes on a day, and how to reach it."""

    acknowledgement_working_days: int
    hear_by: date | None = None
    phone: str = ""
    phone_hours: str = ""
    email: str = ""
    post_lines: tuple[str, ...] = ()
    advocacy: tuple[Advocate, ...] = ()
    ombudsman: str = ""
    source: str = ""
    #: name of a value of the policy → the value as text, for the conditions of forms
    values: Mapping[str, str] = field(default_factory=dict)
    #: the same names → the value with its unit, for the words of forms
    words: Mapping[str, str] = field(default_factory=dict)
    #: where reference and code open "your complaint", with the host; "" where nothing does
    status_url: str = ""


class CaseOffice(Protocol):
    """Implemented by the floor above; all may raise, and no complaint is lost by it."""

    def open_case(self, submission: Submission) -> OpenedCase:
        """Open the submission's case; asking again gives the same answer."""
        ...

    def paper(self, version: FormVersion, body: Body, *, large_print: bool) -> bytes:
        """The version of a form as a blank, tagged PDF to fill in with a pen."""
        ...

    def add_to_case(self, submission: Submission, reference: str) -> None:
        """Attach a form about a case to the case of that ``reference``; asking again changes nothing.

        Whether there is such a case is told to nobody outside.
        """
        ...

    def promises(self, body: Body, on: date) -> Promises:
        """What ``body`` promises to somebody who writes on the day ``on``."""
        ...


def get_case_office() -> CaseOffice:
    """The office that the settings name; raises ImportError when there is none."""
    office: CaseOffice = import_string(settings.CANDOUR_CASE_OFFICE)()
    return office


def promises_or_none(body: Body, on: date) -> Promises | None:
    """The body's promises; None, logged, when the office fails: a form is shown all the same."""
    try:
        return get_case_office().promises(body, on)
    except Exception as error:  # the page must not fail with the office
        logger.warning("promises of %s not available: %s", body.key, type(error).__name__)
        return None


def circumstances(promises: Promises | None, on: date) -> Circumstances:
    """What the conditions and words of a form may look at besides the answers."""
    if promises is None:
        return Circumstances(on)
    return Circumstances(on, promises.values, promises.words)
