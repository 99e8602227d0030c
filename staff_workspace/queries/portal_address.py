"""Where "your complaint" is found on a body's own site."""

from urllib.parse import urlencode

from django.urls import NoReverseMatch, reverse

from permissions.models import Body
from staff_workspace.models import Case


def portal_address(body: Body, *, reference: str = "") -> str:
    """The whole address, with the reference where one is given.

    "" for a body without a site, and on a site that has no such page.
    A code never stands in it: an address is kept in histories and logs.
    """
    if body.site is None:
        return ""
    try:
        path = reverse("your_complaint:open")
    except NoReverseMatch:
        return ""
    asked = f"?{urlencode({'reference': reference})}" if reference else ""
    return f"{body.site.root_url}{path}{asked}"


def case_online(case: Case) -> str:
    """Where whoever holds the receipt of ``case`` finds it; "" for one that came without a form."""
    return portal_address(case.body, reference=case.reference) if case.submission_id else ""
