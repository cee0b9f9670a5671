"""The ledger's runs: their measures, what a run is compared with, and how old ones are forgotten."""

from collections.abc import Mapping
from typing import Any

from wirecrawl.storage.ledger.damage import number_in, text_in
from wirecrawl.storage.ledger.rows import RunMode
from wirecrawl.storage.ledger.sql.database import Database, upsert

_MEASURE = upsert("measures", "run, name", "value")

# Never the last run that came to its end, nor one after it: what they left unfinished is asked for again.
_OLD = (
    "run IN (SELECT run FROM runs AS r WHERE spider = ? AND started < ? AND run < "
    "(SELECT MAX(run) FROM runs WHERE spider = r.spider AND finished IS NOT NULL))"
)


class SqlRuns:
    """Runs, and what they measured of themselves."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def start(self, spider: str, started: str, mode: RunMode = "crawl") -> int:
        """Open a run; returns its number."""
        query = "INSERT INTO runs (spider, started, mode) VALUES (?, ?, ?) RETURNING run"
        run: int = self._db.value(query, (spider, started, mode))
        return run

    def close(self, run: int, finished: str, verdict: str, exit_code: int, report: str) -> None:
        """Write the end of a run."""
        query = "UPDATE runs SET finished = ?, verdict = ?, exit_code = ?, report = ? WHERE run = ?"
        self._db.execute(query, (finished, verdict, exit_code, report, run))

    def measure(self, run: int, measures: Mapping[str, float], *, comparable: bool) -> None:
        """Keep the measures of a run; later runs are compared with those of comparable ones."""
        self._db.execute("UPDATE runs SET comparable = ? WHERE run = ?", (int(comparable), run))
        rows = [(run, name, value) for name, value in measures.items()]
        self._db.execute_many(_MEASURE, rows)

    def baseline(self, spider: str, run: int, since: str, runs: int) -> list[dict[str, float]]:
        """Measures of the last comparable runs before `run` that were not broken, the newest first.

        At most `runs` of them, started at or after `since` (ISO 8601 UTC).
        """
        query = (
            "SELECT run FROM runs WHERE spider = ? AND run < ? AND comparable = 1 AND verdict IN ('good', 'degraded') "
            "AND started >= ? ORDER BY run DESC LIMIT ?"
        )
        return [self.measures(row["run"]) for row in list(self._db.rows(query, (spider, run, since, runs)))]

    def least(self, spider: str, since: str, name: str) -> float | None:
        """The least that comparable runs since a time (ISO 8601 UTC) measured of one thing."""
        runs = "SELECT run FROM runs WHERE spider = ? AND comparable = 1 AND started >= ?"
        query = f"SELECT MIN(value) FROM measures WHERE name = ? AND run IN ({runs})"
        least: float | None = self._db.value(query, (name, spider, since))
        return least

    def measures(self, run: int) -> dict[str, float]:
        """Measures of a run, by name. Raises LedgerError for a row that holds none."""
        query = "SELECT name, value FROM measures WHERE run = ?"
        path = self._db.path
        return {text_in(path, row, "name"): number_in(path, row, "value") for row in self._db.rows(query, (run,))}

    def last(self, spider: str | None, count: int) -> list[dict[str, Any]]:
        """The last runs of a spider, or of all, the newest first."""
        which, values = ("", ()) if spider is None else ("WHERE spider = ? ", (spider,))
        query = f"SELECT * FROM runs {which}ORDER BY run DESC LIMIT ?"
        return [dict(row) for row in self._db.rows(query, (*values, count))]

    def count_old(self, spider: str, before: str) -> int:
        """Number of rows of links and measures of runs of a spider that started before a time (ISO 8601 UTC)."""
        counts = [f"(SELECT COUNT(*) FROM {table} WHERE {_OLD})" for table in ("links", "measures")]
        found: int = self._db.value(f"SELECT {' + '.join(counts)}", (spider, before) * 2)
        return found

    def forget(self, spider: str, before: str) -> None:
        """Drop links and measures of runs that started before a time; the runs, stories and pages stay known."""
        for table in ("links", "measures"):
            self._db.execute(f"DELETE FROM {table} WHERE {_OLD}", (spider, before))
