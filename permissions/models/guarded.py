"""What the gate guards, and the abstract guardian grants that upper floors make concrete."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from guardian.models import GroupObjectPermissionBase, UserObjectPermissionBase


class Guarded(models.Model):
    """Something that is reached through the gate only.

    A root (a case) has ``body`` and names, where it has them, its fields for the state, the owning
    team and the restriction, and its tables of grants, walls and openings. ``guarded_order`` are the
    fields that long lists are sorted by, never null: its grants have fields of the same names, for
    copies (copied_keys). What hangs from a root names the way to it in ``guarded_by`` ("case",
    "response__case").
    """

    # Wagtail's index of references would show editors which cases exist.
    wagtail_reference_index_ignore: ClassVar[bool] = True
    guarded_by: ClassVar[str] = ""
    guarded_state: ClassVar[str | None] = None
    guarded_owner: ClassVar[str | None] = None
    guarded_restricted: ClassVar[str | None] = None
    guarded_grants: ClassVar[tuple[str, ...]] = ()
    guarded_walls: ClassVar[str | None] = None
    guarded_openings: ClassVar[str | None] = None
    guarded_order: ClassVar[tuple[str, ...]] = ()

    class Meta:
        abstract = True

    def guarded_root(self) -> Guarded:
        """The object that decides: this one, or the one that ``guarded_by`` leads to."""
        root: Guarded = self
        for step in filter(None, self.guarded_by.split("__")):
            root = getattr(root, step)
        return root

    @classmethod
    def guarded_root_model(cls) -> type[Guarded]:
        """The model of the object that decides."""
        model: type[Guarded] = cls
        for step in filter(None, cls.guarded_by.split("__")):
            model = model._meta.get_field(step).related_model
        return model

    @classmethod
    def guarded_copies(cls) -> tuple[str, ...]:
        """The fields that the grants on a root copy: what sorts, and the state."""
        return (*cls.guarded_order, *filter(None, [cls.guarded_state]))


class GrantTerms(models.Model):
    """Who gave a grant, why, and until when (None: until it is taken back)."""

    wagtail_reference_index_ignore: ClassVar[bool] = True
    granted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    granted_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True, blank=True)
    reason = models.CharField(max_length=300)

    class Meta:
        abstract = True


class UserGrant(UserObjectPermissionBase, GrantTerms):
    """A role on one object for one person; make it concrete with a ``content_object`` key."""

    class Meta(UserObjectPermissionBase.Meta):
        abstract = True


class TeamGrant(GroupObjectPermissionBase, GrantTerms):
    """A role on one object for a team; make it concrete with a ``content_object`` key."""

    class Meta(GroupObjectPermissionBase.Meta):
        abstract = True
