"""What the worker does from time to time besides the outbox: sweeping, tidying, reminding."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

logger = logging.getLogger(__name__)
Doing = Callable[..., object]


@dataclass(frozen=True)
class Chore:
    """``do`` takes ``now`` and may be repeated at any time, by several workers at once."""

    name: str
    every: timedelta
    do: Doing


_chores: dict[str, Chore] = {}


def chore(name: str, *, every: timedelta) -> Callable[[Doing], Doing]:
    """Register a function that takes ``now`` and is due every so often."""

    def register(do: Doing) -> Doing:
        _chores[name] = Chore(name, every, do)
        return do

    return register


@dataclass
class Rota:
    """When this worker did what last; each chore is due when the worker starts."""

    done: dict[str, datetime] = field(default_factory=dict)

    def run_due(self, now: datetime) -> list[str]:
        """Do what is due; a failure is logged and keeps nothing else waiting. Returns names."""
        due = [c for c in _chores.values() if self._is_due(c, now)]
        for found in due:
            self.done[found.name] = now
            try:
                found.do(now=now)
            except Exception as error:
                logger.error("chore %s failed: %s", found.name, type(error).__name__)
        return [found.name for found in due]

    def _is_due(self, found: Chore, now: datetime) -> bool:
        last = self.done.get(found.name)
        return last is None or now - last >= found.every
