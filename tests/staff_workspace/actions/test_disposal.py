"""Records whose time is over: hold, review, a second person, and what is left when they are gone."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.apps import apps
from django.db import models
from django.http import Http404
from django.utils import timezone

from feedback_forms.actions.receive_submission import receive_submission
from feedback_forms.evidence import vault
from feedback_forms.models import Draft, Evidence, Receipt, Submission
from feedback_forms.shipping import build_from
from permissions import gate, outbox
from permissions.models import AuditEvent, AuditRowsAreFinal, Body
from permissions.rules.actions import Action
from staff_workspace.actions.annual_figures import approve_figures, prepare_figures
from staff_workspace.actions.dispose_case import FIRST, dispose_case
from staff_workspace.actions.legal_hold import hold_records, lift_hold
from staff_workspace.actions.review_disposal import review_disposal
from staff_workspace.connectors.document_store import get_document_store
from staff_workspace.models import (
    Case,
    Consent,
    DestructionRecord,
    DisposalReview,
    LegalHold,
    Message,
    Response,
    UnmatchedForm,
)
from staff_workspace.policy.lifecycle import STATES, NotAllowed
from staff_workspace.queries.disposals import due_for_review
from staff_workspace.reports.reporting_year import year_starting
from tests.feedback_forms.small_form import SMALL, finished_draft
from tests.walk.addresses import case_form, consent, document, evidence, link
from tests.workspace_people import make_person

pytestmark = pytest.mark.requirement("RT-1")
CLOSED = timezone.make_aware(datetime(2016, 3, 1, 12))
NOW = timezone.make_aware(datetime(2026, 11, 26, 10))
DESTROY, KEEP = DisposalReview.Finding.DESTROY, DisposalReview.Finding.KEEP
# What the person wrote in the form, and what the staff wrote down.
WORDS = ("Ana O’Brien", "ana@example.org", "lost the referral", "Dr Placeholder")


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    """Ten years and some months after the case was closed."""
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def second(body: Body, people: dict[str, Any]) -> Any:
    """A second member of Governance."""
    return make_person(body, "governance2", body.teams.get(key="governance"))


@pytest.fixture
def old_case(body: Body, people: dict[str, Any]) -> Case:
    """A complaint that came in by a form and was closed on 1 March 2016, with all that was kept."""
    page = build_from(body.site.root_page, SMALL, slug="complain")
    sent = receive_submission(draft=finished_draft(page))
    outbox.work()  # the receipt is sent
    case, officer = Case.objects.get(submission=sent), people["officer"]
    Evidence.objects.filter(pk=evidence(case, officer).evidence_id).update(submission=sent)
    letter = document(case, officer)
    Response.objects.create(
        case=case, version=1, text="Dr Placeholder is sorry", drafted_by=officer,
        drafted_at=NOW, document=letter,
    )  # fmt: skip
    consent(case, officer)
    Consent.objects.update(signed_copy=case.evidence.get())
    later = case_form(case, officer).submission
    UnmatchedForm.objects.create(body=body, submission=later, came_at=NOW, settled_at=NOW)
    Message.objects.create(case=case, from_person=True, text="Dr Placeholder again", sent_at=NOW)
    made = link(case, officer)
    made.files.set(case.evidence.all())
    made.points.set(case.issues.all())
    Case.objects.filter(pk=case.pk).update(
        state="closed", received_at=CLOSED - timedelta(days=90), closed_at=CLOSED
    )
    case.refresh_from_db()
    return case


def review(case: Case, by: Any, finding: str = DESTROY, **changes: Any) -> None:
    """Look at the records."""
    review_disposal(case=case, by=by, finding=finding, reason="Nothing is open", **changes)


def rows_that_say(words: str) -> set[str]:
    """The tables in which some text holds ``words``."""
    found = set()
    for model in apps.get_models(include_auto_created=True):
        for field in model._meta.concrete_fields:
            if isinstance(field, models.CharField | models.TextField | models.JSONField):
                values = model._default_manager.values_list(field.attname, flat=True)
                if any(words in str(value) for value in values):
                    found.add(model._meta.label)
    return found


def test_two_people_of_governance_destroy_what_was_kept(
    old_case: Case, people: dict[str, Any], second: Any
) -> None:
    file = old_case.evidence.get().evidence
    sealed = [vault.path_of(file.original_file), vault.path_of(file.viewing_file)]
    keys = list(old_case.documents.values_list("store_key", flat=True))
    assert all(path.exists() for path in sealed)
    assert all(rows_that_say(words) for words in WORDS)
    review(old_case, people["governance"])
    record = dispose_case(case=old_case, by=second)
    outbox.work()
    assert not Case.objects.filter(pk=old_case.pk).exists()
    assert not any(
        model.objects.exists() for model in (Submission, Draft, Evidence, Receipt, UnmatchedForm)
    )
    assert {words: rows_that_say(words) for words in WORDS} == {words: set() for words in WORDS}
    assert not any(path.exists() for path in sealed)
    for key in keys:
        with pytest.raises(KeyError):
            get_document_store().read(key)
    assert (record.reference, record.kind) == (old_case.reference, "complaint")
    assert (record.received_on, record.closed_on) == (date(2015, 12, 2), date(2016, 3, 1))
    assert record.kept_until == date(2026, 3, 1)
    assert record.rule == "10 years from closure"
    assert "paragraph 12.1" in record.source
    assert (record.reviewed_by, record.confirmed_by) == ("Governance", "Governance2")
    assert (record.files, record.documents) == (1, 2)


def test_nothing_that_hangs_from_a_case_is_forgotten_or_stands_in_the_way() -> None:
    """A new table must go with its case, and must not keep what goes with it."""
    goes = {r.related_model for r in Case._meta.related_objects if r.on_delete is models.CASCADE}
    kept = {r.related_model for r in Case._meta.related_objects} - goes
    assert kept == set()
    before = {r.related_model for r in Case._meta.related_objects if r.name in FIRST}
    barring = {
        r.related_model
        for model in goes
        for r in model._meta.related_objects
        if r.on_delete in (models.PROTECT, models.RESTRICT)
    }
    assert barring <= before


def test_the_audit_stays_and_tells_who_did_it(
    old_case: Case, people: dict[str, Any], second: Any
) -> None:
    review(old_case, people["governance"])
    before = AuditEvent.objects.filter(object_ref=old_case.reference).count()
    dispose_case(case=old_case, by=second)
    told = AuditEvent.objects.filter(object_ref=old_case.reference).order_by("pk")
    assert told.count() == before + 1
    last = told.last()
    assert (last.action, last.actor_id) == (Action.DISPOSE, second.pk)
    assert last.detail["reviewed_by"] == people["governance"].pk


def test_who_reviewed_does_not_confirm(old_case: Case, people: dict[str, Any]) -> None:
    with pytest.raises(NotAllowed, match="has to look at"):
        dispose_case(case=old_case, by=people["governance"])
    review(old_case, people["governance"])
    with pytest.raises(NotAllowed, match="second person"):
        dispose_case(case=old_case, by=people["governance"])
    assert Case.objects.filter(pk=old_case.pk).exists()


def test_nothing_goes_before_its_time(old_case: Case, people: dict[str, Any], second: Any) -> None:
    review(old_case, people["governance"])
    last_day = timezone.make_aware(datetime(2026, 3, 1, 23, 59))
    with pytest.raises(NotAllowed, match="kept until 1 March 2026"):
        dispose_case(case=old_case, by=second, at=last_day)
    with pytest.raises(NotAllowed, match="kept until 1 March 2026"):
        review(old_case, second, at=last_day)
    dispose_case(case=old_case, by=second, at=last_day + timedelta(minutes=1))


def test_a_legal_hold_keeps_everything_until_it_is_lifted(
    old_case: Case, body: Body, people: dict[str, Any], second: Any
) -> None:
    review(old_case, people["governance"])
    hold_records(case=old_case, by=second, reason="A claim was announced")
    for act in (lambda: dispose_case(case=old_case, by=second), lambda: review(old_case, second)):
        with pytest.raises(NotAllowed, match="legal hold"):
            act()
    with pytest.raises(NotAllowed, match="already"):
        hold_records(case=old_case, by=second, reason="Again")
    assert [due.held for due in due_for_review(second, body, today=NOW.date())] == [True]
    lift_hold(case=old_case, by=second, because="The claim was settled")
    with pytest.raises(NotAllowed, match="not on legal hold"):
        lift_hold(case=old_case, by=second, because="Again")
    dispose_case(case=old_case, by=second)
    assert not LegalHold.objects.exists()


def test_what_is_kept_for_longer_comes_back_on_its_day(
    old_case: Case, body: Body, people: dict[str, Any], second: Any
) -> None:
    with pytest.raises(NotAllowed, match="which day"):
        review(old_case, second, KEEP)
    with pytest.raises(NotAllowed, match="which day"):
        review(old_case, second, KEEP, look_again_on=NOW.date())
    review(old_case, second, KEEP, look_again_on=date(2027, 1, 1))
    with pytest.raises(NotAllowed, match="are kept"):
        dispose_case(case=old_case, by=people["governance"])
    listed = [bool(due_for_review(second, body, today=date(2026, 12, 31)))]
    listed += [bool(due_for_review(second, body, today=date(2027, 1, 1)))]
    assert listed == [False, True]


def test_only_governance_and_only_on_closed_cases(
    old_case: Case, people: dict[str, Any], second: Any
) -> None:
    for who in ("officer", "signatory", "colleague"):
        for act in (review, lambda case, by: dispose_case(case=case, by=by)):
            with pytest.raises(Http404):
                act(old_case, people[who])
        with pytest.raises(Http404):
            hold_records(case=old_case, by=people[who], reason="Mine")
    may = {}
    for state in STATES:
        Case.objects.filter(pk=old_case.pk).update(state=state)
        old_case.refresh_from_db()
        may[state] = gate.may(second, Action.DISPOSE, old_case)
    assert [state for state, allowed in may.items() if allowed] == ["closed"]


def test_whoever_is_shut_out_neither_sees_nor_destroys_it(
    old_case: Case, body: Body, people: dict[str, Any], second: Any
) -> None:
    review(old_case, people["governance"])
    old_case.walls.create(
        user=second,
        reason="relative",
        note="A cousin",
        raised_by=people["governance"],
        raised_at=NOW,
    )
    assert due_for_review(second, body, today=NOW.date()) == []
    assert len(due_for_review(people["governance"], body, today=NOW.date())) == 1
    with pytest.raises(Http404):
        dispose_case(case=old_case, by=second)


def test_the_line_in_the_log_is_final(old_case: Case, people: dict[str, Any], second: Any) -> None:
    review(old_case, people["governance"])
    record = dispose_case(case=old_case, by=second)
    with pytest.raises(AuditRowsAreFinal):
        record.save()
    with pytest.raises(AuditRowsAreFinal):
        DestructionRecord.objects.all().delete()


def test_approved_figures_do_not_change(
    old_case: Case, body: Body, people: dict[str, Any], second: Any
) -> None:
    figures = prepare_figures(body=body, by=people["governance"], year=year_starting(2015))
    approve_figures(figures=figures, by=people["governance"])
    before = figures.figures
    assert before["complaints_received"] == 1
    review(old_case, people["governance"])
    dispose_case(case=old_case, by=second)
    figures.refresh_from_db()
    assert figures.figures == before


def test_files_that_cannot_be_deleted_now_are_deleted_later(
    old_case: Case, people: dict[str, Any], second: Any
) -> None:
    file = old_case.evidence.get().evidence
    path = vault.path_of(file.original_file)
    aside = path.with_suffix(".aside")
    path.rename(aside)
    path.mkdir()  # what stands there is no file: deleting it fails
    review(old_case, people["governance"])
    dispose_case(case=old_case, by=second)
    outbox.work()
    assert outbox.undelivered() == 1
    path.rmdir()
    aside.rename(path)
    outbox.work(now=NOW + timedelta(minutes=10))
    assert outbox.undelivered() == 0
    assert not Path(path).exists()
