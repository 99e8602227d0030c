"""Who looked at a case, who changed it and who was refused, newest first."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from permissions.models import AuditEvent, StaffMember
from staff_workspace.models import Case, CaseDocument, CaseEvidence

# Somebody outside, by a link that was sent to them or with the receipt of their complaint.
LINK_LOOKS = (
    "outside_link.came",
    "outside_link.opened",
    "outside_link.looked",
    "outside_link.opened_file",
    "complainant.open",
    "complainant.look",
    "complainant.read",
)
SESSIONS = "session."
# Rows of before such a refusal was written as one.
LINK_REFUSALS = ("outside_link.wrong_code",)
REFUSED = Q(outcome="refused") | Q(action__in=LINK_REFUSALS)
LOOKED = ~REFUSED & (Q(detail__has_key="looked_at") | Q(action__in=LINK_LOOKS))
CHANGED = ~REFUSED & ~LOOKED
KINDS: dict[str, tuple[str, Q]] = {
    "": ("Everything", Q()),
    "looked": ("Looked", LOOKED),
    "changed": ("Changed something", CHANGED),
    "refused": ("Was refused", REFUSED),
}


@dataclass(frozen=True)
class Wanted:
    """What the history is narrowed to: an account, a kind, and rows older than one."""

    person: str = ""
    kind: str = ""
    before: int | None = None


def history(case: Case, wanted: Wanted, *, size: int) -> tuple[list[AuditEvent], bool]:
    """One page of rows, and whether there are older ones. Found by key, never by counting."""
    found = _of(case).filter(KINDS[wanted.kind][1])
    if wanted.person:
        found = found.filter(actor_name=wanted.person)
    if wanted.before is not None:
        found = found.filter(pk__lt=wanted.before)
    rows = list(found.order_by("-pk")[: size + 1])
    return rows[:size], len(rows) > size


def kind_of(row: AuditEvent) -> str:
    """Which of the kinds the row is, as the filters have it."""
    if row.outcome == "refused" or row.action in LINK_REFUSALS:
        return "refused"
    return "looked" if "looked_at" in row.detail or row.action in LINK_LOOKS else "changed"


def accounts(case: Case) -> list[str]:
    """Every account that the history names, in the order of the alphabet."""
    return list(_of(case).order_by("actor_name").values_list("actor_name", flat=True).distinct())


def names_of(accounts: list[str]) -> dict[str, str]:
    """Account → name and job title, for those who still work for a body."""
    members = StaffMember.objects.filter(user__username__in=accounts).select_related("user")
    return {member.user.get_username(): str(member) for member in members}


def titles_of(rows: list[AuditEvent]) -> dict[tuple[str, int], str]:
    """What the files are called that were downloaded: (model, id) → title."""
    found: dict[tuple[str, int], str] = {}
    for files in (CaseDocument.objects, CaseEvidence.objects.select_related("evidence")):
        label = files.model._meta.label
        ids = [row.object_id for row in rows if row.object_type == label]
        found |= {(label, pk): str(file) for pk, file in files.in_bulk(ids).items()}
    return found


def _of(case: Case) -> QuerySet[AuditEvent]:
    # References are of one body each, so that a refusal on another body's site is told as well.
    named = AuditEvent.objects.filter(object_ref=case.reference)
    # Signing in is done to no case, whatever somebody typed for a name in rows of earlier versions.
    return named.exclude(action__startswith=SESSIONS)
