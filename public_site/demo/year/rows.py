"""Turns planned contacts into cases with their dates and the events behind them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from random import Random

from django.contrib.auth.models import User

from permissions.models import Team
from public_site.demo.diary import Diary
from public_site.demo.year.plan import Contact
from public_site.demo.year.shape import shape, spread_out
from staff_workspace.models import Case, CaseEvent, ProfileVersion
from staff_workspace.models.case_event import SURVEY_ASKED
from staff_workspace.policy.clocks import CaseFacts
from staff_workspace.policy.clocks_told import told_clocks
from staff_workspace.policy.survey import Moment, Way, is_asked

OPENS, CLOSES = 9 * 60, 16 * 60 + 30
WORDS = {
    "complaint": "Complaint about {about}",
    "concern": "Concern about {about}",
    "enquiry": "Question about {about}",
    "mp_enquiry": "MP asks about {about}",
    "compliment": "Thanks",
}


@dataclass(frozen=True)
class Office:
    """Whose cases these are, and who works them."""

    team: Team
    version: ProfileVersion
    diary: Diary
    handlers: tuple[User, ...]


class RowMaker:
    """Makes the cases of a plan in order; shares of the table are kept within each kind."""

    def __init__(self, office: Office, contacts: list[Contact], rng: Random) -> None:
        self.office = office
        self.rng = rng
        table, kinds = shape(), [contact.kind for contact in contacts]
        self._drawn: dict[tuple[str, str], Iterator[str]] = {}
        for kind in dict.fromkeys(kinds):
            number = kinds.count(kind)
            for column, weights in (
                ("channel", table["channels"][kind]),
                ("service", table["services"]),
                ("subject", table["subjects"]),
                ("grade", table["grades"].get(kind, {"": 1})),
                ("ended", table["ended_because"]),
            ):
                self._drawn[kind, column] = iter(spread_out(weights, number, rng))
        in_time = table["acknowledged_in_time"]
        self._prompt = iter(spread_out({"yes": in_time, "": 1 - in_time}, len(kinds), rng))

    def case(self, contact: Contact, reference: str) -> Case:
        """The case of ``contact`` as it stands now, not saved."""
        draw = {c: next(self._drawn[contact.kind, c]) for c in ("channel", "service", "subject")}
        subject = "Compliment" if contact.kind == "compliment" else draw["subject"]
        handler = self.rng.choice(self.office.handlers)
        received_at = self._moment(contact.received)
        case = Case(
            body=self.office.team.body,
            owner_team=self.office.team,
            profile_version=self.office.version,
            reference=reference,
            kind=contact.kind,
            channel=draw["channel"],
            headline=WORDS[contact.kind].format(about=subject[:1].lower() + subject[1:]),
            service=draw["service"],
            subject=subject,
            grade=next(self._drawn[contact.kind, "grade"]),
            handler=handler,
            received_at=received_at,
        )
        case.acknowledgement_due, case.statutory_due = self._due(contact.kind, contact.received)
        self._acknowledge(case, contact)
        self._end(case, contact)
        return case

    def _moment(self, day: date) -> datetime:
        return self.office.diary.moment(day, self.rng.randint(OPENS, CLOSES))

    def _past(self, day: date) -> bool:
        return day < self.office.diary.today

    @cache  # noqa: B019 - lives as long as one load
    def _due(self, kind: str, received: date) -> tuple[date | None, date | None]:
        """The days of the acknowledgement and of the law's six months, by the policy's clocks."""
        facts = CaseFacts(kind=kind, received=received, channel="")
        profile = self.office.version.profile
        shown = told_clocks(profile, facts, as_of=received, explain=False).by_name()
        return shown["acknowledgement"].due, shown["statutory_response"].due

    def _acknowledge(self, case: Case, contact: Contact) -> None:
        if contact.kind == Case.Kind.COMPLIMENT:
            return
        prompt = next(self._prompt)
        days = self.rng.choices((1, 2, 3), (5, 4, 3))[0] if prompt else self.rng.randint(4, 8)
        day = self.office.diary.forward(contact.received, days)
        if self._past(day):
            case.acknowledged_at = self._moment(day)
            case.state = "investigating" if case.grade else "acknowledged"

    def _end(self, case: Case, contact: Contact) -> None:
        ended_because = next(self._drawn[contact.kind, "ended"])
        acknowledged = case.acknowledged_at
        if not self._past(contact.ends) or (acknowledged is None and contact.kind != "compliment"):
            return
        case.closed_at = max(self._moment(contact.ends), acknowledged or case.received_at)
        case.state = "closed"
        case.closed_because = "resolved_early"
        if contact.outcome or contact.kind == Case.Kind.MP_ENQUIRY:
            case.outcome = contact.outcome
            case.responded_at = case.closed_at
            case.closed_because = "responded"
        elif contact.kind == Case.Kind.COMPLAINT:
            case.closed_because = ended_because
        elif contact.kind == Case.Kind.COMPLIMENT:
            case.closed_because = "passed_on"


def events_of(case: Case) -> list[CaseEvent]:
    """The events behind the dates of ``case``, so that its clocks and its history agree."""
    ended = (
        ("final_response_sent", case.responded_at, "Response sent")
        if case.responded_at
        else ("", None, "")
    )
    asked = is_asked(
        case.profile,
        kind=case.kind,
        moment=Moment.ANSWERED,
        anonymous=case.anonymous,
        asked_before=False,
    )
    lines = (
        ("received", case.received_at, f"{case.get_kind_display()} received"),
        ("acknowledged", case.acknowledged_at, "Acknowledged, with the offer to discuss"),
        ended,
        (
            SURVEY_ASKED,
            case.responded_at if asked else None,
            f"Asked {Way.EMAIL} how it was for them",
        ),
        ("closed", case.closed_at, "Closed"),
    )
    handler = case.handler
    return [
        CaseEvent(
            case=case,
            name=name,
            at=at,
            title=title,
            by=handler,
            by_name=handler.staff_member.name,
            recorded_at=at,
        )
        for name, at, title in lines
        if at
    ]
