"""The screens of the policy: who sees them, what they say, and the way from draft to version."""

import tomllib
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from permissions.models import Body
from staff_workspace.models import Case, ProfileDraft, ProfileVersion
from staff_workspace.policy.compare import compare, values
from staff_workspace.policy.profile import NAMES, Profile, load
from staff_workspace.policy.profile_text import to_toml

pytestmark = pytest.mark.django_db

Enter = Callable[[User], Client]


def page(client: Client, name: str, *args: Any, **asked: str) -> str:
    """The text of a page that answers; ``asked`` is what the address asks for."""
    answer = client.get(reverse(f"staff_workspace:{name}", args=args), asked)
    assert answer.status_code == 200, name
    return " ".join(answer.content.decode().split())


@pytest.mark.requirement("TG-7", "T-43")
def test_a_version_shows_every_value_with_its_source_and_its_doubts(
    enter: Enter, people: dict[str, Any], version: ProfileVersion
) -> None:
    shown = page(enter(people["officer"]), "profile", version.pk, show="all")
    for key in values(load("hwe_icb")):
        assert f'id="{key.replace(".", "-")}"' in shown, key
    doubts = sum(not value.verified for value in values(load("hwe_icb")).values())
    assert f"{doubts} values are not verified." in shown
    assert "The policy says:</strong> 16 years" in shown
    assert "Regulation 5 asks for any child" in shown
    assert "Draft a change" not in shown


@pytest.mark.requirement("T-44")
def test_a_body_that_ceased_shows_a_banner(
    enter: Enter, body: Body, people: dict[str, Any]
) -> None:
    data = load("west_essex_ccg").to_dict()
    day = body.profile_versions.get().effective_from
    ProfileVersion.objects.create(body=body, number=2, effective_from=day, data=data)
    shown = page(enter(people["officer"]), "profiles")
    assert "ceased on 1 July 2022" in shown
    assert "has taken its place" in shown


@pytest.mark.requirement("DC-1")
@pytest.mark.parametrize("name", NAMES)
def test_an_exported_version_comes_back_without_a_difference(
    enter: Enter, people: dict[str, Any], body: Body, name: str
) -> None:
    version = ProfileVersion.objects.create(
        body=body, number=2, effective_from="2026-01-01", data=load(name).to_dict()
    )
    answer = enter(people["officer"]).get(
        reverse("staff_workspace:profile_file", args=[version.pk])
    )
    assert answer["Content-Disposition"] == f'attachment; filename="{load(name).body.key}-2.toml"'
    back = Profile.from_dict(tomllib.loads(answer.content.decode()))
    assert back == version.profile
    assert compare(back, version.profile) == ()


def answers(draft: ProfileDraft, key: str, **changed: Any) -> dict[str, Any]:
    """What a browser sends for a value of a number."""
    value = values(draft.profile)[key]
    return {
        "in_force": value.in_force,
        "policy": "silent" if value.silent else "same",
        "source": value.source,
        "reason": value.reason,
        **({"verified": "true"} if value.verified else {}),
        "verified_by": "A. Reader, Governance",
        "verified_on-day": "20",
        "verified_on-month": "11",
        "verified_on-year": "2026",
        **changed,
    }


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"in_force": "4"}, "Working days to acknowledge is longer than the law allows"),
        ({"in_force": "three"}, "Working days to acknowledge must be a whole number, like 3"),
        ({"in_force": "-1"}, "Working days to acknowledge must be 0 or more"),
        ({"in_force": ""}, "Enter what is in force"),
        ({"source": ""}, "Enter the paragraph of the policy, or choose that it is silent"),
        (
            {"policy": "other", "says": "5"},
            "Enter why it is not confirmed, or why it differs from the policy",
        ),
        ({"policy": ""}, "Select what the policy says"),
    ],
)
def test_what_the_rules_refuse_stands_beside_the_value(
    enter: Enter, draft: ProfileDraft, drafter: User, changed: dict[str, Any], message: str
) -> None:
    key = "acknowledgement.ack_wd"
    url = reverse("staff_workspace:policy_value", args=[draft.pk, key])
    answer = enter(drafter).post(url, answers(draft, key, **changed))
    assert answer.status_code == 200
    assert answer.content.decode().count(message) == 2
    draft.refresh_from_db()
    assert draft.profile == draft.base.profile


def test_governance_changes_and_another_person_publishes(
    enter: Enter, draft: ProfileDraft, drafter: User, approver: User, case: Case
) -> None:
    key, client = "acknowledgement.ack_wd", enter(drafter)
    url = reverse("staff_workspace:policy_value", args=[draft.pk, key])
    answer = client.post(url, answers(draft, key, in_force="1"))
    place = "?section=acknowledgement#acknowledgement-ack_wd"
    assert answer["Location"].endswith(f"/policy/drafts/{draft.pk}/{place}")
    shown = page(client, "submit_draft", draft.pk)
    assert case.reference in shown
    assert "24 November 2026" in shown
    assert "20 November 2026" in shown
    sent = {"kind": "correction", "why": "It was one day all along."}
    client.post(reverse("staff_workspace:submit_draft", args=[draft.pk]), sent)
    for where in ("put_up_draft", "approve_draft"):
        assert "You drafted it, so you cannot" in page(client, where, draft.pk)
    second = enter(approver)
    assert case.reference in page(second, "approve_draft", draft.pk)
    draft.refresh_from_db()
    decision = {"checked": "true", "revision": draft.revision}
    approve = reverse("staff_workspace:approve_draft", args=[draft.pk])
    refused = client.post(approve, decision)
    assert "A second person approves" in refused.content.decode()
    done = second.post(approve, decision, follow=True)
    assert "Version 2 is published" in done.content.decode()
    case.refresh_from_db()
    assert case.profile_version.number == 2
    timeline = page(enter(approver), "case", case.reference)
    assert "Policy corrected: version 2 now counts" in timeline


def test_a_draft_takes_a_whole_profile_from_a_file(
    enter: Enter, draft: ProfileDraft, drafter: User, tmp_path: Any
) -> None:
    url = reverse("staff_workspace:policy_file", args=[draft.pk])
    client = enter(drafter)
    text = to_toml(load("hwe_icb"))

    def send(content: str) -> str:
        path = tmp_path / "profile.toml"
        path.write_text(content, encoding="utf-8")
        with path.open("rb") as file:
            return client.post(url, {"file": file}).content.decode()

    assert "must be a profile in TOML" in send("not a profile")
    assert "has faults at: acknowledgement.ack_wd" in send(text.replace("ack_wd = {", "ack_x = {"))
    assert "profile of another body" in send(to_toml(load("millbrook")))
    closure = 'closures = [{ day = 2026-12-29, reason = "Office closed" }]'
    assert send(text.replace("closures = []", closure, 1)) == ""
    draft.refresh_from_db()
    assert draft.profile.calendar.closures[0].reason == "Office closed"
    assert "Office closed" in page(client, "policy_draft", draft.pk)


@pytest.mark.parametrize("who", ["signatory", "colleague"])
def test_the_policy_is_for_handlers_and_governance(
    enter: Enter, people: dict[str, Any], version: ProfileVersion, who: str
) -> None:
    client = enter(people[who])
    for name, args in (("profiles", []), ("profile", [version.pk]), ("profile_file", [version.pk])):
        url = reverse(f"staff_workspace:{name}", args=args)
        assert client.get(url).status_code == 404, name


def test_a_handler_reads_the_policy_and_changes_nothing(
    enter: Enter, people: dict[str, Any], draft: ProfileDraft
) -> None:
    client = enter(people["officer"])
    assert "Policy" in page(client, "profiles")
    addresses = [
        ("open_draft", [draft.base_id]),
        *((name, [draft.pk]) for name in ("policy_draft", "policy_file", "discard_draft")),
        *((name, [draft.pk]) for name in ("submit_draft", "take_back_draft", "put_up_draft")),
        *((name, [draft.pk]) for name in ("approve_draft", "return_draft")),
        ("policy_value", [draft.pk, "acknowledgement.ack_wd"]),
    ]
    for name, args in addresses:
        assert client.post(reverse(f"staff_workspace:{name}", args=args)).status_code == 404, name


@pytest.mark.parametrize("key", ["references.reference_format", "acknowledgement.nothing", "x"])
def test_what_is_not_changed_here_is_not_found(
    enter: Enter, drafter: User, draft: ProfileDraft, key: str
) -> None:
    url = reverse("staff_workspace:policy_value", args=[draft.pk, key])
    assert enter(drafter).get(url).status_code == 404


def test_a_draft_is_sent_back_taken_back_and_discarded(
    enter: Enter, draft: ProfileDraft, drafter: User, approver: User, change: Any, submit: Any
) -> None:
    change("acknowledgement.ack_wd", in_force=2)
    submit("correction")
    first, second = enter(drafter), enter(approver)
    send_back = reverse("staff_workspace:return_draft", args=[draft.pk])
    assert "Send back" in page(second, "return_draft", draft.pk)
    second.post(send_back, {"because": "Three, said the board."})
    assert "Three, said the board." in page(first, "policy_draft", draft.pk)
    assert second.get(send_back).status_code == 302
    submit("correction")
    first.post(reverse("staff_workspace:take_back_draft", args=[draft.pk]))
    draft.refresh_from_db()
    assert draft.state == "draft"
    assert "You can read it and discard it" in page(second, "policy_draft", draft.pk)
    second.post(reverse("staff_workspace:discard_draft", args=[draft.pk]))
    draft.refresh_from_db()
    assert draft.state == "discarded"


def test_pressing_change_again_leads_to_the_same_draft(
    enter: Enter, drafter: User, draft: ProfileDraft
) -> None:
    url = reverse("staff_workspace:open_draft", args=[draft.base_id])
    answer = enter(drafter).post(url)
    assert answer["Location"] == reverse("staff_workspace:policy_draft", args=[draft.pk])
    assert ProfileDraft.objects.count() == 1
