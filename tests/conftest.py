"""A body with its site, as every test of a screen or a submission needs it."""

from collections.abc import Callable

import pytest
from django.db.models import F
from django.test import Client
from wagtail.models import Locale, Page, Site

from permissions.models import Body

pytest_plugins = [
    "tests.chromium",
    "tests.demonstration",
    "tests.first_rows",
    "tests.garbage",
    "tests.journeys.papers",
    "tests.migrated",
    "tests.not_checked",
    "tests.reference_index",
    "tests.side_by_side",
    "tests.workspace_people",
]


@pytest.fixture
def site(db: None) -> Site:
    """A site of its own host with an empty home page.

    Its row is written as it is: what Wagtail does when a page is saved takes longer than most
    tests.
    """
    # A test with real transactions leaves an emptied database, without Wagtail's first rows.
    Locale.objects.get_or_create(language_code="en-gb")
    root = Page.get_first_root_node() or Page.add_root(instance=Page(title="Root", slug="root"))
    last = root.get_last_child()
    home = Page(title="Home", slug="hwe-home", url_path="/hwe-home/", locale=Locale.get_default())
    home.draft_title, home.depth = home.title, root.depth + 1
    home.path = last._inc_path() if last else Page._get_path(root.path, home.depth, 1)
    Page.objects.bulk_create([home])
    Page.objects.filter(pk=root.pk).update(numchild=F("numchild") + 1)
    return Site.objects.create(hostname="hwe.localhost", root_page=home, site_name="HWE")


@pytest.fixture
def body(site: Site) -> Body:
    """A health body on that site."""
    return Body.objects.create(
        key="hwe",
        name="Hertfordshire and West Essex Integrated Care Board",
        short_name="HWE",
        site=site,
        profile_key="hwe_icb",
        reference_format="HWE-{year}-{number:04d}",
    )


@pytest.fixture
def client_for() -> Callable[..., Client]:
    """Make a browser without JavaScript that visits a body's host, with a session of its own."""

    def make(body: Body, **kwargs: bool) -> Client:
        return Client(headers={"host": body.site.hostname}, **kwargs)

    return make
