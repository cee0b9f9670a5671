"""What PostgreSQL says in its own words."""

from collections.abc import Sequence

from wirecrawl.storage.ledger.sql.database import ANY_TIME, Values


class PostgresDialect:
    """Statements of PostgreSQL, as `sql.database.Dialect` says. Keys travel as one array: a text of one length."""

    def instant(self, column: str) -> str:
        """SQL for the moment that a column names in ISO 8601, to sort by; NULL where it names none."""
        return f"instant({column})"

    def near_threads(self, keys: Sequence[int], span: tuple[str, str, str, str], most: int) -> tuple[str, Values]:
        """Threads that share the most of these block keys: of each key those of the newest blocks."""
        query = (
            "SELECT thread FROM (SELECT DISTINCT asked.key, newest.thread "
            "FROM unnest(CAST(? AS BIGINT[])) AS asked (key) "
            "CROSS JOIN LATERAL (SELECT thread FROM story_blocks "
            f"WHERE key = asked.key AND time >= ? AND (time <= ? OR time = '{ANY_TIME}') AND thread BETWEEN ? AND ? "
            f"ORDER BY time DESC, thread DESC LIMIT {most}) AS newest) AS near "
            f"GROUP BY thread ORDER BY COUNT(*) DESC, thread LIMIT {most}"
        )
        return query, (list(keys), *span)

    def after_copy(self) -> Sequence[str]:
        """Queries that let numbers go on behind those that were copied."""
        numbered = (("runs", "run"), ("headlines", "n"))
        return [
            f"SELECT setval(pg_get_serial_sequence('{table}', '{column}'), MAX({column})) FROM {table}"
            for table, column in numbered
        ]

    def add_blocks(self, keys: Sequence[int], time: str, thread: str) -> tuple[str, Values]:
        """Enter block keys of a thread; those that it has at this time stay."""
        return (
            "INSERT INTO story_blocks (key, time, thread) SELECT unnest(CAST(? AS BIGINT[])), ?, ? "
            "ON CONFLICT DO NOTHING",
            (list(keys), time, thread),
        )
