"""What the public reads carries the same headers, and editors still see their preview."""

from typing import Any

import pytest

from permissions.models import Body
from tests.attacks.test_headers import EVERYWHERE, secured

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "path", ["/", "/complaints-policy/", "/complain/for-yourself/", "/nothing-here/"]
)
def test_every_public_page_has_them(get: Any, path: str) -> None:
    assert secured(get("hwe", path)) == EVERYWHERE


def test_an_editor_sees_the_preview_in_a_frame_of_our_own(bodies: dict[str, Body]) -> None:
    page = bodies["hwe"].site.root_page.specific
    shown = page.make_preview_request()
    assert shown.status_code == 200
    # Wagtail itself changes the older header for the frame of its editor.
    framed = EVERYWHERE["Content-Security-Policy"].replace(
        "frame-ancestors 'none'", "frame-ancestors 'self'"
    )
    assert secured(shown) == {**EVERYWHERE, "Content-Security-Policy": framed}
