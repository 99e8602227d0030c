"""The accounts of staff are out of the reach of everybody else, whatever door they try."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.contrib.auth import SESSION_KEY
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group, Permission, User
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path, reverse
from wagtail.users.views.users import UserViewSet

from permissions import gate
from permissions.models import AuditEvent, Body, TeamMembership
from permissions.rules.actions import Action
from permissions.views import GuardedView
from public_site.urls import urlpatterns as ours
from tests.walk.outside_addresses import address_of, unguarded

FORGED = "Attackers-own-pass-1"
OWN = "the-officers-own-password"
IN_BULK = ("set_active_state", "assign_role", "delete")


def other_door(request: HttpRequest, pk: int) -> HttpResponse:
    """A screen of a host's own, as Django's admin is one."""
    account = User.objects.get(pk=pk)
    account.password = make_password(FORGED)
    account.save(update_fields=["password"])
    return HttpResponse("saved")


def copy_as_wagtail_has_it(request: HttpRequest, pk: int) -> HttpResponse:
    """Wagtail's copy of a user, in a project that turned it on again."""
    view: Callable[..., HttpResponse] = UserViewSet("wagtailusers_users").copy_view
    return view(request, pk=str(pk))


class SwitchOff(GuardedView):
    """A screen of the workspace for those who see to its staff."""

    action = Action.MANAGE_TEAMS

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Switch an account off, and change what was asked for besides."""
        account = User.objects.get(pk=pk)
        account.is_active = False
        account.email = request.POST.get("email", account.email)
        account.save()
        return HttpResponse("switched off")


urlpatterns = [
    path("switch-off/<int:pk>/", SwitchOff.as_view(), name="switch_off"),
    path("other-door/<int:pk>/", other_door, name="other_door"),
    path("copy/<int:pk>/", copy_as_wagtail_has_it, name="copy"),
    *ours,
]


@pytest.fixture
def root(db: None) -> User:
    """Somebody with every right of Wagtail's and Django's."""
    return User.objects.create(username="root", is_superuser=True, is_staff=True)


@pytest.fixture
def user_manager(db: None) -> User:
    """Somebody who sees to users and groups, and to nothing else."""
    user = User.objects.create(username="users")
    of_users = Q(content_type__app_label="auth") | Q(codename="access_admin")
    user.user_permissions.set(Permission.objects.filter(of_users))
    return user


@pytest.fixture
def outdated(people: dict[str, Any], settings: Any) -> User:
    """The officer, whose password was stored with the hash of another year."""
    settings.PASSWORD_HASHERS = [
        "django.contrib.auth.hashers.MD5PasswordHasher",
        "django.contrib.auth.hashers.PBKDF2PasswordHasher",
    ]
    officer: User = people["officer"]
    officer.password = make_password(OWN, hasher="pbkdf2_sha256")
    User.objects.filter(pk=officer.pk).update(password=officer.password)
    return officer


@pytest.fixture
def enter(body: Body, client_for: Callable[..., Client]) -> Callable[[User], Client]:
    """A browser of somebody who is signed in."""

    def made(user: User) -> Client:
        client = client_for(body, raise_request_exception=False)
        client.force_login(user)
        return client

    return made


def stored(people: dict[str, Any]) -> list[Any]:
    """All that is stored of the staff's accounts, groups and teams."""
    users = User.objects.filter(staff_member__isnull=False)
    return [
        list(users.order_by("pk").values()),
        list(users.order_by("pk").values("pk", "groups", "user_permissions")),
        list(TeamMembership.objects.order_by("pk").values()),
    ]


def of_users_and_groups(numbers: list[int]) -> Iterator[str]:
    """Every address of Wagtail's admin that has to do with users and groups, for each number."""
    for name, entry in unguarded():
        if name.startswith(("wagtailusers_", "wagtailadmin_account", "wagtailadmin_password")):
            yield from dict.fromkeys(address_of(name, entry, n, "key") for n in numbers)
    for action in IN_BULK:
        bulk = reverse("wagtail_bulk_action", args=["auth", "user", action])
        yield from (f"{bulk}?id={number}" for number in (*numbers, "all"))


def forms(account: User) -> Iterator[dict[str, Any]]:
    """What somebody who wants to be ``account`` would send: as they are called, and renamed."""
    for username in (account.username, "evil.twin", "users"):
        yield {
            "username": username,
            "email": "evil@example.org",
            "first_name": "Evil",
            "last_name": "Twin",
            "password1": FORGED,
            "password2": FORGED,
            "is_superuser": "on",
            "name": "renamed",
            "role": Group.objects.order_by("pk").values_list("pk", flat=True)[0],
            "mark_as_active": "False",
            "page_permissions-TOTAL_FORMS": "0",
            "page_permissions-INITIAL_FORMS": "0",
        }


@pytest.mark.parametrize("who", ["root", "user_manager"])
def test_no_address_of_users_and_groups_changes_an_account_of_staff(
    request: pytest.FixtureRequest, people: dict[str, Any], enter: Callable[..., Client], who: str
) -> None:
    client = enter(request.getfixturevalue(who))
    accounts = [people["officer"], people["governance"]]
    groups = [user.staff_member.memberships.get().team.group_id for user in accounts]
    before, posted = stored(people), 0
    for address in of_users_and_groups([*(user.pk for user in accounts), *groups]):
        for form in forms(people["governance"]):
            client.post(address, form)
            posted += 1
    assert stored(people) == before
    assert posted > 60


def test_an_administrator_cannot_set_the_password_of_an_officer(
    root: User, people: dict[str, Any], enter: Callable[..., Client]
) -> None:
    officer, client = people["officer"], enter(root)
    before = officer.password
    for name in ("wagtailusers_users:edit", "wagtailusers_users:delete"):
        answer = client.post(
            reverse(name, args=[officer.pk]),
            {"username": officer.username, "password1": "new-pass-1", "password2": "new-pass-1"},
        )
        assert answer.status_code == 302
    officer.refresh_from_db()
    assert officer.password == before


@pytest.mark.parametrize("action", IN_BULK)
def test_an_administrator_cannot_switch_off_or_change_staff_in_bulk(
    action: str, body: Body, people: dict[str, Any], client_for: Any
) -> None:
    client: Client = client_for(body)
    client.force_login(User.objects.create(username="root", is_superuser=True, is_staff=True))
    editor, officer = User.objects.create(username="editor"), people["governance"]
    role = Group.objects.create(name="Editors of the website")
    address = reverse("wagtail_bulk_action", args=["auth", "user", action])
    answer = client.post(
        f"{address}?id={editor.pk}&id={officer.pk}",
        {"mark_as_active": "False", "role": role.pk},
        follow=True,
    )
    assert (
        "Nothing was changed. Not kept here are the accounts of: Governance"
        in answer.content.decode()
    )
    assert gate.may(officer, Action.MANAGE_TEAMS, body)
    for user in (editor, officer):
        user.refresh_from_db()
        assert user.is_active
        assert not user.groups.filter(pk=role.pk).exists()


def test_accounts_of_editors_alone_are_still_changed_in_bulk(
    body: Body, people: dict[str, Any], client_for: Any
) -> None:
    client: Client = client_for(body)
    client.force_login(User.objects.create(username="root", is_superuser=True, is_staff=True))
    editor = User.objects.create(username="editor")
    address = reverse("wagtail_bulk_action", args=["auth", "user", "set_active_state"])
    client.post(f"{address}?id={editor.pk}", {"mark_as_active": "False"})
    editor.refresh_from_db()
    assert not editor.is_active


def test_users_are_not_copied(
    root: User, people: dict[str, Any], enter: Callable[..., Client]
) -> None:
    address = f"/cms/users/copy/{people['governance'].pk}/"
    assert enter(root).get(address).status_code == 404


@pytest.mark.urls(__name__)
@pytest.mark.parametrize("door", ["other_door", "copy"])
def test_no_door_of_a_host_changes_an_account_of_staff_and_the_audit_tells_who_tried(
    root: User, people: dict[str, Any], outdated: User, enter: Callable[..., Client], door: str
) -> None:
    before, client = stored(people), enter(root)
    for form in forms(outdated):
        assert client.post(reverse(door, args=[outdated.pk]), form).status_code == 403
    assert stored(people) == before
    row = AuditEvent.objects.filter(action="account.change").first()
    assert row is not None
    assert (row.outcome, row.actor_name, row.body_key) == ("refused", "root", "hwe")
    assert row.object_ref.startswith("Officer, ")
    assert "password" in row.detail["changed"]
    assert (row.detail["screen"], FORGED in str(row.detail)) == (door, False)


@pytest.mark.urls(__name__)
def test_governance_switches_an_account_off_in_the_workspace_and_changes_nothing_else(
    root: User, people: dict[str, Any], enter: Callable[..., Client]
) -> None:
    governance, officer = enter(people["governance"]), people["officer"]
    address, before = reverse("switch_off", args=[officer.pk]), stored(people)
    assert governance.post(address, {"email": "mine@example.org"}).status_code == 403
    assert enter(root).post(address).status_code == 404
    assert stored(people) == before
    assert governance.post(address).status_code == 200
    officer.refresh_from_db()
    assert not officer.is_active
    assert changes_audited()[-1] == (
        people["governance"].username,
        "hwe",
        {"changed": ["is_active"], "screen": "switch_off"},
    )


@pytest.mark.urls(__name__)
def test_accounts_of_others_are_the_host_s_own_affair(
    root: User, user_manager: User, enter: Callable[..., Client]
) -> None:
    enter(root).post(reverse("other_door", args=[user_manager.pk]))
    user_manager.refresh_from_db()
    assert user_manager.check_password(FORGED)
    assert not AuditEvent.objects.filter(action="account.change").exists()


def changes_audited() -> list[tuple[str, str, dict[str, Any]]]:
    """Who changed an account, of which body, and what of it."""
    rows = AuditEvent.objects.filter(action="account.change", outcome="done").order_by("pk")
    assert {row.object_type for row in rows} <= {"permissions.StaffMember"}
    return [(row.actor_name, row.body_key, row.detail) for row in rows]


def with_password(user: User) -> User:
    """Give an account its first password and address, as a command would."""
    user.email = "officer@example.org"
    user.set_password(OWN)
    user.save()
    return user


def test_what_a_command_changes_of_an_account_is_audited_without_its_values(
    people: dict[str, Any],
) -> None:
    officer = with_password(people["officer"])
    officer.is_active, officer.username = False, "gone"
    officer.save()
    assert changes_audited() == [
        ("system", "hwe", {"changed": ["email", "password"]}),
        ("system", "hwe", {"changed": ["is_active", "username"]}),
    ]


@pytest.mark.parametrize("beside", ["", "root"])
def test_a_new_password_by_mail_is_audited(
    request: pytest.FixtureRequest,
    body: Body,
    people: dict[str, Any],
    client_for: Callable[..., Client],
    mailoutbox: list[Any],
    beside: str,
) -> None:
    officer, client = with_password(people["officer"]), client_for(body)
    client.post(reverse("wagtailadmin_password_reset"), {"email": officer.email})
    if beside:  # the link counts, whoever is signed in in this browser
        client.force_login(request.getfixturevalue(beside))
    link = re.search(r"/cms/password_reset/confirm/\S+", mailoutbox[0].body)
    assert link
    page = client.get(link[0], follow=True)
    client.post(page.redirect_chain[-1][0], {"new_password1": FORGED, "new_password2": FORGED})
    officer.refresh_from_db()
    assert officer.check_password(FORGED)
    screen = "wagtailadmin_password_reset_confirm"
    assert changes_audited()[1:] == [
        (beside or "anonymous", "hwe", {"changed": ["password"], "screen": screen})
    ]


def test_staff_change_their_own_password_and_address_and_the_audit_says_so(
    people: dict[str, Any], enter: Callable[..., Client]
) -> None:
    officer = with_password(people["officer"])
    officer.user_permissions.add(Permission.objects.get(codename="access_admin"))
    answer = enter(officer).post(
        reverse("wagtailadmin_account"),
        {
            "name_email-first_name": "Ann",
            "name_email-last_name": "Officer",
            "name_email-email": "ann@example.org",
            "password-old_password": OWN,
            "password-new_password1": FORGED,
            "password-new_password2": FORGED,
            "theme-theme": "system",
            "theme-contrast": "system",
            "theme-density": "default",
        },
    )
    assert answer.status_code == 302
    changed = {name for _, _, detail in changes_audited()[1:] for name in detail["changed"]}
    assert changed == {"email", "password"}
    assert {who for who, _, _ in changes_audited()[1:]} == {officer.username}


@pytest.mark.parametrize("beside", ["", "root"])
def test_signing_in_changes_nothing_of_an_account_though_its_hash_is_renewed(
    request: pytest.FixtureRequest,
    body: Body,
    outdated: User,
    client_for: Callable[..., Client],
    beside: str,
) -> None:
    client = client_for(body)
    if beside:  # whoever is signed in in this browser
        client.force_login(request.getfixturevalue(beside))
    typed = {"username": outdated.username, "password": OWN}
    client.post(reverse("staff_workspace:sign_in"), typed)
    officer = User.objects.get(pk=outdated.pk)
    assert officer.password.startswith("md5$")
    assert client.session[SESSION_KEY] == str(officer.pk)
    assert changes_audited() == []


def test_what_does_not_sign_anybody_in_is_saved_without_a_question(
    people: dict[str, Any], django_assert_num_queries: Any
) -> None:
    with django_assert_num_queries(1):
        people["officer"].save(update_fields=["last_login"])
