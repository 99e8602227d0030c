"""Loads the whole demonstration in one transaction: all of it is there, or nothing is."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from permissions.models import Body
from public_site.demo.casework import load_cases
from public_site.demo.editors import load_editors
from public_site.demo.listening import settle_mails
from public_site.demo.people import PASSWORD
from public_site.demo.sites import BODIES, load_sites
from staff_workspace.models import Case


def is_loaded() -> bool:
    """Whether every body of the demonstration has its cases."""
    keys = {demo.key for demo in BODIES}
    with_cases = Case.objects.filter(body__key__in=keys).values_list("body__key", flat=True)
    return set(with_cases.distinct()) == keys


def load_demo(*, as_of: date, port: int) -> dict[str, Body]:
    """Make what is missing, as things stand on ``as_of``; body key → body."""
    began = timezone.now()
    with transaction.atomic():
        bodies = load_sites(port)
        load_editors(bodies, PASSWORD)
        load_cases(bodies, as_of)
        settle_mails(since=began)
    return bodies
