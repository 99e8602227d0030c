"""Finds what was done to the audit behind the product's back: rows, seals and copies, and where."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import islice

from django.db import connection
from django.db.models import Min
from django.utils import timezone

from permissions.connectors.seal_copies import CopiesDamaged, get_seal_copies
from permissions.gaps import judged_gaps
from permissions.models import AuditEvent, AuditSeal
from permissions.rows_as_stored import damage_read, stored
from permissions.rules import seals
from permissions.rules.gaps import Certainty
from permissions.rules.seal_chain import Chain, Stored, faults_of_copies
from permissions.rules.seal_comparison import Comparison, Difference, Kind, Member
from permissions.rules.seals import SealText
from permissions.sealing import hashed, open_to_late_rows, text_of
from permissions.triggers_as_made import faults_of_triggers, final_models

MOST_NAMED = 200
COPIED_WITHIN = timedelta(hours=1)


@dataclass
class Verdict:
    """What was found, in sentences.

    ``faults`` are proven; of ``doubts`` it cannot be told; ``notes`` are neither but should be known.
    """

    rows: int = 0
    seals: int = 0
    unsealed: int = 0
    faults: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def verify(*, now: datetime | None = None) -> Verdict:
    """Read every row and every seal once, in constant memory."""
    now = now or timezone.now()
    verdict = Verdict()
    for model in final_models():
        verdict.faults += faults_of_triggers(connection, model)
    copies, copied_hashes = _copies(verdict)
    last = AuditSeal.objects.order_by("-number").values_list("number", flat=True).first() or 0
    verdict.faults += faults_of_copies(copies, last=last)
    _ask_for_copies(verdict, copied=max((copy.number for copy in copies), default=0), now=now)
    with damage_read():
        _walk(verdict, Chain(copied_hashes), last=last, now=now)
        _look_for_gaps(verdict)
    return verdict


def _copies(verdict: Verdict) -> tuple[list[SealText], dict[int, str]]:
    copies, hashes = [], {}
    try:
        for copy in get_seal_copies().read():
            copies.append(copy.text)
            # The first copy of a number counts: a second one was added by somebody else.
            hashes.setdefault(copy.text.number, copy.seal_hash)
            if copy.text.seal_hash != copy.seal_hash:
                verdict.faults.append(f"The copy of seal {copy.text.number} was altered outside")
    except CopiesDamaged as damage:
        verdict.faults.append(f"The copies outside were damaged: {damage}")
    except OSError as error:
        verdict.faults.append(f"The copies outside cannot be read: {error.strerror}")
    return copies, hashes


def _ask_for_copies(verdict: Verdict, *, copied: int, now: datetime) -> None:
    uncopied = AuditSeal.objects.filter(number__gt=copied)
    number, oldest = uncopied.count(), uncopied.aggregate(oldest=Min("sealed_at"))["oldest"]
    if not number:
        return
    told = f"{number} {'seal has' if number == 1 else 'seals have'} no copy outside the database"
    late = now - oldest > COPIED_WITHIN
    (verdict.faults if late else verdict.notes).append(f"{told}{'' if late else ' yet'}")


def _walk(verdict: Verdict, chain: Chain, *, last: int, now: datetime) -> None:
    ends = AuditSeal.objects.filter(number__lte=last).order_by("-last_id")
    end = ends.values_list("last_id", flat=True).first() or 0
    sealed = AuditEvent.objects.filter(pk__lte=end).order_by("pk")
    comparison = Comparison()
    found = comparison.run(hashed(sealed), _members(verdict, chain, last))
    named = list(islice(found, MOST_NAMED))
    more = sum(1 for _ in found)
    # Asked once the walk is over, so that what was sealed late meanwhile counts as such.
    waiting = set(
        AuditEvent.objects.filter(
            open_to_late_rows(now), pk__in=list(comparison.unmatched)[:999]
        ).values_list("pk", flat=True)
    )
    inserted = sorted(set(comparison.unmatched) - waiting)
    named += [Difference(Kind.INSERTED, pk, None) for pk in inserted[:MOST_NAMED]]
    more += len(inserted[MOST_NAMED:])
    verdict.faults += _in_words(named)
    if more:
        verdict.faults.append(f"{more} more rows are not what was sealed")
    verdict.unsealed = AuditEvent.objects.filter(pk__gt=end).count() + len(waiting)
    verdict.rows = comparison.rows + verdict.unsealed - len(waiting)
    if comparison.sealed_late:
        words = "were committed, and sealed, after rows with higher numbers"
        verdict.notes.append(f"{comparison.sealed_late} rows {words}")


def _members(verdict: Verdict, chain: Chain, last: int) -> Iterator[Member]:
    numbers = AuditSeal.objects.filter(number__lte=last).order_by("number")
    for number in numbers.values_list("number", flat=True).iterator():
        verdict.seals += 1
        try:
            seal = AuditSeal.objects.get(pk=number)
            packed = bytes(seal.members)
            verdict.faults += chain.faults_of(Stored(text_of(seal), seal.seal_hash, packed))
        except (ValueError, TypeError, AttributeError):
            # SQLite lets somebody write words where a time or bytes belong.
            verdict.faults.append(f"Seal {number} was altered: it cannot be read")
            continue
        for row_id, digest in seals.unpack(packed):
            yield row_id, digest, number


def _in_words(differences: list[Difference]) -> list[str]:
    moved = _moved(differences)
    return [moved.get(found.row_id) or _sentence(found) for found in differences]


def _sentence(found: Difference) -> str:
    if found.kind is Kind.INSERTED:
        return f"Row {found.row_id} was inserted: it is in no seal, though later rows are"
    return f"Row {found.row_id} was {found.kind} after it was sealed in seal {found.seal}"


def _moved(differences: list[Difference]) -> dict[int, str]:
    """Rows whose sealed content stands under another number now: they were reordered."""
    here = [found.row_id for found in differences if found.kind is not Kind.REMOVED]
    contents = {values[0]: values[1:] for values in stored(AuditEvent.objects.filter(pk__in=here))}
    told = {}
    for found in differences:
        for row_id, content in contents.items():
            if found.sealed_hash and seals.row_hash((found.row_id, *content)) == found.sealed_hash:
                told[found.row_id] = (
                    f"Row {found.row_id}, sealed in seal {found.seal}, was moved: "
                    f"it stands as row {row_id} now"
                )
    return told


def _look_for_gaps(verdict: Verdict) -> None:
    """Rows that were cut off before they were sealed leave numbers that nothing carries."""
    found = judged_gaps(rows=verdict.rows)
    if found:
        told = {
            Certainty.CUT: verdict.faults,
            Certainty.UNTOLD: verdict.doubts,
            Certainty.UNDONE: verdict.notes,
        }
        told[found.certainty].append(found.words)
