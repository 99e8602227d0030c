"""The three bodies of the demonstration and their sites."""

from dataclasses import dataclass

from django.db import transaction
from wagtail.models import Page, Site

from permissions.models import Body
from public_site.demo.page_tree import PageTree
from public_site.demo.people import load_teams
from public_site.demo.profiles import load_profiles
from public_site.demo.texts import texts_of
from public_site.models import HomePage
from staff_workspace.policy.profile import load


@dataclass(frozen=True)
class DemoBody:
    """What the policy profile does not say about a body of the demonstration."""

    key: str
    profile_key: str
    name: str
    short_name: str
    colour: str = "#005eb8"

    @property
    def host(self) -> str:
        """The name at which the body's site answers on one's own machine."""
        return f"{self.key}.localhost"


BODIES = (
    DemoBody("hwe", "hwe_icb", "NHS Hertfordshire and West Essex ICB", "HWE ICB"),
    DemoBody("west-essex", "west_essex_ccg", "NHS West Essex CCG", "West Essex CCG"),
    DemoBody("millbrook", "millbrook", "Millbrook Healthcare", "Millbrook", colour="#5b2a6f"),
)


def load_sites(port: int = 8000) -> dict[str, Body]:
    """Make the sites that are missing, on ``port``; key → body. Twice makes nothing new."""
    with transaction.atomic():
        _remove_welcome()
        bodies = {demo.key: _body(demo, port) for demo in BODIES}
        load_teams(bodies)
        load_profiles(bodies)  # before the forms, which are printed by their body's promises
        urls = {body.profile_key: f"{body.site.root_url}/" for body in bodies.values()}
        for demo in BODIES:
            profile = load(demo.profile_key)
            home = HomePage.objects.get(pk=bodies[demo.key].site.root_page_id)
            successor = urls.get(profile.body.successor or "")
            texts = texts_of(demo.key, {"successor_url": successor})
            PageTree(home, profile, texts).load()
    Site.clear_site_root_paths_cache()
    return bodies


def _body(demo: DemoBody, port: int) -> Body:
    profile = load(demo.profile_key)
    site, _ = Site.objects.update_or_create(
        hostname=demo.host,
        defaults={
            "port": port,
            "site_name": demo.name,
            "root_page": _home(demo),
            "is_default_site": demo is BODIES[0],
        },
    )
    body, _ = Body.objects.update_or_create(
        key=demo.key,
        defaults={
            "name": demo.name,
            "short_name": demo.short_name,
            "site": site,
            "profile_key": demo.profile_key,
            "reference_format": profile.references.reference_format.in_force,
            "is_nhs": profile.body.is_nhs_body,
            "brand_colour": demo.colour,
        },
    )
    return body


def _home(demo: DemoBody) -> HomePage:
    root = Page.get_first_root_node()
    home = HomePage.objects.child_of(root).filter(slug=demo.key).first()
    return home or root.add_child(instance=HomePage(slug=demo.key, title=demo.name))


def _remove_welcome() -> None:
    """Take away the page and the site that Wagtail's own first migration leaves behind."""
    welcome = Page.objects.filter(depth=2, content_type__app_label="wagtailcore", slug="home")
    Site.objects.filter(root_page__in=welcome).delete()
    for page in welcome:
        page.delete()
