"""`import_policy`: a draft and its report, or one clear error and nothing changed."""

from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Page, Site

from public_site.models import HomePage, PolicyPage

pytestmark = pytest.mark.django_db
DOCUMENTS = Path(__file__).parent / "documents"
SAMPLES = ["paged.txt", "tabbed.txt", "cells.txt", "double_spaced.txt"]


@pytest.fixture
def site() -> Site:
    """A site of a fictitious body with its home page."""
    home = Page.objects.get(depth=1).add_child(
        instance=HomePage(title="Riverbank", slug="riverbank")
    )
    return Site.objects.create(hostname="riverbank.localhost", port=80, root_page=home)


def run(name: str | Path, host: str = "riverbank.localhost", **options: Any) -> str:
    out = StringIO()
    call_command("import_policy", str(DOCUMENTS / name), site=host, stdout=out, **options)
    return out.getvalue()


@pytest.mark.parametrize("name", SAMPLES)
def test_a_policy_becomes_a_draft_that_the_page_accepts(site: Site, name: str) -> None:
    run(name)
    page = PolicyPage.objects.child_of(site.root_page).get()
    assert not page.live
    assert page.has_unpublished_changes
    assert page.revisions.count() == 1
    page.body.stream_block.clean(page.body)
    assert len(page.body) > 5


def test_the_revision_an_editor_opens_holds_the_same_blocks(site: Site) -> None:
    run("paged.txt")
    page = PolicyPage.objects.get()
    draft = page.get_latest_revision_as_object()
    assert [b.id for b in draft.body] == [b.id for b in page.body]
    assert str(draft.approved_on) == "2025-03-14"


def test_fields_are_filled_and_the_report_is_printed(site: Site) -> None:
    said = run("cells.txt", title="How we listen")
    page = PolicyPage.objects.get()
    assert page.title == "How we listen"
    assert "Draft “How we listen” made under riverbank.localhost" in said
    assert "Could not be placed:\n  line 43: a picture stood here" in said
    assert "% of the rest placed in order" in said
    assert "Ashgrove" not in said


def test_a_second_import_gets_a_slug_of_its_own(site: Site) -> None:
    run("paged.txt")
    run("paged.txt")
    slugs = PolicyPage.objects.order_by("slug").values_list("slug", flat=True)
    assert list(slugs) == ["feedback-and-concerns-policy", "feedback-and-concerns-policy-2"]


def test_an_unknown_site_is_answered_with_the_sites_there_are(site: Site) -> None:
    with pytest.raises(CommandError, match=r"no site elsewhere\. .*riverbank\.localhost"):
        run("paged.txt", host="elsewhere")
    assert not PolicyPage.objects.exists()


def test_a_site_without_a_home_page_holds_no_policies(site: Site) -> None:
    bare = Page.objects.get(depth=1).add_child(instance=Page(title="Bare", slug="bare"))
    Site.objects.create(hostname="bare.localhost", port=80, root_page=bare)
    with pytest.raises(CommandError, match="is not a home page"):
        run("paged.txt", host="bare.localhost")


@pytest.mark.parametrize("data", [b"", b"\x89PNG\r\n\x1a\n" + bytes(40)])
def test_a_wrong_file_changes_nothing(site: Site, tmp_path: Path, data: bytes) -> None:
    before = Page.objects.count()
    file = tmp_path / "policy.txt"
    file.write_bytes(data)
    with pytest.raises(CommandError, match=r"^policy\.txt [^\n]+\.$"):
        run(file)
    assert Page.objects.count() == before
