"""Every guarded address of the workspace, filled in for one case or one body.

A new address with something else than a reference in it needs a line in ``OF_A_CASE`` or
``OF_A_BODY``: until then the walk fails and names it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.urls import URLPattern, reverse
from django.utils import timezone

from feedback_forms.actions.record_file import record_file
from feedback_forms.evidence.pipeline import take_file
from feedback_forms.models import FormVersion, Submission
from feedback_forms.rules.uploads import Already
from permissions.models import Body, MatrixVersion
from permissions.rules.actions import Action
from permissions.rules.body_matrix import Matrix
from permissions.rules.matrix import MATRIX
from permissions.views import GuardedView
from staff_workspace.actions.ask_outside import hash_of
from staff_workspace.actions.keep_document import keep_document
from staff_workspace.models import (
    AnnualFigures,
    Case,
    CaseDocument,
    CaseEvidence,
    CaseForm,
    CaseOpening,
    CaseTeamGrant,
    CaseUserGrant,
    CaseWall,
    Consent,
    OutsideLink,
    ProfileDraft,
    Task,
    UnmatchedForm,
)
from staff_workspace.urls import urlpatterns
from tests.feedback_forms.evidence.made_files import picture
from tests.feedback_forms.small_form import SMALL

SOON = timedelta(days=7)


@dataclass(frozen=True)
class Address:
    """A guarded address: its name, its action, whether it is of one case, and what it needs."""

    name: str
    action: Action
    needs: frozenset[str]

    @property
    def of_a_case(self) -> bool:
        """Whether it names a case."""
        return "reference" in self.needs


def guarded_addresses() -> Iterator[Address]:
    """All of them, from the URLconf itself."""
    for pattern in urlpatterns:
        view = getattr(pattern.callback, "view_class", None)
        if isinstance(pattern, URLPattern) and view and issubclass(view, GuardedView):
            yield Address(pattern.name, view.action, frozenset(pattern.pattern.converters))


def document(case: Case, by: Any) -> CaseDocument:
    """A letter in the store."""
    now = timezone.now()
    return keep_document(
        case=case, by=by, kind="response", title="Letter", content=b"%PDF-1.7", at=now
    )


def evidence(case: Case, by: Any) -> CaseEvidence:
    """A picture that was found to be clean."""
    taken = take_file([picture()], already=Already())
    stored = record_file(taken, name="ward.jpg", purpose="supporting", question_key="files")
    return CaseEvidence.objects.create(case=case, evidence=stored, added_at=timezone.now())


def consent(case: Case, by: Any) -> Consent:
    """A statement that waits to be signed."""
    return Consent.objects.create(
        case=case,
        statement="sharing_consent",
        giver="Owen Example",
        document=document(case, by),
        requested_at=timezone.now(),
    )


def link(case: Case, by: Any) -> OutsideLink:
    """A link for somebody outside."""
    now = timezone.now()
    return OutsideLink.objects.create(
        case=case,
        key=f"walk-{case.pk}",
        code_hash=hash_of("ACDEACDE"),
        name="Sam Rivers",
        organisation="Riverbank",
        questions="How many?",
        made_by=by,
        made_at=now,
        ends_at=now + SOON,
    )


def submission(body: Body, reference: str) -> Submission:
    """A form that came about a case."""
    now = timezone.now()
    questions = {key: SMALL[key] for key in ("kind", "on_behalf", "pages")}
    version = FormVersion.objects.create(
        number=1, title="Withdraw", definition=questions, digest=reference, published_at=now
    )
    return Submission.objects.create(
        body=body, form_version=version, reference=reference, kind="complaint", received_at=now
    )


def case_form(case: Case, by: Any) -> CaseForm:
    """A form that was attached to the case."""
    sent = submission(case.body, f"WALK-{case.pk}")
    return CaseForm.objects.create(case=case, submission=sent, added_at=timezone.now())


def task(case: Case, by: Any) -> Task:
    """A message to answer."""
    return Task.objects.create(case=case, kind=Task.Kind.EVIDENCE, made_at=timezone.now())


OF_A_CASE: dict[str, Callable[[Case, Any], dict[str, Any]]] = {
    "document": lambda case, by: {"pk": document(case, by).pk},
    "evidence": lambda case, by: {"pk": evidence(case, by).pk},
    "withdraw_consent": lambda case, by: {"pk": consent(case, by).pk},
    "consent_received": lambda case, by: {"pk": consent(case, by).pk},
    "finding": lambda case, by: {"number": case.issues.get().number},
    "stop_sharing": lambda case, by: {
        "pk": CaseUserGrant.objects.filter(content_object=case)[0].pk
    },
    "stop_team_sharing": lambda case, by: {
        "pk": CaseTeamGrant.objects.filter(content_object=case)[0].pk
    },
    "let_in": lambda case, by: {"pk": CaseWall.objects.filter(content_object=case)[0].pk},
    "case_form": lambda case, by: {"pk": case_form(case, by).pk},
    "task": lambda case, by: {"pk": task(case, by).pk},
    "withdraw_link": lambda case, by: {"pk": link(case, by).pk},
}


def of_a_case(case: Case, by: Any) -> Iterator[tuple[Address, str]]:
    """Each address that names ``case``, with what it leads to made first."""
    for address in guarded_addresses():
        if address.of_a_case:
            more = OF_A_CASE.get(address.name, lambda case, by: {})(case, by)
            yield address, _reverse(address, {"reference": case.reference, **more})


def of_a_body(body: Body, case: Case, people: dict[str, Any]) -> Iterator[tuple[Address, str]]:
    """Each address of the workspace that names no case."""
    version = body.profile_versions.get()
    draft = ProfileDraft.objects.create(
        body=body,
        base=version,
        data=version.data,
        drafted_by=people["governance"],
        drafted_by_name="Governance",
        drafted_at=timezone.now(),
    )
    MatrixVersion.objects.create(
        body=body,
        number=1,
        data=Matrix(MATRIX).to_dict(),
        made_by_name="Governance",
        made_at=timezone.now(),
    )
    unmatched = UnmatchedForm.objects.create(
        body=body, submission=submission(body, "WALK-X"), came_at=timezone.now()
    )
    found = {
        "unmatched_form": unmatched.pk,
        **dict.fromkeys(("profile", "profile_file", "open_draft"), version.pk),
        "figures": AnnualFigures.objects.filter(body=body).values_list("pk", flat=True).first(),
        "join_team": people["nursing"].pk,
        "end_membership": people["officer"].staff_member.memberships.get().pk,
        **dict.fromkeys(("leave_staff", "invite_staff"), people["officer"].staff_member.pk),
        "review_opening": CaseOpening.objects.filter(content_object=case)[0].pk,
    }
    for address in guarded_addresses():
        if not address.of_a_case:
            values = {"pk": found.get(address.name, draft.pk), "number": 1, "role": "handler"}
            values |= {"key": "acknowledgement.ack_wd", "path": "contacts", "row": "pohwer"}
            yield address, _reverse(address, {key: values[key] for key in address.needs})


def _reverse(address: Address, given: dict[str, Any]) -> str:
    missing = address.needs - given.keys()
    assert not missing, f"say what {address.name} leads to: {sorted(missing)}"
    return reverse(f"staff_workspace:{address.name}", kwargs=given)
