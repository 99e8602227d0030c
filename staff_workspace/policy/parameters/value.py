"""One parameter of a policy: what is in force, what the policy says, and where it says so."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Generic, Self, TypeVar

from pydantic import BaseModel, ConfigDict, StringConstraints, model_validator

# A text that somebody reads: a name or a reason that is empty tells nobody anything.
Words = Annotated[str, StringConstraints(min_length=1)]

T = TypeVar("T")

SILENT = "The policy does not say."


class Section(BaseModel):
    """A group of parameters. Unknown keys and loose types are errors; nothing changes later."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    @model_validator(mode="after")
    def _counts_from_one(self) -> Self:
        """No time in working days is 0: day 0 is the day from which they are counted.

        An aim is no time that runs out, and may be the same day.
        """
        for name in type(self).model_fields:
            runs_out = name.endswith("_wd") and name != "aim_wd"
            if runs_out and getattr(getattr(self, name), "in_force", None) == 0:
                raise ValueError(f"{name}: count at least one working day")
        return self


class Value(Section, Generic[T]):
    """A parameter with its source.

    `in_force` is what the system works by. `policy_says` is the policy's own rule where the law
    overrides it, and None where the policy is silent. `verified` is False when nobody has yet
    confirmed the value, and `reason` then says why. `verified_by` and `verified_on` name who
    confirmed it and when, where that is on record.
    """

    in_force: T
    policy_says: T | str | None = None
    source: str = ""
    verified: bool = True
    reason: str = ""
    silent: bool = False
    verified_by: str = ""
    verified_on: date | None = None

    @model_validator(mode="after")
    def _has_its_grounds(self) -> Self:
        """A value names its paragraph; a doubtful or overridden one says why."""
        if isinstance(self.in_force, int) and self.in_force < 0:
            raise ValueError("a number cannot be below 0")
        if self.silent and self.policy_says is not None:
            raise ValueError("a silent policy cannot also say something")
        if not self.silent and not self.source:
            raise ValueError("a value needs its source")
        overridden = not self.silent and self.policy_says != self.in_force
        if (overridden or not self.verified) and not self.reason:
            raise ValueError("a value that is unverified or overridden needs a reason")
        if bool(self.verified_by) != bool(self.verified_on):
            raise ValueError("a confirmation needs both a name and a day")
        if self.verified_by and not self.verified:
            raise ValueError("an unverified value has no confirmation")
        return self

    @property
    def overridden_by_law(self) -> bool:
        """True when the policy says one thing and the law requires another."""
        return not self.silent and self.policy_says != self.in_force


def fill(data: Any) -> Any:
    """Complete the short form of a file, all the way down.

    A silent policy has no say, is unverified and gives silence as its reason; any other value is
    in force because the policy says so, unless the file says otherwise.
    """
    if isinstance(data, list):
        return [fill(item) for item in data]
    if not isinstance(data, dict):
        return data
    filled = {key: fill(item) for key, item in data.items()}
    if filled.get("silent") is True:
        short = {"in_force": None, "policy_says": None, "verified": False, "reason": SILENT}
        return short | filled
    if "in_force" in filled:
        filled.setdefault("policy_says", filled["in_force"])
    return filled
