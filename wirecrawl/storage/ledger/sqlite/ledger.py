"""The ledger: what every run saw and what became of it. One SQLite file, write-ahead log, one row a link.

A link has no outcome until it is settled; closing a run gives the rest `not reached`, so the outcomes of a
run always add up to its links. Stories, headlines and the feed files that hold them are committed in one
transaction, after the files are durable.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from wirecrawl.errors import LedgerError
from wirecrawl.storage.ledger.rows import OUTCOMES, JournalEntry, ListState, Outcome, PageState, SightedLines
from wirecrawl.storage.ledger.sqlite.captures import SqliteCaptures
from wirecrawl.storage.ledger.sqlite.connection import open_file
from wirecrawl.storage.ledger.sqlite.headlines import Headlines
from wirecrawl.storage.ledger.sqlite.leftovers import Leftovers
from wirecrawl.storage.ledger.sqlite.outputs import Outputs
from wirecrawl.storage.ledger.sqlite.runs import Runs
from wirecrawl.storage.ledger.sqlite.stories import Stories

_PAGE = "id, url, state, first_seen, checked, etag, modified, sha256"


class Ledger:
    """One open ledger. `path` is the file, or "" for one that goes with its run: SQLite keeps that in memory as far as
    its cache goes, and the rest in a file of its own in the folder for temporary ones.

    Raises LedgerError for a file that is no ledger or was written by a newer wirecrawl.
    """

    def __init__(self, path: Path | str) -> None:
        self.path = str(path)
        self._db = open_file(self.path)
        self.stories = Stories(self._db, packed=bool(self.path))
        self.headlines = Headlines(self._db)
        self.leftovers = Leftovers(self._db)
        self.runs = Runs(self._db)
        self.captures = SqliteCaptures(self._db)
        self.outputs = Outputs(self._db)

    def close(self) -> None:
        """Close the file; a transaction that is open is rolled back."""
        self._db.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing for what is written inside; nests in one that is open already."""
        if self._db.in_transaction:
            yield
            return
        self.begin()
        try:
            yield
        except BaseException:
            self._db.execute("ROLLBACK")
            raise
        self.commit()

    def begin(self) -> None:
        """Open a transaction by hand: the deciding pass holds one until its feed files are durable."""
        self._db.execute("BEGIN IMMEDIATE")
        self.stories.reread()
        self.headlines.reread()

    def require_transaction(self) -> None:
        """Raises LedgerError when `begin` no longer holds: on a full disk SQLite rolls back by itself."""
        if not self._db.in_transaction:
            raise LedgerError(f"{self.path}: the disk is full or failed, and the decisions were rolled back")

    def commit(self) -> None:
        """Make everything since `begin` durable."""
        self._db.execute("COMMIT")

    def rollback(self) -> None:
        """Forget everything since `begin`, if a transaction is open."""
        if self._db.in_transaction:
            self._db.execute("ROLLBACK")

    # Links

    def note_link(self, run: int, url: str, story_id: str | None, source: str) -> bool:
        """Note that a run saw a link; False when it had seen it before."""
        query = "INSERT OR IGNORE INTO links (run, url, id, source) VALUES (?, ?, ?, ?)"
        return self._db.execute(query, (run, url, story_id, source)).rowcount > 0

    def other_links(self, run: int, url: str, story_id: str) -> dict[str, Outcome | None]:
        """The other links of this run to the same story, with their outcomes so far."""
        # Sorted here: asked to, SQLite goes through all links of the run, which are sorted, instead of those of the id.
        query = "SELECT url, outcome FROM links INDEXED BY links_by_id WHERE run = ? AND id = ? AND url <> ?"
        return dict(sorted((row["url"], row["outcome"]) for row in self._db.execute(query, (run, story_id, url))))

    def set_outcome(self, run: int, url: str, outcome: Outcome, reason: str = "", of: str | None = None) -> None:
        """Give a link its outcome; the first one stays."""
        query = "UPDATE links SET outcome = ?, reason = ?, of = ? WHERE run = ? AND url = ? AND outcome IS NULL"
        self._db.execute(query, (outcome, reason, of, run, url))

    def mark_unreached(self, run: int, reason: str) -> None:
        """Give every link without an outcome `not reached`."""
        query = "UPDATE links SET outcome = 'not reached', reason = ? WHERE run = ? AND outcome IS NULL"
        self._db.execute(query, (reason, run))

    def balance(self, run: int) -> tuple[int, dict[Outcome, int]]:
        """Number of links a run saw, and how many ended in each outcome; every outcome is listed."""
        links = self._db.execute("SELECT COUNT(*) FROM links WHERE run = ?", (run,)).fetchone()[0]
        counts = dict.fromkeys(OUTCOMES, 0)
        for row in self._db.execute("SELECT outcome, COUNT(*) AS n FROM links WHERE run = ? GROUP BY outcome", (run,)):
            counts[row["outcome"]] = row["n"]
        return links, counts

    def outcomes(self, run: int, *, leave_out: Iterable[Outcome] = ()) -> list[dict[str, Any]]:
        """Links of a run with outcome and reason, by address; those ruled out by their shape alone are not listed."""
        query = (
            "SELECT url, id, outcome, reason, of FROM links WHERE run = ? "
            "AND NOT (outcome = 'filtered' AND reason = 'shape') ORDER BY url"
        )
        left_out = set(leave_out)
        return [dict(row) for row in self._db.execute(query, (run,)) if row["outcome"] not in left_out]

    def history(self, link: str) -> list[dict[str, Any]]:
        """What became of an address, or of every address of a story id, run by run, the newest first."""
        query = (
            "SELECT run, started, spider, url, id, source, outcome, reason, of FROM links JOIN runs USING (run) "
            "WHERE url = ? OR id = ? ORDER BY run DESC, url"
        )
        return [dict(row) for row in self._db.execute(query, (link, link))]

    def unfinished(self, spider: str, run: int, since: str) -> list[str]:
        """Links that the runs before `run` left unfinished, cut by their limit or without an outcome.

        Runs back to the last one that came to its end: that one took up what was before it. Only links that
        were first seen at or after `since` (ISO 8601 UTC).
        """
        runs = "SELECT run FROM runs WHERE spider = ? AND run < ?"
        query = (
            f"WITH last AS (SELECT url, outcome, reason, MAX(run) FROM links WHERE run IN ({runs}) AND run >= "
            f"COALESCE((SELECT MAX(run) FROM ({runs} AND finished IS NOT NULL)), 0) GROUP BY url) SELECT url FROM last "
            "WHERE (outcome IS NULL OR outcome IN ('failed', 'not reached') OR outcome || reason = 'filteredlimit') "
            "AND (SELECT MIN(started) FROM links JOIN runs USING (run) WHERE url = last.url) >= ? ORDER BY url"
        )
        return [row["url"] for row in self._db.execute(query, (spider, run, spider, run, since))]

    def shrink(self) -> None:
        """Give the space of what was dropped back to the file system. Raises LedgerError where that has no room."""
        try:
            self._db.execute("VACUUM")
        except sqlite3.Error as error:
            raise LedgerError(f"{self.path}: not made smaller ({error}); make room, and prune again") from error

    # Pages and lists, across runs

    def page(self, story_id: str) -> PageState | None:
        """The page of a story as an earlier run left it, or None."""
        row = self._db.execute(f"SELECT {_PAGE} FROM pages WHERE id = ?", (story_id,)).fetchone()
        return PageState(**row) if row else None

    def recent_pages(self, spider: str, since: str) -> list[PageState]:
        """Pages of a spider first seen at or after `since` (ISO 8601 UTC), oldest first."""
        query = f"SELECT {_PAGE} FROM pages WHERE spider = ? AND first_seen >= ? ORDER BY first_seen, id"
        return [PageState(**row) for row in self._db.execute(query, (spider, since))]

    def save_page(self, spider: str, page: PageState) -> None:
        """Remember a page; what is known of its first sight stays."""
        seen = (page.first_seen, page.checked, page.etag, page.modified, page.sha256)
        values = (page.id, spider, page.url, page.state, *seen)
        self._db.execute(
            "INSERT INTO pages VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET url = excluded.url, "
            "state = excluded.state, checked = excluded.checked, etag = excluded.etag, "
            "modified = excluded.modified, sha256 = excluded.sha256",
            values,
        )

    def list_page(self, url: str) -> ListState | None:
        """A list page as last read, or None."""
        query = "SELECT url, etag, modified, sha256, body, checked FROM lists WHERE url = ?"
        row = self._db.execute(query, (url,)).fetchone()
        return ListState(**row) if row else None

    def save_list(self, spider: str, page: ListState) -> None:
        """Remember a list page; called when its links are in the ledger, never before."""
        values = (page.url, spider, page.checked, page.etag, page.modified, page.sha256, page.body)
        self._db.execute("INSERT OR REPLACE INTO lists VALUES (?, ?, ?, ?, ?, ?, ?)", values)

    def check_list(self, url: str, checked: str) -> None:
        """Remember that a list page was asked for and is unchanged."""
        self._db.execute("UPDATE lists SET checked = ? WHERE url = ?", (checked, url))

    # Journal and feeds

    def journal(self, run: int, entry: JournalEntry) -> None:
        """Keep a cleaned story, durably, until it is decided."""
        values = (run, entry.link, entry.id, entry.published, entry.lead, entry.fetched, entry.rank, entry.story)
        self._db.execute("INSERT OR REPLACE INTO journal VALUES (?, ?, ?, ?, ?, ?, ?, ?)", values)

    def journalled(self, run: int) -> Iterator[JournalEntry]:
        """The journal of a run in the order of decision: (published, lead, id), fetch time, rank of the host.

        One story at a time: those of a first run or of a long replay do not fit into memory together.
        """
        order = (
            "SELECT link FROM journal WHERE run = ? "
            "ORDER BY published IS NULL, julianday(published), COALESCE(lead, 0), id, fetched, rank, link"
        )
        one = "SELECT link, id, published, lead, fetched, rank, story FROM journal WHERE run = ? AND link = ?"
        for row in self._db.execute(order, (run,)).fetchall():
            yield JournalEntry(**self._db.execute(one, (run, row["link"])).fetchone())

    def count_journal(self, run: int) -> int:
        """How many stories of a run wait."""
        count: int = self._db.execute("SELECT COUNT(*) FROM journal WHERE run = ?", (run,)).fetchone()[0]
        return count

    def decided(self, run: int, link: str) -> None:
        """Take a story out of the journal; it counts when the transaction of the decisions is committed."""
        self._db.execute("DELETE FROM journal WHERE run = ? AND link = ?", (run, link))

    def sight(self, run: int, lines: Iterable[SightedLines]) -> None:
        """Keep the lines of a page, durably, until they are gathered."""
        with self.transaction():
            self._db.executemany("INSERT INTO sightings VALUES (?, ?, ?, ?)", ((run, *line) for line in lines))

    def sightings(self, run: int) -> Iterator[SightedLines]:
        """The lines of every page that a run read, the oldest first."""
        query = "SELECT time, page, lines FROM sightings WHERE run = ? ORDER BY time, page"
        return (SightedLines(*row) for row in self._db.execute(query, (run,)))

    def gathered(self, run: int) -> None:
        """Drop the lines of a run; it counts when the transaction of the decisions is committed."""
        self._db.execute("DELETE FROM sightings WHERE run = ?", (run,))

    def add_feed(self, run: int, path: str, lines: int) -> None:
        """Enter a feed file that is durable."""
        self._db.execute("INSERT OR REPLACE INTO feeds VALUES (?, ?, ?)", (path, run, lines))
