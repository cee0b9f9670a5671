"""Which parts of the schema a ledger file lacks."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from wirecrawl.storage.ledger.sql.schema import SCHEMA
from wirecrawl.storage.ledger.sqlite.completeness import missing_parts
from wirecrawl.storage.ledger.sqlite.ledger import SqliteLedger

TABLES = [line.split()[2] for line in SCHEMA.splitlines() if line.startswith("CREATE TABLE")]


@pytest.mark.parametrize("table", TABLES)
def test_each_table_is_missed(tmp_path: Path, table: str) -> None:
    file = tmp_path / "ledger.sqlite"
    SqliteLedger(file).close()
    with closing(sqlite3.connect(file)) as db:
        assert missing_parts(db) == []
        db.execute(f"DROP TABLE {table}")
        assert missing_parts(db) == [f"table {table}"]


def test_a_column_is_missed_and_a_further_one_is_none(tmp_path: Path) -> None:
    file = tmp_path / "ledger.sqlite"
    SqliteLedger(file).close()
    with closing(sqlite3.connect(file)) as db:
        db.executescript("ALTER TABLE links ADD COLUMN note TEXT; CREATE TABLE notes (text TEXT)")
        assert missing_parts(db) == []
        db.executescript("ALTER TABLE links DROP COLUMN of; ALTER TABLE pages RENAME COLUMN etag TO tag")
        assert missing_parts(db) == ["links.of", "pages.etag"]
