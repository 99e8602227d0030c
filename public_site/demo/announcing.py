"""What somebody who tries the demonstration needs to know: addresses and accounts."""

from collections.abc import Iterator

from permissions.models import Body
from public_site.demo.editors import NAMES
from public_site.demo.people import PASSWORD, SUPERUSER, accounts


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
