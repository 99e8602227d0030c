"""Every look, list, search, download, export, refusal and sign-in leaves one row of the audit."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from permissions.models import AuditEvent, Body
from permissions.rules.matrix import Role
from staff_workspace.connectors.document_store import get_document_store
from staff_workspace.models import Case, CaseDocument
from staff_workspace.views.case_pages import CaseSummaryView
from tests.workspace_people import make_person, make_team

PASSWORD = "the-officers-own-password"
HOME = "198.51.100.7"


@pytest.fixture
def client(body: Body, client_for: Callable[..., Client], people: dict[str, Any]) -> Client:
    """Somebody of Governance, whom the audit has not met yet."""
    browser = client_for(body)
    browser.force_login(people["governance"])
    browser.defaults["REMOTE_ADDR"] = HOME
    return browser


def rows_after(number: int) -> list[AuditEvent]:
    return list(AuditEvent.objects.order_by("pk")[number:])


def only_row(client: Client, url: str, **query: str) -> AuditEvent:
    """Ask for ``url`` and return the one row that it left."""
    before = AuditEvent.objects.count()
    assert client.get(url, query).status_code == 200
    (row,) = rows_after(before)
    return row


@pytest.mark.parametrize("screen", ["case", "people", "files", "response", "access", "grade"])
def test_every_page_of_a_case_that_is_looked_at(client: Client, case: Case, screen: str) -> None:
    row = only_row(client, reverse(f"staff_workspace:{screen}", args=[case.reference]))
    assert (row.actor_name, row.object_ref, row.outcome) == (
        "hwe.governance",
        case.reference,
        "done",
    )
    assert (row.address, row.under, row.body_key) == (HOME, "team Governance", "hwe")
    assert row.detail["screen"] == screen


@pytest.mark.parametrize("screen", ["today", "cases", "profiles", "reports", "prepare_figures"])
def test_every_list_is_one_row(client: Client, case: Case, body: Body, screen: str) -> None:
    row = only_row(client, reverse(f"staff_workspace:{screen}"))
    assert (row.object_type, row.object_id) == ("permissions.Body", body.pk)
    assert (row.detail["screen"], row.under) == (screen, "team Governance")


def test_a_search_says_what_was_sought_and_how_many_were_shown(client: Client, case: Case) -> None:
    row = only_row(client, reverse("staff_workspace:cases"), q="Nia", state="all")
    assert row.detail["filters"]["text"] == "Nia"
    assert row.detail["filters"]["state"] == "all"
    assert row.detail["listed"] == 1


@pytest.mark.parametrize("screen", ["cases", "export"])
def test_whoever_asks_for_the_headers_alone_searches_too(
    client: Client, case: Case, screen: str
) -> None:
    """The length of an answer tells whether anything was found."""
    before = AuditEvent.objects.count()
    url = reverse(f"staff_workspace:{screen}")
    assert client.head(url, query_params={"q": "Nia"}).status_code == 200
    *_, row = rows_after(before)
    assert (row.actor_name, row.detail["screen"]) == ("hwe.governance", screen)
    assert row.detail["filters"]["text"] == "Nia"


def test_a_download_names_the_document(client: Client, case: Case) -> None:
    document = CaseDocument.objects.create(
        case=case,
        kind="letter",
        title="Letter",
        size=4,
        store_key=get_document_store().put(b"%PDF"),
        made_at=case.received_at,
    )
    row = only_row(client, reverse("staff_workspace:document", args=[case.reference, document.pk]))
    assert (row.object_type, row.object_id) == ("staff_workspace.CaseDocument", document.pk)
    assert (row.object_ref, row.detail["screen"]) == (case.reference, "document")


def test_an_export_of_the_policy_is_audited(client: Client, body: Body) -> None:
    version = body.profile_versions.get()
    row = only_row(client, reverse("staff_workspace:profile_file", args=[version.pk]))
    assert (row.object_type, row.detail["screen"]) == (
        "staff_workspace.ProfileVersion",
        "profile_file",
    )


def test_a_refusal_says_who_asked_for_which_case_from_where(
    client: Client, case: Case, people: dict[str, Any]
) -> None:
    client.force_login(people["colleague"])
    before = AuditEvent.objects.count()
    url = reverse("staff_workspace:evidence", args=[case.reference, 7])
    assert client.get(url).status_code == 404
    (row,) = rows_after(before)
    assert (row.outcome, row.object_ref, row.body_key) == ("refused", case.reference, "hwe")
    assert (row.actor_name, row.address) == ("hwe.colleague", HOME)
    assert row.detail == {"asked_at": url}


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("screen", ["teams", "matrix", "openings"])
def test_a_refused_page_of_the_body_says_on_whose_site_and_at_which_address(
    client: Client, body: Body, people: dict[str, Any], screen: str, method: str
) -> None:
    client.force_login(people["officer"])
    before = AuditEvent.objects.count()
    url = reverse(f"staff_workspace:{screen}")
    assert getattr(client, method)(url).status_code == 404
    (row,) = rows_after(before)
    assert (row.outcome, row.actor_name, row.body_key) == ("refused", "hwe.officer", "hwe")
    assert (row.object_type, row.object_id) == ("permissions.Body", body.pk)
    assert (row.address, row.detail) == (HOME, {"asked_at": url})


def test_a_case_that_no_glass_opens_says_on_whose_site_it_was_asked_for(
    client: Client, body: Body
) -> None:
    guardian = make_person(body, "guardian", make_team(body, "guardians", Role.GUARDIAN))
    client.force_login(guardian)
    url = reverse("staff_workspace:break_glass")
    before = AuditEvent.objects.count()
    client.post(url, {"reference": "HWE-2026-9999", "reason": "A child at risk"})
    row = rows_after(before)[0]
    assert (row.outcome, row.object_ref, row.body_key) == ("refused", "HWE-2026-9999", "hwe")
    assert row.detail == {"asked_at": url}


@pytest.mark.parametrize("screen", ["grade", "teams"])
def test_a_form_sent_by_nobody_who_is_signed_in_is_refused_in_the_audit(
    body: Body, client_for: Callable[..., Client], case: Case, screen: str
) -> None:
    of_case = [case.reference] if screen == "grade" else []
    url = reverse(f"staff_workspace:{screen}", args=of_case)
    before = AuditEvent.objects.count()
    typed = {"reason": "What was typed"}
    assert client_for(body).post(url, typed).status_code == 404
    (row,) = rows_after(before)
    assert (row.outcome, row.actor_name, row.body_key) == ("refused", "anonymous", "hwe")
    assert row.object_ref == "".join(of_case)
    assert row.detail == {"asked_at": url, "why": "signed out"}


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("screen", ["end_membership", "let_in"])
def test_what_is_not_there_behind_a_gate_that_was_passed_is_refused_and_never_done(
    client: Client, case: Case, screen: str, method: str
) -> None:
    of_case = [case.reference] if screen == "let_in" else []
    url = reverse(f"staff_workspace:{screen}", args=[*of_case, 999])
    before = AuditEvent.objects.count()
    assert getattr(client, method)(url, {"reason": "A guess"}).status_code == 404
    (row,) = rows_after(before)
    assert (row.outcome, row.actor_name, row.body_key) == ("refused", "hwe.governance", "hwe")
    assert row.object_ref == (case.reference if of_case else "999")
    assert row.detail == {"asked_at": url}


def test_a_look_counts_even_if_the_page_fails_half_way(
    client: Client, case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(CaseSummaryView, "get", lambda *_, **__: 1 / 0)
    before = AuditEvent.objects.count()
    with pytest.raises(ZeroDivisionError):
        client.get(reverse("staff_workspace:case", args=[case.reference]))
    (row,) = rows_after(before)
    assert (row.outcome, row.object_ref, row.detail["screen"]) == ("done", case.reference, "case")


def test_an_action_leaves_its_own_row_and_a_form_sent_back_leaves_a_look(
    client: Client, case: Case
) -> None:
    url = reverse("staff_workspace:grade", args=[case.reference])
    before = AuditEvent.objects.count()
    assert client.post(url, {}).status_code == 200
    assert client.post(url, {"grade": "moderate", "reason": "A reason"}).status_code == 302
    sent_back, graded = rows_after(before)
    assert (sent_back.detail["screen"], sent_back.detail["method"]) == ("grade", "POST")
    assert graded.detail["verb"] == "grade"


def test_signing_in_failing_to_and_signing_out(
    body: Body, client_for: Callable[..., Client], people: dict[str, Any]
) -> None:
    officer = people["officer"]
    officer.set_password(PASSWORD)
    officer.save()
    browser = client_for(body)
    for password in ("wrong", PASSWORD):
        browser.post(
            reverse("staff_workspace:sign_in"),
            {"username": officer.username, "password": password},
        )
    browser.post(reverse("staff_workspace:sign_out"))
    rows = AuditEvent.objects.filter(action__startswith="session.").order_by("pk")
    assert [(row.action, row.outcome, row.actor_name) for row in rows] == [
        ("session.sign_in", "refused", "anonymous"),
        ("session.sign_in", "done", officer.username),
        ("session.sign_out", "done", officer.username),
    ]
    where = {"asked_at": reverse("staff_workspace:sign_in")}
    assert (rows[0].object_ref, rows[0].detail) == ("", where | {"account": officer.username})
    assert PASSWORD not in str([row.detail for row in rows])


def test_what_was_typed_for_a_name_is_kept_nowhere_where_no_account_has_it(
    body: Body, client_for: Callable[..., Client], people: dict[str, Any]
) -> None:
    """Some people type their password there."""
    browser = client_for(body)
    for name in (PASSWORD, "x" * 400, "nul\x00"):
        browser.post(reverse("staff_workspace:sign_in"), {"username": name, "password": "wrong"})
    rows = AuditEvent.objects.filter(action="session.sign_in").values()
    assert [row["detail"] for row in rows if row["detail"].get("no_such_account")]
    assert PASSWORD not in str(list(rows))


def test_the_address_is_the_one_that_our_own_web_server_saw(
    client: Client, case: Case, settings: Any
) -> None:
    settings.CANDOUR_TRUSTED_PROXIES = 1
    client.defaults["HTTP_X_FORWARDED_FOR"] = "203.0.113.99, 192.0.2.44"
    row = only_row(client, reverse("staff_workspace:case", args=[case.reference]))
    assert row.address == "192.0.2.44"
