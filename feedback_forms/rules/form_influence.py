"""What a page, or a meaning, depends on: only that much of a form has to be walked for it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from feedback_forms.rules.conditions import questions_asked
from feedback_forms.rules.definition import FormDefinition, PageDefinition


@dataclass
class Influence:
    """The pages to walk and the questions whose answers matter, for whether targets are met."""

    targets: frozenset[str]
    pages: set[str] = field(default_factory=set)
    questions: set[str] = field(default_factory=set)


def influence_on(definition: FormDefinition, targets: Iterable[PageDefinition]) -> Influence:
    """Everything that decides whether the pages and their questions are met.

    That is what their rules look at, what decides whether that is asked, and so on; and the pages
    before the last of them that could end the form.
    """
    found = Influence(frozenset(page.key for page in targets))
    homes = {q.key: page for page in definition.pages for q in page.questions}
    last = max(n for n, page in enumerate(definition.pages) if page.key in found.targets)
    ends = [page for page in definition.pages[:last] if page.ends]
    waiting = [page for page in definition.pages if page.key in found.targets] + ends
    while waiting:
        page = waiting.pop()
        if page.key in found.pages:
            continue
        found.pages.add(page.key)
        for key in _decides(page):
            found.questions.add(key)
            if key in homes:
                waiting.append(homes[key])
    return found


def _decides(page: PageDefinition) -> set[str]:
    """The questions whose answers decide what of the page is met: its own parents too."""
    parents = {parent for parent, _ in page.revealed.values()}
    shown = (page, *page.questions)
    return parents.union(*(questions_asked(part.show_if) for part in shown))
