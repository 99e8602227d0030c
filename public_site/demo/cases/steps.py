"""The steps that a story can name, each done by the real action and the person whose task it is."""

from collections.abc import Callable
from datetime import timedelta

from permissions.rules.matrix import Role
from public_site.demo.cases.further_steps import FURTHER
from public_site.demo.cases.in_hand import Work
from public_site.demo.cases.letters import checklist, letter_text
from public_site.demo.cases.online_steps import ONLINE
from public_site.demo.cases.stories import Move
from staff_workspace.actions.acknowledge import acknowledge
from staff_workspace.actions.add_issue import add_issue
from staff_workspace.actions.approve_draft import approve_draft
from staff_workspace.actions.close_case import RESPONDED, close_case
from staff_workspace.actions.draft_response import draft_response
from staff_workspace.actions.grade_case import grade_case
from staff_workspace.actions.judge_authority import judge_authority
from staff_workspace.actions.make_consent_statement import make_consent_statement
from staff_workspace.actions.record_consent import record_consent
from staff_workspace.actions.record_finding import record_finding
from staff_workspace.actions.return_draft import return_draft
from staff_workspace.actions.send_response import send_response
from staff_workspace.actions.share_case import share_case
from staff_workspace.actions.sign_response import sign_response
from staff_workspace.actions.submit_for_sign_off import submit_for_sign_off
from staff_workspace.models import Case, Party
from staff_workspace.queries.electronic_consents import against_email

SHARED_FOR = timedelta(days=60)


def take(work: Work, move: Move) -> None:
    """Take one step. Raises KeyError for a verb that is none of ``STEPS``."""
    STEPS[move.verb](work, move.word)


def channel_of(work: Work, wished: str, *, post: str) -> str:
    """The way that the story names, or e-mail; on paper to those who did not agree to e-mail."""
    unasked = wished in ("", "email") and against_email(work.case, at=work.at)
    return post if unasked else wished or "email"


def _acknowledge(work: Work, word: str) -> None:
    wished = word or ("letter" if work.case.channel == "letter" else "")
    acknowledge(
        case=work.case,
        by=work.staff.officer,
        sent_at=work.at,
        channel=channel_of(work, wished, post="letter"),
        offered_discussion=True,
        copy_sent=True,
        note=work.story.note,
    )


def _authority(work: Work, word: str) -> None:
    judge_authority(
        case=work.case,
        by=work.staff.officer,
        decision=word.replace(" ", "_") or "accepted",
        evidence_seen=work.story.evidence_seen,
        reason=work.story.authority_because,
        at=work.at,
    )


def _grade(work: Work, word: str) -> None:
    grade_case(
        case=work.case,
        by=work.staff.officer,
        grade=word,
        reason=work.story.graded_because,
        at=work.at,
    )


def _ask(work: Work, word: str) -> None:
    make_consent_statement(
        case=work.case,
        by=work.staff.officer,
        organisations=list(work.story.organisations),
        giver=_who_signs(work.case),
        at=work.at,
    )


def _who_signs(case: Case) -> str:
    people = {party.role: party.name for party in case.parties.all()}
    themself = case.representation in ("", "asked")
    role = Party.Role.PATIENT if themself else Party.Role.COMPLAINANT
    return people.get(role) or people[Party.Role.COMPLAINANT]


def _consent(work: Work, word: str) -> None:
    _answer(work, word, signed=True)


def _refused(work: Work, word: str) -> None:
    _answer(work, word, signed=False)


def _answer(work: Work, word: str, *, signed: bool) -> None:
    record_consent(
        consent=work.case.consents.last(),
        by=work.staff.officer,
        signed=signed,
        received_at=work.at,
        method=word or "post",
    )


def _points(work: Work, word: str) -> None:
    for point in work.story.points[1:]:
        add_issue(
            case=work.case,
            by=work.staff.officer,
            point=point.asks,
            who_answers=work.story.who_answers(point),
            at=work.at,
        )


def _find(work: Work, word: str) -> None:
    issue = work.case.issues.filter(finding="").first()
    point = work.story.points[issue.number - 1]
    record_finding(
        issue=issue,
        by=work.staff.officer,
        finding=point.finding,
        explanation=point.because,
        change_made=point.change,
        at=work.at,
    )


def _draft(work: Work, word: str) -> None:
    profile = work.case.profile
    draft_response(
        case=work.case,
        by=work.staff.officer,
        text=letter_text(work.story, profile, reference=work.case.reference),
        elements=checklist(profile),
        at=work.at,
    )


def _submit(work: Work, word: str) -> None:
    submit_for_sign_off(case=work.case, by=work.staff.officer, at=work.at)


def _check(work: Work, word: str) -> None:
    further = work.case.state == "further_approval"
    approve_draft(
        case=work.case,
        by=work.staff.governance if further or word == "deputy" else work.staff.head,
        version=work.case.responses.latest("version").version,
        as_deputy=word == "deputy",
        at=work.at,
    )


def _return(work: Work, word: str) -> None:
    signing = work.case.state == "sign_off"
    return_draft(
        case=work.case,
        by=work.staff.signatory if signing else work.staff.head,
        reason=work.story.returned_because,
        at=work.at,
    )


def _sign(work: Work, word: str) -> None:
    version = work.case.responses.latest("version").version
    sign_response(case=work.case, by=work.staff.signatory, version=version, at=work.at)


def _send(work: Work, word: str) -> None:
    send_response(
        case=work.case,
        by=work.staff.officer,
        sent_at=work.at,
        channel=channel_of(work, word, post="post"),
    )


def _close(work: Work, word: str) -> None:
    because = word.replace(" ", "_") or RESPONDED
    close_case(
        case=work.case,
        by=work.staff.officer,
        because=because,
        duties_heeded=True,
        note=work.story.note,
        at=work.at,
    )


def _share(work: Work, word: str) -> None:
    share_case(
        case=work.case,
        by=work.staff.officer,
        with_member=work.staff.colleague.staff_member,
        role=Role(word or Role.VIEWER),
        reason=work.story.shared_because,
        ends_at=work.at + SHARED_FOR,
        at=work.at,
    )


STEPS: dict[str, Callable[[Work, str], None]] = {
    "acknowledge": _acknowledge,
    "authority": _authority,
    "grade": _grade,
    "ask": _ask,
    "consent": _consent,
    "refused": _refused,
    "points": _points,
    "find": _find,
    "draft": _draft,
    "submit": _submit,
    "check": _check,
    "return": _return,
    "sign": _sign,
    "send": _send,
    "close": _close,
    "share": _share,
    **FURTHER,
    **ONLINE,
}
