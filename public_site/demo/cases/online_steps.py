"""The steps of the stories on "your complaint": messages both ways, and what is asked there."""

from collections.abc import Callable

from django.utils import timezone

from public_site.demo.cases.in_hand import Work
from staff_workspace.actions.complainant_step import Complainant
from staff_workspace.actions.propose_date import propose_date
from staff_workspace.actions.send_message import send_message
from staff_workspace.actions.write_message import write_message


def _write(work: Work, word: str) -> None:
    receipt = work.case.submission.receipt
    write_message(
        case=work.case,
        by=Complainant(receipt.pk, receipt.times_replaced),
        text=work.story.writes,
        at=work.at,
    )


def _say(work: Work, word: str) -> None:
    send_message(case=work.case, by=work.staff.officer, text=work.story.is_told, at=work.at)


def _propose(work: Work, word: str) -> None:
    propose_date(
        case=work.case,
        by=work.staff.officer,
        new=work.diary.forward(timezone.localdate(work.at), int(word)),
        reason=work.story.agreed_because,
        at=work.at,
    )


ONLINE: dict[str, Callable[[Work, str], None]] = {
    "write": _write,
    "say": _say,
    "propose": _propose,
}
