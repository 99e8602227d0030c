"""The whole demonstration, loaded once for each day that it is tried on."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from time import process_time

import pytest
from django.core import mail
from django.db import transaction
from wagtail.models import Site

from permissions.models import Body
from public_site.demo.diary import now_on
from public_site.demo.loading import load_demo

A_SUNDAY = date(2026, 11, 22)
BEFORE_GOOD_FRIDAY = date(2026, 4, 2)  # two days into a reporting year


@dataclass(frozen=True)
class Demo:
    """The loaded demonstration."""

    bodies: dict[str, Body]
    as_of: date
    now: datetime
    seconds: float
    mails: int

    @property
    def hwe(self) -> Body:
        """The body that is worked through."""
        return self.bodies["hwe"]


# Once is enough for each change.
TRIED = (A_SUNDAY, BEFORE_GOOD_FRIDAY) if os.environ.get("CANDOUR_PROVE") else (A_SUNDAY,)
DAYS = [pytest.param(day, id=str(day)) for day in TRIED]


@pytest.fixture(scope="module", params=DAYS)
def demo(request, django_db_setup, django_db_blocker) -> Iterator[Demo]:
    """Load it in a transaction that is undone after the module."""
    with django_db_blocker.unblock(), transaction.atomic():
        began, mails = process_time(), len(getattr(mail, "outbox", []))
        bodies = load_demo(as_of=request.param, port=8000)
        seconds = process_time() - began
        sent = len(getattr(mail, "outbox", [])) - mails
        yield Demo(bodies, request.param, now_on(request.param), seconds, sent)
        transaction.set_rollback(True)
    Site.clear_site_root_paths_cache()
