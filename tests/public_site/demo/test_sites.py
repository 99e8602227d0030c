"""The demonstration's sites: made once, left alone after that, each in its body's hands."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from wagtail.models import Page, PagePermissionTester, Site

from permissions.models import Body
from public_site.demo.editors import load_editors
from public_site.demo.sites import BODIES, load_sites
from public_site.models import GuidancePage
from staff_workspace.policy.profile import load

pytestmark = pytest.mark.django_db


def test_loading_twice_makes_nothing_new(bodies: dict[str, Body]) -> None:
    def rows() -> list[Any]:
        return [
            sorted(Page.objects.values_list("pk", "url_path", "latest_revision")),
            sorted(Site.objects.values_list("pk", "hostname", "port")),
            sorted(Body.objects.values_list("pk", "key")),
        ]

    before = rows()
    load_sites(8000)
    assert rows() == before


def test_loading_again_keeps_what_an_editor_changed(bodies: dict[str, Body]) -> None:
    page = GuidancePage.objects.get(url_path="/hwe/privacy/")
    page.lede = "Changed by an editor"
    page.save_revision().publish()
    load_sites(8000)
    page.refresh_from_db()
    assert page.lede == "Changed by an editor"


def test_the_sites_answer_on_the_port_they_are_loaded_for(bodies: dict[str, Body]) -> None:
    moved = load_sites(8123)
    assert {body.site.root_url for body in moved.values()} == {
        f"http://{demo.host}:8123" for demo in BODIES
    }


def test_each_body_takes_its_facts_from_its_profile(bodies: dict[str, Body]) -> None:
    for demo in BODIES:
        profile, body = load(demo.profile_key), bodies[demo.key]
        assert body.reference_format == profile.references.reference_format.in_force
        assert body.is_nhs == profile.body.is_nhs_body
    assert not bodies["millbrook"].is_nhs


def test_a_body_of_its_own_colour_can_be_read_in_white() -> None:
    for demo in BODIES:
        red, green, blue = (int(demo.colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
        light = sum(
            share * (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)
            for share, part in ((0.2126, red), (0.7152, green), (0.0722, blue))
        )
        assert 1.05 / (light + 0.05) >= 4.5


def test_an_editor_reaches_the_pages_of_their_own_body_only(bodies: dict[str, Body]) -> None:
    load_editors(bodies, "a-long-password")
    editors = load_editors(bodies, "a-long-password")
    assert User.objects.filter(username__endswith=".comms").count() == 3
    for key, editor in editors.items():
        assert editor.has_perm("wagtailadmin.access_admin")
        assert not hasattr(editor, "staff_member")
        for other, body in bodies.items():
            tester = PagePermissionTester(editor, body.site.root_page)
            assert tester.can_edit() == (key == other)
            assert tester.can_publish() == (key == other)
