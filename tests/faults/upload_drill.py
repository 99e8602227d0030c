"""What the drill of uploading does inside Django: prepare people, run the worker, look for damage.

Run as ``python -m tests.faults.upload_drill prepare|work|verdict …``; prints JSON.
"""

import json
import os
import sys
from datetime import timedelta
from importlib import import_module
from typing import Any

import django


def prepare(people: int) -> list[dict[str, str]]:
    """A body with a form, and people who have come as far as the page that asks for files."""
    from django.conf import settings
    from django.utils import timezone
    from wagtail.models import Page, Site

    from feedback_forms.models import Draft, FormVersion
    from feedback_forms.shipping import build_from
    from feedback_forms.views.kept_in_session import SESSION_KEY
    from permissions.bodies import create_body
    from tests.feedback_forms.small_form import SMALL

    home = Page.get_first_root_node().add_child(instance=Page(title="Home", slug="drill"))
    site = Site.objects.create(hostname="hwe.localhost", root_page=home, site_name="HWE")
    body = create_body(
        owning_team="Desk",
        key="hwe",
        name="Integrated Care Board",
        short_name="HWE",
        site=site,
        profile_key="hwe_icb",
        reference_format="HWE-{year}-{number:04d}",
    )
    page = build_from(body.site.root_page, SMALL, slug="complain")
    engine, now = import_module(settings.SESSION_ENGINE), timezone.now()
    found = []
    for _ in range(people):
        draft = Draft.objects.create(
            body=body,
            form_version=FormVersion.in_force(page),
            answers={"reason": "lacks_capacity"},
            done_pages=["why"],
            started_at=now,
            updated_at=now,
        )
        session = engine.SessionStore()
        session[SESSION_KEY] = {str(page.pk): {"draft": draft.key, "drafts": [draft.key]}}
        session.save()
        found.append({"session": session.session_key, "draft": draft.key})
    return found


def work(*places: str) -> list[int]:
    """One round of the worker for each place, in a process that dies there; how each ended."""
    from django.db import connections

    ended = []
    for number, place in enumerate(places, start=1):
        connections.close_all()
        child = os.fork()
        if child == 0:
            os.environ["CANDOUR_CRASH_AT"] = place
            os._exit(_round(number))
        ended.append(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
    return ended


def _round(number: int) -> int:
    from django.utils import timezone

    from permissions import outbox

    try:
        # Later each time, so that the lease of the worker that died is over.
        outbox.work(now=timezone.now() + timedelta(days=number), limit=10_000)
    except Exception as error:
        sys.stderr.write(f"{type(error).__name__}: {error}\n")
        return 1
    return 0


def verdict() -> dict[str, Any]:
    """What is stored for each draft, and what lies in the vault, before and after a sweep."""
    from django.utils import timezone

    from feedback_forms.actions.sweep_evidence import sweep_evidence
    from feedback_forms.evidence import vault
    from feedback_forms.models import Draft, Evidence

    people = {
        draft.key: [_told(evidence) for evidence in draft.evidence.order_by("pk")]
        for draft in Draft.objects.all()
    }
    before = sum(1 for _ in vault.lying_there())
    swept = sweep_evidence(now=timezone.now() + timedelta(hours=25))
    return {
        "people": people,
        "orphans": before - 2 * Evidence.objects.count(),
        "left": sum(1 for _ in vault.lying_there()) - 2 * Evidence.objects.count(),
        "incoming": len(list(vault.folder(vault.INCOMING).iterdir())),
        "missing": swept.missing,
    }


def _told(evidence: Any) -> dict[str, Any]:
    from feedback_forms.evidence import vault

    try:
        whole = [opened.file.read(5) for opened in (vault.open_original(evidence),)]
        whole += [vault.open_viewing_copy(evidence).file.read(5)]
    except vault.NotAvailable:
        whole = []
    return {
        "state": evidence.state,
        "name": evidence.original_name,
        "whole": whole == [b"%PDF-", b"%PDF-"],
    }


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "public_site.settings.dev")
    django.setup()
    do, *words = sys.argv[1:]
    answer = {"prepare": lambda n: prepare(int(n)), "work": work, "verdict": verdict}[do](*words)
    sys.stdout.write(json.dumps(answer))
