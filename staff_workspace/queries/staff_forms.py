"""The forms with which staff write down what reached them otherwise than by a form."""

from feedback_forms.models import FormPage
from feedback_forms.rules.kinds import Audience
from permissions import gate
from permissions.models import Body
from permissions.rules.actions import Action
from permissions.standing import User


def staff_forms(user: User, body: Body) -> list[FormPage]:
    """The body's published forms for staff; none for those who may not use them."""
    if body.site is None or not gate.may(user, Action.TAKE_CONTACT, body):
        return []
    forms = FormPage.objects.live().filter(audience=Audience.STAFF)
    return list(forms.descendant_of(body.site.root_page).order_by("title"))
