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
    APPROVE_DRAFT = "case.approve_draft"
    SIGN_RESPONSE = "case.sign_response"
    SEND_RESPONSE = "case.send_response"
    ASSIGN = "case.assign"
    RECORD_CONTACT = "case.record_contact"
    AGREE_DATES = "case.agree_dates"
    CONFIRM_SUMMARY = "case.confirm_summary"
    ARRANGE_MEETING = "case.arrange_meeting"
    RECORD_OMBUDSMAN = "case.record_ombudsman"
    WITHDRAW = "case.withdraw"
    REOPEN = "case.reopen"
    NOTE = "case.note"
    CLOSE_CASE = "case.close"
    SHARE_CASE = "case.share"
    EXPORT = "case.export"
    MANAGE_ACCESS = "case.manage_access"
    REVIEW_OPENING = "case.review_opening"
    SEE_AUDIT = "case.see_audit"
    TAKE_CONTACT = "contacts.take"
    VIEW_FIGURES = "figures.view"
    PREPARE_FIGURES = "figures.prepare"
    APPROVE_FIGURES = "figures.approve"
    VIEW_PROFILE = "profile.view"
    CHANGE_PROFILE = "profile.change"
    APPROVE_PROFILE = "profile.approve"
    MANAGE_TEAMS = "teams.manage"
    CHANGE_MATRIX = "matrix.change"
    MIND_OUTBOX = "outbox.mind"
    BREAK_GLASS = "glass.break"

    @property
    def on_cases(self) -> bool:
        """Whether it is done to a case, so that the case's state counts; else to the body."""
        return self.value.startswith("case.")
