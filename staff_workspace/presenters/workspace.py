"""What the frame of every workspace page shows."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from permissions import gate, sessions
from permissions.rules.actions import Action
from permissions.rules.session_terms import WARNING
from staff_workspace.presenters.body_banners import body_banners

# What only some may do to the body as a whole: action, words, address, key.
BY_ACTION = (
    (Action.VIEW_FIGURES, "Reports", "reports", "reports"),
    (Action.VIEW_PROFILE, "Policy", "profiles", "policy"),
    (Action.MANAGE_TEAMS, "Teams and access", "teams", "teams"),
    (Action.VIEW_DISPOSALS, "Records", "disposals", "records"),
    (Action.MIND_OUTBOX, "Undelivered", "undelivered", "undelivered"),
    (Action.BREAK_GLASS, "Break the glass", "break_glass", "glass"),
)


def workspace_context(request: HttpRequest, *, current: str = "") -> dict[str, Any]:
    """The navigation for the person who asks, and who they are."""
    items = [
        {"text": "Today", "href": reverse("staff_workspace:today"), "key": "today"},
        {"text": "Cases", "href": reverse("staff_workspace:cases"), "key": "cases"},
    ]
    allowed = gate.actions_open_to(request.user, request.health_body)
    for action, text, name, key in BY_ACTION:
        if action in allowed:
            items.append({"text": text, "href": reverse(f"staff_workspace:{name}"), "key": key})
    for item in items:
        item["active"] = item.pop("key") == current
    return {
        "workspace_nav": items,
        "session_end": session_end(request),
        "body_banners": body_banners(request.health_body),
        "member": getattr(request.user, "staff_member", None),
    }


def session_end(request: HttpRequest) -> dict[str, Any] | None:
    """When the session ends, and whether to say so already; None for anybody but staff."""
    ends = sessions.ends_at(request)
    if ends is None:
        return None
    return {
        "at": timezone.localtime(ends),
        "near": ends - timezone.now() <= WARNING,
        "can_stay": sessions.can_be_prolonged(request),
    }
