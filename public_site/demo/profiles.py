"""The first version of each body's policy, in force for every case of the demonstration."""

from datetime import date

from permissions.models import Body
from staff_workspace.models import ProfileVersion
from staff_workspace.policy.profile import load

IN_FORCE_FROM = date(2020, 1, 1)


def load_profiles(bodies: dict[str, Body]) -> None:
    """Freeze version 1 of the profile of each body that has none."""
    for body in bodies.values():
        ProfileVersion.objects.get_or_create(
            body=body,
            number=1,
            defaults={
                "effective_from": IN_FORCE_FROM,
                "data": load(body.profile_key).to_dict(),
            },
        )
