"""A link by which somebody without an account answers questions on one case."""

from django.conf import settings
from django.db import models

from permissions.models import Guarded
from staff_workspace.models.case import Case
from staff_workspace.models.case_evidence import CaseEvidence
from staff_workspace.models.issue import Issue
from staff_workspace.policy.outside_links import LinkFacts


class OutsideLink(Guarded):
    """Shows the questions, and of the case only the points and files that were chosen.

    The address carries ``key`` alone. The code that opens it goes another way, and only its hash
    is kept.
    """

    guarded_by = "case"

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="outside_links")
    key = models.CharField(max_length=32, unique=True)
    code_hash = models.CharField(max_length=64)
    name = models.CharField(max_length=120)
    organisation = models.CharField(max_length=160)
    questions = models.TextField()
    points = models.ManyToManyField(Issue, blank=True, related_name="+")
    files = models.ManyToManyField(CaseEvidence, blank=True, related_name="+")
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    made_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    wrong_codes = models.PositiveSmallIntegerField(default=0)
    opened_at = models.DateTimeField(null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answer = models.TextField(blank=True)

    class Meta:
        ordering = ["-made_at", "-id"]

    def __str__(self) -> str:
        return f"{self.name}, {self.organisation}"

    @property
    def facts(self) -> LinkFacts:
        """What the rule looks at."""
        return LinkFacts(
            ends_at=self.ends_at,
            withdrawn=self.withdrawn_at is not None,
            answered=self.answered_at is not None,
            wrong_codes=self.wrong_codes,
            case_closed=not self.case.is_open,
        )
