"""Every page of the body, read by a walled member of Governance before and after the case came.

The pages come from the URLconf. Agreed totals of a year that has ended are counted apart from this:
see decision 0020.
"""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from permissions.models import Body
from permissions.rules.matrix import Role
from staff_workspace.actions.annual_figures import prepare_figures
from staff_workspace.actions.legal_hold import hold_records
from staff_workspace.models import Case, CaseOpening, CaseWall, Message, ProfileDraft, Task
from staff_workspace.policy.compare import values
from staff_workspace.policy.profile_changes import with_value
from staff_workspace.reports.reporting_year import year_starting
from tests.permissions.access_relations import grant, opening, wall
from tests.walk.addresses import document, evidence, link, of_a_body
from tests.workspace_people import at, make_person, make_team

NOW = at(26, 10)
NARROWED = [
    ("cases", "?state=all&order=-received"),
    ("cases", "?state=closed"),
    ("cases", "?state=all&q=HWE-2026"),
    ("export", "?state=all"),
]
# A page of a handler whose role on cases changes, as the preview of the matrix counts it.
PREVIEW = {"cell": ["case.view:*", "workspace.enter:*"], "based_on": "0", "step": "preview"}


@pytest.fixture(autouse=True)
def now() -> Iterator[None]:
    """One moment, so that no page differs by the clock."""
    with time_machine.travel(NOW, tick=False):
        yield


def drafts(body: Body, own: Any, other: Any) -> Iterator[tuple[ProfileDraft, list[str]]]:
    """A draft that would move dates, in each form in which its pages speak of open cases."""
    base, forms = body.profile_versions.get(), ProfileDraft.Kind
    sooner = values(base.profile)["acknowledgement.ack_wd"].model_dump(mode="json")
    sooner |= {"in_force": 1, "policy_says": 1}
    data = with_value(base.profile, "acknowledgement.ack_wd", sooner).to_dict()
    draft, submitted = ProfileDraft.State.DRAFT, ProfileDraft.State.SUBMITTED
    for by, state, kind, day, pages in (
        (own, draft, "", None, ["policy_draft", "submit_draft"]),
        (other, submitted, forms.CORRECTION, None, ["approve_draft", "put_up_draft"]),
        (other, submitted, forms.NEW_VERSION, date(2027, 4, 1), ["approve_draft", "put_up_draft"]),
    ):
        made = ProfileDraft.objects.create(
            body=body,
            base=base,
            data=data,
            state=state,
            kind=kind,
            effective_from=day,
            why="The board decided it",
            drafted_by=by,
            drafted_by_name=str(by),
            drafted_at=NOW,
        )
        yield made, pages


def with_everything(case: Case, guardian: Any, by: Any) -> None:
    """What a case can have that a list, a count or a page of the body might speak of."""
    document(case, by), evidence(case, by), link(case, by)
    Task.objects.create(case=case, kind=Task.Kind.MESSAGE, made_at=NOW)
    Message.objects.create(case=case, from_person=True, text="When will I hear?", sent_at=NOW)
    opening(case, guardian)
    grant(case, Role.VIEWER, user=by)


def pages_of(client: Client, addresses: list[str]) -> dict[str, str]:
    """What each page says, without the codes that differ with each answer."""
    found = {}
    for address in addresses:
        answer = client.get(address)
        found[address] = without_codes(answer.content.decode(errors="replace"))
    role = reverse("staff_workspace:matrix_role", args=["handler"])
    found["preview of the matrix"] = without_codes(client.post(role, PREVIEW).content.decode())
    return found


def without_codes(said: str) -> str:
    """The page without its nonce and its tokens."""
    parts = said.split('"')
    tokens = {part for part in parts if part.endswith("==") or (len(part) == 64 and part.isalnum())}
    return '"'.join("" if part in tokens else part for part in parts)


def test_no_page_of_the_body_differs_for_the_walled_by_the_case_they_are_shut_out_of(
    body: Body,
    people: dict[str, Any],
    make_case: Callable[..., Case],
    client_for: Callable[..., Client],
) -> None:
    boss, guardian = people["governance"], make_team(body, "guardians", Role.GUARDIAN)
    reader = make_person(body, "walled", boss.staff_member.memberships.get().team)
    opener = make_person(body, "opener", guardian)
    seen = make_case(state="sign_off")
    with_everything(seen, opener, people["officer"])
    prepare_figures(body=body, by=boss, year=year_starting(2025))
    addresses = [address for _, address in of_a_body(body, seen, people)]
    speaking = [reverse(f"staff_workspace:{name}") + asked for name, asked in NARROWED]
    speaking += [reverse(f"staff_workspace:{name}") for name in ("today", "disposals", "openings")]
    for draft, pages in drafts(body, reader, boss):
        speaking += [reverse(f"staff_workspace:{name}", args=[draft.pk]) for name in pages]
    client = client_for(body)
    client.force_login(reader)
    before = pages_of(client, [*addresses, *speaking])
    hidden = [
        make_case(state="investigating", handler=reader),
        make_case(state="closed", closed_at=at(1, month=3).replace(year=2010)),
        make_case(state="closed", closed_at=at(1, month=3).replace(year=2011)),
    ]
    for case in hidden:
        with_everything(case, opener, people["officer"])
        wall(case, reader, boss)
    hold_records(case=hidden[2], by=boss, reason="A claim")
    assert CaseOpening.objects.count() == 1 + len(hidden)
    after = pages_of(client, [*addresses, *speaking])
    assert [address for address in before if before[address] != after[address]] == []
    CaseWall.objects.update(lifted_at=NOW)
    told = pages_of(client, speaking)
    same = [address for address in told if told[address] == after[address]]
    assert same == [], "without the wall each of these pages speaks of the case"
