"""The ledger's file: strange ones are refused with their name, and left as they are."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from wirecrawl.errors import LedgerError
from wirecrawl.ledger import Ledger
from wirecrawl.ledger_rows import VERSION


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "ledger.sqlite"


def test_a_newer_ledger_is_refused_and_left_as_it_is(file: Path) -> None:
    Ledger(file).close()
    with closing(sqlite3.connect(file)) as db:
        db.execute(f"PRAGMA user_version = {VERSION + 1}")
    with pytest.raises(LedgerError, match=r"ledger\.sqlite.*newer wirecrawl"):
        Ledger(file)
    with closing(sqlite3.connect(file)) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (VERSION + 1,)


@pytest.mark.parametrize(
    "content", [b"not a database, but long enough to be looked at\n" * 100, b"SQLite format 3\0" * 99]
)
def test_a_file_that_is_no_ledger_is_refused_and_left_as_it_is(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    with pytest.raises(LedgerError, match=r"ledger\.sqlite"):
        Ledger(file)
    assert file.read_bytes() == content


def test_another_programs_database_is_refused(file: Path) -> None:
    with closing(sqlite3.connect(file)) as db:
        db.execute("CREATE TABLE links (name TEXT)")
        db.commit()
    with pytest.raises(LedgerError, match=r"ledger\.sqlite"):
        Ledger(file)
    with closing(sqlite3.connect(file)) as db:
        assert db.execute("SELECT name FROM sqlite_master").fetchall() == [("links",)]


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="nowhere"):
        Ledger(tmp_path / "nowhere" / "ledger.sqlite")


def test_a_replay_keeps_nothing() -> None:
    with closing(Ledger(":memory:")) as one, closing(Ledger(":memory:")) as two:
        run = one.runs.start("xinhua", "2026-11-20T06:00:00+00:00")
        one.see(run, "http://a.example/", None, "list")
        assert (one.balance(run)[0], two.balance(run)[0]) == (1, 0)
