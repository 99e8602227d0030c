"""Tell Governance by mail that somebody broke the glass; never a word of what the case says."""

from typing import Any

from django.template.loader import render_to_string
from django.urls import reverse

from feedback_forms.connectors.notifier import Message, get_notifier
from feedback_forms.rules.receipts import Means, Recipient
from permissions import gate, outbox
from permissions.models import StaffMember
from permissions.rules.actions import Action
from staff_workspace.models import CaseOpening
from staff_workspace.queries.who_can_see import managers_of


class NobodyToTell(outbox.NeedsAPerson):
    """None of those who review a broken glass on this case has an e-mail address."""


@outbox.handles("glass_broken")
def announce_opening(payload: dict[str, Any]) -> None:
    """Mail those who review it and are not shut out.

    Raises NobodyToTell, and what the notifier raises. Tried again, it goes to each of them again:
    one message twice is better than none.
    """
    opening = CaseOpening.objects.select_related(
        "content_object__body__site", "user__staff_member"
    ).get(pk=payload["opening"])
    case = opening.content_object
    colleagues = StaffMember.objects.filter(user_id__in=managers_of(case)).select_related("user")
    reviewers = [
        member.user
        for member in colleagues.exclude(user_id=opening.user_id)
        if member.user.email and gate.may(member.user, Action.REVIEW_OPENING, case)
    ]
    if not reviewers:
        raise NobodyToTell
    site = case.body.site
    path = reverse("staff_workspace:review_opening", args=[opening.pk])
    context = {"opening": opening, "address": f"{site.root_url if site else ''}{path}"}
    words = render_to_string("staff_workspace/mail/glass_broken.jinja", context).strip() + "\n"
    for reviewer in reviewers:
        get_notifier().send(
            Message(
                to=Recipient(Means.EMAIL, reviewer.email),
                subject=f"Somebody broke the glass: {case.reference}",
                body=words,
                key=f"glass {opening.pk} {reviewer.pk}",
            )
        )
