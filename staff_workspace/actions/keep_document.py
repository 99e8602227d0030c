"""Keep a document that was made for a case."""

import hashlib
from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser

from staff_workspace.connectors.document_store import get_document_store
from staff_workspace.models import Case, CaseDocument


def keep_document(
    *, case: Case, by: AbstractBaseUser, kind: str, title: str, content: bytes, at: datetime
) -> CaseDocument:
    """Put ``content`` into the document store and tie it to the case; called inside an action."""
    return CaseDocument.objects.create(
        case=case,
        kind=kind,
        title=title,
        store_key=get_document_store().put(content),
        sha256=hashlib.sha256(content).hexdigest(),
        size=len(content),
        made_at=at,
        made_by=by,
    )
