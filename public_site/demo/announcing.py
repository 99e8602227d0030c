"""What somebody who tries the demonstration needs to know: addresses and accounts."""

from collections.abc import Iterator

from django.urls import reverse

from feedback_forms.actions.issue_receipt import code_to_show
from permissions.models import Body
from public_site.demo.editors import NAMES
from public_site.demo.people import PASSWORD, SUPERUSER, accounts
from staff_workspace.models import Case


def announcement(port: int) -> Iterator[str]:
    """The lines to print about a demonstration that is loaded and served at ``port``."""
    bodies = {body.key: body for body in Body.objects.select_related("site").order_by("pk")}
    for body in bodies.values():
        address = f"http://{body.site.hostname}:{port}/"
        yield f"  {body.name}"
        yield f"    public site {address}   staff {address}workspace/   editors {address}cms/"
    yield f"\nAccounts (the password of each is {PASSWORD}):"
    for person in accounts(bodies):
        yield f"  {person.username:24} {person.who}, {person.body}"
    for key, (username, first, last) in NAMES.items():
        yield f"  {username:24} {first} {last}, communications editor, {bodies[key].short_name}"
    yield f"  {SUPERUSER:24} Administrator, in no team: sees no case"
    yield from _receipts(port)


def _receipts(port: int) -> Iterator[str]:
    """Two complaints that somebody may open as the person who sent them."""
    found = Case.objects.filter(submission__receipt__isnull=False, messages__isnull=False)
    cases = list(found.select_related("body__site", "submission__receipt"))
    cases = sorted(set(cases), key=lambda case: case.received_at, reverse=True)[:2]
    if not cases:
        return
    yield "\n“Your complaint”, opened with reference and code:"
    for case in cases:
        issued = case.submission.receipt.issued_at
        code = code_to_show(submission=case.submission, now=issued)
        if code:
            where = f"http://{case.body.site.hostname}:{port}{reverse('your_complaint:open')}"
            yield f"  {case.reference}  {code}  {where}"
