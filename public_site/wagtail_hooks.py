"""The editors' menu without what leads out of the house, and what an editor is warned of."""

from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.models import Page

from public_site.models import SitePage
from public_site.policy_numbers import quoted


@hooks.register("construct_main_menu")
def without_help(request: HttpRequest, items: list[MenuItem]) -> None:
    """Hide Wagtail's help menu: it advertises releases and links to outside addresses."""
    items[:] = [item for item in items if item.name != "help"]


@hooks.register("after_create_page")
@hooks.register("after_edit_page")
def warn_of_unverified_numbers(request: HttpRequest, page: Page) -> None:
    """Tell the editor which quoted numbers nobody has confirmed; readers see them all the same."""
    if not isinstance(page, SitePage):
        return
    known = page.policy_numbers() or {}
    doubtful = [known[name] for name in sorted(quoted(page.written())) if name in known]
    named = "; ".join(number.label for number in doubtful if not number.verified)
    if named:
        messages.warning(
            request,
            f"This page quotes numbers of the policy that nobody has confirmed yet: {named}. Ask"
            " Governance to confirm them before you publish.",
        )
