"""Which version of a body's policy was in force at a moment."""

from datetime import datetime

from django.utils import timezone

from permissions.models import Body
from staff_workspace.models import ProfileVersion
from staff_workspace.policy.profile import Profile, load


def profile_version(body: Body, received_at: datetime) -> ProfileVersion:
    """The version in force on the (London) day of receipt, or the first one there is.

    Raises ProfileVersion.DoesNotExist for a body that was set up without a policy.
    """
    day = timezone.localdate(received_at)
    versions = body.profile_versions.order_by("-effective_from", "-number")
    found = versions.filter(effective_from__lte=day).first() or versions.last()
    if found is None:
        raise ProfileVersion.DoesNotExist(f"{body} has no policy profile")
    return found


def policy_of(body: Body, at: datetime) -> Profile:
    """The policy in force at ``at``; the shipped one while a body is being set up."""
    try:
        return profile_version(body, at).profile
    except ProfileVersion.DoesNotExist:
        return load(body.profile_key)
