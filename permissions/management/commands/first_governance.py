"""Put the first person into a body's Governance; everybody after that is added in the workspace."""

from typing import Any

from django.contrib.auth import get_user_model
from django.core.management import CommandError
from django.core.management.base import BaseCommand, CommandParser
from django.db import transaction
from django.utils import timezone

from permissions import audit
from permissions.models import Body, StaffMember, TeamMembership
from permissions.rules.matrix import Role
from permissions.standing import in_force


class Command(BaseCommand):
    help = "Put the first person into a body's Governance"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("body", help="The body's key")
        parser.add_argument("username", help="An account that is there already")
        parser.add_argument("--name", required=True)
        parser.add_argument("--job-title", required=True)

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        body = Body.objects.select_for_update(of=("self",)).filter(key=options["body"]).first()
        user = get_user_model().objects.filter(username=options["username"]).first()
        team = body and body.teams.filter(role=Role.GOVERNANCE).order_by("pk").first()
        if body is None or user is None or team is None:
            raise CommandError("There is no such body, Governance team or account")
        now = timezone.now()
        seated = TeamMembership.objects.filter(in_force(now), team__body=body)
        if seated.filter(team__role=Role.GOVERNANCE, staff_member__user__is_active=True).exists():
            raise CommandError("Governance has members: they add people in the workspace")
        member, _ = StaffMember.objects.get_or_create(
            user=user,
            defaults={"body": body, "name": options["name"], "job_title": options["job_title"]},
        )
        if member.body_id != body.pk:
            raise CommandError("This account belongs to another body")
        TeamMembership.objects.create(
            team=team, staff_member=member, starts_at=now, reason="The first of Governance"
        )
        detail = {"member": user.pk, "name": member.name}
        audit.record(user=None, action="governance.first", thing=body, detail=detail, at=now)
        self.stdout.write(f"{member.name} is in {team.name} of {body.name}")
