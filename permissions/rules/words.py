"""Roles and actions in words, for everybody who reads who may do what."""

from permissions.rules.actions import Action
from permissions.rules.matrix import Role

ROLES: dict[Role, str] = {
    Role.HANDLER: "Case handler",
    Role.GOVERNANCE: "Governance",
    Role.SIGNATORY: "Signatory",
    Role.INVESTIGATOR: "Working on the case as a guest",
    Role.VIEWER: "Reading the case as a guest",
    Role.NAMED: "Named person on a restricted case",
    Role.GUARDIAN: "Caldicott Guardian or stand-in",
}
ROLE_HINTS: dict[Role, str] = {
    Role.HANDLER: "Members of the team that owns the case",
    Role.GOVERNANCE: "Members of Governance teams, on every case of the body",
    Role.SIGNATORY: "Members of signatory teams, on every case of the body",
    Role.INVESTIGATOR: "A person or team that a case was shared with for working on it",
    Role.VIEWER: "A person or team that a case was shared with for reading it",
    Role.NAMED: "People named on a restricted case, besides what they are already",
    Role.GUARDIAN: "Nothing on any case, until they break the glass with a reason",
}
ACTIONS: dict[Action, str] = {
    Action.ENTER_WORKSPACE: "Enter the workspace",
    Action.VIEW_CASE: "See the case",
    Action.SEE_EVIDENCE: "See evidence and documents",
    Action.SEE_CONTACT_DETAILS: "See contact details, NHS numbers and safe-contact notes in full",
    Action.ACKNOWLEDGE: "Acknowledge",
    Action.JUDGE_AUTHORITY: "Judge the authority to act",
    Action.ARRANGE_CONSENT: "Arrange consent",
    Action.GRADE: "Grade",
    Action.RECORD_FINDINGS: "Record points and findings",
    Action.DRAFT_RESPONSE: "Draft the response",
    Action.APPROVE_DRAFT: "Check and approve the draft",
    Action.SIGN_RESPONSE: "Sign the response",
    Action.SEND_RESPONSE: "Send the response",
    Action.ASSIGN: "Assign the case",
    Action.RECORD_CONTACT: "Record a contact",
    Action.AGREE_DATES: "Agree dates",
    Action.CONFIRM_SUMMARY: "Confirm the summary",
    Action.ARRANGE_MEETING: "Arrange a meeting",
    Action.RECORD_OMBUDSMAN: "Record what the Ombudsman does",
    Action.WITHDRAW: "Record a withdrawal",
    Action.REOPEN: "Reopen",
    Action.MESSAGE: "Write to the person, and do what they ask for",
    Action.ISSUE_CODE: "Issue a new code to the person",
    Action.NOTE: "Write notes",
    Action.CLOSE_CASE: "Close",
    Action.SHARE_CASE: "Share with a colleague or team",
    Action.EXPORT: "Export to a file",
    Action.MANAGE_ACCESS: "Manage access: shut out, restrict, see who can see it",
    Action.REVIEW_OPENING: "Review a broken glass",
    Action.SEE_AUDIT: "Read who looked and who acted",
    Action.HOLD_RECORDS: "Put the records on legal hold, and lift it",
    Action.DISPOSE: "Review records whose time is over, and destroy them",
    Action.TAKE_CONTACT: "Write down a call, a visit or a letter",
    Action.MATCH_FORMS: "Find the case of a form that came without one",
    Action.VIEW_FIGURES: "See the figures",
    Action.PREPARE_FIGURES: "Prepare figures",
    Action.APPROVE_FIGURES: "Approve figures",
    Action.VIEW_PROFILE: "Read the policy settings",
    Action.CHANGE_PROFILE: "Change the policy settings",
    Action.APPROVE_PROFILE: "Approve changed policy settings",
    Action.VIEW_DISPOSALS: "See what was destroyed",
    Action.MANAGE_TEAMS: "Say who is in which team",
    Action.CHANGE_MATRIX: "Change who may do what",
    Action.MIND_OUTBOX: "See what could not be delivered, and have it tried again",
    Action.BREAK_GLASS: "Break the glass",
}


def role_words(role: Role) -> str:
    """What people call the role."""
    return ROLES[role]


def action_words(action: Action) -> str:
    """What people call the action; its key in words where nobody gave it a name yet."""
    named = ACTIONS.get(action)
    return named or action.value.rpartition(".")[2].replace("_", " ").capitalize()
