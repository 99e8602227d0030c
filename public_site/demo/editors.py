"""The comms editors of the demonstration: they write the pages of their own body, and no case."""

from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group, Permission, User
from wagtail.models import GroupPagePermission

from permissions.models import Body

# First and last name of the (fictitious) editor of each body.
NAMES = {
    "hwe": ("hwe.comms", "Rosalind", "Achebe"),
    "west-essex": ("westessex.comms", "Piotr", "Hallett"),
    "millbrook": ("millbrook.comms", "Yasmin", "Thorne"),
}
MAY_WITH_LISTS = ("add_vocabulary", "change_vocabulary", "view_vocabulary")
MAY = ("add_page", "change_page", "publish_page")


def load_editors(bodies: dict[str, Body], password: str) -> dict[str, User]:
    """One editor for each body, in a group that reaches that body's pages only; key → user.

    Nobody here is a member of staff or of a team, so the workspace stays shut to them.
    """
    hashed = make_password(password)
    return {key: _editor(key, body, hashed) for key, body in bodies.items()}


def _editor(key: str, body: Body, hashed: str) -> User:
    username, first, last = NAMES[key]
    user, _ = User.objects.get_or_create(
        username=username,
        defaults={
            "first_name": first,
            "last_name": last,
            "email": f"{username}@example.org",
            "password": hashed,
        },
    )
    user.groups.add(_group(body))
    return user


def _group(body: Body) -> Group:
    group, _ = Group.objects.get_or_create(name=f"Communications editors: {body.short_name}")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    lists = Permission.objects.filter(
        content_type__app_label="feedback_forms", codename__in=MAY_WITH_LISTS
    )
    group.permissions.add(*lists)
    for codename in MAY:
        GroupPagePermission.objects.get_or_create(
            group=group,
            page=body.site.root_page,
            permission=Permission.objects.get(
                codename=codename, content_type__app_label="wagtailcore"
            ),
        )
    return group
