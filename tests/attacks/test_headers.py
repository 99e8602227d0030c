"""The headers that keep a browser safe, to the letter, on every kind of page."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from feedback_forms.actions.reissue_receipt import reissue_receipt
from permissions.models import Body
from staff_workspace.models import Case
from tests.walk.addresses import document, evidence, submission

PAGE_POLICY = (
    "base-uri 'none'; default-src 'self'; form-action 'self'; frame-ancestors 'none'; "
    "img-src 'self' data:; object-src 'none'; script-src 'self' NONCE; style-src 'self' NONCE"
)
EVERYWHERE = {
    "Content-Security-Policy": PAGE_POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": (
        "camera=(), display-capture=(), geolocation=(), microphone=(), midi=(), payment=(), "
        "serial=(), usb=()"
    ),
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
# Where nothing of ours is drawn, not even a nonce would let anything run.
BARE = {**EVERYWHERE, "Content-Security-Policy": PAGE_POLICY.replace(" NONCE", "")}
FILE_POLICY = "default-src 'none'; img-src 'self'; sandbox"


def secured(answer: Any) -> dict[str, str | None]:
    """The headers in question, the nonce made the same each time."""
    found = {name: answer.headers.get(name) for name in EVERYWHERE}
    policy = found["Content-Security-Policy"]
    if policy is not None:
        plain = re.sub(r"'nonce-[\w+/=-]{16,}'", "NONCE", policy)
        found["Content-Security-Policy"] = "; ".join(sorted(plain.split("; ")))
    return found


@pytest.fixture
def staff(body: Body, people: dict[str, Any], client_for: Callable[..., Client]) -> Client:
    """The complaints officer's browser."""
    client = client_for(body)
    client.force_login(people["officer"])
    return client


@pytest.fixture
def opened(
    body: Body,
    people: dict[str, Any],
    make_case: Callable[..., Case],
    client_for: Callable[..., Client],
) -> Client:
    """A browser in which "your complaint" was opened with the receipt."""
    sent = submission(body, "HWE-2026-0001")
    make_case(submission=sent, reference=sent.reference)
    code = reissue_receipt(submission=sent, by=people["officer"], now=timezone.now())
    client = client_for(body)
    client.post(reverse("your_complaint:open"), {"reference": sent.reference, "code": code})
    return client


def test_every_page_of_the_workspace_has_them(staff: Client, case: Case) -> None:
    for name, args in {
        "today": [],
        "cases": [],
        "sign_in": [],
        "case": [case.reference],
        "people": [case.reference],
        "acknowledge": [case.reference],
    }.items():
        answer = staff.get(reverse(f"staff_workspace:{name}", args=args))
        assert answer.status_code == 200, name
        assert secured(answer) == EVERYWHERE, name


def test_an_error_and_a_redirect_have_them(
    body: Body, case: Case, client_for: Callable[..., Client]
) -> None:
    stranger = client_for(body)
    missing = stranger.get(reverse("staff_workspace:case", args=[case.reference]))
    led_on = stranger.get(reverse("staff_workspace:today"))
    assert (missing.status_code, led_on.status_code) == (404, 302)
    assert secured(missing) == EVERYWHERE
    assert secured(led_on) == BARE


def test_a_refusal_has_them_whoever_refuses(
    body: Body, client_for: Callable[..., Client], settings: Any
) -> None:
    settings.ALLOWED_HOSTS = [".localhost"]
    stale = client_for(body, enforce_csrf_checks=True).post(reverse("staff_workspace:sign_in"))
    evil = Client(headers={"host": "evil.example.net"}).get("/workspace/")
    assert (stale.status_code, evil.status_code) == (403, 400)
    assert secured(stale) == EVERYWHERE
    assert secured(evil) == EVERYWHERE


def test_your_complaint_has_them_before_and_after_it_is_opened(
    body: Body, opened: Client, client_for: Callable[..., Client]
) -> None:
    asks = client_for(body).get(reverse("your_complaint:open"))
    shows = opened.get(reverse("your_complaint:status"))
    for page in (asks, shows):
        assert page.status_code == 200
        assert secured(page) == EVERYWHERE
        assert page.headers["X-Robots-Tag"].startswith("noindex")
    assert shows.headers["Cache-Control"] == "private, no-store"


def test_the_sign_in_page_of_the_website_has_them(
    body: Body, client_for: Callable[..., Client]
) -> None:
    page = client_for(body).get(reverse("wagtailcore_login"))
    assert page.status_code == 200
    assert secured(page) == BARE


def test_a_file_is_locked_down_further(staff: Client, case: Case, people: dict[str, Any]) -> None:
    for name, made in (("document", document), ("evidence", evidence)):
        pk = made(case, people["officer"]).pk
        answer = staff.get(reverse(f"staff_workspace:{name}", args=[case.reference, pk]))
        assert answer.status_code == 200
        assert secured(answer) == {**EVERYWHERE, "Content-Security-Policy": FILE_POLICY}
        assert answer.headers["Cache-Control"] == "private, no-store"


def test_a_page_for_somebody_outside_tells_no_other_site_its_address(
    body: Body, client_for: Callable[..., Client]
) -> None:
    answer = client_for(body).get(reverse("staff_workspace:outside", args=["no-such-link"]))
    assert secured(answer) == EVERYWHERE


def test_each_page_has_a_nonce_of_its_own_and_nothing_inline_without_one(
    staff: Client, case: Case
) -> None:
    nonces = set()
    for _ in range(3):
        answer = staff.get(reverse("staff_workspace:case", args=[case.reference]))
        page = answer.content.decode()
        (nonce,) = set(re.findall(r"'nonce-([^']+)'", answer.headers["Content-Security-Policy"]))
        nonces.add(nonce)
        assert not re.search(r"\sstyle=|\son[a-z]+=\"|javascript:", page)
        for tag in re.findall(r"<(?:script|style)\b[^>]*>", page):
            assert f'nonce="{nonce}"' in tag
    assert len(nonces) == 3
