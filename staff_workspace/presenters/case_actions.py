"""Every action on a case with its words and its place: the usual ones, and the rarer in groups."""

from collections.abc import Collection
from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone

from permissions.rules.actions import Action
from staff_workspace.models import Case
from staff_workspace.policy.lifecycle import allowed_verbs
from staff_workspace.policy.retention import kept_until
from staff_workspace.policy.stages import stages_of


@dataclass(frozen=True)
class Offer:
    """An action as it is offered: permission, address, words, and the lifecycle's verb."""

    action: Action
    name: str
    label: str
    verb: str


@dataclass(frozen=True)
class Link:
    """An offer that is open to somebody on a case."""

    label: str
    url: str


USUAL = (
    Offer(Action.ACKNOWLEDGE, "acknowledge", "Record the acknowledgement", "acknowledge"),
    Offer(Action.RECORD_CONTACT, "contact", "Record a contact", "record_contact"),
    Offer(Action.JUDGE_AUTHORITY, "authority", "Judge the authority to act", "judge_authority"),
    Offer(Action.ARRANGE_CONSENT, "consent", "Make a consent statement", "request_consent"),
    Offer(Action.GRADE, "grade", "Grade the case", "grade"),
    Offer(Action.GRADE, "take_as_complaint", "Take it as a complaint", "take_as_complaint"),
    Offer(Action.RECORD_FINDINGS, "issue", "Add a point", "add_issue"),
    Offer(Action.DRAFT_RESPONSE, "draft", "Draft the response", "draft_response"),
    Offer(Action.APPROVE_DRAFT, "approve", "Check and approve the draft", "approve_draft"),
    Offer(Action.APPROVE_DRAFT, "amend", "Amend the draft", "amend_draft"),
    Offer(Action.APPROVE_DRAFT, "return_checked", "Send the draft back", "return_draft"),
    Offer(Action.SIGN_RESPONSE, "sign", "Sign the response", "sign_response"),
    Offer(Action.SIGN_RESPONSE, "return", "Send the draft back", "return_draft"),
    Offer(Action.SEND_RESPONSE, "send", "Record that it was sent", "send_response"),
    Offer(Action.RECORD_CONTACT, "news", "Tell the person how it goes on", "give_news"),
    Offer(Action.NOTE, "note", "Write an internal note", "note"),
    Offer(Action.CLOSE_CASE, "close", "Close the case", "close"),
    Offer(Action.REOPEN, "reopen", "Open the case again", "reopen"),
)
RARER: dict[str, tuple[Offer, ...]] = {
    "People": (
        Offer(Action.ASSIGN, "assign", "Give the case to a handler", "assign"),
        Offer(Action.SHARE_CASE, "share", "Share with a colleague", "share"),
        Offer(Action.SHARE_CASE, "outside_links", "Ask somebody outside", "ask_outside"),
        Offer(
            Action.SHARE_CASE,
            "break_confidence",
            "Record that confidence is broken",
            "break_confidence",
        ),
        Offer(
            Action.GRADE, "elected", "An elected official wrote as well", "name_elected_official"
        ),
        Offer(
            Action.GRADE, "original", "Keep the elected official’s letter", "name_elected_official"
        ),
    ),
    "The person online": (
        Offer(Action.MESSAGE, "messages", "Write to the person", "send_message"),
        Offer(Action.ISSUE_CODE, "issue_code", "Issue a new code", "issue_code"),
    ),
    "About the case": (
        Offer(Action.GRADE, "describe", "Claim, press, risk or other body", "describe"),
        Offer(
            Action.RECORD_FINDINGS,
            "organisations",
            "Other organisations",
            "work_with_organisation",
        ),
        Offer(Action.RECORD_FINDINGS, "named_staff", "Staff who are named", "tell_named_staff"),
        Offer(Action.GRADE, "kind", "Change what kind it is", "change_kind"),
    ),
    "Consent and summary": (
        Offer(Action.RECORD_CONTACT, "email_consent", "Consent to e-mail", "record_email_consent"),
        Offer(Action.ARRANGE_CONSENT, "chase", "Asked again for consent", "chase_consent"),
        Offer(Action.CONFIRM_SUMMARY, "summary_sent", "Summary was sent", "record_summary_sent"),
        Offer(
            Action.CONFIRM_SUMMARY,
            "summary_confirmed",
            "Summary was answered",
            "record_summary_confirmed",
        ),
    ),
    "Dates and response": (
        Offer(Action.AGREE_DATES, "propose_date", "Propose a date", "propose_date"),
        Offer(Action.AGREE_DATES, "agree_date", "Agree a date for the response", "agree_date"),
        Offer(Action.AGREE_DATES, "set_period", "Set the date of the response", "set_period"),
        Offer(Action.SEND_RESPONSE, "partial", "Reply to a part was sent", "send_partial_response"),
        Offer(Action.GRADE, "risk", "Complex case or possible claim", "weigh_risk"),
        Offer(Action.DRAFT_RESPONSE, "escalate", "Take the draft higher", "escalate_check"),
    ),
    "Meeting": (
        Offer(Action.ARRANGE_MEETING, "meeting", "Fix a meeting", "record_meeting"),
        Offer(Action.ARRANGE_MEETING, "meeting_step", "Step of the meeting", "record_meeting"),
    ),
    "Contact that is unreasonable": (
        Offer(Action.RECORD_CONTACT, "restrict_contact", "Restrict contact", "restrict_contact"),
        Offer(
            Action.RECORD_CONTACT,
            "review_restriction",
            "Review the restriction",
            "review_restriction",
        ),
        Offer(Action.RECORD_CONTACT, "end_restriction", "End the restriction", "end_restriction"),
    ),
    "Withdrawal and ombudsman": (
        Offer(Action.WITHDRAW, "withdraw", "Record a withdrawal", "withdraw"),
        Offer(Action.RECORD_OMBUDSMAN, "ombudsman", "Step of the ombudsman", "record_ombudsman"),
    ),
    "Keeping the records": (
        Offer(Action.HOLD_RECORDS, "hold_records", "Put on legal hold", "hold_records"),
        Offer(Action.HOLD_RECORDS, "lift_hold", "Lift the legal hold", "lift_hold"),
        Offer(Action.DISPOSE, "review_disposal", "Review before destruction", "review_disposal"),
    ),
}


def usual_actions(case: Case, allowed: Collection[Action]) -> list[Link]:
    """The actions of the main job that are open now."""
    return _open(case, allowed, USUAL)


def rarer_actions(case: Case, allowed: Collection[Action]) -> dict[str, list[Link]]:
    """The rarer actions that are open now, by group; empty groups are left out."""
    groups = {title: _open(case, allowed, offers) for title, offers in RARER.items()}
    return {title: links for title, links in groups.items() if links}


def _open(case: Case, allowed: Collection[Action], offers: tuple[Offer, ...]) -> list[Link]:
    verbs = allowed_verbs(case.state, stages=stages_of(case.profile))
    return [
        Link(offer.label, reverse(f"staff_workspace:{offer.name}", args=[case.reference]))
        for offer in offers
        if offer.action in allowed and offer.verb in verbs and _makes_sense(case, offer.name)
    ]


def _makes_sense(case: Case, name: str) -> bool:
    if name == "authority":
        return case.on_behalf
    if name == "chase":
        return any(consent.answer == "waiting" for consent in case.consents.all())
    if name in ("hold_records", "lift_hold"):
        held = any(hold.lifted_at is None for hold in case.legal_holds.all())
        return held == (name == "lift_hold")
    if name == "review_disposal":
        return _kept_long_enough(case)
    if name == "take_as_complaint":
        return case.kind in ("concern", "enquiry")
    if name in ("messages", "issue_code"):
        return case.submission_id is not None
    if name == "propose_date":
        return case.submission_id is not None and not case.anonymous
    if name == "original":
        return case.kind == Case.Kind.MP_ENQUIRY or bool(case.elected_as)
    if name == "send":
        return case.state == "signed"
    if name == "withdraw":
        return case.withdrawn_at is None and not case.anonymous
    if name == "restrict_contact":
        return bool(case.profile.restrictions.vex_deciders.in_force) and not case.anonymous
    if name in ("review_restriction", "end_restriction"):
        return bool(case.contact_restrictions.all())
    if name in (
        "contact",
        "news",
        "set_period",
        "email_consent",
        "summary_sent",
        "summary_confirmed",
        "agree_date",
    ):
        return not case.anonymous
    return True


def _kept_long_enough(case: Case) -> bool:
    closed = timezone.localdate(case.closed_at) if case.closed_at else None
    return closed is not None and kept_until(case.profile, closed=closed) < timezone.localdate()
