"""What somebody outside does with a link: open it with the code, look, answer once."""

from datetime import datetime

from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.utils.crypto import constant_time_compare

from permissions import audit
from staff_workspace.actions.ask_outside import hash_of
from staff_workspace.models import CaseEvent, OutsideLink
from staff_workspace.policy import outside_links
from staff_workspace.policy.lifecycle import NotAllowed

ANYBODY = AnonymousUser()
NO_LINK = "a link that is none"
NO_CODE = "No code was given"
NOT_CHOSEN = "Not chosen for them"


def come_to_link(*, link: OutsideLink | None, at: datetime) -> None:
    """Somebody has the address, whoever they are, and is asked for the code."""
    if link is not None and outside_links.works(link.facts, now=at):
        record_use(link, "came", at=at)
    else:
        refuse(link, at=at)


def open_link(*, link: OutsideLink | None, code: str, at: datetime) -> bool:
    """Whether ``code`` opens the link; a wrong one is counted, and the fifth shuts it."""
    if link is None:
        refuse(link, at=at)
        return False
    with transaction.atomic():
        held = OutsideLink.objects.select_for_update().select_related("case").get(pk=link.pk)
        fits = constant_time_compare(held.code_hash, hash_of(code))
        if not outside_links.works(held.facts, now=at):
            refuse(held, at=at, code_fits=fits)
            return False
        if fits:
            held.opened_at = held.opened_at or at
            held.wrong_codes = 0
        else:
            held.wrong_codes += 1
        held.save(update_fields=["opened_at", "wrong_codes"])
        if fits:
            record_use(held, "opened", at=at)
        else:
            _record_refusal(held, "wrong_code", at=at)
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


def refuse(link: OutsideLink | None, *, at: datetime, why: str = "", **more: bool) -> None:
    """So is each try that was refused: for what shuts the link, or, while it works, for ``why``.

    Of an address that is no link nothing is kept that could be the key of one.
    """
    if link is None:
        audit.refused(user=ANYBODY, action="outside_link.refused", asked_for=NO_LINK, at=at)
        return
    if not outside_links.works(link.facts, now=at):
        why = outside_links.standing(link.facts, now=at)
    _record_refusal(link, "refused", at=at, why=why, **more)


def _record_refusal(link: OutsideLink, what: str, *, at: datetime, **more: str | bool) -> None:
    # Nobody knows who it was: anybody may have come by the address.
    audit.refused(
        user=ANYBODY,
        action=f"outside_link.{what}",
        thing=link,
        under=f"link {link.pk}",
        detail={"by": str(link), **more},
        at=at,
    )
