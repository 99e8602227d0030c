"""What somebody typed into a form after their session had ended: kept until they are back.

It travels inside the page that asks them to sign in again, signed, so that nothing typed by
somebody who is not signed in is stored here.
"""

from dataclasses import dataclass

from django.core import signing
from django.http import HttpRequest

SALT = "permissions.kept_input"
FOR_SECONDS = 2 * 3600
NOT_KEPT = frozenset({"csrfmiddlewaretoken"})


@dataclass(frozen=True)
class KeptInput:
    """The address that a form was sent to, its fields in order, and whether files came along."""

    path: str
    fields: list[tuple[str, str]]
    had_files: bool


def pack(request: HttpRequest) -> str:
    """The form that was sent, as one signed text; its files cannot be kept."""
    fields = [
        (name, value)
        for name, values in request.POST.lists()
        if name not in NOT_KEPT
        for value in values
    ]
    content = [request.get_full_path(), fields, bool(request.FILES)]
    return signing.dumps(content, salt=SALT, compress=True)


def unpack(text: str) -> KeptInput | None:
    """What was kept, or None where the text is not ours or is older than two hours."""
    try:
        path, fields, had_files = signing.loads(text, salt=SALT, max_age=FOR_SECONDS)
    except signing.BadSignature:
        return None
    return KeptInput(path, [(name, value) for name, value in fields], had_files)
