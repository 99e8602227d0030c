"""How a file that somebody sent is given out: never run, guessed at or kept by a browser.

Whoever calls this has decided who may have it.
"""

from typing import Any

from django.http import FileResponse, Http404

from feedback_forms.evidence import vault
from feedback_forms.models import Evidence

SHOWN_INLINE = {"image/jpeg", "image/png"}


def viewing_copy(evidence: Evidence) -> FileResponse:
    """The copy to look at; raises Http404 while the file is not known to be clean."""
    try:
        copy = vault.open_viewing_copy(evidence)
    except vault.NotAvailable:
        raise Http404 from None
    response = FileResponse(
        copy.file,
        as_attachment=copy.content_type not in SHOWN_INLINE,
        filename=copy.name,
        content_type=copy.content_type,
    )
    response.headers["Content-Length"] = str(copy.size)
    return locked_down(response)


def locked_down(response: Any) -> Any:
    """Forbid a browser to run, sniff or keep what is in ``response``."""
    response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'; img-src 'self'"
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "private, no-store"
    return response
