"""A row of the audit in the words of somebody who reads who looked and who acted."""

from dataclasses import dataclass
from datetime import datetime

from permissions.models import AuditEvent
from permissions.rules.actions import Action
from permissions.rules.words import action_words
from staff_workspace.policy import lifecycle
from staff_workspace.presenters.link_lines import BY_LINK, what_by_link, who_by_link
from staff_workspace.presenters.share_lines import share_terms
from staff_workspace.queries.access_history import kind_of

SCREENS = {
    "case": "Looked at the summary",
    "people": "Looked at contact details, numbers and the note on safe contact in full",
    "files": "Looked at the list of evidence and documents",
    "response": "Looked at the response",
    "access": "Looked at who can see the case",
    "history": "Looked at this history",
    "evidence": "Opened evidence",
    "document": "Downloaded a document",
    "export": "Exported in a list",
}
UNMASKED = {"safe_contact": "the note on safe contact"}
DONE = {
    "acknowledge": "Recorded the acknowledgement",
    "add_issue": "Added a point",
    "ask_outside": "Sent a link to somebody outside",
    "close": "Closed the case",
    "draft_response": "Drafted the response",
    "grade": "Graded the case",
    "judge_authority": "Judged the authority to act",
    "let_in_again": "Let somebody in again who was shut out",
    "lift_restriction": "Lifted the restriction of the case",
    "record_consent": "Recorded the answer to a consent statement",
    "record_finding": "Recorded a finding",
    "reopen": "Reopened the case",
    "request_consent": "Made a consent statement",
    "restrict": "Restricted the case to named people",
    "return_draft": "Sent the draft back",
    "send_response": "Recorded that the response was sent",
    "share": "Shared the case",
    "shut_out": "Shut somebody out of the case",
    "sign_response": "Signed the response",
    "stop_sharing": "Stopped sharing the case",
    "submit_for_sign_off": "Passed the draft on for signature",
    "add_evidence": "Added files",
    "add_form": "Attached a form to the case",
    "ask_reopening": "Asked to open it again",
    "ask_withdrawal": "Withdrew it",
    "change_contact": "Changed how to reach them",
    "decline_date": "Declined a proposed date",
    "finish_task": "Finished what came from outside",
    "issue_code": "Issued a new code",
    "propose_date": "Proposed a date",
    "send_message": "Wrote to the person",
    "withdraw_link": "Withdrew a link of somebody outside",
    "write_message": "Wrote a message",
}
DONE_WITHOUT_VERB = {
    "case.open": "Opened the case",
    Action.BREAK_GLASS.value: "Broke the glass to see the case",
    Action.REVIEW_OPENING.value: "Reviewed a broken glass",
}
KINDS = {
    "looked": ("Looked", "grey"),
    "changed": ("Changed", "blue"),
    "refused": ("Refused", "red"),
}
BY_RECEIPT = {
    "complainant.open": "Opened “your complaint” with the code",
    "complainant.look": "Looked at “your complaint”",
    "complainant.read": "Read messages",
}
NOBODY = {
    "complainant": "The person who complained",
    "system": "Candour itself",
    "anonymous": "Somebody who was not signed in",
}


@dataclass(frozen=True)
class Line:
    """One line of the history. ``tone`` is the colour of the tag that says the kind."""

    at: datetime
    who: str
    account: str
    kind: str
    tone: str
    what: str
    more: str
    under: str
    address: str


def line(row: AuditEvent, *, names: dict[str, str], titles: dict[tuple[str, int], str]) -> Line:
    """The row, with people by name and files by title."""
    kind, tone = KINDS[kind_of(row)]
    what, more = _what(row, titles)
    name = who_by_link(row) or names.get(row.actor_name) or NOBODY.get(row.actor_name)
    return Line(
        at=row.at,
        who=name or row.actor_name,
        account=row.actor_name if row.actor_name in names else "",
        kind=kind,
        tone=tone,
        what=what,
        more=more,
        under=row.under[:1].upper() + row.under[1:],
        address=row.address,
    )


def _what(row: AuditEvent, titles: dict[tuple[str, int], str]) -> tuple[str, str]:
    if row.action in BY_LINK:
        return what_by_link(row)
    kind = kind_of(row)
    if row.action in BY_RECEIPT and kind != "refused":
        return BY_RECEIPT[row.action], ""
    if kind == "refused":
        return f"Asked for “{_action(row)}” and was refused", ""
    if kind == "looked":
        return _looked(row), titles.get((row.object_type, row.object_id or 0), "")
    return _done(row)


def _looked(row: AuditEvent) -> str:
    if row.detail.get("method") == "POST":
        return f"Sent the form “{_action(row)}”, which came back to be put right"
    what = SCREENS.get(row.detail.get("screen", "")) or f"Opened “{_action(row)}”"
    read = [UNMASKED[key] for key in row.detail.get("unmasked", []) if key in UNMASKED]
    return f"{what}, with {' and '.join(read)}" if read else what


def _done(row: AuditEvent) -> tuple[str, str]:
    verb = str(row.detail.get("verb", ""))
    if row.action in DONE_WITHOUT_VERB:
        return DONE_WITHOUT_VERB[row.action], str(row.detail.get("reason", ""))
    words = DONE.get(verb) or (verb.replace("_", " ").capitalize() if verb else _action(row))
    if terms := share_terms(row.detail):
        return words, terms
    before, after = (row.detail.get(key) for key in ("from", "to"))
    moved = before != after and after in lifecycle.STATES
    return words, f"The case is now: {lifecycle.STATES[after].label}" if moved else ""


def _action(row: AuditEvent) -> str:
    try:
        return action_words(Action(row.action))
    except ValueError:
        return row.action.rpartition(".")[2].replace("_", " ").capitalize()
