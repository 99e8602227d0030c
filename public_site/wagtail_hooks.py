"""The editors' menu without what leads out of the house."""

from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin.menu import MenuItem


@hooks.register("construct_main_menu")
def without_help(request: HttpRequest, items: list[MenuItem]) -> None:
    """Hide Wagtail's help menu: it advertises releases and links to outside addresses."""
    items[:] = [item for item in items if item.name != "help"]
