"""Somebody outside answers questions on one case through a link, and sees nothing else."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, Site

from permissions.models import AuditEvent, Body
from staff_workspace.actions.ask_outside import MadeLink, ask_outside, withdraw_link
from staff_workspace.models import Case, Issue, OutsideLink
from staff_workspace.policy.lifecycle import NotAllowed

NOW = timezone.make_aware(datetime(2026, 11, 20, 10))
ANSWER = "The ward was two nurses short that night."


@pytest.fixture(autouse=True)
def morning() -> Any:
    """Friday 20 November 2026, ten o'clock."""
    with time_machine.travel(NOW, tick=False) as clock:
        yield clock


@pytest.fixture
def made(case: Case, people: dict[str, Any]) -> MadeLink:
    """A link for a ward manager that shows the first of two points."""
    Issue.objects.create(case=case, number=2, point="The secret second point")
    return ask_outside(
        case=case,
        by=people["officer"],
        name="Sam Rivers",
        organisation="Riverbank Ambulance",
        questions="How many nurses were on the ward?",
        points=case.issues.filter(number=1),
        files=[],
        ends_at=NOW + timedelta(days=7),
    )


@pytest.fixture
def other_body() -> Body:
    """A second body on the same install."""
    home = Page.get_first_root_node().add_child(instance=Page(title="Other", slug="other-home"))
    site = Site.objects.create(hostname="other.localhost", root_page=home, site_name="Other")
    return Body.objects.create(
        key="other", name="Other", short_name="Other", site=site, profile_key="millbrook"
    )


@pytest.fixture
def outside(body: Body, client_for: Callable[..., Client]) -> Client:
    """A browser of somebody without an account."""
    return client_for(body)


def address(made: MadeLink) -> str:
    """Where the link leads."""
    return reverse("staff_workspace:outside", args=[made.link.key])


def text(answer: Any) -> str:
    """The page without what differs from request to request."""
    return re.sub(
        r'nonce="[^"]*"|name="csrfmiddlewaretoken" value="[^"]*"', "", answer.content.decode()
    )


def test_the_code_opens_the_questions_and_the_chosen_point_alone(
    outside: Client, made: MadeLink, case: Case
) -> None:
    assert "How many nurses" not in text(outside.get(address(made)))
    outside.post(address(made), {"code": made.code.lower()})
    page = text(outside.get(address(made)))
    assert "How many nurses were on the ward?" in page
    assert "Nine hours on a trolley" in page
    for hidden in (
        "secret second point",
        case.reference,
        case.story,
        "Nia Example",
        "Owen Example",
    ):
        assert hidden not in page


def test_the_answer_lands_on_the_case_and_spends_the_link(
    outside: Client, made: MadeLink, case: Case
) -> None:
    outside.post(address(made), {"code": made.code})
    assert "with us" in text(outside.post(address(made), {"answer": ANSWER}))
    event = case.events.get(name="answered_outside")
    assert (event.detail, event.by_name) == (ANSWER, "Sam Rivers")
    assert "Enter your code" in text(outside.get(address(made)))
    outside.post(address(made), {"code": made.code})
    outside.post(address(made), {"answer": "A second answer"})
    assert case.events.filter(name="answered_outside").count() == 1


def test_every_use_is_in_the_audit_of_the_case(outside: Client, made: MadeLink, case: Case) -> None:
    outside.get(address(made))
    outside.post(address(made), {"code": "WRONGONE"})
    outside.post(address(made), {"code": made.code})
    outside.get(address(made))
    outside.post(address(made), {"answer": ANSWER})
    uses = AuditEvent.objects.filter(action__startswith="outside_link").order_by("pk")
    assert [use.action.partition(".")[2] for use in uses] == [
        "came",
        "wrong_code",
        "opened",
        "looked",
        "answered",
    ]
    assert {use.object_ref for use in uses} == {case.reference}
    assert {use.under for use in uses} == {f"link {made.link.pk}"}


@pytest.mark.parametrize("how", ["Withdrawn", "Ended", "Answered", "Shut after wrong codes"])
def test_every_try_with_a_link_that_is_shut_is_in_the_audit_of_the_case_with_why(
    outside: Client, made: MadeLink, case: Case, how: str
) -> None:
    shut = {
        "Withdrawn": {"withdrawn_at": NOW},
        "Ended": {"ends_at": NOW},
        "Answered": {"answered_at": NOW},
        "Shut after wrong codes": {"wrong_codes": 5},
    }
    outside.post(address(made), {"code": made.code})
    OutsideLink.objects.filter(pk=made.link.pk).update(**shut[how])
    before = AuditEvent.objects.count()
    outside.get(address(made))
    outside.post(address(made), {"code": made.code})
    outside.post(address(made), {"code": "WRONGONE"})
    outside.post(address(made), {"answer": ANSWER})
    outside.get(reverse("staff_workspace:outside_file", args=[made.link.key, 1]))
    rows = AuditEvent.objects.order_by("pk")[before:]
    assert [(r.action, r.outcome, r.object_ref, r.body_key) for r in rows] == [
        ("outside_link.refused", "refused", case.reference, "hwe")
    ] * 5
    assert {row.detail["why"] for row in rows} == {how}
    assert [row.detail.get("code_fits") for row in rows] == [None, True, False, None, None]


def test_who_has_the_address_and_not_the_code_is_refused_in_the_audit(
    outside: Client, made: MadeLink, case: Case
) -> None:
    outside.post(address(made), {"answer": ANSWER})
    outside.get(reverse("staff_workspace:outside_file", args=[made.link.key, 1]))
    rows = AuditEvent.objects.filter(object_ref=case.reference, outcome="refused")
    assert [row.detail["why"] for row in rows] == ["No code was given"] * 2


def test_a_guessed_link_is_audited_without_what_was_guessed(
    outside: Client, made: MadeLink
) -> None:
    before = AuditEvent.objects.count()
    guessed = made.link.key[:-1] + ("a" if made.link.key[-1] != "a" else "b")
    url = reverse("staff_workspace:outside", args=[guessed])
    outside.get(url)
    outside.post(url, {"code": made.code})
    outside.get(reverse("staff_workspace:outside_file", args=[guessed, 1]))
    rows = AuditEvent.objects.order_by("pk")[before:]
    assert [(r.action, r.outcome, r.actor_name, r.object_ref, r.body_key) for r in rows] == [
        ("outside_link.refused", "refused", "anonymous", "a link that is none", "hwe")
    ] * 3
    written = str([[row.detail, row.object_ref] for row in AuditEvent.objects.all()])
    assert guessed not in written
    assert made.link.key not in written
    assert made.code not in written


def test_a_link_that_is_none_looks_like_one_that_is(outside: Client, made: MadeLink) -> None:
    unknown = reverse("staff_workspace:outside", args=["no-such-link"])
    assert text(outside.get(unknown)) == text(outside.get(address(made)))
    wrong = {"code": "AAAA-AAAA"}
    assert text(outside.post(unknown, wrong)) == text(outside.post(address(made), wrong))


def test_the_fifth_wrong_code_shuts_the_link(outside: Client, made: MadeLink) -> None:
    for _ in range(5):
        outside.post(address(made), {"code": "AAAA-AAAA"})
    outside.post(address(made), {"code": made.code})
    assert "Enter your code" in text(outside.get(address(made)))


@pytest.mark.parametrize("how", ["withdrawn", "ended", "another body"])
def test_an_open_page_shuts_at_once(
    outside: Client,
    made: MadeLink,
    people: dict[str, Any],
    morning: Any,
    how: str,
    client_for: Callable[..., Client],
    other_body: Body,
) -> None:
    outside.post(address(made), {"code": made.code})
    if how == "withdrawn":
        withdraw_link(link=made.link, by=people["officer"])
    elif how == "ended":
        morning.shift(timedelta(days=7))
        outside.post(address(made), {"code": made.code})
    else:
        outside = client_for(other_body)
        outside.post(address(made), {"code": made.code})
    assert "Enter your code" in text(outside.get(address(made)))
    assert "with us" not in text(outside.post(address(made), {"answer": ANSWER}))
    made.link.refresh_from_db()
    assert made.link.answer == ""


def test_a_file_that_was_not_chosen_is_404(outside: Client, made: MadeLink) -> None:
    outside.post(address(made), {"code": made.code})
    path = reverse("staff_workspace:outside_file", args=[made.link.key, 1])
    assert outside.get(path).status_code == 404


def test_staff_make_and_withdraw_a_link_in_the_browser(
    body: Body, case: Case, people: dict[str, Any], client_for: Callable[..., Client]
) -> None:
    client = client_for(body)
    client.force_login(people["officer"])
    given = {
        "name": "Sam Rivers",
        "organisation": "Riverbank Ambulance",
        "questions": "Who was on duty?",
        "points": [str(case.issues.get().pk)],
        "ends_on-day": "30",
        "ends_on-month": "11",
        "ends_on-year": "2026",
    }
    page = client.post(reverse("staff_workspace:ask_outside", args=[case.reference]), given)
    code = re.search(r"[A-Z0-9]{4}-[A-Z0-9]{4}</strong>", page.content.decode())
    assert code
    link = OutsideLink.objects.get()
    assert link.code_hash not in page.content.decode()
    listed = client.get(reverse("staff_workspace:outside_links", args=[case.reference]))
    assert "Waiting for an answer" in listed.content.decode()
    client.post(reverse("staff_workspace:withdraw_link", args=[case.reference, link.pk]))
    link.refresh_from_db()
    assert link.withdrawn_at == NOW


def test_only_who_may_share_a_case_may_ask_outside(
    case: Case, people: dict[str, Any], body: Body, client_for: Callable[..., Client]
) -> None:
    client = client_for(body)
    client.force_login(people["colleague"])
    for name in ("outside_links", "ask_outside"):
        assert (
            client.get(reverse(f"staff_workspace:{name}", args=[case.reference])).status_code == 404
        )


def test_points_of_another_case_cannot_be_shown(
    made: MadeLink, make_case: Callable[..., Case], people: dict[str, Any]
) -> None:
    other = make_case()
    with pytest.raises(NotAllowed, match="of this case"):
        ask_outside(
            case=made.link.case,
            by=people["officer"],
            name="Sam",
            organisation="Riverbank",
            questions="?",
            points=other.issues.all(),
            files=[],
            ends_at=NOW + timedelta(days=1),
        )
