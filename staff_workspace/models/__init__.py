"""A case and everything that hangs from it; each is reached through the gate only."""

from staff_workspace.models.annual_figures import AnnualFigures
from staff_workspace.models.authority import AuthorityDecision
from staff_workspace.models.case import Case
from staff_workspace.models.case_access import CaseOpening, CaseWall
from staff_workspace.models.case_document import CaseDocument
from staff_workspace.models.case_event import CaseEvent
from staff_workspace.models.case_evidence import CaseEvidence
from staff_workspace.models.case_grants import CaseTeamGrant, CaseUserGrant
from staff_workspace.models.case_organisation import CaseOrganisation
from staff_workspace.models.complaint_summary import ComplaintSummary
from staff_workspace.models.consent import Consent
from staff_workspace.models.contact_restriction import ContactRestriction
from staff_workspace.models.correspondence import CaseForm, UnmatchedForm
from staff_workspace.models.date_proposal import DateProposal
from staff_workspace.models.disposal import (
    DestroyedWall,
    DestructionRecord,
    DisposalReview,
    LegalHold,
)
from staff_workspace.models.electronic_consent import ElectronicConsent
from staff_workspace.models.equality_discussion import EqualityDiscussion
from staff_workspace.models.issue import Issue
from staff_workspace.models.message import Message
from staff_workspace.models.organisation_consent import OrganisationConsent
from staff_workspace.models.outside_link import OutsideLink
from staff_workspace.models.party import Party
from staff_workspace.models.profile_draft import ProfileDraft
from staff_workspace.models.profile_version import ProfileVersion
from staff_workspace.models.response import Response
from staff_workspace.models.response_approval import ResponseApproval
from staff_workspace.models.task import Task

__all__ = [
    "AnnualFigures",
    "AuthorityDecision",
    "Case",
    "CaseDocument",
    "CaseEvent",
    "CaseEvidence",
    "CaseForm",
    "CaseOpening",
    "CaseOrganisation",
    "CaseTeamGrant",
    "CaseUserGrant",
    "CaseWall",
    "ComplaintSummary",
    "Consent",
    "ContactRestriction",
    "DateProposal",
    "DestroyedWall",
    "DestructionRecord",
    "DisposalReview",
    "ElectronicConsent",
    "EqualityDiscussion",
    "Issue",
    "LegalHold",
    "Message",
    "OrganisationConsent",
    "OutsideLink",
    "Party",
    "ProfileDraft",
    "ProfileVersion",
    "Response",
    "ResponseApproval",
    "Task",
    "UnmatchedForm",
]
