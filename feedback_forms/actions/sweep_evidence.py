"""Clear up: answers never sent, what came with them, and files that no row knows."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import PROTECT, Q

from feedback_forms.evidence import keeping, vault
from feedback_forms.models import Draft, Evidence
from permissions.chores import chore


@dataclass(frozen=True)
class Swept:
    """How much was deleted, and how many files are not where their row says."""

    drafts: int
    unsent: int
    orphans: int
    incoming: int
    missing: int


@chore("sweep evidence", every=timedelta(hours=1))
def sweep_evidence(*, now: datetime) -> Swept:
    """Delete what is older than it is kept; safe to run at any time, by several at once."""
    too_old = now - keeping.drafts_kept()
    drafts = sum(_delete_draft(pk, too_old) for pk in _expired(too_old))
    unsent = _delete_unsent(too_old)
    orphans = list(_orphans(now - keeping.orphans_kept()))
    vault.discard(*orphans)
    incoming = _clear_incoming(now - keeping.orphans_kept())
    return Swept(drafts, unsent, len(orphans), incoming, missing=_missing())


def _expired(too_old: datetime) -> list[int]:
    expired = Draft.objects.filter(sent_at=None, submission=None, updated_at__lt=too_old)
    return list(expired.values_list("pk", flat=True))


def _delete_draft(pk: int, too_old: datetime) -> bool:
    """Delete one draft with its files, unless somebody has just gone on with it."""
    with transaction.atomic():
        draft = Draft.objects.select_for_update().filter(pk=pk).first()
        if draft is None or draft.sent_at or draft.updated_at >= too_old:
            return False
        _delete(Evidence.objects.filter(draft=draft, submission=None))
        draft.delete()
    return True


def _delete_unsent(too_old: datetime) -> int:
    """Files that belong to nothing that was sent: their question did not apply in the end."""
    with transaction.atomic():
        forgotten = Q(draft=None, received_at__lt=too_old) | Q(draft__sent_at__lt=too_old)
        return _delete(Evidence.objects.filter(forgotten, _held_by_nobody()))


def _held_by_nobody() -> Q:
    """Whoever builds on the forms keeps what it took up: a scan on a case was never a submission."""
    holders = (one for one in Evidence._meta.related_objects if one.on_delete is PROTECT)
    return Q(submission=None, **{f"{holder.name}__isnull": True for holder in holders})


def _delete(rows) -> int:
    found = list(rows.values_list("pk", "original_file", "viewing_file"))
    Evidence.objects.filter(pk__in=[pk for pk, *_ in found]).delete()
    files = [name for _, *names in found for name in names]
    transaction.on_commit(lambda: vault.discard(*files))
    return len(found)


def _orphans(too_old: datetime) -> Iterator[str]:
    # The names are read after the folder: a file that is there has had its day to get a row.
    lying = [name for name, written in vault.lying_there() if written < too_old]
    known = _known()
    return (name for name in lying if name not in known)


def _known() -> set[str]:
    rows = Evidence.objects.values_list("original_file", "viewing_file")
    return {name for names in rows.iterator() for name in names if name}


def _clear_incoming(too_old: datetime) -> int:
    left = [path for path, written in vault.left_in_incoming() if written < too_old]
    for path in left:
        path.unlink(missing_ok=True)
    return len(left)


def _missing() -> int:
    known = _known()
    lying = {name for name, _ in vault.lying_there()}
    # What was removed in between has no row any more.
    gone = known - lying
    return len(gone & _known()) if gone else 0
