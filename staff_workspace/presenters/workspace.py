"""What the frame of every workspace page shows."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from permissions import gate
from permissions.rules.actions import Action


def workspace_context(request: HttpRequest, *, current: str = "") -> dict[str, Any]:
    """The navigation for the person who asks, and who they are."""
    items = [
        {"text": "Today", "href": reverse("staff_workspace:today"), "key": "today"},
        {"text": "Cases", "href": reverse("staff_workspace:cases"), "key": "cases"},
    ]
    if gate.may(request.user, Action.VIEW_FIGURES, request.health_body):
        url = reverse("staff_workspace:reports")
        items.append({"text": "Reports", "href": url, "key": "reports"})
    if gate.may(request.user, Action.VIEW_PROFILE, request.health_body):
        url = reverse("staff_workspace:profiles")
        items.append({"text": "Policy", "href": url, "key": "policy"})
    for item in items:
        item["active"] = item.pop("key") == current
    return {
        "workspace_nav": items,
        "member": getattr(request.user, "staff_member", None),
    }
