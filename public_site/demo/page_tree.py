"""Makes a body's pages from its texts: first the tree, then what stands on each page."""

import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.utils import timezone
from wagtail.models import Page

from feedback_forms.shipping import build_form_page
from public_site.demo.guidance_stream import Guidance, is_tag, promises
from public_site.demo.markup import Resolve, inline
from public_site.demo.statement import statement_page
from public_site.demo.streams import policy_stream
from public_site.demo.texts import Text
from public_site.models import (
    AdvocacyPage,
    CharterPage,
    ContactPage,
    GuidancePage,
    HomePage,
    PolicyPage,
    StatementPage,
)
from staff_workspace.policy.profile import Profile

TYPES: dict[str, type[Page]] = {
    "guidance": GuidancePage,
    "policy": PolicyPage,
    "charter": CharterPage,
    "advocacy": AdvocacyPage,
    "contact": ContactPage,
}


class PageTree:
    """One body's pages below its home page; a page that is there already is left as it is."""

    def __init__(self, home: HomePage, profile: Profile, texts: list[Text]) -> None:
        self.home = home
        self.profile = profile
        self.texts = texts
        self.guidance = Guidance(profile, self.resolve, self.page_id)

    def load(self) -> None:
        """Add every page that is missing, with its content, and publish it."""
        added = [(page, text) for text in self.texts if (page := self._add(text))]
        if not StatementPage.objects.child_of(self.home).exists():
            self._publish(self.home.add_child(instance=statement_page(self.home, self.page_id)))
        for page, text in added:
            self._fill(page, text)
            self._publish(page)

    def resolve(self, target: str) -> str:
        """A link's attributes: by page id within the site, so that moved pages stay linked."""
        if target.startswith("/"):
            return f'linktype="page" id="{self.page_id(target)}"'
        return f'href="{target}"'

    def page_id(self, path: str) -> int:
        """The id of the page at a path of this site. Raises DoesNotExist for an unknown path."""
        return Page.objects.get(url_path=f"{self.home.url_path}{path.lstrip('/')}").pk

    def _add(self, text: Text) -> Page | None:
        kind = text.fields["type"]
        if kind == "home":
            return None if self.home.groups else self.home
        if self.home.get_children().filter(slug=text.slug).exists():
            return None
        if kind == "form":
            self._add_form(self.home, text.forms[0], text.slug, text.fields)
            return None
        page = TYPES[kind](slug=text.slug, title=text.fields["title"])
        self.home.add_child(instance=page)
        for form in text.forms:
            key, slug, title = form.split(" ", 2)
            self._add_form(page, key, slug, {"title": title})
        return page

    def _add_form(self, parent: Page, key: str, slug: str, fields: dict[str, str]) -> None:
        page = build_form_page(parent, key, slug, fields["title"])
        if fields.get("menu") == "yes":
            Page.objects.filter(pk=page.pk).update(show_in_menus=True)

    def _fill(self, page: Page, text: Text) -> None:
        fill: dict[str, Callable[[Any, Text], None]] = {
            "home": self._fill_home,
            "policy": self._fill_policy,
            "charter": self._fill_charter,
            "advocacy": self._fill_contacts,
            "contact": self._fill_contacts,
        }
        page.title = text.fields["title"]
        page.lede = text.fields["lede"]
        page.search_description = text.fields["description"]
        page.show_in_menus = text.fields.get("menu") == "yes"
        fill.get(text.fields["type"], self._fill_guidance)(page, text)
        if not isinstance(page, HomePage | PolicyPage):
            page.last_reviewed = timezone.localdate()
            page.next_review = timezone.localdate() + timedelta(days=365)

    def _fill_guidance(self, page: Any, text: Text) -> None:
        page.body = json.dumps(self.guidance.stream(text.body))

    def _fill_home(self, page: HomePage, text: Text) -> None:
        page.groups = json.dumps(self.guidance.cards(text.body))
        rest = [piece for piece in text.body if not is_tag(piece, "cards", "card")]
        page.body = json.dumps(self.guidance.stream(rest))
        page.site_notice = _paragraph(text.fields.get("notice", ""), self.resolve)
        ids = [self.page_id(f"/{slug}/") for slug in text.fields["footer"].split(", ")]
        page.footer_links = json.dumps([{"type": "page", "value": pk} for pk in ids])

    def _fill_policy(self, page: PolicyPage, text: Text) -> None:
        document = self.profile.document
        page.version = document.version.in_force or ""
        page.reference = text.fields.get("reference", "")
        page.approved_on = document.approved_on.in_force
        page.approved_by = document.approved_by.in_force or ""
        page.review_on = document.review_due.in_force
        page.effective_note = text.fields.get("note", "")
        page.superseded = _paragraph(text.fields.get("superseded", ""), self.resolve)
        page.body = json.dumps(policy_stream(text.body, self.resolve))

    def _fill_charter(self, page: CharterPage, text: Text) -> None:
        page.promises = json.dumps(promises(text.body))
        rest = [piece for piece in text.body if not is_tag(piece, "promise")]
        page.body = json.dumps(self.guidance.stream(rest))

    def _fill_contacts(self, page: Any, text: Text) -> None:
        cards = [n for n, piece in enumerate(text.body) if is_tag(piece, "contact")]
        first = cards[0]
        after = next(n for n in range(first, len(text.body) + 1) if n not in cards)
        page.body = json.dumps(self.guidance.stream(text.body[:first]))
        page.contacts = json.dumps(self.guidance.stream(text.body[first:after]))
        page.more = json.dumps(self.guidance.stream(text.body[after:]))

    @staticmethod
    def _publish(page: Page) -> None:
        page.save_revision().publish()


def _paragraph(text: str, resolve: Resolve) -> str:
    return f"<p>{inline(text, resolve)}</p>" if text else ""
