"""How long what failed waits for its next try, and from when on a person has to look at it."""

from datetime import timedelta

MINUTES = (1, 5, 15, 60, 240, 720, 1440)
#: Twelve tries take about a week: longer than a weekend without a mail server.
MOST_TRIES = 12


def wait_after(tries: int) -> timedelta:
    """How long to wait after that many tries: minutes at first, a day in the end."""
    return timedelta(minutes=MINUTES[min(max(tries, 1), len(MINUTES)) - 1])


def needs_a_person(tries: int) -> bool:
    """Whether it failed so often that somebody must see why."""
    return tries >= MOST_TRIES
