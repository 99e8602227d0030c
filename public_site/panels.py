"""What stands beside the fields when an editor writes a page."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from wagtail.admin.panels import HelpPanel

from public_site.policy_numbers import numbers
from staff_workspace.queries.profile_in_force import policy_of


class PolicyNumbersPanel(HelpPanel):
    """The numbers of the policy that a page may quote in braces, with what they are today."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            **{
                "heading": "Numbers from our policy",
                "template": "public_site/admin/policy_numbers.html",
                **kwargs,
            }
        )

    class BoundPanel(HelpPanel.BoundPanel):
        """Reads the policy of the site that the editor works on."""

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            """Add the numbers that have a value, in the order of the policy."""
            context = super().get_context_data(parent_context)
            page = self.instance
            body = page.health_body() or getattr(self.request, "health_body", None)
            found = numbers(policy_of(body, timezone.now())).values() if body else ()
            context["numbers"] = [number for number in found if number.value is not None]
            return context
