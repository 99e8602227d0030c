"""The satisfaction survey on a body's own site."""

from feedback_forms.models import FormPage
from feedback_forms.rules.kinds import Audience, FormKind
from permissions.models import Body


def survey_address(body: Body) -> str:
    """The whole address of the published survey; "" for a body without one."""
    if body.site is None:
        return ""
    surveys = FormPage.objects.live().filter(kind=FormKind.SURVEY, audience=Audience.PUBLIC)
    page = surveys.descendant_of(body.site.root_page).order_by("pk").first()
    return f"{body.site.root_url}{page.relative_url(body.site)}" if page else ""
