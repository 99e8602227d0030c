"""What the drill of receiving does inside Django: prepare people, run the worker, look for damage.

Run as ``python -m tests.faults.receiving_drill prepare|work|verdict …``; prints JSON.
"""

import json
import os
import sys
from datetime import date, timedelta
from importlib import import_module
from pathlib import Path
from typing import Any

import django

QUESTION = "authority_files"


def prepare(people: int) -> list[dict[str, str]]:
    """A body with a form, and people who have answered everything and given a file."""
    from django.conf import settings
    from django.utils import timezone
    from wagtail.models import Locale, Page, Site

    from feedback_forms.models import Evidence
    from feedback_forms.shipping import build_from
    from feedback_forms.views.kept_in_session import SESSION_KEY
    from permissions.bodies import create_body
    from staff_workspace.models import ProfileVersion
    from staff_workspace.policy import profile
    from tests.feedback_forms.small_form import ANSWERS, SMALL, finished_draft

    Locale.objects.get_or_create(language_code="en-gb")
    root = Page.get_first_root_node() or Page.add_root(instance=Page(title="Root", slug="root"))
    home = root.add_child(instance=Page(title="Home", slug="drill"))
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
    ProfileVersion.objects.create(
        body=body,
        number=1,
        effective_from=date(2020, 1, 1),
        data=profile.load(body.profile_key).to_dict(),
    )
    page = build_from(body.site.root_page, SMALL, slug="complain")
    engine = import_module(settings.SESSION_ENGINE)
    found = []
    for _ in range(people):
        draft = finished_draft(page, {**ANSWERS, "reason": "lacks_capacity"})
        Evidence.objects.create(
            draft=draft,
            question_key=QUESTION,
            purpose="authority",
            original_name="power.pdf",
            content_type="application/pdf",
            viewing_type="application/pdf",
            size=1,
            sha256="0" * 64,
            state=Evidence.State.RECEIVED,
            received_at=timezone.now(),
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
    for place in places:
        connections.close_all()
        child = os.fork()
        if child == 0:
            os.environ["CANDOUR_CRASH_AT"] = "" if place == "-" else place
            os._exit(_round())
        ended.append(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
    return ended


def _round() -> int:
    from django.utils import timezone

    from feedback_forms.actions.sweep_submissions import sweep_submissions
    from permissions import outbox

    try:
        # Later, so that the lease of a worker that died is over.
        later = timezone.now() + timedelta(minutes=10) * float(os.environ.get("DRILL_ROUND", "1"))
        sweep_submissions(now=later)
        outbox.work(now=later, limit=10_000)
    except Exception as error:
        sys.stderr.write(f"{type(error).__name__}: {error}\n")
        return 1
    return 0


def verdict() -> dict[str, Any]:
    """What is stored, by draft, and whatever belongs to nobody."""
    from django.conf import settings

    from feedback_forms.models import Draft, Evidence, Receipt, Submission
    from permissions.models import OutboxItem, ReferenceCounter
    from staff_workspace.models import Case, CaseEvidence

    mail = [p.read_text() for p in Path(settings.EMAIL_FILE_PATH).glob("*")]
    items = list(OutboxItem.objects.all())
    kept: dict[str, Any] = {}
    for draft in Draft.objects.all():
        sent = list(Submission.objects.filter(draft=draft))
        cases = list(Case.objects.filter(submission__in=sent))
        kept[draft.key] = {
            "references": [submission.reference for submission in sent],
            "answers": bool(draft.answers.get("story")),
            "marked_sent": draft.sent_at is not None,
            "files": Evidence.objects.filter(draft=draft, submission__in=sent).count(),
            "receipts": Receipt.objects.filter(submission__in=sent).count(),
            "cases": len(cases),
            "case_files": CaseEvidence.objects.filter(case__in=cases).count(),
            "outbox": sum(item.payload["submission"] in {s.pk for s in sent} for item in items),
            "mails": sum(
                text.count(f"Subject: We have your complaint: {s.reference}\n")
                for s in sent
                for text in mail
            ),
        }
    return {
        "people": kept,
        "submissions": Submission.objects.count(),
        "cases": Case.objects.count(),
        "last_number": ReferenceCounter.objects.get().last_number,
        "waiting": [item.topic for item in items if item.done_at is None],
    }


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "public_site.settings.dev")
    django.setup()
    do, *words = sys.argv[1:]
    answer = {"prepare": lambda n: prepare(int(n)), "work": work, "verdict": verdict}[do](*words)
    sys.stdout.write(json.dumps(answer))
