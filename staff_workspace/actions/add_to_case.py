"""Attach a form about a case to that case; one that finds none waits for somebody to find it."""

from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser
from django.utils import timezone

from feedback_forms.models import Evidence, Submission
from feedback_forms.rules.kinds import FormKind
from permissions import audit, gate
from permissions.rules.actions import Action
from staff_workspace.actions.complainant_step import NAME
from staff_workspace.actions.open_case import open_case
from staff_workspace.actions.open_tasks import open_task
from staff_workspace.actions.step import case_step
from staff_workspace.models import Case, CaseEvent, CaseEvidence, CaseForm, Task, UnmatchedForm
from staff_workspace.policy.lifecycle import NotAllowed


def add_to_case(*, submission: Submission, reference: str) -> None:
    """Tie ``submission`` to the case of that reference at the same body; asking again changes
    nothing. A survey is tied to no case, whatever stands in it (SV-1).

    Called inside the transaction of whoever asks. Whoever sent it learns nothing of what was
    found.
    """
    if submission.kind == FormKind.SURVEY:
        return
    known = CaseForm.objects.filter(submission=submission).exists()
    if known or UnmatchedForm.objects.filter(submission=submission).exists():
        return
    under = f"form {submission.reference}"
    asked = "".join(reference[:80].split()).upper()
    case = (
        Case.objects.select_for_update(of=("self",))
        .filter(body=submission.body, reference__iexact=asked)
        .first()
    )
    if case is None:
        waiting = UnmatchedForm.objects.create(
            body=submission.body,
            submission=submission,
            reference_given=asked,
            came_at=submission.received_at,
        )
        audit.record(user=None, action="form.unmatched", thing=waiting, under=under)
        return
    verified = submission.reference_proven
    attach(case, submission, verified=verified, at=submission.received_at)
    detail = {"verified": verified}
    audit.record(user=None, action="form.attached", thing=case, under=under, detail=detail)


def attach(case: Case, submission: Submission, *, verified: bool, at: datetime) -> CaseForm:
    """The form on its case, with its files, an event and a task; called inside an action."""
    form = CaseForm.objects.create(case=case, submission=submission, verified=verified, added_at=at)
    for evidence in Evidence.objects.filter(submission=submission):
        CaseEvidence.objects.create(case=case, evidence=evidence, added_at=at)
    opened = "opened with the code" if verified else "not opened with the code: check who sent it"
    CaseEvent.objects.create(
        case=case,
        name="form_came",
        title=f"Form came: {submission.form_version.title}"[:160],
        detail=f"{submission.reference}, {opened}",
        at=submission.received_at,
        by_name=NAME if verified else "website",
        recorded_at=at,
    )
    open_task(case, Task.Kind.FORM, at=at)
    return form


def match_form(
    *, form: UnmatchedForm, case: Case, by: AbstractBaseUser, at: datetime | None = None
) -> None:
    """Attach a form that waits to the case that somebody found for it."""
    with case_step(
        case=case,
        by=by,
        action=Action.MESSAGE,
        verb="add_form",
        at=at,
        audited={"form": form.submission.reference},
    ) as step:
        held = _waiting(form)
        if held.body_id != step.case.body_id:
            raise NotAllowed("This case is of another body")
        _settle(held, by=by, at=step.at)
        attach(step.case, held.submission, verified=False, at=step.at)


def open_for_form(*, form: UnmatchedForm, by: AbstractBaseUser, at: datetime | None = None) -> Case:
    """Open a case of its own for a form that waits; called inside a transaction.

    Raises Http404 when the gate refuses.
    """
    at = at or timezone.now()
    under = gate.require(by, Action.MATCH_FORMS, form).under
    held = _waiting(form)
    _settle(held, by=by, at=at)
    case = open_case(submission=held.submission)
    # Read on the case as it was asked, like every form that comes about one.
    CaseForm.objects.create(case=case, submission=held.submission, added_at=at)
    audit.record(
        user=by,
        action=Action.MATCH_FORMS,
        thing=case,
        under=under,
        detail={"verb": "open"},
        at=at,
    )
    return case


def _waiting(form: UnmatchedForm) -> UnmatchedForm:
    held = UnmatchedForm.objects.select_for_update(of=("self",)).get(pk=form.pk)
    if held.settled_at:
        raise NotAllowed("This form has its case already")
    return held


def _settle(form: UnmatchedForm, *, by: AbstractBaseUser, at: datetime) -> None:
    form.settled_at, form.settled_by = at, by
    form.save(update_fields=["settled_at", "settled_by"])
