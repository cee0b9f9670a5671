"""Every row of one ledger copied to another, and what is wrong with the rows of one."""

from collections.abc import Iterator

from wirecrawl.errors import LedgerError
from wirecrawl.storage.ledger.sql.database import Database, Row, marks
from wirecrawl.storage.ledger.sql.schema import columns_of_tables, primary_key

_AT_ONCE = 5_000  # rows
# What a sound ledger has none of.
_FAULTS = {
    "links without an outcome in runs that ended": (
        "SELECT COUNT(*) FROM links WHERE outcome IS NULL AND run IN (SELECT run FROM runs WHERE finished IS NOT NULL)"
    ),
    "links of runs that are not there": "SELECT COUNT(*) FROM links WHERE run NOT IN (SELECT run FROM runs)",
    "stories of runs that are not there": "SELECT COUNT(*) FROM stories WHERE run NOT IN (SELECT run FROM runs)",
    "texts without a story": (
        "SELECT COUNT(*) FROM texts WHERE NOT EXISTS "
        "(SELECT 1 FROM stories WHERE stories.id = texts.id AND stories.version = texts.version)"
    ),
    "stories of which an earlier version is missing": (
        "SELECT COUNT(*) FROM (SELECT id FROM stories GROUP BY id HAVING COUNT(*) <> MAX(version)) AS gaps"
    ),
    "headline blocks without a headline": (
        "SELECT COUNT(*) FROM headline_blocks WHERE n NOT IN (SELECT n FROM headlines)"
    ),
}


def count_rows(db: Database) -> dict[str, int]:
    """Number of rows of each table."""
    return {table: db.value(f"SELECT COUNT(*) FROM {table}") for table in columns_of_tables()}


def faults(db: Database) -> list[str]:
    """What is wrong with the rows of a ledger, each with its number; empty for a sound one."""
    found = ((words, db.value(query)) for words, query in _FAULTS.items())
    return [f"{number} {words}" for words, number in found if number] + db.damage()


def copy_rows(source: Database, target: Database) -> dict[str, int]:
    """Copy all rows, in one transaction of each; returns their number by table, as both have it.

    Raises LedgerError for a target that is not empty, and for one that has another number of rows in the end.
    """
    with source.transaction(alone=True), target.transaction(alone=True):
        if count_rows(target)["runs"]:
            raise LedgerError(f"{target.path}: has runs already; copy to a ledger that has none")
        for table, columns in columns_of_tables().items():
            names = ", ".join(f'"{name}"' for name in columns)
            into = f"INSERT INTO {table} ({names}) VALUES ({marks(len(columns))})"
            rows = _rows(source, table, names)
            target.execute_many(into, ([row[name] for name in columns] for row in rows))
        for statement in target.dialect.after_copy():
            target.row(statement)
        if (copied := count_rows(target)) != count_rows(source):
            raise LedgerError(f"{target.path}: has not the rows of {source.path}; nothing was copied")
    return copied


def _rows(db: Database, table: str, names: str) -> Iterator[Row]:
    """The rows of a table, some thousand at a time where it has a key."""
    key = primary_key(table)
    if not key:
        yield from db.rows(f"SELECT {names} FROM {table}")
        return
    order = ", ".join(key)
    query = f"SELECT {names} FROM {table}"
    page = list(db.rows(f"{query} ORDER BY {order} LIMIT {_AT_ONCE}"))
    while page:
        yield from page
        last = [page[-1][name] for name in key]
        after = f"{query} WHERE ({order}) > ({marks(len(key))}) ORDER BY {order} LIMIT {_AT_ONCE}"
        page = list(db.rows(after, last))
