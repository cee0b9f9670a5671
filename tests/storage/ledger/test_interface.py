"""Nothing but the room of a database knows which one it is."""

import ast
import re
from contextlib import closing
from pathlib import Path

import pytest

import wirecrawl
from wirecrawl.errors import RunningAlready
from wirecrawl.storage.ledger.interface import Ledger, SpiderLock
from wirecrawl.storage.ledger.sqlite.ledger import SqliteLedger
from wirecrawl.storage.ledger.sqlite.lock import FileLock

HOUSE = Path(wirecrawl.__file__).parent
START = "2026-11-20T06:00:00+00:00"
ROOMS = ("wirecrawl.storage.ledger.sqlite", "wirecrawl.storage.ledger.postgres")


def imported(file: Path) -> set[str]:
    """Every module that a file names in an import, wherever it stands."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names |= {node.module or "", *(f"{node.module}.{alias.name}" for alias in node.names)}
    return names


def who_names(module: str) -> set[str]:
    """Files of the program outside the room that import a module or a part of it."""
    return {
        str(file.relative_to(HOUSE))
        for file in HOUSE.rglob("*.py")
        if not {"sqlite", "postgres"} & set(file.relative_to(HOUSE).parts)
        and any(name == module or name.startswith(f"{module}.") for name in imported(file))
    }


def test_only_the_assembly_of_a_run_picks_the_database() -> None:
    assert who_names(ROOMS[0]) == {"configuration/assembly.py"}
    assert who_names(ROOMS[1]) == set()  # assembly names it in a string: most installations have no driver
    assert who_names("psycopg") == set()
    assert who_names("sqlite3") == {"storage/feed/formats/exports/sqlite.py"}  # writes a file for others to read


def test_sqlite_does_what_the_interface_asks(tmp_path: Path) -> None:
    ledger: Ledger = SqliteLedger(tmp_path / "ledger.sqlite")  # mypy compares every method with the Protocols
    lock: SpiderLock = FileLock(tmp_path)
    with closing(ledger), lock.hold("xinhua", START):
        run = ledger.runs.start("xinhua", START)
        assert ledger.links.note_link(run, "http://a.example/", None, "list")
        with pytest.raises(RunningAlready, match=re.escape(START)), lock.hold("xinhua", START):
            pass
        with lock.hold("tass", START):
            assert ledger.links.balance(run)[0] == 1
    with lock.hold("xinhua", START):
        assert (tmp_path / "xinhua.lock").exists()
