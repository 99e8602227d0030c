"""The person confirms the summary of the complaint, or corrects it."""

from datetime import datetime

from staff_workspace.actions.complainant_step import Complainant, complainant_step
from staff_workspace.models import Case, ComplaintSummary, Task
from staff_workspace.policy.lifecycle import NotAllowed


def answer_summary(
    *, case: Case, by: Complainant, corrections: str = "", at: datetime | None = None
) -> None:
    """Record the answer to the summary that was sent last (IN-8, CC-1).

    ``corrections`` are what the person puts right, in their words. Raises NotAllowed where no
    summary waits for an answer.
    """
    with complainant_step(case=case, by=by, verb="record_summary_confirmed", at=at) as step:
        summary = waiting_summary(step.case)
        if summary is None:
            raise NotAllowed("There is no summary that waits for your answer")
        summary.answered_at, summary.corrections = step.at, corrections
        summary.save(update_fields=["answered_at", "corrections"])
        title = "Summary confirmed with corrections" if corrections else "Summary confirmed"
        step.happened("summary_confirmed", f"{title}, online", detail=corrections)
        if corrections:
            step.makes_work(Task.Kind.SUMMARY)


def waiting_summary(case: Case) -> ComplaintSummary | None:
    """The summary that was sent last, while nobody has answered any."""
    if case.events.filter(name="summary_confirmed").exists():
        return None
    return case.summaries.filter(answered_at=None).last()
