"""What must be set up before anything arrives."""

from typing import Any

from django.conf import settings
from django.core.checks import Error, Tags, Warning, register
from django.db import connections


@register()
def demonstration_is_decided(**kwargs: Any) -> list[Error]:
    """Whether this is a demonstration must be said, never guessed."""
    if hasattr(settings, "CANDOUR_DEMO"):
        return []
    return [
        Error(
            "CANDOUR_DEMO is not set",
            hint="True shows the demonstration banner on every page and keeps search engines away",
            id="permissions.E001",
        )
    ]


@register(Tags.database)
def audit_rows_are_final(databases: list[str] | None = None, **kwargs: Any) -> list[Warning]:
    """Say so where the database would let somebody change or delete rows that are final.

    A warning, since `migrate` asks before it puts up what is missing; `verify_audit` fails.
    """
    from permissions.triggers_as_made import faults_of_triggers, final_models

    found: list[str] = []
    for alias in databases or []:
        connection = connections[alias]
        tables = set(connection.introspection.table_names())
        for model in final_models():
            if model._meta.db_table in tables:
                found += faults_of_triggers(connection, model)
    hint = "Run `migrate`. A migration that rebuilds the table must end with RefuseChanges."
    return [Warning(fault, hint=hint, id="permissions.W002") for fault in found]


@register(Tags.database)
def grants_are_as_their_cases(databases: list[str] | None = None, **kwargs: Any) -> list[Warning]:
    """Say so where grants would not follow what they copy, and lists leave out what is shared."""
    from permissions.copied_keys import copyings, missing

    found = []
    for alias in databases or []:
        connection = connections[alias]
        tables = set(connection.introspection.table_names())
        for copying in copyings():
            if copying.grants._meta.db_table in tables:
                found += missing(connection, copying)
    return [
        Warning(f"The trigger {name} is missing", hint="Run `migrate`.", id="permissions.W004")
        for name in found
    ]


@register()
def seals_have_a_place_outside(**kwargs: Any) -> list[Error]:
    """Without copies outside the database nobody would see that the audit's tail was cut."""
    from permissions.connectors.seal_copies import get_seal_copies

    try:
        faults = get_seal_copies().check_config()
    except (ImportError, AttributeError) as error:
        faults = [f"CANDOUR_SEAL_COPIES: {error}"]
    return [Error(fault, id="permissions.E003") for fault in faults]
