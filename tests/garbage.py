"""Python looks for garbage seldom while tests run: it costs them a fifth of their time.

What was imported by then stays for good, so nobody looks through it again.
"""

import gc

import pytest

NEW_THINGS, ROUNDS, LONG_ROUNDS = 50_000, 50, 100


@pytest.hookimpl(trylast=True)
def pytest_collection_finish() -> None:
    """Once all tests are known."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(NEW_THINGS, ROUNDS, LONG_ROUNDS)
