"""A profile goes out as TOML and comes back without a difference."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from staff_workspace.policy.compare import compare
from staff_workspace.policy.profile import NAMES, Profile, load, load_file
from staff_workspace.policy.profile_text import to_toml


@pytest.mark.requirement("DC-1")
@pytest.mark.parametrize("name", NAMES)
def test_a_profile_is_exported_without_a_difference(name: str, tmp_path: Path) -> None:
    path = tmp_path / "exported.toml"
    path.write_text(to_toml(load(name)), encoding="utf-8")
    assert load_file(path) == load(name)
    assert compare(load_file(path), load(name)) == ()


def test_what_was_changed_goes_out_with_it(hwe: Profile) -> None:
    stored = hwe.to_dict()
    stored["calendar"]["closures"] = [{"day": "2026-12-29", "reason": 'Office "closed"'}]
    changed = Profile.from_dict(stored)
    assert Profile.from_dict(tomllib.loads(to_toml(changed))) == changed


def test_a_confirmed_default_stays_confirmed_when_it_goes_out(hwe: Profile) -> None:
    stored = hwe.to_dict()
    stored["records"]["retention_starts"] |= {
        "verified": True,
        "verified_by": "A. Osei, Governance",
        "verified_on": "2026-03-02",
    }
    confirmed = Profile.from_dict(stored)
    assert Profile.from_dict(tomllib.loads(to_toml(confirmed))) == confirmed
