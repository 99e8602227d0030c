"""The body, its people, what they were granted, and what was done."""

from permissions.models.audit_event import AuditEvent
from permissions.models.body import Body, ReferenceCounter
from permissions.models.guarded import Guarded, TeamGrant, UserGrant
from permissions.models.outbox_item import OutboxItem
from permissions.models.people import StaffMember, Team, TeamMembership

__all__ = [
    "AuditEvent",
    "Body",
    "Guarded",
    "OutboxItem",
    "ReferenceCounter",
    "StaffMember",
    "Team",
    "TeamGrant",
    "TeamMembership",
    "UserGrant",
]
