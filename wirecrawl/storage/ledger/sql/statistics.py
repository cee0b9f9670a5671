"""What the ledger says of the runs of some days, for a page that shows it."""

from collections.abc import Iterable
from typing import Any

from wirecrawl.items import Marks
from wirecrawl.storage.ledger.rows import FeedVersion
from wirecrawl.storage.ledger.sql.database import Database
from wirecrawl.utils.saved_json import decode_saved

_RUNS = "SELECT run FROM runs WHERE spider = ? AND started >= ?"


class SqlStatistics:
    """Runs, measures, times and lengths over a span of time."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def spiders(self) -> list[str]:
        """Names of the spiders that have runs, sorted."""
        return [row["spider"] for row in self._db.rows("SELECT DISTINCT spider FROM runs ORDER BY spider")]

    def runs(self, spider: str, since: str) -> list[dict[str, Any]]:
        """Runs of a spider that started at or after a time (ISO 8601 UTC), the oldest first."""
        query = "SELECT * FROM runs WHERE spider = ? AND started >= ? ORDER BY started, run"
        return [dict(row) for row in self._db.rows(query, (spider, since))]

    def measures(self, spider: str, since: str, kinds: Iterable[str]) -> dict[int, dict[str, float]]:
        """Measures of these runs by run and name: those of a kind, which is the name as far as its first colon."""
        wanted = sorted(set(kinds))
        of_kinds = " OR ".join(["name = ? OR name > ? AND name < ?"] * len(wanted))
        names = [name for kind in wanted for name in (kind, f"{kind}:", f"{kind};")]  # ";" follows ":"
        query = f"SELECT run, name, value FROM measures WHERE run IN ({_RUNS}) AND ({of_kinds})"
        found: dict[int, dict[str, float]] = {}
        for row in self._db.rows(query, (spider, since, *names)) if wanted else ():
            found.setdefault(row["run"], {})[row["name"]] = row["value"]
        return found

    def first_sights(self, spider: str, since: str) -> list[tuple[str, str]]:
        """Of each story first seen at or after a time: when it was published, as its page says, and first seen."""
        query = (
            "SELECT s.published, p.first_seen FROM pages AS p JOIN stories AS s ON s.id = p.id AND s.version = 1 "
            "WHERE p.spider = ? AND p.first_seen >= ? AND s.published IS NOT NULL"
        )
        return [(row["published"], row["first_seen"]) for row in self._db.rows(query, (spider, since))]

    def thread_lengths(self, spider: str, since: str) -> dict[int, int]:
        """How many threads have 1, 2, ... versions: those with a story first seen at or after a time."""
        threads = (
            "SELECT s.thread FROM pages AS p JOIN stories AS s ON s.id = p.id WHERE p.spider = ? AND p.first_seen >= ?"
        )
        return self._lengths(
            f"SELECT COUNT(*) AS n FROM stories WHERE thread IN ({threads}) GROUP BY thread", spider, since
        )

    def chain_lengths(self, spider: str, since: str) -> dict[int, int]:
        """How many chains have 1, 2, ... headline records that were seen at or after a time."""
        # By an expression, so that SQLite reads the index of times and not that of all chains.
        lengths = "SELECT COUNT(*) AS n FROM headlines WHERE spider = ? AND last >= ? GROUP BY chain || ''"
        return self._lengths(lengths, spider, since)

    def _lengths(self, lengths: str, spider: str, since: str) -> dict[int, int]:
        query = f"SELECT n, COUNT(*) AS times FROM ({lengths}) AS lengths GROUP BY n ORDER BY n"
        return {row["n"]: row["times"] for row in self._db.rows(query, (spider, since))}

    def versions(self, run: int) -> list[FeedVersion]:
        """The versions that a run wrote to the feed for the links that it saw, by id."""
        query = (
            "SELECT DISTINCT s.id, s.version, s.thread, s.headline_raw, s.headline, s.marks, s.url FROM links AS l "
            "JOIN stories AS s ON s.id = l.id AND s.run = l.run WHERE l.run = ? AND l.outcome IN ('new', 'update') "
            "ORDER BY s.id, s.version"
        )
        return [
            FeedVersion(
                id=row["id"],
                version=row["version"],
                thread=row["thread"],
                headline=row["headline_raw"] or row["headline"],
                marks=decode_saved(row["marks"], Marks),
                url=row["url"],
            )
            for row in self._db.rows(query, (run,))
        ]
