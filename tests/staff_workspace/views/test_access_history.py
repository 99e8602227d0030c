"""Governance reads, on the case itself, who looked, who acted and who was refused."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from permissions import audit
from permissions.models import AuditEvent, Body
from permissions.rules.actions import Action
from permissions.rules.matrix import Role
from staff_workspace.actions.answer_outside import refuse
from staff_workspace.actions.grade_case import grade_case
from staff_workspace.actions.share_case import share_case, stop_sharing
from staff_workspace.forms.moments import end_of
from staff_workspace.models import Case, OutsideLink
from tests.walk.addresses import link


@pytest.fixture
def visit(
    body: Body, client_for: Callable[..., Client], people: dict[str, Any], case: Case
) -> Callable[..., Any]:
    """Ask for a page of the case as somebody."""

    def ask(who: str, screen: str = "history", *more: Any, **query: str) -> Any:
        browser = client_for(body)
        browser.force_login(people[who])
        url = reverse(f"staff_workspace:{screen}", args=[case.reference, *more])
        return browser.get(url, query)

    return ask


def lines(answer: Any) -> list[str]:
    """The rows of the table as plain text."""
    assert answer.status_code == 200
    rows = re.findall(r"<tr role=\"row\" class.*?</tr>", answer.content.decode(), re.DOTALL)
    return [" ".join(re.sub(r"<[^>]+>", " ", row).split()) for row in rows]


def test_it_says_in_plain_words_who_saw_did_and_was_refused_what(
    visit: Callable[..., Any], case: Case, people: dict[str, Any]
) -> None:
    visit("officer", "people")
    grade_case(case=case, by=people["officer"], grade="moderate", reason="A reason")
    visit("colleague", "case")
    # The topmost line is the look at this very history.
    refused, graded, looked = lines(visit("governance"))[1:4]
    assert "Colleague" in refused
    assert "Refused Asked for “See the case” and was refused" in refused
    assert "Officer" in graded
    assert "Changed Graded the case" in graded
    assert "Team Nursing" in graded
    assert (
        "Looked Looked at contact details, numbers and the note on safe contact in full" in looked
    )
    assert "From 127.0.0.1" in looked


@pytest.mark.parametrize("who", ["officer", "signatory", "colleague"])
def test_only_governance_reads_it(visit: Callable[..., Any], who: str) -> None:
    assert visit(who).status_code == 404
    assert "Access history" not in visit("officer", "case").content.decode()
    assert "Access history" in visit("governance", "case").content.decode()


def test_it_can_be_narrowed_to_a_person_and_a_kind(
    visit: Callable[..., Any], case: Case, people: dict[str, Any]
) -> None:
    visit("officer", "case")
    visit("colleague", "case")
    grade_case(case=case, by=people["officer"], grade="moderate", reason="A reason")
    audit.record(user=None, action="case.open", thing=case)
    officers = lines(visit("governance", person="hwe.officer"))
    assert len(officers) == 2
    assert all("Officer" in row for row in officers)
    (refused,) = lines(visit("governance", kind="refused"))
    assert "Colleague" in refused
    opened, graded = lines(visit("governance", kind="changed"))
    assert "Opened the case" in opened
    assert "Candour itself" in opened
    assert "Graded the case" in graded
    assert all("Looked" in row for row in lines(visit("governance", kind="looked")))
    assert (
        "Nothing fits" in visit("governance", kind="refused", person="hwe.officer").content.decode()
    )


def test_somebody_outside_with_a_link_stands_in_it_by_name(
    visit: Callable[..., Any], case: Case
) -> None:
    for what in ("wrong_code", "opened", "answered"):
        audit.record(
            user=None, action=f"outside_link.{what}", thing=case, detail={"by": "Dr Outside"}
        )
    for kind, who, words in (
        ("refused", "Somebody with the link to Dr Outside", "Refused Gave a wrong code for a link"),
        ("looked", "Dr Outside", "Looked Opened the link that was sent to them"),
        ("changed", "Dr Outside", "Changed Answered by the link that was sent to them"),
    ):
        (row,) = lines(visit("governance", person="system", kind=kind))
        assert f"Who {who} What" in row
        assert words in row


def test_a_try_with_a_shut_link_says_why_and_names_nobody_who_did_not_show_the_code(
    visit: Callable[..., Any], case: Case, people: dict[str, Any]
) -> None:
    made = link(case, people["officer"])
    OutsideLink.objects.filter(pk=made.pk).update(withdrawn_at=timezone.now())
    made.refresh_from_db()
    refuse(made, at=timezone.now(), code_fits=True)
    (row,) = lines(visit("governance", person="anonymous", kind="refused"))
    assert f"Who Somebody with the link to {made} What" in row
    assert "Tried to use a link and was refused Withdrawn. The code was right" in row


def test_sharing_again_on_other_terms_leaves_the_earlier_ones_in_the_history(
    visit: Callable[..., Any], case: Case, people: dict[str, Any]
) -> None:
    for year, reason in ((2030, "A second opinion"), (2031, "It takes longer")):
        given = share_case(
            case=case,
            by=people["officer"],
            with_member=people["colleague"].staff_member,
            role=Role.VIEWER,
            reason=reason,
            ends_at=end_of(date(year, 12, 31)),
        )
    stop_sharing(grant=given, by=people["officer"])
    stopped, again, first = lines(visit("governance", kind="changed"))
    role = "Reading the case as a guest"
    assert (
        f"Shared the case With Colleague (grant {given.pk}). {role}, until the end of 31 Dec 2030"
        in first
    )
    assert "Why: A second opinion" in first
    assert "Before that" not in first
    assert "until the end of 31 Dec 2031. Why: It takes longer. Before that:" in again
    assert f"Before that: {role}, until the end of 31 Dec 2030. Why: A second opinion" in again
    assert f"Stopped sharing the case With Colleague (grant {given.pk})" in stopped
    assert "Before that: Reading the case as a guest, until the end of 31 Dec 2031" in stopped


def test_unknown_filters_count_as_not_given(visit: Callable[..., Any]) -> None:
    answer = visit("governance", kind="x", person="nobody", before="x")
    assert len(lines(answer)) == 1


def test_a_look_at_another_case_is_not_in_it(
    visit: Callable[..., Any], make_case: Callable[..., Case]
) -> None:
    other = make_case()
    audit.record(user=None, action="case.open", thing=other)
    assert not [row for row in lines(visit("governance")) if "Opened the case" in row]


def test_pages_go_on_by_row_and_leave_none_out(visit: Callable[..., Any], case: Case) -> None:
    for _ in range(120):
        audit.record(user=None, action=Action.NOTE, thing=case, detail={"verb": "note"})
    shown, before = [], ""
    for _ in range(3):
        page = visit("governance", kind="changed", **({"before": before} if before else {}))
        shown += lines(page)
        older = re.search(r"before=(\d+)[^>]*>Older", page.content.decode())
        before = older[1] if older else ""
    assert len(shown) == 120
    assert not before
    assert "Back to the newest" in page.content.decode()


def test_it_outlives_the_account(visit: Callable[..., Any], case: Case) -> None:
    AuditEvent.objects.create(
        at=case.received_at,
        actor_id=999,
        actor_name="hwe.left",
        action="case.view",
        object_ref=case.reference,
        detail={"looked_at": "/x/", "screen": "no_such_screen"},
    )
    (row,) = lines(visit("governance", person="hwe.left"))
    assert "hwe.left What Looked Opened “See the case”" in row


def test_a_stranger_writes_nothing_into_it_by_signing_in_under_its_name(
    visit: Callable[..., Any], case: Case, body: Body, client_for: Callable[..., Client]
) -> None:
    typed = {"username": case.reference, "password": "x"}
    client_for(body).post(reverse("staff_workspace:sign_in"), typed)
    # As it was written once.
    audit.refused(user=AnonymousUser(), action="session.sign_in", asked_for=case.reference)
    page = visit("governance", kind="refused")
    assert "Nothing fits" in page.content.decode()
    assert "Somebody who was not signed in" not in page.content.decode()
