"""Who without an account sees something of a case now: people with a link that works."""

from datetime import datetime

from staff_workspace.models import Case, OutsideLink
from staff_workspace.policy import outside_links


def people_outside(case: Case, *, now: datetime) -> list[OutsideLink]:
    """The links of ``case`` that work, with what was chosen for each, newest first; three queries."""
    links = case.outside_links.select_related("case").prefetch_related("points", "files")
    return [link for link in links if outside_links.works(link.facts, now=now)]
