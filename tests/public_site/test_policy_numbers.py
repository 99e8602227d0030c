"""A public page quotes the numbers of its body's policy by name, and nobody types them twice."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
import time_machine
from django.contrib.auth.models import User
from django.contrib.messages.storage.fallback import FallbackStorage
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from permissions.models import Body
from public_site.demo.editors import load_editors
from public_site.models import GuidancePage, HomePage
from public_site.policy_numbers import filled, numbers
from public_site.wagtail_hooks import warn_of_unverified_numbers
from staff_workspace.models import ProfileVersion
from staff_workspace.policy.profile import NAMES, load

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("PG-1")]
WORDS = "We acknowledge within {ack_wd in words} and keep files for {retention_years} years."
Show = Callable[[GuidancePage], str]


def write(body: Body, text: str, *, title: str = "In time") -> GuidancePage:
    """A published page of the body's site with one paragraph."""
    home = HomePage.objects.get(pk=body.site.root_page_id)
    stream = json.dumps([{"type": "rich_text", "value": f"<p>{text}</p>"}])
    page = home.add_child(instance=GuidancePage(title=title, slug="in-time", body=stream))
    page.save_revision().publish()
    return page


@pytest.fixture
def show() -> Show:
    """What the public reads on a page."""

    def _show(page: GuidancePage) -> str:
        site = page.get_site()
        answer = Client().get(f"/{page.slug}/", headers={"host": site.hostname})
        assert answer.status_code == 200
        return " ".join(answer.content.decode().split())

    return _show


def publish(body: Body, day: date, *, number: int, **changed: int) -> ProfileVersion:
    """A version of the body's policy with other numbers for the acknowledgement."""
    data = load(body.profile_key).to_dict()
    for name, value in changed.items():
        data["acknowledgement"][name] |= {"in_force": value, "policy_says": value}
    return ProfileVersion.objects.create(body=body, number=number, effective_from=day, data=data)


def test_two_bodies_show_their_own_numbers_with_the_same_words(
    bodies: dict[str, Body], show: Show
) -> None:
    text = "Tell us within {late_months} months. We meet you for {lrm_min_hours in words}."
    assert "We meet you for 1 hour." in show(write(bodies["millbrook"], text))
    with pytest.raises(ValidationError, match="Our policy sets no number"):
        write(bodies["hwe"], text)
    publish(bodies["hwe"], date(2020, 1, 2), number=2, ack_wd=2)
    assert "within 2 working days and" in show(write(bodies["hwe"], WORDS))
    assert "within 3 working days and" in show(write(bodies["west-essex"], WORDS))


@pytest.mark.requirement("DC-1")
def test_a_new_version_changes_the_page_on_its_day_without_an_editor(
    bodies: dict[str, Body], show: Show
) -> None:
    hwe = bodies["hwe"]
    publish(hwe, date(2026, 12, 1), number=2, ack_wd=1)
    page = write(hwe, WORDS)
    with time_machine.travel("2026-11-30 23:30"):
        assert "within 3 working days and" in show(page)
    with time_machine.travel("2026-12-01 00:30"):
        assert "within 1 working day and" in show(page)


def test_an_unknown_name_is_refused_in_words_when_the_page_is_saved(
    bodies: dict[str, Body],
) -> None:
    with pytest.raises(ValidationError, match=r"There is no number called \{ack_days\}"):
        write(bodies["hwe"], "Within {ack_days} days.")


def test_words_in_braces_that_are_no_name_stay_as_they_are(
    bodies: dict[str, Body], show: Show
) -> None:
    assert "{Not a name} and {3}" in show(write(bodies["hwe"], "{Not a name} and {3}"))


def test_the_title_and_the_lede_quote_too(bodies: dict[str, Body], show: Show) -> None:
    page = write(bodies["hwe"], "x", title="In {ack_wd} working days")
    assert "<h1>In 3 working days</h1>" in show(page)


def test_the_editor_sees_the_numbers_and_is_warned_of_those_nobody_confirmed(
    bodies: dict[str, Body],
) -> None:
    load_editors(bodies, "a-long-password")
    page = write(bodies["hwe"], "We answer within {target_minor_wd} working days.")
    client = Client(headers={"host": bodies["hwe"].site.hostname})
    client.force_login(User.objects.get(username="hwe.comms"))
    form = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert "<code>{ack_wd}</code>" in form
    assert "10 working days (not verified)" in form
    preview = client.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk]))
    assert "within 10 working days" in preview.content.decode()


def test_saving_a_page_tells_which_of_its_numbers_nobody_confirmed(
    bodies: dict[str, Body], rf: Any
) -> None:
    request = rf.get("/")
    request.session = {}
    request._messages = FallbackStorage(request)
    page = write(bodies["hwe"], "Within {ack_wd} or {target_minor_wd} working days.")
    warn_of_unverified_numbers(request, page)
    (warning,) = (str(message) for message in request._messages)
    assert "nobody has confirmed yet: Grading: Minor: working days to respond." in warning
    warn_of_unverified_numbers(request, page.get_parent())


@pytest.mark.parametrize("name", NAMES)
def test_every_number_has_a_name_of_its_own_and_a_label(name: str) -> None:
    found = numbers(load(name))
    assert {"ack_wd", "late_months", "target_max_wd", "retention_years"} <= set(found)
    assert all(number.label and "_" not in number.label for number in found.values())
    # Names are the ends of keys: where two keys ended alike, one number would hide the other.
    assert len({(n.key, n.label) for n in found.values()}) == len(found)


def test_a_number_that_the_policy_stopped_setting_is_never_guessed() -> None:
    hwe: Any = load("hwe_icb")
    assert filled("{target_max_wd}", hwe) == "no set number of"
    assert filled("{gone_since}", hwe) == "{gone_since}"
