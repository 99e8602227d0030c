"""What Wagtail's admin must leave alone: the accounts of people who may see cases."""

from typing import Any

from django.contrib import messages
from django.contrib.auth import get_user_model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail import hooks


@hooks.register("before_edit_user")
@hooks.register("before_delete_user")
def staff_accounts_are_kept_elsewhere(request: HttpRequest, user: Any) -> HttpResponse | None:
    """Refuse to change or delete a member of staff here.

    Whoever could set their password could sign in as them and see what they see.
    """
    if not hasattr(user, "staff_member") or user == request.user:
        return None
    messages.error(
        request, f"{user.staff_member.name} works on cases: their account is not kept here"
    )
    return redirect("wagtailusers_users:index")


@hooks.register("before_bulk_action")
def staff_accounts_are_not_changed_in_bulk(
    request: HttpRequest, action_type: str, objects: list[Any], action: Any
) -> HttpResponse | None:
    """Refuse whatever would change several accounts at once if one of them is of staff.

    Nothing is done to the others either: whoever ticked them sees the list as it was.
    """
    if action.model is not get_user_model():
        return None
    named = [user.staff_member.name for user in objects if hasattr(user, "staff_member")]
    if not named:
        return None
    words = f"Nothing was changed. Not kept here are the accounts of: {', '.join(named)}"
    messages.error(request, words)
    return redirect("wagtailusers_users:index")
