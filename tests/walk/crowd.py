"""A body with so many of everything that its pages list, and grants by the thousand."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from django.contrib.auth.models import Permission, User
from django.utils import timezone

from permissions import audit
from permissions.models import Body, MatrixVersion, OutboxItem, StaffMember, TeamMembership
from permissions.rules.body_matrix import DEFAULT
from permissions.rules.matrix import Role
from staff_workspace.models import (
    Case,
    CaseEvent,
    CaseOrganisation,
    CaseUserGrant,
    DestructionRecord,
    EqualityDiscussion,
    Issue,
    Message,
    Task,
    UnmatchedForm,
)
from tests.permissions.access_relations import grant, opening, wall
from tests.walk.addresses import document, evidence, link, submission
from tests.workspace_people import LONG_AGO, make_person, make_team

DAY = timedelta(days=1)
# So many cases, each with a live grant of each of the roles.
SHARED_CASES = 500
ROLES = (Role.VIEWER, Role.INVESTIGATOR, Role.HANDLER, Role.SIGNATORY)


class Crowd:
    """Brings the body from so many of everything to so many."""

    def __init__(self, body: Body, people: dict[str, Any], make_case: Callable[..., Case]) -> None:
        self.body, self.people, self.make_case = body, people, make_case
        guardians = make_team(body, "guardians", Role.GUARDIAN)
        self.guardian = make_person(body, "guardian", guardians)
        self.guests = make_team(body, "guests", Role.VIEWER)
        self.have = 0

    def grow(self, to: int) -> None:
        """More of everything."""
        more = range(self.have, to)
        self.have = to
        staff = self._staff(len(more))
        for number, walled in zip(more, staff, strict=True):
            case = self.make_case(state="investigating", safe_contact="Only by post")
            grant(case, Role.INVESTIGATOR, user=self.people["colleague"])
            grant(case, Role.VIEWER, group=self.guests.group)
            wall(case, walled, self.people["governance"])
            opening(case, self.guardian)
            Task.objects.create(case=case, kind=Task.Kind.EVIDENCE, made_at=timezone.now())
            self.make_case(state="closed", closed_at=LONG_AGO - 9 * 365 * DAY)
            self._of_the_body(number)
        self._of_one_case(more, staff)

    def _staff(self, number: int) -> list[User]:
        """Members of the team that has the cases."""
        first = User.objects.count()
        users = User.objects.bulk_create(User(username=f"s{first + n}") for n in range(number))
        members = StaffMember.objects.bulk_create(
            StaffMember(user=user, body=self.body, name=user.username, job_title="Nurse")
            for user in users
        )
        TeamMembership.objects.bulk_create(
            TeamMembership(
                team=self.people["nursing"], staff_member=one, starts_at=LONG_AGO, reason="Test"
            )
            for one in members
        )
        return users

    def _of_the_body(self, number: int) -> None:
        now, today = timezone.now(), timezone.localdate()
        MatrixVersion.objects.create(
            body=self.body,
            number=number + 1,
            data=DEFAULT.to_dict(),
            made_by_name="Test",
            made_at=now,
        )
        sent = submission(self.body, f"CROWD-{number}")
        UnmatchedForm.objects.create(body=self.body, submission=sent, came_at=now)
        OutboxItem.objects.create(
            body=self.body, topic="send_receipt", created_at=now, last_error="OSError"
        )
        DestructionRecord.objects.create(
            body=self.body,
            reference=f"HWE-2001-{number:04d}",
            kind="complaint",
            received_on=date(2001, 1, 1),
            closed_on=date(2001, 6, 1),
            kept_until=date(2011, 6, 1),
            reviewed_at=now,
            destroyed_at=now,
            files=1,
            documents=1,
        )
        EqualityDiscussion.objects.create(
            body=self.body,
            year_start=date(2026, 4, 1),
            where=f"committee-{number}",
            where_title="Committee",
            discussed_on=today,
            recorded_at=now,
        )

    def _of_one_case(self, more: range, staff: list[User]) -> None:
        """What the pages of one case list."""
        case, now = Case.objects.order_by("pk")[0], timezone.now()
        officer = self.people["officer"]
        first = case.issues.count() + 1
        Issue.objects.bulk_create(
            Issue(case=case, number=first + n, point="One more") for n in range(len(more))
        )
        CaseEvent.objects.bulk_create(
            CaseEvent(case=case, name="note", at=now, title="Note", recorded_at=now) for _ in more
        )
        CaseOrganisation.objects.bulk_create(
            CaseOrganisation(case=case, name=f"Trust {number}") for number in more
        )
        Message.objects.bulk_create(
            Message(case=case, from_person=bool(n % 2), text="Hello", sent_at=now) for n in more
        )
        for number, helper in zip(more, staff, strict=True):
            if number % 6 == 0:
                # Slow: a file is opened in a process of its own, a letter is sealed.
                evidence(case, officer)
            document(case, officer)
            grant(case, Role.VIEWER, user=helper)
            audit.record(user=officer, action="case.view", thing=case, detail={"turn": number})
        made = link(case, officer)
        made.key = f"more-{made.pk}"
        made.save()

    def share_thousands(self, user: User, *, others: int = 0) -> None:
        """Give ``user`` live grants of each role on hundreds of cases, and others expired ones."""
        pattern = Case.objects.filter(state="investigating").order_by("pk")[0]
        cases = Case.objects.bulk_create(
            Case(
                body=self.body,
                owner_team=pattern.owner_team,
                profile_version=pattern.profile_version,
                reference=f"HWE-2025-{number:04d}",
                kind="complaint",
                state="investigating",
                headline="Shared",
                received_at=pattern.received_at,
                # Later than the others, so that Today begins with the same ones as before.
                next_due=timezone.localdate() + (300 + number % 30) * DAY,
            )
            for number in range(SHARED_CASES)
        )
        roles = Permission.objects.filter(codename__in=ROLES, content_type__model="case")
        self._grants((user, role, case) for role in roles for case in cases)
        strangers = User.objects.bulk_create(User(username=f"o{n}") for n in range(others))
        self._grants(((one, roles[0], pattern) for one in strangers), ends_at=LONG_AGO)

    def _grants(self, wanted: Any, **terms: Any) -> None:
        CaseUserGrant.objects.bulk_create(
            CaseUserGrant(
                user=user,
                permission=role,
                content_object=case,
                granted_at=LONG_AGO,
                reason="Shared",
                **terms,
            )
            for user, role, case in wanted
        )
