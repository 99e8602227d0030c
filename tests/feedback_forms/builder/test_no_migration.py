"""Changing a block of a form changes nothing in the database."""

from io import StringIO

import pytest
from django.core.management import call_command
from wagtail import blocks

from feedback_forms.models import FormPage


@pytest.mark.django_db
def test_no_form_waits_for_a_migration() -> None:
    call_command("makemigrations", "feedback_forms", check=True, dry_run=True, stdout=StringIO())


@pytest.mark.parametrize("name", ["pages", "trials"])
def test_a_changed_block_is_no_change_of_the_field(name: str) -> None:
    field = FormPage._meta.get_field(name)
    before = field.deconstruct()
    child = next(iter(field.stream_block.child_blocks.values()))
    child.child_blocks["something_new"] = blocks.CharBlock()
    try:
        assert field.deconstruct() == before
    finally:
        del child.child_blocks["something_new"]
