"""The tests' own PostgreSQL cluster: there while needed, gone afterwards."""

from pathlib import Path

import postgres_cluster
import psycopg
import pytest

from public_site.settings.database import from_url

pytestmark = pytest.mark.skipif(
    postgres_cluster.programs() is None, reason="initdb and pg_ctl are not installed"
)


def test_a_cluster_answers_on_a_local_socket_and_is_gone_afterwards() -> None:
    programs = postgres_cluster.programs()
    assert programs
    with postgres_cluster.cluster(programs) as address:
        settings = from_url(address)
        folder = Path(settings["HOST"])
        assert folder.is_dir()
        with psycopg.connect(host=str(folder), user="candour", dbname=settings["NAME"]) as open_one:
            assert open_one.execute("show listen_addresses").fetchone() == ("",)
    assert not folder.exists()


def test_the_cluster_is_stopped_when_the_tests_fail() -> None:
    programs = postgres_cluster.programs()
    assert programs
    seen: list[int] = []
    with pytest.raises(KeyboardInterrupt):
        _interrupted(programs, seen)
    assert not _runs(seen[0])


def _runs(pid: int) -> bool:
    """Whether the process lives; one that only waits to be buried has no command line."""
    command = Path(f"/proc/{pid}/cmdline")
    return command.exists() and bool(command.read_bytes())


def _interrupted(programs: Path, seen: list[int]) -> None:
    with postgres_cluster.cluster(programs) as address:
        folder = Path(from_url(address)["HOST"])
        seen.append(int((folder / "data" / "postmaster.pid").read_text().split()[0]))
        assert _runs(seen[0])
        raise KeyboardInterrupt
