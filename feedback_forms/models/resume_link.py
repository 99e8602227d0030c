"""A link by e-mail that opens a draft again, once."""

from __future__ import annotations

from django.db import models

from feedback_forms.models.draft import Draft, new_key


class ResumeLink(models.Model):
    """Keeps the hash of the link's token, never the token; goes with its draft."""

    # Wagtail neither follows nor lists it: who edits content sees nothing of what was sent.
    wagtail_reference_index_ignore = True

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="resume_links")
    # The token follows from this and the server's secret: a mail that is tried again is the same.
    key = models.CharField(max_length=40, unique=True, default=new_key, editable=False)
    token_hash = models.CharField(max_length=64, unique=True)
    email = models.EmailField(help_text="The person said that it is safe to write to it")
    address = models.URLField(help_text="Where links are opened; without the token")
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"link {self.pk} to draft {self.draft_id}"
