"""Opens a case that came by telephone, letter, e-mail or visit, as a member of staff notes it."""

from datetime import date, datetime

from django.contrib.auth.models import User
from django.utils import timezone

from permissions import audit
from permissions.models import Body
from public_site.demo.cases.stories import Person, Story
from staff_workspace.actions.open_case import owning_team
from staff_workspace.models import Case, CaseEvent, ElectronicConsent, Issue, Party
from staff_workspace.queries.case_clocks import refresh_due_dates
from staff_workspace.queries.profile_in_force import profile_version

BY = {
    "phone": "telephone",
    "in_person": "a visit",
    "email": "e-mail",
    "letter": "letter",
    "website": "website",
}


def open_by_staff(
    story: Story, *, body: Body, by: User, received_at: datetime, event_date: str
) -> Case:
    """The new case of ``story`` with its people, its first point and its first line of history."""
    case = Case(
        body=body,
        owner_team=owning_team(body),
        profile_version=profile_version(body, received_at),
        reference=body.next_reference(today=timezone.localdate(received_at)),
        kind=story.kind,
        channel=story.channel,
        headline=story.headline,
        story=story.story.strip(),
        desired_outcome=story.wanted,
        service=story.service,
        subject=story.subject,
        place=story.place,
        event_date=event_date,
        anonymous=not story.complainant.name,
        on_behalf=bool(story.representation),
        representation=story.representation,
        communication_needs=story.needs,
        safe_contact=story.safe_contact,
        received_at=received_at,
    )
    case.save()
    _parties(case, story)
    _first_point_and_line(case, story, by)
    refresh_due_dates(case, as_of=received_at)
    case.save()
    under = f"team {case.owner_team.name}"
    audit.record(user=by, action="case.open", thing=case, under=under, at=received_at)
    return case


def _first_point_and_line(case: Case, story: Story, by: User) -> None:
    if story.points:
        first = story.points[0]
        Issue.objects.create(
            case=case, number=1, point=first.asks, who_answers=story.who_answers(first)
        )
    CaseEvent.objects.create(
        case=case,
        name="received",
        at=case.received_at,
        title=f"{case.get_kind_display()} received by {BY[story.channel]}",
        by=by,
        by_name=by.staff_member.name,
        recorded_at=case.received_at,
    )


def _parties(case: Case, story: Story) -> None:
    if story.complainant.name:
        _party(case, Party.Role.COMPLAINANT, story.complainant, story.relationship)
    if story.complainant.email:
        # Asked when it was taken down, as the form on the website asks.
        ElectronicConsent.objects.create(
            case=case, address=story.complainant.email, given_at=case.received_at
        )
    # A member of parliament writes about somebody else or about nobody in particular.
    own = Person() if story.kind == Case.Kind.MP_ENQUIRY else story.complainant
    patient = story.patient or own
    if patient.name:
        _party(case, Party.Role.PATIENT, patient)


def _party(case: Case, role: str, person: Person, relationship: str = "") -> None:
    Party.objects.create(
        case=case,
        role=role,
        name=person.name,
        relationship=relationship,
        address=person.address.replace(", ", "\n"),
        email=person.email,
        phone=person.phone,
        date_of_birth=_in_words(person.born),
        nhs_number=person.nhs_number.replace(" ", ""),
    )


def _in_words(born: str) -> str:
    """A birthday of the table as people write it: 2 March 1948."""
    if not born:
        return ""
    day = date.fromisoformat(born)
    return f"{day.day} {day:%B %Y}"
