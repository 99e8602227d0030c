"""The screens of a local resolution meeting."""

from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from permissions.rules.actions import Action
from staff_workspace.actions.fix_meeting import fix_meeting
from staff_workspace.actions.record_meeting_step import record_meeting_step
from staff_workspace.forms.meeting import FixMeetingForm, MeetingStepForm
from staff_workspace.policy.meeting_steps import steps_of
from staff_workspace.policy.meetings import MeetingPlan
from staff_workspace.policy.reasons import say
from staff_workspace.views.case_action import CaseActionView


class FixMeetingView(CaseActionView):
    """Fix the day of a meeting, or move it."""

    action = Action.ARRANGE_MEETING
    form_class = FixMeetingForm
    title = "Fix a meeting with the person"
    button = "Fix the meeting"
    done = "The meeting is fixed"

    def details(self) -> list[tuple[str, str]]:
        return meeting_rows(self)

    def perform(self, form: FixMeetingForm) -> None:
        data = form.cleaned_data
        fix_meeting(
            case=self.case,
            by=self.request.user,
            takes_place_at=timezone.make_aware(datetime.combine(data["on"], data["begins"])),
            where=data["where"],
            chair=data["chair"],
            plan=MeetingPlan(
                length=timedelta(minutes=int(data["minutes"])),
                **dict.fromkeys(data["circumstances"], True),
            ),
            note=data["note"],
        )


class MeetingStepView(CaseActionView):
    """Record what happened around the meeting."""

    action = Action.ARRANGE_MEETING
    form_class = MeetingStepForm
    title = "Record a step of the meeting"
    button = "Record the step"
    done = "The step is recorded"

    def form_options(self) -> dict[str, Any]:
        return {"steps": steps_of(self.case.profile)}

    def initial(self) -> dict[str, Any]:
        return {"on": timezone.localdate()}

    def details(self) -> list[tuple[str, str]]:
        return meeting_rows(self)

    def perform(self, form: MeetingStepForm) -> None:
        now, data = timezone.now(), form.cleaned_data
        record_meeting_step(
            case=self.case,
            by=self.request.user,
            key=data["key"],
            on=self.moment(data["on"], now),
            note=data["note"],
            at=now,
        )


def meeting_rows(view: CaseActionView) -> list[tuple[str, str]]:
    """The meeting that is fixed, for the head of the form."""
    fixed = view.case.events.filter(name="meeting").first()
    return [("Meeting", say(timezone.localdate(fixed.at)))] if fixed else []
