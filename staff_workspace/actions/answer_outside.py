"""What somebody outside does with a link: open it with the code, look, answer once."""

from datetime import datetime

from django.db import transaction
from django.utils.crypto import constant_time_compare

from permissions import audit
from staff_workspace.actions.ask_outside import hash_of
from staff_workspace.models import CaseEvent, OutsideLink
from staff_workspace.policy import outside_links
from staff_workspace.policy.lifecycle import NotAllowed


def open_link(*, link: OutsideLink, code: str, at: datetime) -> bool:
    """Whether ``code`` opens the link; a wrong one is counted, and the fifth shuts it."""
    with transaction.atomic():
        held = OutsideLink.objects.select_for_update().select_related("case").get(pk=link.pk)
        if not outside_links.works(held.facts, now=at):
            return False
        fits = constant_time_compare(held.code_hash, hash_of(code))
        if fits:
            held.opened_at = held.opened_at or at
            held.wrong_codes = 0
        else:
            held.wrong_codes += 1
        held.save(update_fields=["opened_at", "wrong_codes"])
        record_use(held, "opened" if fits else "wrong_code", at=at)
    return fits


def answer_link(*, link: OutsideLink, answer: str, at: datetime) -> None:
    """Keep the answer on the case; NotAllowed when the link does not work any more."""
    with transaction.atomic():
        held = OutsideLink.objects.select_for_update().select_related("case").get(pk=link.pk)
        if not outside_links.works(held.facts, now=at):
            raise NotAllowed("This link does not work any more. Ask whoever sent it to you")
        held.answer, held.answered_at = answer, at
        held.save(update_fields=["answer", "answered_at"])
        CaseEvent.objects.create(
            case=held.case,
            name="answered_outside",
            title=f"{held} answered by link",
            detail=answer,
            at=at,
            by_name=held.name,
            recorded_at=at,
        )
        record_use(held, "answered", at=at)


def record_use(link: OutsideLink, what: str, *, at: datetime, **more: str) -> None:
    """Each use of a link is in the audit of its case."""
    audit.record(
        user=None,
        action=f"outside_link.{what}",
        thing=link,
        under=f"link {link.pk}",
        detail={"by": str(link), **more},
        at=at,
    )
