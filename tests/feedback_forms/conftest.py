"""The forms are tested against an office of their own, so that they need no floor above."""

import pytest

from feedback_forms.models import FormPage
from feedback_forms.shipping import build_from
from permissions.models import Body
from tests.feedback_forms.office import PromptOffice
from tests.feedback_forms.small_form import SMALL


@pytest.fixture(autouse=True)
def office(settings) -> type[PromptOffice]:
    """The office that opens the cases of this test."""
    settings.CANDOUR_CASE_OFFICE = "tests.feedback_forms.office.PromptOffice"
    PromptOffice.opened = []
    return PromptOffice


@pytest.fixture
def form_page(body: Body) -> FormPage:
    """The small form, published on the body's site."""
    return build_from(body.site.root_page, SMALL, slug="for-someone-else")
