"""Builds the forms that ship with the product, as an editor would: a page, then publish it."""

import json
from importlib.resources import files
from typing import Any

from wagtail.models import Page

from feedback_forms.form_files import page_from
from feedback_forms.models import FormPage


def shipped_forms() -> dict[str, dict[str, Any]]:
    """Key → form, for everything in the folder ``shipped``; shared pages are filled in."""
    folder = files("feedback_forms") / "shipped"
    shared = json.loads((folder / "shared" / "pages.json").read_text())
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".json"))
    forms = {name.removesuffix(".json"): json.loads((folder / name).read_text()) for name in names}
    for form in forms.values():
        form["pages"] = [_filled_in(page, shared) for page in form["pages"]]
    return forms


def _filled_in(page: dict[str, Any], shared: dict[str, Any]) -> dict[str, Any]:
    """The shared page that ``use`` names, with what this form says otherwise of it."""
    if "use" not in page:
        return page
    own = {key: value for key, value in page.items() if key != "use"}
    return {**shared[page["use"]], **own}


def _is_sensitive(form: dict[str, Any]) -> bool:
    """Whether somebody near the person had better not see what they fill in."""
    harmless = {"compliment", "survey", "elected_official"}
    return form["kind"] not in harmless and form.get("audience") != "staff"


def build_form_page(parent: Page, key: str, slug: str = "", title: str = "") -> FormPage:
    """Publish the shipped form ``key`` below ``parent``; KeyError for an unknown key."""
    return build_from(parent, shipped_forms()[key], slug=slug or key.replace("_", "-"), title=title)


def build_from(parent: Page, form: dict[str, Any], *, slug: str, title: str = "") -> FormPage:
    """Publish a form that is given as data below ``parent``."""
    exit_button = form.get("exit_button", _is_sensitive(form))
    said = {**form, "title": title or form["title"], "exit_button": exit_button}
    page = page_from(said, slug=slug)
    parent.add_child(instance=page)
    page.full_clean()
    page.save_revision(clean=False).publish()
    page.refresh_from_db()
    return page
