"""What SQLite says in its own words."""

from collections.abc import Sequence

from wirecrawl.storage.ledger.sql.database import ANY_TIME, Values


class SqliteDialect:
    """Statements of SQLite, as `sql.database.Dialect` says."""

    def instant(self, column: str) -> str:
        """SQL for the moment that a column names in ISO 8601, to sort by; NULL where it names none."""
        return f"julianday({column})"

    def near_threads(self, keys: Sequence[int], span: tuple[str, str, str, str], most: int) -> tuple[str, Values]:
        """Threads that share the most of these block keys: of each key those of the newest blocks."""
        newest = (
            "SELECT * FROM (SELECT key, thread FROM story_blocks "
            f"WHERE key = ? AND time >= ? AND (time <= ? OR time = '{ANY_TIME}') AND thread BETWEEN ? AND ? "
            f"ORDER BY time DESC, thread DESC LIMIT {most})"
        )
        query = (
            f"SELECT thread FROM ({' UNION '.join([newest] * len(keys))}) "
            f"GROUP BY thread ORDER BY COUNT(*) DESC, thread LIMIT {most}"
        )
        return query, [value for key in keys for value in (key, *span)]

    def after_copy(self) -> Sequence[str]:
        """None: SQLite goes on behind the largest number."""
        return ()

    def add_blocks(self, keys: Sequence[int], time: str, thread: str) -> tuple[str, Values]:
        """Enter block keys of a thread; those that it has at this time stay."""
        rows = ", ".join(["(?, ?, ?)"] * len(keys))  # in one statement: a fourth less than row by row
        return (
            f"INSERT OR IGNORE INTO story_blocks (key, time, thread) VALUES {rows}",
            [value for key in keys for value in (key, time, thread)],
        )
