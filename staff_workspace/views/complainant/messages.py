"""Messages both ways, and more evidence."""

from typing import Any

from django.urls import reverse

from staff_workspace.actions.add_evidence import add_evidence
from staff_workspace.actions.read_messages import read_messages
from staff_workspace.actions.write_message import write_message
from staff_workspace.forms.complainant import EvidenceForm, MessageForm
from staff_workspace.views.complainant.base import ComplainantFormView


class MessagesView(ComplainantFormView):
    """What was written so far, and room for more."""

    screen = "messages"
    form_class = MessageForm
    title = "Messages"
    button = "Send message"
    done = "Your message is with us"
    template = "messages"

    def more(self) -> dict[str, Any]:
        """The messages, newest first; what is shown is read."""
        messages = list(self.case.messages.prefetch_related("files__evidence"))
        unread = {m.pk for m in messages if not m.from_person and m.read_at is None}
        if unread:
            read_messages(case=self.case, by=self.by, at=self.now)
        return {"thread": messages, "unread": unread}

    def perform(self, form: MessageForm) -> None:
        write_message(
            case=self.case,
            by=self.by,
            text=form.cleaned_data["text"],
            uploads=form.cleaned_data["file"],
            at=self.now,
        )

    def after(self) -> str:
        return reverse("your_complaint:messages")


class EvidenceView(ComplainantFormView):
    """Add a letter, a photo or a document."""

    screen = "evidence"
    form_class = EvidenceForm
    title = "Add a letter, photo or document"
    button = "Add"
    done = "Your files were added"
    template = "evidence"

    def more(self) -> dict[str, Any]:
        """What was added so far, by name."""
        sent = self.case.evidence.select_related("evidence").order_by("added_at", "pk")
        own = [item for item in sent if item.evidence.question_key != "signed_copy"]
        return {"files": own}

    def perform(self, form: EvidenceForm) -> None:
        add_evidence(
            case=self.case,
            by=self.by,
            uploads=form.cleaned_data["file"],
            note=form.cleaned_data["note"],
            at=self.now,
        )

    def after(self) -> str:
        return reverse("your_complaint:evidence")
