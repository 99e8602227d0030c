"""What Wagtail's admin must leave alone: the accounts of people who may see cases."""

from typing import Any

from django.contrib import messages
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
