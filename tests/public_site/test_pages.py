"""What every page of the three sites shows, and what none may."""

import itertools
import re
from typing import Any

import pytest
from bs4 import BeautifulSoup

pytestmark = pytest.mark.django_db

PAGES = (
    "/",
    "/complain/",
    "/complaints-policy/",
    "/help-to-complain/",
    "/contact/",
    "/cookies/",
    "/privacy/",
    "/accessibility-statement/",
    "/complain/for-someone-else/",
    "/complain/for-yourself/",
    "/raise-a-concern/",
    "/give-a-compliment/",
)
ALL = [
    *((key, path) for key in ("hwe", "west-essex", "millbrook") for path in PAGES),
    ("hwe", "/pals-charter/"),
    ("west-essex", "/pals-charter/"),
    ("millbrook", "/our-promises/"),
    ("hwe", "/nothing-here/"),
]
every_page = pytest.mark.parametrize(("key", "path"), ALL)


@every_page
def test_every_page_of_a_demonstration_says_so_and_is_not_indexed(
    get: Any, key: str, path: str
) -> None:
    response = get(key, path)
    assert response.headers["X-Robots-Tag"] == "noindex, nofollow"
    html = response.content.decode()
    assert '<meta name="robots" content="noindex, nofollow">' in html
    assert "Demonstration, not a real service." in html


@every_page
def test_no_page_asks_an_outside_host_for_anything(get: Any, key: str, path: str) -> None:
    html = get(key, path).content.decode()
    loaded = re.findall(
        r"<(?:script|img|link|iframe|source)\b[^>]*?(?:src|href)=\"([^\"]+)\"", html
    )
    assert loaded
    assert [address for address in loaded if not address.startswith("/")] == []
    assert " style=" not in html


@every_page
@pytest.mark.acceptance("F5", "F6")
def test_a_page_has_one_h1_and_a_title_that_starts_with_it(
    get: Any, bodies: Any, key: str, path: str
) -> None:
    soup = BeautifulSoup(get(key, path).content, "html.parser")
    (heading,) = soup.find_all("h1")
    assert soup.title.get_text().startswith(heading.get_text(strip=True))
    assert soup.title.get_text().endswith(f"– {bodies[key].name}")


@every_page
def test_headings_skip_no_level(get: Any, key: str, path: str) -> None:
    levels = [int(n) for n in re.findall(r"<h([1-6])", get(key, path).content.decode())]
    # The footer's hidden heading comes last and starts a section of its own.
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


@every_page
def test_a_body_outside_the_nhs_never_wears_its_logo(get: Any, key: str, path: str) -> None:
    html = get(key, path).content.decode()
    assert ("nhsuk-header__logo" in html) == (key != "millbrook")
    assert "© NHS England" not in html


@pytest.mark.parametrize("key", ["hwe", "west-essex", "millbrook"])
@pytest.mark.acceptance("F44")
def test_accessibility_contact_and_privacy_are_linked_in_every_footer(read: Any, key: str) -> None:
    footer = read(key, "/complaints-policy/").footer
    found = {link["href"]: link.get_text(strip=True) for link in footer.find_all("a")}
    assert found == {
        "/accessibility-statement/": "Accessibility statement",
        "/contact/": "Contact us",
        "/cookies/": "Cookies",
        "/privacy/": "Privacy and cookies",
    }


@pytest.mark.acceptance("F43")
def test_the_pages_to_read_set_no_cookie(get: Any) -> None:
    assert not get("hwe", "/complain/").cookies


def test_a_body_that_ended_says_so_on_every_page_and_names_its_successor(read: Any) -> None:
    for path in ("/", "/complain/", "/complaints-policy/", "/complain/for-yourself/"):
        notice = read("west-essex", path).find(class_="candour-notice")
        assert "ended on 1 July 2022" in notice.get_text()
        assert notice.a["href"] == "http://hwe.localhost:8000/"
    assert read("hwe", "/").find(class_="candour-notice") is None


@pytest.mark.parametrize("key", ["hwe", "west-essex", "millbrook"])
@pytest.mark.acceptance("E8")
def test_every_link_within_a_site_leads_somewhere(read: Any, get: Any, key: str) -> None:
    links = {
        link["href"].split("#")[0]
        for _, path in [pair for pair in ALL if pair[0] == key and "nothing" not in pair[1]]
        for link in read(key, path).find_all("a")
        if link["href"].startswith("/")
    }
    assert len(links) >= 12
    assert {href: get(key, href).status_code for href in links} == dict.fromkeys(links, 200)
