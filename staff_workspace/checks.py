"""System checks: the document store must be usable, and every body must own what arrives."""

from typing import Any

from django.apps import apps
from django.core.checks import CheckMessage, Error, Tags, Warning, register
from django.db import connection
from django.db.utils import DatabaseError


@register()
def document_store_is_usable(**kwargs: Any) -> list[Error]:
    """Ask the configured store what is wrong with it."""
    from staff_workspace.connectors.document_store import get_document_store

    faults = get_document_store().check_config()
    return [Error(fault, id="staff_workspace.E001") for fault in faults]


@register("bodies")
def every_body_owns_what_arrives(**kwargs: Any) -> list[CheckMessage]:
    """A body without a team for new cases would leave complaints with nobody.

    A warning where the database cannot say. Before `migrate` made the tables there is no body.
    """
    from permissions.models import Body

    try:
        if Body._meta.db_table not in connection.introspection.table_names():
            return []
        orphans = list(Body.objects.exclude(teams__owns_new_cases=True))
    except DatabaseError as error:
        words = f"Not known whether each body owns what arrives: {type(error).__name__}"
        hint = "Run `check` again; if it stays, the database does not answer."
        return [Warning(words, hint=hint, id="staff_workspace.W003")]
    return [
        Error(
            f"{body.name} has no team that owns new cases",
            hint="permissions.bodies.create_team makes one",
            id="staff_workspace.E002",
        )
        for body in orphans
    ]


@register(Tags.security, deploy=True)
def something_locks_out(**kwargs: Any) -> list[Warning]:
    """Passwords of staff must not be open to trying."""
    if apps.is_installed("axes"):
        return []
    words = "Nothing locks out somebody who tries passwords"
    hint = "Install django-axes, or silence this where something else sees to it."
    return [Warning(words, hint=hint, id="staff_workspace.W002")]
