"""The ledger's links: what every run saw, and the one outcome of each link."""

from collections.abc import Iterable, Iterator
from typing import Any

from wirecrawl.reasons import ReasonKind
from wirecrawl.storage.ledger.damage import text_in
from wirecrawl.storage.ledger.rows import OUTCOMES, Outcome
from wirecrawl.storage.ledger.sql.database import Database

# Of a link that the next run takes up; the parameter is the reason of a link that the limit of its run cut off.
_UNFINISHED = (
    "(outcome IS NULL OR outcome IN ('failed', 'not reached') OR outcome = 'filtered' AND COALESCE(reason, '') = ?)"
)


class SqlLinks:
    """The links of every run, one row a link.

    A link has no outcome until it is settled; at the end of a run the rest becomes `not reached`, so the outcomes of
    a run always add up to its links.
    """

    def __init__(self, db: Database) -> None:
        self._db = db

    def note_link(self, run: int, url: str, story_id: str | None, source: str) -> bool:
        """Note that a run saw a link; False when it had seen it before."""
        query = "INSERT INTO links (run, url, id, source) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING"
        return self._db.change(query, (run, url, story_id, source)) > 0

    def has_other_link(self, run: int, url: str, story_id: str) -> bool:
        """Whether this run saw another link to the same story."""
        query = "SELECT 1 AS seen FROM links WHERE run = ? AND id = ? AND url <> ? LIMIT 1"
        return self._db.row(query, (run, story_id, url)) is not None

    def other_links(self, run: int, url: str, story_id: str) -> dict[str, Outcome | None]:
        """The other links of this run to the same story, with their outcomes so far."""
        # The inner query has all it asks for in its index. Asked for the outcome at once, or to sort, SQLite goes
        # through all links of the run instead, for each link again.
        same = "SELECT url FROM links WHERE run = ? AND id = ? AND url <> ?"
        query = f"SELECT url, outcome FROM links WHERE run = ? AND url IN ({same})"
        return dict(sorted((row["url"], row["outcome"]) for row in self._db.rows(query, (run, run, story_id, url))))

    def set_outcome(self, run: int, url: str, outcome: Outcome, reason: str = "", of: str | None = None) -> None:
        """Give a link its outcome; the first one stays."""
        query = "UPDATE links SET outcome = ?, reason = ?, of = ? WHERE run = ? AND url = ? AND outcome IS NULL"
        self._db.execute(query, (outcome, reason, of, run, url))

    def reopen(self, run: int, url: str, reason: str) -> bool:
        """Take its outcome from a link that ended `unchanged` for a reason; False when there is no such link."""
        query = (
            "UPDATE links SET outcome = NULL, reason = NULL, of = NULL "
            "WHERE run = ? AND url = ? AND outcome = 'unchanged' AND reason = ?"
        )
        return self._db.change(query, (run, url, reason)) > 0

    def mark_unreached(self, run: int, reason: str) -> None:
        """Give every link without an outcome `not reached`."""
        query = "UPDATE links SET outcome = 'not reached', reason = ? WHERE run = ? AND outcome IS NULL"
        self._db.execute(query, (reason, run))

    def balance(self, run: int) -> tuple[int, dict[Outcome, int]]:
        """Number of links a run saw, and how many ended in each outcome; every outcome is listed."""
        links = self._db.value("SELECT COUNT(*) FROM links WHERE run = ?", (run,))
        counts = dict.fromkeys(OUTCOMES, 0)
        for row in self._db.rows("SELECT outcome, COUNT(*) AS n FROM links WHERE run = ? GROUP BY outcome", (run,)):
            counts[row["outcome"]] = row["n"]
        return links, counts

    def outcomes(self, run: int, *, leave_out: Iterable[Outcome] = ()) -> Iterator[dict[str, Any]]:
        """Links of a run with outcome and reason, by address; those ruled out by their shape alone are not listed."""
        query = (
            "SELECT url, id, outcome, reason, of FROM links WHERE run = ? "
            "AND NOT (outcome = 'filtered' AND reason = ?) ORDER BY url"
        )
        left_out, rows = set(leave_out), self._db.rows(query, (run, ReasonKind.SHAPE))
        return (dict(row) for row in rows if row["outcome"] not in left_out)

    def last_outcome(self, url: str) -> Outcome | None:
        """What became of an address in the last run that saw it, None for nothing yet."""
        query = "SELECT outcome FROM links WHERE url = ? ORDER BY run DESC LIMIT 1"
        outcome: Outcome | None = self._db.value(query, (url,))
        return outcome

    def history(self, link: str) -> list[dict[str, Any]]:
        """What became of an address, or of every address of a story id, run by run, the newest first."""
        query = (
            "SELECT run, started, spider, url, id, source, outcome, reason, of FROM links JOIN runs USING (run) "
            "WHERE url = ? OR id = ? ORDER BY run DESC, url"
        )
        return [dict(row) for row in self._db.rows(query, (link, link))]

    def unfinished(self, spider: str, run: int, since: str) -> list[str]:
        """Links that the runs before `run` left unfinished, cut by their limit or without an outcome.

        Runs back to the last one that came to its end: that one took up what was before it. Only links that were left
        unfinished for the first time, since they were last finished, at or after `since` (ISO 8601 UTC). Runs of lists
        of addresses and of archives do not count: a later run of the same kind takes them up. Raises LedgerError for a
        row that names no link.
        """
        runs = "SELECT run FROM runs WHERE spider = ? AND run < ? AND mode IN ('crawl', 'replay')"
        finished = "SELECT MAX(run) FROM links WHERE url = last.url AND run < ? AND NOT " + _UNFINISHED
        query = (
            f"WITH newest AS (SELECT url, MAX(run) AS run FROM links WHERE run IN ({runs}) AND run >= "
            f"COALESCE((SELECT MAX(run) FROM ({runs} AND finished IS NOT NULL) AS ended), 0) GROUP BY url), "
            "last AS (SELECT links.url, outcome, reason FROM newest "
            "JOIN links ON links.run = newest.run AND links.url = newest.url) "
            f"SELECT url FROM last WHERE {_UNFINISHED} AND "
            "(SELECT MIN(started) FROM links JOIN runs USING (run) WHERE url = last.url "
            f"AND run > COALESCE(({finished}), 0)) >= ? ORDER BY url"
        )
        limit = ReasonKind.LIMIT
        values = (spider, run, spider, run, limit, run, limit, since)
        return [text_in(self._db.path, row, "url") for row in self._db.rows(query, values)]
