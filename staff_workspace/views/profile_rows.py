"""The rows of the lists in a draft of the policy: add one, change it, remove it."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from feedback_forms.fields import NhsForm
from permissions.rules.actions import Action
from staff_workspace.actions.change_draft_rows import remove_row, save_row
from staff_workspace.forms.profile_row import ProfileRowForm
from staff_workspace.policy.profile_rows import FACTS, LISTS, ONLY_REWORDED, row_of
from staff_workspace.policy.row_names import LIST_NAMES
from staff_workspace.presenters.profile_lists import row_title
from staff_workspace.views.profile_drafts import DRAFT, DraftFormView

# What moves dates leads back to the top of the draft, where the open cases are told.
MOVES_DATES = frozenset({"calendar.closures", "calendar.one_off_bank_holidays", "grading.grades"})


class RowView(DraftFormView):
    """What the pages of one row have in common."""

    done = "It is saved in the draft"

    def enter(self) -> None:
        """Unknown lists and rows answer like unknown drafts."""
        super().enter()
        if self.path not in LISTS and self.path not in FACTS:
            raise Http404
        try:
            if self.at:
                row_of(self.object.profile, self.path, self.at)
        except KeyError:
            raise Http404 from None

    @property
    def path(self) -> str:
        """The list."""
        return str(self.kwargs["path"])

    @property
    def at(self) -> str:
        """The row; empty for a new one."""
        return str(self.kwargs.get("row", ""))

    @property
    def called(self) -> str:
        """What the row is called."""
        profile = self.object.profile
        return row_title(profile, self.path, row_of(profile, self.path, self.at))

    def after(self) -> HttpResponse:
        """Back to the section of the list, or to where the moved cases are told."""
        answer = redirect(DRAFT, pk=self.object.pk)
        if self.path not in MOVES_DATES:
            answer["Location"] += f"?section={self.path.split('.')[0]}#lists"
        return answer


class SaveRowView(RowView):
    """Add a row or change one."""

    action = Action.CHANGE_PROFILE
    button = "Save in the draft"

    @property
    def title(self) -> str:  # type: ignore[override]
        """What is added or changed."""
        one = LIST_NAMES[self.path][1]
        article = "an" if one[0] in "aeiou" else "a"
        return f"Change {self.called}" if self.at else f"Add {article} {one}"

    def enter(self) -> None:
        """Nothing is added where our own rules name each row."""
        super().enter()
        if not self.at and self.path in ONLY_REWORDED:
            raise Http404
        if self.at and self.path == "roles":
            raise Http404

    def form(self, *data: Any) -> ProfileRowForm:
        return ProfileRowForm(*data, profile=self.object.profile, path=self.path, at=self.at)

    def perform(self, form: Any) -> None:
        facts = form.cleaned_data["facts"]
        save_row(draft=self.object, by=self.request.user, path=self.path, facts=facts, at=self.at)


class RemoveRowView(RowView):
    """Take a row out."""

    action = Action.CHANGE_PROFILE
    button = "Remove it from the draft"
    done = "It is removed from the draft"

    @property
    def title(self) -> str:  # type: ignore[override]
        """What is removed."""
        return f"Remove {self.called}"

    def form(self, *data: Any) -> NhsForm:
        return NhsForm(*data)

    def perform(self, form: Any) -> None:
        remove_row(draft=self.object, by=self.request.user, path=self.path, at=self.at)
