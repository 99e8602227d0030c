"""Block definitions stay out of migrations, and what is stored survives a run of them."""

import json
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from wagtail.fields import StreamField
from wagtail.models import Page

from permissions.streams import UnversionedStreamField
from public_site.blocks import policy_blocks
from public_site.models import HomePage, PolicyPage

BODY = [
    {"type": "heading", "value": {"number": "1", "title": "Purpose", "level": 2}},
    {"type": "paragraph", "value": {"number": "1.1", "text": "<p>We listen.</p>"}},
    {"type": "list", "value": {"style": "roman", "items": ["one", "two"]}},
    {
        "type": "table",
        "value": {
            "columns": [{"type": "text", "heading": "Step"}],
            "rows": [{"values": ["First"]}],
            "caption": "Steps",
        },
    },
    {"type": "definitions", "value": {"items": [{"term": "PALS", "meaning": "Advice"}]}},
]


def test_a_migration_sees_wagtails_own_field_without_blocks() -> None:
    field = UnversionedStreamField(policy_blocks(), blank=True)
    field.set_attributes_from_name("body")
    assert field.deconstruct() == (
        "body",
        "wagtail.fields.StreamField",
        [[]],
        {"blank": True, "block_lookup": {}},
    )


@pytest.mark.django_db
def test_no_model_waits_for_a_migration() -> None:
    call_command("makemigrations", "public_site", check=True, dry_run=True, stdout=StringIO())


def test_the_body_of_a_policy_takes_exactly_what_the_importer_makes() -> None:
    field = PolicyPage._meta.get_field("body")
    assert isinstance(field, StreamField)
    assert list(field.stream_block.child_blocks) == [
        "heading",
        "paragraph",
        "list",
        "table",
        "definitions",
    ]


@pytest.mark.django_db(transaction=True)
def test_a_stored_body_survives_a_run_of_the_migrations() -> None:
    root = Page.get_first_root_node() or Page.add_root(instance=Page(title="Root", slug="root"))
    home = root.add_child(instance=HomePage(title="Home", slug="survivor"))
    page = home.add_child(instance=PolicyPage(title="Policy", slug="p", body=json.dumps(BODY)))
    executor = MigrationExecutor(connection)
    before = executor.loader.project_state(("public_site", "0001_initial"))
    executor.migrate(executor.loader.graph.leaf_nodes())
    historical = before.apps.get_model("public_site", "PolicyPage")
    assert historical.objects.filter(pk=page.pk).exists()
    body = PolicyPage.objects.get(pk=page.pk).body
    assert [block.block_type for block in body] == [entry["type"] for entry in BODY]
    assert body[2].value["style"] == "roman"
    assert body[3].value.caption == "Steps"
