"""Each test of a file has a vault of its own and sees that nothing is left behind."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def vault_root(settings, tmp_path: Path) -> Path:
    """The folder of the vault."""
    settings.CANDOUR_EVIDENCE_ROOT = tmp_path / "evidence"
    return settings.CANDOUR_EVIDENCE_ROOT
