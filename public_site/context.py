"""The links of the public site's header and footer, and its notice, from its page tree."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from wagtail.models import Site

from public_site.models import HomePage


def site_links(request: HttpRequest) -> dict[str, Any]:
    """``site_menu``, ``footer_links`` and ``site_notice``; nothing on a host without a home page.

    Each is read from the database only where a template uses it.
    """
    home = SimpleLazyObject(lambda: _home(request))
    return {
        "site_menu": SimpleLazyObject(lambda: _menu(home, request)),
        "footer_links": SimpleLazyObject(lambda: _footer(home, request)),
        "site_notice": SimpleLazyObject(lambda: home.site_notice if home else ""),
    }


def _home(request: HttpRequest) -> HomePage | None:
    site = Site.find_for_request(request)
    return HomePage.objects.filter(pk=site.root_page_id, live=True).first() if site else None


def _menu(home: HomePage | None, request: HttpRequest) -> list[dict[str, Any]]:
    if not home:
        return []
    return [
        {
            "href": (href := page.get_url(request)),
            "text": page.title,
            "current": request.path == href,
            "active": request.path.startswith(href),
        }
        for page in home.get_children().live().public().in_menu()
    ]


def _footer(home: HomePage | None, request: HttpRequest) -> list[dict[str, str]]:
    pages = [block.value for block in home.footer_links] if home else []
    return [
        {"href": page.get_url(request), "text": page.title} for page in pages if page and page.live
    ]
