"""Wagtail writes down which page refers to what with every save: no test asks, and it takes long."""

from collections.abc import Iterator

import pytest
from wagtail.signal_handlers import (
    connect_reference_index_signal_handlers,
    disconnect_reference_index_signal_handlers,
)

from tests.proving import ALL


@pytest.fixture(scope="session", autouse=True)
def no_reference_index() -> Iterator[None]:
    """It is not kept while tests run, except in `make prove`."""
    if ALL:
        yield
        return
    disconnect_reference_index_signal_handlers()
    yield
    connect_reference_index_signal_handlers()
