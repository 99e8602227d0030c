"""Grants carry copies of what their root is listed by, kept equal by the database itself.

Whoever holds thousands of grants is shown the first 25 rows by an index on the grants, in the order
of the copies. A copy gives nobody anything: what somebody may see is asked of the root's own row and
of the grant's terms.

A grant takes its copies whenever it is written, so that a stale object that is saved does no harm; a
root that comes or changes touches its grants. `migrate` puts the triggers up. No database rebuilds a
table or changes a column that a trigger names, so they are down while migrations run.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import F, Q
from django.db.models.signals import post_migrate, pre_migrate
from django.dispatch import receiver

from permissions.models import Guarded
from permissions.standing import GrantTable, grant_models

LINK = "content_object"
# Waits for whoever changes the root at this moment, or the copy would be of what it was before.
# Finds its tables whatever the search path, which is empty while a dump is restored.
FUNCTION = "RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS"
POSTGRESQL = (
    "CREATE OR REPLACE FUNCTION {grants}_copy() {function} $$ BEGIN "
    "SELECT {columns} INTO {copies} FROM {root} WHERE {key} = NEW.{link} FOR SHARE; "
    "RETURN NEW; END $$",
    "CREATE OR REPLACE TRIGGER {grants}_copy BEFORE INSERT OR UPDATE ON {grants} "
    "FOR EACH ROW EXECUTE FUNCTION {grants}_copy()",
    "CREATE OR REPLACE FUNCTION {grants}_follow() {function} $$ BEGIN "
    "UPDATE {grants} SET {link} = {link} WHERE {link} = NEW.{key}; RETURN NULL; END $$",
    "CREATE OR REPLACE TRIGGER {grants}_follow AFTER UPDATE ON {root} FOR EACH ROW "
    "WHEN (({before}) IS DISTINCT FROM ({after})) EXECUTE FUNCTION {grants}_follow()",
    # Fixtures may hold a grant before its root.
    "CREATE OR REPLACE TRIGGER {grants}_follow_new AFTER INSERT ON {root} "
    "FOR EACH ROW EXECUTE FUNCTION {grants}_follow()",
)
SQLITE_COPY = (
    "UPDATE {grants} SET ({columns}) = (SELECT {columns} FROM {root} WHERE {key} = NEW.{link}) "
    "WHERE id = NEW.id"
)
SQLITE_FOLLOW = "UPDATE {grants} SET {link} = {link} WHERE {link} = NEW.{key}"
SQLITE = (
    "CREATE TRIGGER IF NOT EXISTS {grants}_copy_new AFTER INSERT ON {grants} "
    f"BEGIN {SQLITE_COPY}; END",
    "CREATE TRIGGER IF NOT EXISTS {grants}_copy AFTER UPDATE ON {grants} "
    f"BEGIN {SQLITE_COPY}; END",
    "CREATE TRIGGER IF NOT EXISTS {grants}_follow AFTER UPDATE ON {root} "
    f"WHEN ({{before}}) IS NOT ({{after}}) BEGIN {SQLITE_FOLLOW}; END",
    "CREATE TRIGGER IF NOT EXISTS {grants}_follow_new AFTER INSERT ON {root} "
    f"BEGIN {SQLITE_FOLLOW}; END",
)


@dataclass(frozen=True)
class Copying:
    """A table of grants that copies from a guarded root."""

    grants: GrantTable
    root: type[Guarded]

    def triggers(self, vendor: str) -> dict[str, str]:
        """The names of the triggers, each with the table that it is on."""
        grants, root = self.grants._meta.db_table, self.root._meta.db_table
        found = {
            f"{grants}_copy": grants,
            f"{grants}_follow": root,
            f"{grants}_follow_new": root,
        }
        return {f"{grants}_copy_new": grants, **found} if vendor == "sqlite" else found

    def statements(self, vendor: str) -> list[str]:
        """What puts the triggers up, in the dialect of the database."""
        columns = [self.root._meta.get_field(name).column for name in self.root.guarded_copies()]
        names = {
            "function": FUNCTION,
            "grants": self.grants._meta.db_table,
            "root": self.root._meta.db_table,
            "key": self.root._meta.pk.column,
            "link": self.grants._meta.get_field(LINK).column,
            "columns": ", ".join(columns),
            "copies": ", ".join(f"NEW.{column}" for column in columns),
            "before": ", ".join(f"OLD.{column}" for column in columns),
            "after": ", ".join(f"NEW.{column}" for column in columns),
        }
        return [text.format(**names) for text in (SQLITE if vendor == "sqlite" else POSTGRESQL)]

    def stand(self, known: Any) -> bool:
        """Whether the columns are there, in the models that a migration left."""
        meta = known.get_model(self.grants._meta.label)._meta
        return set(self.root.guarded_copies()) <= {field.name for field in meta.get_fields()}


def copyings(app: str | None = None) -> Iterator[Copying]:
    """Every table of grants that copies, of the app with that label, or of all."""
    for root in apps.get_models():
        if issubclass(root, Guarded) and root.guarded_order and app in (None, root._meta.app_label):
            yield from (Copying(grants, root) for grants in grant_models(root) or ())


def put_up(connection: BaseDatabaseWrapper, copying: Copying) -> None:
    """Put the triggers up, and catch up with what happened while they were down."""
    with connection.cursor() as cursor:
        for statement in copying.statements(connection.vendor):
            cursor.execute(statement)
    equal = Q(**{name: F(f"{LINK}__{name}") for name in copying.root.guarded_copies()})
    stale = copying.grants._base_manager.using(connection.alias).exclude(equal)
    stale.update(**{LINK: F(LINK)})


def take_down(connection: BaseDatabaseWrapper, copying: Copying) -> None:
    """Take the triggers down, those that stand."""
    for name, table in copying.triggers(connection.vendor).items():
        of_table = f" ON {table}" if connection.vendor == "postgresql" else ""
        with connection.cursor() as cursor:
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}{of_table}")


def missing(connection: BaseDatabaseWrapper, copying: Copying) -> list[str]:
    """The triggers that should stand and do not."""
    if connection.vendor == "sqlite":
        query = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    else:
        query = "SELECT tgname FROM pg_trigger WHERE tgenabled IN ('O', 'A')"
    with connection.cursor() as cursor:
        cursor.execute(query)
        standing = {name for (name,) in cursor.fetchall()}
    return [name for name in copying.triggers(connection.vendor) if name not in standing]


@receiver(pre_migrate)
def _before_migrations(sender: Any, using: str, plan: Any = (), **kwargs: Any) -> None:
    connection = connections[using]
    if plan or connection.vendor == "sqlite":
        for copying in copyings(sender.label):
            take_down(connection, copying)


@receiver(post_migrate)
def _after_migrations(sender: Any, using: str, apps: Any = apps, **kwargs: Any) -> None:
    for copying in copyings(sender.label):
        if copying.stand(apps):
            put_up(connections[using], copying)
