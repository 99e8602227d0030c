"""Files of a case: evidence and documents, only through the gate, never run by a browser."""

from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse

from feedback_forms.views.served_file import locked_down, viewing_copy
from permissions.rules.actions import Action
from permissions.views import GuardedObjectView
from staff_workspace.connectors.document_store import get_document_store
from staff_workspace.models import CaseDocument, CaseEvidence


class EvidenceFileView(GuardedObjectView):
    """The safe viewing copy of something that was sent."""

    action = Action.SEE_EVIDENCE
    lookup = {"reference": "case__reference", "pk": "pk"}

    def get_queryset(self) -> QuerySet[CaseEvidence]:
        """Evidence of the body's cases."""
        return CaseEvidence.objects.filter(case__body=self.body).select_related("case", "evidence")

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """The file; 404 while it is not known to be clean."""
        return viewing_copy(self.object.evidence)


class DocumentView(GuardedObjectView):
    """A PDF that was made for the case: it carries names and addresses in full."""

    action = Action.SEE_CONTACT_DETAILS
    lookup = {"reference": "case__reference", "pk": "pk"}

    def get_queryset(self) -> QuerySet[CaseDocument]:
        """Documents of the body's cases."""
        return CaseDocument.objects.filter(case__body=self.body).select_related("case")

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """The PDF as a download."""
        document = self.object
        try:
            content = get_document_store().read(document.store_key)
        except KeyError:
            raise Http404 from None
        response = HttpResponse(content, content_type="application/pdf")
        name = f"{document.case.reference}-{document.kind}-{document.pk}.pdf".replace("/", "-")
        response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
        return locked_down(response)
