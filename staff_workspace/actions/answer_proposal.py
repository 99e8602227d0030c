"""The person agrees to the day that was proposed for the response, or declines it."""

from datetime import datetime

from django.http import Http404

from staff_workspace.actions.agree_date import agree_on
from staff_workspace.actions.complainant_step import (
    Complainant,
    ComplainantStep,
    complainant_step,
)
from staff_workspace.models import DateProposal, Task
from staff_workspace.policy.lifecycle import NotAllowed
from staff_workspace.policy.reasons import say


def answer_proposal(
    *,
    proposal: DateProposal,
    by: Complainant,
    agreed: bool,
    words: str = "",
    at: datetime | None = None,
) -> None:
    """Record the answer and its day. Agreed, the date moves (CL-3); declined, the body sets it.

    Raises NotAllowed for a proposal that is answered or replaced, and for a date that can no
    longer be agreed.
    """
    verb = "agree_date" if agreed else "decline_date"
    with complainant_step(
        case=proposal.case, by=by, verb=verb, at=at, audited={"new": str(proposal.new)}
    ) as step:
        held = DateProposal.objects.select_for_update().get(pk=proposal.pk)
        if held.case_id != step.case.pk:
            raise Http404
        if held.answer != DateProposal.Answer.WAITING:
            raise NotAllowed("This date does not wait for an answer any more")
        held.answer = DateProposal.Answer.AGREED if agreed else DateProposal.Answer.DECLINED
        held.answered_at, held.words = step.at, words
        held.save()
        if agreed:
            how = f"Proposed by us and agreed by the person, online. {held.reason}"
            agree_on(step, new=held.new, agreed_at=step.at, how=how)
        else:
            _declined(step, held, words)


def _declined(step: ComplainantStep, held: DateProposal, words: str) -> None:
    step.happened("date_declined", f"Declined the date {say(held.new)}", detail=words)
    step.makes_work(Task.Kind.DATE)
