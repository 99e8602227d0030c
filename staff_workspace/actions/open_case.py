"""Open a case from a submission: what the person wrote becomes work with dates."""

from django.utils import timezone

from feedback_forms.models import Evidence, Submission
from feedback_forms.rules.kinds import ABOUT_A_CASE, OPENS_A_CASE, FormKind
from feedback_forms.rules.meanings import Meaning
from permissions import audit
from permissions.models import Body, Team
from staff_workspace.actions.open_dates import add_dates_before_receipt
from staff_workspace.actions.open_parties import add_parties
from staff_workspace.models import Case, CaseEvent, CaseEvidence, Issue
from staff_workspace.queries.case_clocks import refresh_due_dates
from staff_workspace.queries.profile_in_force import profile_version

# What a form calls an enquiry by somebody elected, the policy calls an MP enquiry.
KINDS = {FormKind.ELECTED_OFFICIAL: Case.Kind.MP_ENQUIRY}
# A form about a case that is none of ours: staff find out what it is.
KINDS |= dict.fromkeys(ABOUT_A_CASE, Case.Kind.ENQUIRY)


class NobodyOwnsNewCases(Exception):
    """The body has no team that new cases go to; the submission waits in the outbox."""


def open_case(*, submission: Submission) -> Case:
    """The case of ``submission``: the one that is there, or a new one owned by the body's team.

    Called inside the transaction of whoever asks. Raises NobodyOwnsNewCases.
    """
    existing = Case.objects.filter(submission=submission).first()
    if existing:
        return existing
    answers = submission.by_meaning()
    reason = str(answers.get(Meaning.REPRESENTATION_REASON) or "")
    case = Case(
        body=submission.body,
        owner_team=owning_team(submission.body),
        profile_version=profile_version(submission.body, submission.received_at),
        submission=submission,
        reference=_reference(submission),
        kind=KINDS.get(submission.kind, submission.kind),
        channel=submission.channel,
        story=str(answers.get(Meaning.STORY) or ""),
        desired_outcome=str(answers.get(Meaning.DESIRED_OUTCOME) or ""),
        service=str(answers.get(Meaning.EVENT_SERVICE) or "")[:120],
        place=str(answers.get(Meaning.EVENT_PLACE) or "")[:160],
        event_date=str(answers.get(Meaning.EVENT_DATE) or "")[:60],
        on_behalf=bool(reason),
        representation=reason,
        communication_needs=str(answers.get(Meaning.COMPLAINANT_NEEDS) or ""),
        safe_contact=str(answers.get(Meaning.COMPLAINANT_SAFE_CONTACT) or ""),
        received_at=submission.received_at,
    )
    if submission.kind == FormKind.ELECTED_OFFICIAL:
        _elected(case, answers)
    case.headline = headline(case, answers)
    case.anonymous = not answers.get(Meaning.COMPLAINANT_NAME)
    case.save()
    add_parties(case, answers)
    _first_point(case)
    _timeline(case)
    add_dates_before_receipt(case, answers)
    for evidence in Evidence.objects.filter(submission=submission):
        CaseEvidence.objects.create(case=case, evidence=evidence, added_at=case.received_at)
    refresh_due_dates(case, as_of=submission.received_at)
    case.save()
    under = f"form {submission.reference}"
    audit.record(user=None, action="case.open", thing=case, under=under, at=case.received_at)
    return case


def owning_team(body: Body) -> Team:
    """The team that new cases of ``body`` belong to; raises NobodyOwnsNewCases."""
    team = body.teams.filter(owns_new_cases=True).first()
    if team is None:
        raise NobodyOwnsNewCases(body.key)
    return team


def _reference(submission: Submission) -> str:
    """The submission's own; a form about a case that is none of ours takes the body's next."""
    if submission.kind in OPENS_A_CASE:
        return submission.reference
    return submission.body.next_reference(today=timezone.localdate(submission.received_at))


def headline(case: Case, answers: dict) -> str:
    """A few words that say what the case is, without names: "A daughter for their relative"."""
    kind = case.get_kind_display()
    relationship = str(answers.get(Meaning.REPRESENTATION_RELATIONSHIP) or "").strip()
    if case.on_behalf:
        who = relationship[:60].lower() or "somebody"
        article = "an" if who[0] in "aeiou" else "a"
        return f"{kind} by {article} {who} for the patient"
    about = case.service or case.place
    return f"{kind} about {about}"[:160] if about else kind


def _elected(case: Case, answers: dict) -> None:
    case.elected_name = str(answers.get(Meaning.OFFICIAL_NAME) or "")[:160]
    case.elected_reference = str(answers.get(Meaning.OFFICIAL_REFERENCE) or "")[:60]
    # Somebody who works for an MP writes as that MP.
    other = answers.get(Meaning.OFFICIAL_OFFICE) == "elected_official"
    case.elected_as = "elected_official" if other else "mp"


def _first_point(case: Case) -> None:
    if case.kind == Case.Kind.COMPLAINT and case.story:
        point = case.story.strip().splitlines()[0]
        Issue.objects.create(
            case=case, number=1, point=point if len(point) <= 300 else f"{point[:297]}..."
        )


def _timeline(case: Case) -> None:
    CaseEvent.objects.create(
        case=case,
        name="received",
        at=case.received_at,
        title=f"{case.get_kind_display()} received by {case.channel}",
        by_name="website",
        recorded_at=case.received_at,
    )
