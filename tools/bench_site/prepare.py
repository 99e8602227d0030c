"""Fills the measuring site: a body with its policy and team, our form and Wagtail's own."""

import datetime

import django

django.setup()

from django.core.management import call_command  # noqa: E402
from wagtail.models import Page, Site  # noqa: E402

from bench_site.models import FIELDS, StockField, StockForm  # noqa: E402
from feedback_forms.shipping import build_form_page, build_from  # noqa: E402
from permissions.bodies import create_team  # noqa: E402
from permissions.models import Body  # noqa: E402
from permissions.rules.matrix import Role  # noqa: E402
from staff_workspace.models import ProfileVersion  # noqa: E402
from staff_workspace.policy import profile  # noqa: E402

LONG_AGO = datetime.date(2020, 1, 1)


def question(name: str) -> dict:
    """One of the twelve fields."""
    kind, meaning = "text", None
    if name == FIELDS[0]:
        kind, meaning = "long_text", "story"
    return {"kind": kind, "key": name, "label": name, "required": False, "meaning": meaning or ""}


def main() -> None:
    """Migrate and make everything."""
    call_command("nhsuk_assets", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    call_command("migrate", verbosity=0)
    home = Page.objects.get(depth=2)
    site = Site.objects.get()
    site.hostname = "localhost"
    site.save()
    body = Body.objects.create(
        key="bench", name="Bench", short_name="B", site=site, profile_key="hwe_icb",
        reference_format="B-{year}-{number:06d}",
    )  # fmt: skip
    data = profile.load("hwe_icb").to_dict()
    ProfileVersion.objects.create(body=body, number=1, effective_from=LONG_AGO, data=data)
    create_team(body, key="desk", name="Desk", role=Role.HANDLER, owns_new_cases=True)
    files = {"kind": "files", "key": "files", "label": "Files", "required": False}
    ours = {
        "title": "Ours",
        "kind": "complaint",
        "pages": [
            {"key": "all", "title": "All", "questions": [question(name) for name in FIELDS]},
            {"key": "files", "questions": [files]},
        ],
    }
    build_from(home, ours, slug="ours")
    build_form_page(home, "complaint")
    stock = home.add_child(instance=StockForm(title="Stock", slug="stock"))
    for order, name in enumerate(FIELDS):
        StockField.objects.create(
            page=stock, sort_order=order, label=name, clean_name=name, required=False,
            field_type="multiline" if name == FIELDS[0] else "singleline",
        )  # fmt: skip


main()
