"""Whether a ledger file has all tables and columns of the present schema."""

import sqlite3
from contextlib import closing
from functools import cache

from wirecrawl.storage.ledger.sqlite.schema import SCHEMA

_COLUMNS = (
    "SELECT tables.name, columns.name FROM sqlite_schema AS tables, pragma_table_info(tables.name) AS columns "
    "WHERE tables.type = 'table'"
)


def missing_parts(db: sqlite3.Connection) -> list[str]:
    """What the schema has and a file has not, sorted: `table links`, or `links.url` for a column. Raises sqlite3.Error.

    Further tables and columns are no fault.

    >>> missing_parts(sqlite3.connect(":memory:"))[:2]
    ['table archive_files', 'table captures']
    """
    found = _columns(db)
    tables = {table for table, _ in found}
    lost = _expected() - found
    return sorted({f"{table}.{column}" if table in tables else f"table {table}" for table, column in lost})


@cache
def _expected() -> frozenset[tuple[str, str]]:
    with closing(sqlite3.connect(":memory:")) as db:
        db.executescript(SCHEMA)
        return _columns(db)


def _columns(db: sqlite3.Connection) -> frozenset[tuple[str, str]]:
    return frozenset((row[0], row[1]) for row in db.execute(_COLUMNS))
