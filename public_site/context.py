"""The links of the public site's header and footer, from its page tree."""

from typing import Any

from django.http import HttpRequest
from wagtail.models import Site


def site_links(request: HttpRequest) -> dict[str, Any]:
    """``site_menu``: the pages shown in menus, as header items; empty without a site."""
    site = Site.find_for_request(request)
    if site is None:
        return {"site_menu": []}
    pages = site.root_page.get_children().live().public().in_menu()
    return {"site_menu": [{"href": page.get_url(request), "text": page.title} for page in pages]}
