"""The screen for keeping the letter of an elected official."""

from feedback_forms.rules.uploads import FileRefused
from permissions.rules.actions import Action
from staff_workspace.actions.keep_original import keep_original
from staff_workspace.forms.elected_letter import OriginalForm
from staff_workspace.views.case_action import CaseActionView


class OriginalView(CaseActionView):
    """Keep the original with the case."""

    action = Action.GRADE
    form_class = OriginalForm
    title = "Keep the elected official’s letter"
    button = "Keep the letter"
    done = "The letter is kept with the evidence"

    def perform(self, form: OriginalForm) -> None:
        try:
            keep_original(case=self.case, by=self.request.user, letter=form.cleaned_data["letter"])
        except FileRefused as refusal:
            form.add_error("letter", str(refusal))
