"""The forms are tested against an office of their own, so that they need no floor above."""

import pytest

from feedback_forms.models import FormPage
from feedback_forms.shipping import build_from
from permissions.bodies import create_team
from permissions.models import Body
from permissions.rules.matrix import Role
from tests.feedback_forms.office import PromptOffice
from tests.feedback_forms.small_form import SMALL


@pytest.fixture(autouse=True)
def office(settings) -> type[PromptOffice]:
    """The office that opens the cases of this test."""
    settings.CANDOUR_CASE_OFFICE = "tests.feedback_forms.office.PromptOffice"
    PromptOffice.opened = []
    return PromptOffice


@pytest.fixture
def body(body: Body) -> Body:
    """The body, with the team that owns what arrives."""
    create_team(body, key="desk", name="Desk", role=Role.HANDLER, owns_new_cases=True)
    return body


@pytest.fixture
def form_page(body: Body) -> FormPage:
    """The small form, published on the body's site."""
    return build_from(body.site.root_page, SMALL, slug="for-someone-else")
