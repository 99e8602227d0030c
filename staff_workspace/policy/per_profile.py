"""What follows from a profile alone is worked out once for each profile, and kept for a while."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, update_wrapper
from typing import TypeVar, TypeVarTuple

from .profile import Profile

Further = TypeVarTuple("Further")
T = TypeVar("T")


class _Same:
    """A profile as a key. It is told apart as an object: comparing its content takes too long."""

    __slots__ = ("profile",)

    def __init__(self, profile: Profile) -> None:
        self.profile = profile

    def __hash__(self) -> int:
        return id(self.profile)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.profile is other.profile


def once_per_profile(
    maxsize: int,
) -> Callable[[Callable[[Profile, *Further], T]], Callable[[Profile, *Further], T]]:
    """Keep the last `maxsize` results of a function of a profile, which never changes.

    Further arguments have to be hashable. What the function raises is not kept.
    """

    def keeping(work: Callable[[Profile, *Further], T]) -> Callable[[Profile, *Further], T]:
        @lru_cache(maxsize=maxsize)
        def kept(same: _Same, *further: *Further) -> T:
            return work(same.profile, *further)

        def ask(profile: Profile, /, *further: *Further) -> T:
            return kept(_Same(profile), *further)

        return update_wrapper(ask, work)

    return keeping
