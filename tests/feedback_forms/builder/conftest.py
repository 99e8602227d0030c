"""An editor of the body's pages, in the groups that the demonstration gives its editors."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from django.test import Client
from wagtail.models import Page

from permissions.models import Body
from public_site.demo.editors import load_editors


@pytest.fixture
def editor(body: Body) -> User:
    """Writes and publishes the pages of the body, and belongs to no team."""
    return load_editors({"hwe": body}, "x")["hwe"]


@pytest.fixture
def editing(body: Body, editor: User, client_for: Callable[..., Client]) -> Client:
    """The editor, signed in."""
    client = client_for(body)
    client.force_login(editor)
    return client


@pytest.fixture
def home(body: Body) -> Page:
    """The page below which forms stand."""
    return body.site.root_page
