"""A complaint that came through a form, its receipt, and a browser of the person who sent it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from wagtail.models import Page, Site

from feedback_forms.actions.reissue_receipt import reissue_receipt
from feedback_forms.models import FormVersion, Receipt, Submission
from feedback_forms.shipping import build_from
from permissions.bodies import create_body
from permissions.models import AuditEvent, Body
from staff_workspace.actions.complainant_step import Complainant
from staff_workspace.models import Case
from tests.feedback_forms.small_form import ANSWERS, SMALL
from tests.staff_workspace.actions.working_a_case import ON_THEIR_OWN
from tests.workspace_people import RECEIVED, at

NOW = at(20)


@pytest.fixture(autouse=True)
def morning() -> Any:
    """Friday 20 November 2026, ten o'clock."""
    with time_machine.travel(NOW, tick=False) as clock:
        yield clock


@pytest.fixture
def version(body: Body, people: dict[str, Any]) -> FormVersion:
    """The form that everything here was sent with."""
    page = build_from(body.site.root_page, SMALL, slug="for-someone-else")
    return FormVersion.in_force(page)


@dataclass
class Sent:
    """A case with its code."""

    case: Case
    code: str

    @property
    def by(self) -> Complainant:
        """Whoever opens it with the code that it has now."""
        receipt = Receipt.objects.get(submission=self.case.submission)
        return Complainant(receipt.pk, receipt.times_replaced)


@pytest.fixture
def send(
    version: FormVersion, make_case: Callable[..., Case], people: dict[str, Any]
) -> Callable[..., Sent]:
    """Make a case of one's own that came through the form; keyword arguments change it."""

    def make(**changes: Any) -> Sent:
        number = Submission.objects.count() + 1
        body = changes.get("body") or people["nursing"].body
        sent = Submission.objects.create(
            body=body,
            form_version=version,
            reference=f"{body.key.upper()}-2026-{number + 40:04d}",
            kind="complaint",
            received_at=RECEIVED,
            answers=ANSWERS,
        )
        values = {**ON_THEIR_OWN, "submission": sent, "reference": sent.reference, **changes}
        case = make_case(**values)
        code = reissue_receipt(submission=sent, by=people["officer"], now=NOW)
        return Sent(case, code)

    return make


@pytest.fixture
def sent(send: Callable[..., Sent]) -> Sent:
    """A complaint of one's own, received on Thursday 19 November 2026."""
    return send()


@pytest.fixture
def other_body(db: None) -> Body:
    """A second body on the same install."""
    home = Page.get_first_root_node().add_child(instance=Page(title="Other", slug="other-home"))
    site = Site.objects.create(hostname="other.localhost", root_page=home, site_name="Other")
    return create_body(
        owning_team="Desk",
        key="other",
        name="Other",
        short_name="Other",
        site=site,
        profile_key="millbrook",
    )


@pytest.fixture
def outside(body: Body, client_for: Callable[..., Client]) -> Client:
    """A browser of somebody without an account."""
    return client_for(body)


@pytest.fixture
def opened(outside: Client, sent: Sent) -> Client:
    """The same browser, with the complaint open."""
    open_it(outside, sent)
    return outside


def open_it(client: Client, sent: Sent, **other: str) -> Any:
    """Give reference and code."""
    given = {"reference": sent.case.reference, "code": sent.code, **other}
    return client.post(reverse("your_complaint:open"), given)


def address(name: str, *args: Any) -> str:
    """Where a page of "your complaint" is."""
    return reverse(f"your_complaint:{name}", args=args)


def text(answer: Any) -> str:
    """What can be read in the middle of the page."""
    main = BeautifulSoup(answer.content.decode(), "html.parser").main
    return " ".join(main.get_text(" ").split())


def audited(case: Case) -> list[str]:
    """What the audit says the person did on the case, earliest first."""
    rows = AuditEvent.objects.filter(object_ref=case.reference, actor_name="complainant")
    return list(rows.order_by("pk").values_list("action", flat=True))
