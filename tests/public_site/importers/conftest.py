"""Documents of our own that have the layouts of real policies, and what tests ask of a draft."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from public_site.importers import ImportedPolicy, import_document

DOCUMENTS = Path(__file__).parent / "documents"


@pytest.fixture
def imported() -> Callable[[str], ImportedPolicy]:
    """One of the sample documents, imported."""
    return lambda name: import_document(DOCUMENTS / name)


@pytest.fixture
def outline() -> Callable[[ImportedPolicy], list[str]]:
    """The headings as an indented outline."""

    def made(policy: ImportedPolicy) -> list[str]:
        values = [b["value"] for b in policy.body if b["type"] == "heading"]
        return [f"{'  ' * (v['level'] - 2)}{v['number']} {v['title']}".rstrip() for v in values]

    return made


@pytest.fixture
def of_type() -> Callable[[ImportedPolicy, str], list[dict[str, Any]]]:
    """The values of the blocks of one type."""
    return lambda policy, kind: [b["value"] for b in policy.body if b["type"] == kind]


@pytest.fixture
def items() -> Callable[[dict[str, Any]], list[Any]]:
    """The bare values of a list block or of definitions."""
    return lambda value: [item["value"] for item in value["items"]]
