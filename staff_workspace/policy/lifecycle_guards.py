"""What must be so before a case moves on; each guard answers with the reason against it, or ""."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass


class NotAllowed(ValueError):
    """The step cannot be taken; the message tells a member of staff why."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class LifecycleFacts:
    """What the guards look at. People are given as keys (user ids), letters as element keys."""

    graded: bool = False
    acknowledged: bool = False
    issues: int = 0
    issues_with_finding: int = 0
    has_draft: bool = False
    letter_elements_missing: tuple[str, ...] = ()
    drafted_by: str | None = None
    signer: str | None = None
    signer_holds_role: bool = False
    signer_is_named_deputy: bool = False
    deputy_may_sign: bool = True
    check_needed: bool = False
    checked_by: str | None = None
    version_approved: bool = False
    extra_approval_needed: bool = False
    extra_approved: bool = False
    on_behalf: bool = False
    authority_accepted: bool = False
    statement_needed: bool = False
    statement_signed: bool = False
    anonymous: bool = False
    close_reason: str | None = None
    against_close_reason: str = ""
    withdrawn: bool = False
    review_continues: bool = False


Guard = Callable[[LifecycleFacts], str]


def nothing(facts: LifecycleFacts) -> str:
    """Nothing stands in the way."""
    return ""


def graded(facts: LifecycleFacts) -> str:
    """Whether the case has its grade already."""
    return "" if facts.graded else "Grade the case first."


def nobody_to_acknowledge(facts: LifecycleFacts) -> str:
    """An anonymous complaint is looked into without an acknowledgement."""
    return "" if facts.anonymous else "Acknowledge it first."


def ready_to_sign(facts: LifecycleFacts) -> str:
    """Every issue has a finding, there is a draft, and its letter is complete."""
    if facts.withdrawn:
        return "The person withdrew it: nobody waits for a response. Close the case."
    if not facts.issues:
        return "Add at least one issue and record what you found."
    open_issues = facts.issues - facts.issues_with_finding
    if open_issues:
        noun = "issue has" if open_issues == 1 else "issues have"
        return f"{open_issues} {noun} no finding yet. Record a finding for every issue."
    if not facts.has_draft:
        return "Write the draft response first."
    if facts.letter_elements_missing:
        missing = "; ".join(facts.letter_elements_missing)
        return f"The letter still lacks: {missing}. Tick each one or give a reason for leaving it."
    return ""


def needs_more(facts: LifecycleFacts) -> str:
    """What is complex or may become a claim is approved by somebody further."""
    return "" if facts.extra_approval_needed else "No further approval is needed."


def ready_for_further_approval(facts: LifecycleFacts) -> str:
    """A complete draft of a case that needs the further approval, where nobody checks first."""
    return ready_to_sign(facts) or needs_more(facts)


def checked_by_another(facts: LifecycleFacts) -> str:
    """Nobody approves their own draft (QA-5); the approver of the moment is the signer here."""
    if facts.signer is None:
        return "Say who approves the draft."
    if facts.signer == facts.drafted_by:
        return "You drafted this response. Somebody else has to approve it."
    return ""


def checked_and_needs_more(facts: LifecycleFacts) -> str:
    """The check is done, and the further approval is still to come."""
    return checked_by_another(facts) or needs_more(facts)


def approved_by_a_third(facts: LifecycleFacts) -> str:
    """The further approval is by neither the drafter nor the one who checked (QA-3, QA-5)."""
    if facts.signer is not None and facts.signer == facts.checked_by:
        return "You checked this draft. The further approval is for somebody else."
    return checked_by_another(facts)


def signed_by_another(facts: LifecycleFacts) -> str:
    """Nobody signs their own draft, and only the signatory or a named deputy signs."""
    if facts.signer is None:
        return "Say who signs the response."
    if facts.check_needed and not facts.version_approved:
        return "This version has not been checked yet. Send it back, so that it is checked."
    if facts.extra_approval_needed and not facts.extra_approved:
        return "This case is complex or may become a claim: it has to be approved first."
    if facts.signer == facts.drafted_by:
        return "You drafted this response. Somebody else has to sign it."
    if facts.signer_holds_role or (facts.signer_is_named_deputy and facts.deputy_may_sign):
        return ""
    return "Only the person who signs for this body, or their named deputy, can sign."


def may_be_sent(facts: LifecycleFacts) -> str:
    """The person was told that we have it, and those who act for another may be answered."""
    if facts.anonymous:
        return "The complaint is anonymous: there is nobody to send a response to."
    if not facts.acknowledged:
        return "Record the acknowledgement before the response is sent."
    if facts.on_behalf and not facts.authority_accepted:
        return "The authority to act for the patient has not been accepted yet."
    if facts.on_behalf and facts.statement_needed and not facts.statement_signed:
        return "The signed consent statement has not come in yet."
    return ""


def part_may_be_sent(facts: LifecycleFacts) -> str:
    """A reply to a part goes to the same people, and on the same conditions, as the whole."""
    if facts.withdrawn:
        return "The person withdrew it: nobody waits for a response."
    return may_be_sent(facts)


def looked_into_all_the_same(facts: LifecycleFacts) -> str:
    """A withdrawn complaint is looked into where the body does so and knows enough (WD-1)."""
    return "" if facts.review_continues else "The review ends with the withdrawal."


def early_reason(reasons: Mapping[str, str]) -> Guard:
    """A case that has no response is closed only with one of these reasons."""

    def guard(facts: LifecycleFacts) -> str:
        if facts.close_reason is None:
            return "There is no response yet. Give the reason for closing the case early."
        if facts.close_reason not in reasons:
            return f"“{facts.close_reason}” is not a reason for closing a case early."
        return facts.against_close_reason

    return guard
