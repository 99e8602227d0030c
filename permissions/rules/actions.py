"""Every action that the gate knows, by name."""

from enum import StrEnum


class Action(StrEnum):
    """What somebody may want to do. A view that names none of these does not answer."""

    ENTER_WORKSPACE = "workspace.enter"
    VIEW_CASE = "case.view"
    SEE_EVIDENCE = "case.see_evidence"
    SEE_CONTACT_DETAILS = "case.see_contact_details"
    ACKNOWLEDGE = "case.acknowledge"
    JUDGE_AUTHORITY = "case.judge_authority"
    ARRANGE_CONSENT = "case.arrange_consent"
    GRADE = "case.grade"
    RECORD_FINDINGS = "case.record_findings"
    DRAFT_RESPONSE = "case.draft_response"
    SIGN_RESPONSE = "case.sign_response"
    SEND_RESPONSE = "case.send_response"
    CLOSE_CASE = "case.close"
    SHARE_CASE = "case.share"
    SEE_AUDIT = "case.see_audit"
    VIEW_FIGURES = "figures.view"
    PREPARE_FIGURES = "figures.prepare"
    APPROVE_FIGURES = "figures.approve"
    VIEW_PROFILE = "profile.view"
    CHANGE_PROFILE = "profile.change"
    APPROVE_PROFILE = "profile.approve"
