"""Ask somebody outside about one case by a link, and withdraw the link."""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser
from django.utils.crypto import salted_hmac

from permissions import gate
from permissions.rules.actions import Action
from staff_workspace.actions.step import case_step
from staff_workspace.models import Case, CaseEvidence, Issue, OutsideLink
from staff_workspace.policy import outside_links
from staff_workspace.policy.lifecycle import NotAllowed

# Without letters and figures that are mistaken for one another on the telephone.
_LETTERS = "ACDEFGHJKLMNPQRTUVWXY34679"
_SALT = "staff_workspace.outside_link"


@dataclass(frozen=True)
class MadeLink:
    """The link and its code; the code is not kept and cannot be shown again."""

    link: OutsideLink
    code: str


def ask_outside(
    *,
    case: Case,
    by: AbstractBaseUser,
    name: str,
    organisation: str,
    questions: str,
    points: Iterable[Issue],
    files: Iterable[CaseEvidence],
    ends_at: datetime,
    at: datetime | None = None,
) -> MadeLink:
    """Make a link that shows ``questions``, ``points`` and ``files`` until ``ends_at``.

    Raises NotAllowed for an end that has passed or is more than 60 calendar days away, and for
    points or files of another case; Http404 for files that ``by`` may not see.
    """
    points, files = list(points), list(files)
    _require_sight(files, by, case)
    shown = {"points": [p.number for p in points], "files": [f.pk for f in files]}
    audited = {"for": f"{name}, {organisation}", **shown}
    with case_step(
        case=case, by=by, action=Action.SHARE_CASE, verb="ask_outside", at=at, audited=audited
    ) as step:
        _require_sight(files, by, step.case)
        if reason := outside_links.refusal(ends_at=ends_at, now=step.at):
            raise NotAllowed(reason)
        if any(thing.case_id != step.case.pk for thing in (*points, *files)):
            raise NotAllowed("Only points and files of this case can be shown")
        code = "".join(secrets.choice(_LETTERS) for _ in range(8))
        link = OutsideLink.objects.create(
            case=step.case,
            key=secrets.token_urlsafe(16),
            code_hash=hash_of(code),
            name=name,
            organisation=organisation,
            questions=questions,
            made_by=by,
            made_at=step.at,
            ends_at=ends_at,
        )
        link.points.set(points)
        link.files.set(files)
        step.happened("asked_outside", f"{name}, {organisation} asked by link", detail=questions)
    return MadeLink(link, f"{code[:4]}-{code[4:]}")


def withdraw_link(*, link: OutsideLink, by: AbstractBaseUser, at: datetime | None = None) -> None:
    """Make the link useless from now on; NotAllowed when it was answered or withdrawn before."""
    with case_step(
        case=link.case,
        by=by,
        action=Action.SHARE_CASE,
        verb="withdraw_link",
        at=at,
        audited={"link": link.pk},
    ) as step:
        held = OutsideLink.objects.select_for_update().get(pk=link.pk)
        if held.answered_at or held.withdrawn_at:
            raise NotAllowed("This link was answered or withdrawn already")
        held.withdrawn_at = step.at
        held.save(update_fields=["withdrawn_at"])
        step.happened("link_withdrawn", f"Link for {held} withdrawn")


def _require_sight(files: list[CaseEvidence], by: AbstractBaseUser, case: Case) -> None:
    """Nobody passes on a file that they may not open themselves."""
    if files:
        gate.require(by, Action.SEE_EVIDENCE, case)


def hash_of(code: str) -> str:
    """The hash that is kept; however the code was typed, with or without the hyphen."""
    plain = "".join(letter for letter in code.upper() if letter.isalnum())
    return salted_hmac(_SALT, plain, algorithm="sha256").hexdigest()
