"""Whether a ledger file has all tables and columns of the present schema."""

import sqlite3

from wirecrawl.storage.ledger.sql import schema

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
    return schema.missing_parts({(row[0], row[1]) for row in db.execute(_COLUMNS)})
