"""Every address of the project that the gate does not guard, filled in so that it leads somewhere.

A new kind of value in an address needs a line in ``WORDS``: until then the walk fails and names it.
"""

import re
from collections.abc import Iterator
from typing import Any

from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse

from permissions.views import GuardedView

# What stands for a word in an address; numbers are given by whoever asks.
WORDS: dict[str, str] = {
    "action": "delete",
    "action_name": "approve",
    "app_label": "staff_workspace",
    "app_name": "staff_workspace",
    "content_type_app_name": "feedback_forms",
    "content_type_model_name": "formpage",
    "filter_spec": "width-100",
    "model_name": "case",
    "token": "set-password",
    "uidb64": "MQ",
}

# They have no name: a published report's PDF (a page answers for it), and two of Wagtail's own that
# lead nowhere.
NAMELESS = (r"^((?:[\w\-]+/)+annual-report\.pdf)$", "test404/", "^.*/$")


def unguarded() -> Iterator[tuple[str, URLPattern]]:
    """Each such pattern, with its name in full."""
    return _below(get_resolver(), "")


def _below(resolver: URLResolver, space: str) -> Iterator[tuple[str, URLPattern]]:
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            yield from _below(entry, f"{space}{entry.namespace}:" if entry.namespace else space)
        elif not _is_guarded(entry) and str(entry.pattern) not in NAMELESS:
            assert entry.name, f"give {entry.pattern} a name, or say what it serves"
            yield f"{space}{entry.name}", entry


def _is_guarded(entry: URLPattern) -> bool:
    return issubclass(getattr(entry.callback, "view_class", object), GuardedView)


def address_of(name: str, entry: URLPattern, number: int, key: str) -> str:
    """The address with ``number`` for every number and ``key`` for that of a link."""
    kwargs: dict[str, Any] = {}
    for asked, kind in entry.pattern.converters.items():
        is_number = type(kind).__name__ == "IntConverter"
        kwargs[asked] = number if is_number else {**WORDS, "key": key}.get(asked, str(number))
    if not kwargs:
        groups = re.compile(entry.pattern.regex.pattern)
        kwargs = {group: WORDS.get(group, str(number)) for group in groups.groupindex}
        if not kwargs and groups.groups:
            return reverse(name, args=_by_place(name, number))
    try:
        return reverse(name, kwargs=kwargs)
    except NoReverseMatch as error:
        raise AssertionError(f"say what {name} leads to: {kwargs}") from error


def _by_place(name: str, number: int) -> list[Any]:
    """What stands in the two addresses of Wagtail's whose parts have no name."""
    return {"wagtail_serve": [""], "wagtaildocs_serve": [number, "a.pdf"]}[name]
