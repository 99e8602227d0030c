"""A test with real commits leaves the next one what migrations wrote."""

import pytest
from django.contrib.auth.models import Permission
from wagtail.models import Locale, Page, Site


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("turn", ["first", "second"])
def test_each_test_with_real_commits_finds_the_first_rows(turn: str) -> None:
    assert Page.get_first_root_node()
    assert Locale.objects.exists()
    assert Permission.objects.exists()
    assert not Page.objects.filter(title="left behind").exists()
    Site.objects.all().delete()
    Page.add_root(instance=Page(title="left behind", slug=turn))
