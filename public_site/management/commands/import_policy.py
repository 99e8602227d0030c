"""`import_policy FILE --site HOST`: a policy document becomes a draft policy page of that site."""

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils.text import slugify
from wagtail.models import Page, Site

from public_site.importers import ImportedPolicy, PolicyImportError, import_document
from public_site.models import PolicyPage


class Command(BaseCommand):
    """Nothing is published: an editor reads the draft and the report before anybody else does."""

    help = "Make a draft policy page from a policy document (.txt or .docx) and print what became of it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """FILE, the site's host name, and a title when the document's own will not do."""
        parser.add_argument("file", help="the policy document")
        parser.add_argument("--site", required=True, metavar="HOST", help="host name of the site")
        parser.add_argument("--title", default="", help="the page's title, if not the document's")

    def handle(self, *args: Any, **options: Any) -> None:
        """Read first, then write in one transaction: a file that cannot be read changes nothing."""
        root = _home_of(options["site"])
        try:
            policy = import_document(options["file"])
        except PolicyImportError as error:
            raise CommandError(str(error)) from error
        page = _save_draft(root, policy, options["title"].strip())
        self.stdout.write(
            f"Draft “{page.title}” made under {options['site']} (page {page.pk}, not published)."
        )
        found = (f"{name} {value}" for name, value in _fields(policy) if value)
        self.stdout.write(f"Page fields: {', '.join(found) or 'none found'}.")
        for line in policy.report():
            self.stdout.write(line)


def _home_of(host: str) -> Page:
    """The page under which the site's pages stand; CommandError names the sites there are."""
    site = Site.objects.filter(hostname=host).order_by("-is_default_site").first()
    if site is None:
        known = ", ".join(Site.objects.order_by("hostname").values_list("hostname", flat=True))
        raise CommandError(f"There is no site {host}. The sites are: {known or 'none yet'}.")
    root = site.root_page.specific
    if not PolicyPage.can_create_at(root):
        raise CommandError(f"The first page of {host} is not a home page, so it holds no policies.")
    return root


def _fields(policy: ImportedPolicy) -> list[tuple[str, Any]]:
    """What was picked up for the page's fields, for the report."""
    return [
        ("version", policy.version),
        ("reference", policy.reference),
        ("approved on", policy.approved_on),
        ("approved by", policy.approved_by),
        ("review due", policy.review_on),
    ]


@transaction.atomic
def _save_draft(root: Page, policy: ImportedPolicy, title: str) -> PolicyPage:
    """The page, as a draft with its first revision."""
    shown = (title or policy.title)[:255]
    page = PolicyPage(
        title=shown,
        draft_title=shown,
        slug=_free_slug(root, shown),
        live=False,
        has_unpublished_changes=True,
        version=policy.version,
        reference=policy.reference,
        approved_on=policy.approved_on,
        approved_by=policy.approved_by,
        review_on=policy.review_on,
        body=json.dumps(policy.body),
    )
    root.add_child(instance=page)
    page.save_revision()
    return page


def _free_slug(root: Page, title: str) -> str:
    """A slug no sibling has: "complaints-policy", then "complaints-policy-2" and so on."""
    stem = slugify(title)[:200] or "policy"
    taken = set(root.get_children().values_list("slug", flat=True))
    slug, count = stem, 1
    while slug in taken:
        count += 1
        slug = f"{stem}-{count}"
    return slug
