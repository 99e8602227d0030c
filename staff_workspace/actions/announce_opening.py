"""Tell Governance by mail that somebody broke the glass; never a word of what the case says."""

from typing import Any

from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse

from permissions import gate, outbox
from permissions.models import StaffMember
from permissions.rules.actions import Action
from staff_workspace.models import CaseOpening
from staff_workspace.queries.who_can_see import managers_of


@outbox.handles("glass_broken")
def announce_opening(payload: dict[str, Any]) -> None:
    """Mail those who review it and are not shut out of the case; raises what the mail raises."""
    opening = CaseOpening.objects.select_related(
        "content_object__body__site", "user__staff_member"
    ).get(pk=payload["opening"])
    case = opening.content_object
    colleagues = StaffMember.objects.filter(user_id__in=managers_of(case)).select_related("user")
    addresses = [
        member.user.email
        for member in colleagues.exclude(user_id=opening.user_id)
        if member.user.email and gate.may(member.user, Action.REVIEW_OPENING, case)
    ]
    if not addresses:
        return
    site = case.body.site
    path = reverse("staff_workspace:review_opening", args=[opening.pk])
    context = {"opening": opening, "address": f"{site.root_url if site else ''}{path}"}
    EmailMessage(
        subject=f"Somebody broke the glass: {case.reference}",
        body=render_to_string("staff_workspace/mail/glass_broken.jinja", context).strip() + "\n",
        to=addresses,
    ).send()
