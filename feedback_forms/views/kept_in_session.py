"""What a browser's session knows of a form: which draft is open, which were begun, what was sent.

Keys only; the answers stay with the drafts.
"""

from typing import Any

from django.http import HttpRequest

from feedback_forms.models import FormPage

SESSION_KEY = "candour_forms"
MOST_DRAFTS = 10


class KeptInSession:
    """The session's part for one form."""

    def __init__(self, request: HttpRequest, page: FormPage) -> None:
        self.request, self._page = request, str(page.pk)

    @property
    def _entry(self) -> dict[str, Any]:
        entry: dict[str, Any] = self.request.session.get(SESSION_KEY, {}).get(self._page, {})
        return entry

    @property
    def sent(self) -> str | None:
        """The draft that was sent last."""
        return self._entry.get("sent")

    @property
    def drafts(self) -> list[str]:
        """Every draft that was begun or taken up here; the last of them."""
        return list(self._entry.get("drafts", []))

    def key_for(self, posted: str) -> str | None:
        """The draft that a request is about: the posted page's own, if this browser has it."""
        return posted if posted and posted in self.drafts else self._entry.get("draft")

    def fill(self, key: str) -> None:
        """``key`` is the open draft now."""
        others = [other for other in self.drafts if other != key]
        self._set(draft=key, drafts=[*others, key][-MOST_DRAFTS:])

    def send(self, key: str) -> None:
        """``key`` was sent."""
        self._set(sent=key)

    def _set(self, **values: Any) -> None:
        forms = self.request.session.get(SESSION_KEY, {})
        forms[self._page] = {**forms.get(self._page, {}), **values}
        self.request.session[SESSION_KEY] = forms


def forget_all(request: HttpRequest) -> None:
    """Forget in this browser everything that was begun or sent; drafts stay for their codes.

    Somebody who is signed in as staff stays signed in.
    """
    if request.user.is_authenticated:
        request.session.pop(SESSION_KEY, None)
    else:
        request.session.flush()
