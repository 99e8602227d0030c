"""Links that sort a table: by every page, without JavaScript, back to page 1."""

from dataclasses import dataclass

from django.http import HttpRequest

COLUMNS = {"reference": "Reference", "received": "Received", "due": "Next date"}


@dataclass(frozen=True)
class SortLink:
    """A column head; ``aria`` is set on the sorted column alone."""

    label: str
    url: str
    aria: str


def sort_links(request: HttpRequest, order: str) -> dict[str, SortLink]:
    """For each sortable column the link that sorts by it, or turns its order round."""
    sorted_by, down = order.removeprefix("-"), order.startswith("-")
    links = {}
    for key, label in COLUMNS.items():
        current = key == sorted_by
        query = request.GET.copy()
        query.pop("page", None)
        query["order"] = f"-{key}" if current and not down else key
        aria = ("descending" if down else "ascending") if current else ""
        links[key] = SortLink(label, f"?{query.urlencode()}", aria)
    return links
