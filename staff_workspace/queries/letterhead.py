"""What stands at the head of a body's letters."""

from django.conf import settings

from permissions.models import Body
from staff_workspace.documents.branding import Branding
from staff_workspace.policy.profile import Profile


def branding_of(body: Body, profile: Profile) -> Branding:
    """The body's name, colour and contact details, from its record and its profile."""
    contact = profile.contacts_of("body")[0]
    return Branding(
        body_name=body.name,
        short_name=body.short_name,
        is_nhs=body.is_nhs,
        colour=body.brand_colour,
        address_lines=tuple(part.strip() for part in contact.post.split(",") if part.strip()),
        phone=contact.phone or None,
        email=contact.email or None,
        demo=settings.CANDOUR_DEMO,
    )
