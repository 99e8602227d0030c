"""The body, its people, what they were granted, and what was done."""

from permissions.models.access_wall import AccessWall
from permissions.models.audit_event import AuditEvent
from permissions.models.audit_seal import AuditSeal
from permissions.models.body import Body, ReferenceCounter
from permissions.models.final_rows import AuditRowsAreFinal
from permissions.models.glass_opening import GlassOpening
from permissions.models.guarded import Guarded, TeamGrant, UserGrant
from permissions.models.matrix_version import MatrixVersion
from permissions.models.outbox_item import OutboxItem
from permissions.models.people import StaffMember, Team, TeamMembership
from permissions.models.throttle_window import ThrottleWindow

__all__ = [
    "AccessWall",
    "AuditEvent",
    "AuditRowsAreFinal",
    "AuditSeal",
    "Body",
    "GlassOpening",
    "Guarded",
    "MatrixVersion",
    "OutboxItem",
    "ReferenceCounter",
    "StaffMember",
    "Team",
    "TeamGrant",
    "TeamMembership",
    "ThrottleWindow",
    "UserGrant",
]
