"""A consent statement that was asked for, and what came back."""

from datetime import date

from django.db import models
from django.utils import timezone

from permissions.models import Guarded
from staff_workspace.models.case import Case
from staff_workspace.models.case_document import CaseDocument
from staff_workspace.models.case_evidence import CaseEvidence
from staff_workspace.policy.disclosure import ConsentRecord, record_lacks


class Consent(Guarded):
    """Who was asked to agree to what, with which organisations, and the answer."""

    class Answer(models.TextChoices):
        WAITING = "waiting", "Waiting"
        SIGNED = "signed", "Signed"
        REFUSED = "refused", "Refused"
        WITHDRAWN = "withdrawn", "Withdrawn"

    class Capacity(models.TextChoices):
        PATIENT = "patient", "The patient"
        ATTORNEY = "attorney", "Attorney or deputy"
        PARENT = "parent", "Parent or guardian"
        EXECUTOR = "executor", "Executor or next of kin"
        REPRESENTATIVE = "representative", "Another representative"

    class Scope(models.TextChoices):
        INVESTIGATE = "investigate", "Look into the complaint"
        SHARE = "share", "Share it with the organisations named"
        REPLY = "reply_to_representative", "Reply to the representative"
        RECORDS = "access_records", "Look at the health records"

    guarded_by = "case"

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="consents")
    statement = models.CharField(max_length=40, help_text="Which of the body's statements")
    giver = models.CharField(max_length=200)
    capacity = models.CharField(max_length=20, choices=Capacity, blank=True)
    scopes = models.JSONField(default=list, help_text="What it covers: values of Scope")
    organisations = models.JSONField(default=list)
    document = models.ForeignKey(CaseDocument, on_delete=models.PROTECT, related_name="+")
    requested_at = models.DateTimeField()
    answer = models.CharField(max_length=20, choices=Answer, default=Answer.WAITING)
    answered_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    chased_on = models.JSONField(default=list, help_text="Days of the reminders, as 2026-12-01")
    method = models.CharField(max_length=40, blank=True)
    signed_copy = models.ForeignKey(
        CaseEvidence, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    evidence_note = models.CharField(
        max_length=300, blank=True, help_text="What was seen, where there is no signed copy"
    )
    signed_name = models.CharField(
        max_length=200, blank=True, help_text="The name typed as a signature (regulation 15)"
    )

    class Meta:
        ordering = ["requested_at", "id"]

    def __str__(self) -> str:
        return f"{self.statement}: {self.get_answer_display()}"

    @property
    def scope_labels(self) -> list[str]:
        """What it covers, in words."""
        return [self.Scope(scope).label for scope in self.scopes]

    @property
    def agreed_organisations(self) -> list[str]:
        """Those that it covers now: each that was answered for itself counts by its own answer."""
        answered = {row.organisation: row.holds for row in self.by_organisation.all()}
        return [name for name in self.organisations if answered.get(name, True)]

    @property
    def lacks(self) -> tuple[str, ...]:
        """What the record still lacks, in words."""
        return record_lacks(self.record)

    @property
    def record(self) -> ConsentRecord:
        """What the rules look at."""
        answered = timezone.localdate(self.answered_at) if self.answered_at else None
        refused = self.answer == self.Answer.REFUSED
        return ConsentRecord(
            subject="patient",
            giver=self.giver,
            capacity=self.capacity,
            scopes=frozenset(self.scopes),
            organisations=frozenset(
                self.agreed_organisations
                if self.answer == self.Answer.SIGNED
                else self.organisations
            ),
            method=self.method,
            requested=timezone.localdate(self.requested_at),
            chased=tuple(date.fromisoformat(day) for day in self.chased_on),
            received=None if refused else answered,
            refused=answered if refused else None,
            withdrawn=timezone.localdate(self.withdrawn_at) if self.withdrawn_at else None,
            evidence=self.evidence_note or ("signed copy" if self.signed_copy_id else ""),
        )
