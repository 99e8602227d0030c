"""That the figures of a year were discussed with a view to who seldom complains (EQ-1)."""

from django.db import models

from permissions.models import Body
from permissions.models.final_rows import FinalRow


class EqualityDiscussion(FinalRow):
    """One discussion. It names groups, never a case or a person outside; the row is final."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="equality_discussions")
    year_start = models.DateField(help_text="The first day of the year whose figures they were")
    where = models.CharField(max_length=60, help_text="The role's key in the profile")
    where_title = models.CharField(max_length=160, help_text="What it was called then")
    discussed_on = models.DateField()
    groups = models.TextField(max_length=1000, help_text="Which groups seldom complain")
    measures = models.TextField(max_length=2000, help_text="What is done about it")
    recorded_by_name = models.CharField(max_length=160)
    recorded_at = models.DateTimeField()

    class Meta(FinalRow.Meta):
        ordering = ["-discussed_on", "-id"]

    def __str__(self) -> str:
        return f"{self.where_title}, {self.discussed_on}"
