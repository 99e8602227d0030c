"""Pages stay small over the wire, for people who pay for what they load."""

import posixpath
import re
from collections.abc import Callable
from urllib.parse import urljoin

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from feedback_forms.models import FormPage
from feedback_forms.shipping import build_form_page
from permissions.models import Body

pytestmark = [pytest.mark.django_db, pytest.mark.acceptance("F46")]
FIRST_LOAD, LATER_LOAD = 100_000, 15_000
STEP = "/for-someone-else/why/"
IMPORT = re.compile(r"""^import .*?from ["'](.+?)["']""", re.MULTILINE)


@pytest.fixture
def phone(body: Body, form_page: FormPage, client_for: Callable[..., Client]) -> Client:
    """A browser that takes compressed pages, as all do."""
    client = client_for(body)
    client.defaults["HTTP_ACCEPT_ENCODING"] = "gzip, deflate, br"
    return client


def sent(response) -> int:
    """Bytes over the wire for a body, and about as many for the head as there are."""
    body = b"".join(response.streaming_content) if response.streaming else response.content
    return len(body) + sum(len(f"{name}: {value}\r\n") for name, value in response.items())


def needed(phone: Client, address: str) -> dict[str, int]:
    """Everything that a page needs, with what it weighs."""
    response = phone.get(address)
    weights = {address: sent(response)}
    plain = phone.get(address, headers={"accept-encoding": ""}).content
    page = BeautifulSoup(plain, "html.parser")
    waiting = [link["href"] for link in page.select("link[rel=stylesheet], link[rel=icon]")]
    waiting += [script["src"] for script in page.select("script[src]")]
    waiting += [image["src"] for image in page.select("img[src]")]
    while waiting:
        path = waiting.pop()
        if path in weights or not path.startswith("/"):
            continue
        weights[path] = sent(phone.get(path))
        if path.endswith(".js"):
            text = b"".join(phone.get(path, headers={"accept-encoding": ""})).decode()
            waiting += [posixpath.normpath(urljoin(path, found)) for found in IMPORT.findall(text)]
    return weights


def test_the_first_page_and_all_it_needs_stay_below_100_kilobytes(phone: Client) -> None:
    weights = needed(phone, STEP)
    assert any("nhsuk.js" in path for path in weights)
    assert any("nhsuk.css" in path for path in weights)
    assert sum(weights.values()) <= FIRST_LOAD, weights


def test_each_page_after_it_stays_below_15_kilobytes(phone: Client, body: Body) -> None:
    build_form_page(body.site.root_page, "complaint")
    for address in (STEP, "/for-someone-else/", "/complaint/", "/complaint/about-you/"):
        assert sent(phone.get(address)) <= LATER_LOAD, address


def test_what_a_browser_has_already_is_not_sent_again(phone: Client) -> None:
    first = phone.get("/static/nhsuk/nhsuk.css")
    known = {"if-modified-since": first.headers["Last-Modified"]}
    assert phone.get("/static/nhsuk/nhsuk.css", headers=known).status_code == 304


def test_pages_styles_and_scripts_are_compressed_and_each_page_by_another_length(
    phone: Client,
) -> None:
    for path in (STEP, "/static/nhsuk/nhsuk.css", "/static/candour/start.js"):
        response = phone.get(path)
        if path != "/static/candour/start.js":
            assert response.headers["Content-Encoding"] == "gzip"
        assert "Accept-Encoding" in response.headers["Vary"]
    assert len({len(phone.get(STEP).content) for _ in range(20)}) > 3


def test_a_part_of_a_file_is_sent_as_it_is(phone: Client) -> None:
    part = phone.get("/static/nhsuk/nhsuk.css", headers={"range": "bytes=0-999"})
    assert part.status_code == 206
    assert "Content-Encoding" not in part.headers
