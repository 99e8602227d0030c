"""The code that opens a draft again, in whichever browser."""

from __future__ import annotations

from django.db import models

from feedback_forms.models.draft import Draft


class ResumeCode(models.Model):
    """Keeps the hash of the code, never the code. It works as long as the draft is kept."""

    # Wagtail neither follows nor lists it: who edits content sees nothing of what was sent.
    wagtail_reference_index_ignore = True

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="resume_codes")
    code_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"code of draft {self.draft_id}"
