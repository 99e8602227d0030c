"""The rarer steps of the stories: contacts, dates, the summary, withdrawing, opening again."""

from collections.abc import Callable

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from feedback_forms.models import Evidence
from public_site.demo.cases.in_hand import Work
from public_site.demo.cases.papers import paper
from staff_workspace.actions.agree_date import agree_date
from staff_workspace.actions.chase_consent import chase_consent
from staff_workspace.actions.keep_original import keep_original
from staff_workspace.actions.record_contact import record_contact
from staff_workspace.actions.record_ombudsman import record_ombudsman
from staff_workspace.actions.record_summary_confirmed import record_summary_confirmed
from staff_workspace.actions.record_summary_sent import record_summary_sent
from staff_workspace.actions.reopen_case import reopen_case
from staff_workspace.actions.weigh_risk import weigh_risk
from staff_workspace.actions.withdraw_case import withdraw_case


def _contact(work: Work, word: str) -> None:
    points = work.case.profile.acknowledgement.conversation.in_force
    record_contact(
        case=work.case,
        by=work.staff.officer,
        on=work.at,
        channel=word or "phone",
        reached=True,
        covered=list(points[:3]),
    )


def _agree(work: Work, word: str) -> None:
    parties = {party.role: party.name for party in work.case.parties.all()}
    agree_date(
        case=work.case,
        by=work.staff.officer,
        new=work.diary.forward(timezone.localdate(work.at), int(word)),
        agreed_with=parties.get("complainant", ""),
        agreed_at=work.at,
        channel="phone",
        reason=work.story.agreed_because,
    )


def _chase(work: Work, word: str) -> None:
    chase_consent(case=work.case, by=work.staff.officer, asked_at=work.at, channel=word or "letter")


def _summary(work: Work, word: str) -> None:
    record_summary_sent(
        case=work.case, by=work.staff.officer, sent_at=work.at, channel=word or "letter"
    )


def _confirmed(work: Work, word: str) -> None:
    record_summary_confirmed(case=work.case, by=work.staff.officer, confirmed_at=work.at)


def _risk(work: Work, word: str) -> None:
    weigh_risk(
        case=work.case,
        by=work.staff.officer,
        complex_or_claim=True,
        reason=work.story.risk_because,
        at=work.at,
    )


def _withdraw(work: Work, word: str) -> None:
    withdraw_case(
        case=work.case,
        by=work.staff.officer,
        withdrawn_at=work.at,
        way=word.replace(" ", "_") or "orally",
        told_those_named=True,
        note=work.story.note,
    )


def _reopen(work: Work, word: str) -> None:
    reopen_case(
        case=work.case,
        by=work.staff.officer,
        asked_at=work.at,
        questions=work.story.asked_again,
        new_matter=False,
        left_to_answer=True,
        answered_by=work.story.who_answers(work.story.points[0]) or "Our own team",
    )


def _ombudsman(work: Work, word: str) -> None:
    key, _, days = word.partition(" ")
    due = work.diary.forward(timezone.localdate(work.at), int(days)) if days else None
    record_ombudsman(
        case=work.case,
        by=work.staff.officer,
        key=key,
        on=work.at,
        due=due,
        note=work.story.ombudsman_says,
    )


def _keep(work: Work, word: str) -> None:
    letter = paper("letter_of_the_member", work.story)
    upload = SimpleUploadedFile(letter.file_name, letter.content, letter.content_type)
    keep_original(case=work.case, by=work.staff.officer, letter=upload, at=work.at)
    # The clock of this machine stamped it; in the story it came on that day.
    Evidence.objects.filter(case_evidence__case=work.case).update(received_at=work.at)


FURTHER: dict[str, Callable[[Work, str], None]] = {
    "contact": _contact,
    "agree": _agree,
    "chase": _chase,
    "summary": _summary,
    "confirmed": _confirmed,
    "risk": _risk,
    "withdraw": _withdraw,
    "reopen": _reopen,
    "ombudsman": _ombudsman,
    "keep": _keep,
}
