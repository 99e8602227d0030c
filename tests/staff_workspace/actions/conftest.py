"""A complaint of one's own, and the test's body under another body's policy.

Name the policy before the case among a test's arguments: a case keeps the policy it came in under.
"""

from collections.abc import Callable

import pytest

from permissions.models import Body
from staff_workspace.models import Case
from tests.staff_workspace.actions.working_a_case import ON_THEIR_OWN


@pytest.fixture
def at_millbrook(body: Body) -> Body:
    """The same body under Millbrook's policy."""
    return _under(body, "millbrook")


@pytest.fixture
def at_west_essex(body: Body) -> Body:
    """The same body under West Essex's policy."""
    return _under(body, "west_essex_ccg")


@pytest.fixture
def own_case(make_case: Callable[..., Case]) -> Case:
    """A complaint that somebody brings for themself."""
    return make_case(**ON_THEIR_OWN)


def _under(body: Body, profile_key: str) -> Body:
    body.profile_key = profile_key
    body.save()
    return body
