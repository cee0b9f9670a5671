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
from wirecrawl.ledger_rows import OUTCOMES, SCHEMA, UPGRADES, VERSION, Entry, KnownList, KnownPage, Outcome
from wirecrawl.ledger_stories import Headlines, Stories

_PAGE = "id, url, state, first_seen, checked, etag, modified, sha256"
_CACHE = 64 << 10  # kB: the ids of a million headlines; of SQLite's own 2 MB every look-up reads pages anew
_BUSY_SECONDS = 60  # another spider's commit takes milliseconds; a minute is a stuck disk


class Ledger:
    """One open ledger. `path` is the file, or ":memory:" for a replay, which keeps nothing.

    Raises LedgerError for a file that is no ledger or was written by a newer wirecrawl.
    """

    def __init__(self, path: Path | str) -> None:
        self.path = str(path)
        try:
            self._db = sqlite3.connect(self.path, timeout=_BUSY_SECONDS, isolation_level=None)
            self._db.row_factory = sqlite3.Row
            self.stories = Stories(self._db)
            self.headlines = Headlines(self._db)
            self._prepare()
        except sqlite3.Error as error:
            raise LedgerError(
                f"{self.path}: not a usable ledger ({error}); move it away or restore a backup"
            ) from error

    def _prepare(self) -> None:
        self._db.execute("PRAGMA journal_mode = WAL")
        self._db.execute("PRAGMA synchronous = FULL")  # a commit survives a power cut, which NORMAL in WAL does not
        self._db.execute(f"PRAGMA cache_size = {-_CACHE}")
        with self.transaction():
            version: int = self._db.execute("PRAGMA user_version").fetchone()[0]
            steps = [SCHEMA] if version == 0 else [UPGRADES[step] for step in range(version, VERSION)]
            for statement in (statement for step in steps for statement in step.split(";\n")):
                self._db.execute(statement)
            if version < VERSION:
                self._db.execute(f"PRAGMA user_version = {VERSION}")
        if version > VERSION:
            raise LedgerError(
                f"{self.path}: written by a newer wirecrawl (schema {version}, this one knows {VERSION}); "
                "update wirecrawl or choose another WIRECRAWL_DATA"
            )

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
        self.headlines.reread()

    def commit(self) -> None:
        """Make everything since `begin` durable."""
        self._db.execute("COMMIT")

    def rollback(self) -> None:
        """Forget everything since `begin`, if a transaction is open."""
        if self._db.in_transaction:
            self._db.execute("ROLLBACK")

    # Runs and links

    def start_run(self, spider: str, started: str) -> int:
        """Open a run; returns its number."""
        cursor = self._db.execute("INSERT INTO runs (spider, started) VALUES (?, ?)", (spider, started))
        assert cursor.lastrowid is not None
        return cursor.lastrowid

    def see(self, run: int, url: str, story_id: str | None, source: str) -> bool:
        """Note that a run saw a link; False when it had seen it before."""
        row = (run, url, story_id, source)
        return (
            self._db.execute("INSERT OR IGNORE INTO links (run, url, id, source) VALUES (?, ?, ?, ?)", row).rowcount > 0
        )

    def other_links(self, run: int, url: str, story_id: str) -> dict[str, Outcome | None]:
        """The other links of this run to the same story, with their outcomes so far."""
        query = "SELECT url, outcome FROM links WHERE run = ? AND id = ? AND url <> ? ORDER BY url"
        return {row["url"]: row["outcome"] for row in self._db.execute(query, (run, story_id, url))}

    def settle(self, run: int, url: str, outcome: Outcome, reason: str = "", of: str | None = None) -> None:
        """Give a link its outcome; the first one stays."""
        query = "UPDATE links SET outcome = ?, reason = ?, of = ? WHERE run = ? AND url = ? AND outcome IS NULL"
        self._db.execute(query, (outcome, reason, of, run, url))

    def settle_rest(self, run: int, reason: str) -> None:
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
        """Links that the run before `run` left unfinished, cut by its limit or without an outcome (it was killed).

        Only those that were first seen at or after `since` (ISO 8601 UTC).
        """
        query = (
            "SELECT url FROM links AS l WHERE run = (SELECT MAX(run) FROM runs WHERE spider = ? AND run < ?) "
            "AND (outcome IS NULL OR outcome IN ('failed', 'not reached') OR outcome || reason = 'filteredlimit') "
            "AND (SELECT MIN(started) FROM links JOIN runs USING (run) WHERE url = l.url) >= ? ORDER BY url"
        )
        return [row["url"] for row in self._db.execute(query, (spider, run, since))]

    def close_run(self, run: int, finished: str, verdict: str, exit_code: int, report: str) -> None:
        """Write the end of a run."""
        query = "UPDATE runs SET finished = ?, verdict = ?, exit_code = ?, report = ? WHERE run = ?"
        self._db.execute(query, (finished, verdict, exit_code, report, run))

    # Pages and lists, across runs

    def page(self, story_id: str) -> KnownPage | None:
        """The page of a story as an earlier run left it, or None."""
        row = self._db.execute(f"SELECT {_PAGE} FROM pages WHERE id = ?", (story_id,)).fetchone()
        return KnownPage(**row) if row else None

    def recent_pages(self, spider: str, since: str) -> list[KnownPage]:
        """Pages of a spider first seen at or after `since` (ISO 8601 UTC), oldest first."""
        query = f"SELECT {_PAGE} FROM pages WHERE spider = ? AND first_seen >= ? ORDER BY first_seen, id"
        return [KnownPage(**row) for row in self._db.execute(query, (spider, since))]

    def save_page(self, spider: str, page: KnownPage) -> None:
        """Remember a page; what is known of its first sight stays."""
        values = (
            page.id,
            spider,
            page.url,
            page.state,
            page.first_seen,
            page.checked,
            page.etag,
            page.modified,
            page.sha256,
        )
        self._db.execute(
            "INSERT INTO pages VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET url = excluded.url, "
            "state = excluded.state, checked = excluded.checked, etag = excluded.etag, "
            "modified = excluded.modified, sha256 = excluded.sha256",
            values,
        )

    def list_page(self, url: str) -> KnownList | None:
        """A list page as last read, or None."""
        row = self._db.execute("SELECT url, etag, modified, sha256, body FROM lists WHERE url = ?", (url,)).fetchone()
        return KnownList(**row) if row else None

    def save_list(self, spider: str, checked: str, page: KnownList) -> None:
        """Remember a list page; called when its links are in the ledger, never before."""
        values = (page.url, spider, checked, page.etag, page.modified, page.sha256, page.body)
        self._db.execute("INSERT OR REPLACE INTO lists VALUES (?, ?, ?, ?, ?, ?, ?)", values)

    # Journal and feeds

    def journal(self, run: int, entry: Entry) -> None:
        """Keep a cleaned story, durably, until it is decided."""
        values = (run, entry.link, entry.id, entry.published, entry.lead, entry.fetched, entry.rank, entry.story)
        self._db.execute("INSERT OR REPLACE INTO journal VALUES (?, ?, ?, ?, ?, ?, ?, ?)", values)

    def journalled(self, run: int) -> Iterator[Entry]:
        """The journal of a run in the order of decision: (published, lead, id), fetch time, rank of the host."""
        query = (
            "SELECT link, id, published, lead, fetched, rank, story FROM journal WHERE run = ? "
            "ORDER BY published IS NULL, julianday(published), COALESCE(lead, 0), id, fetched, rank, link"
        )
        return (Entry(**row) for row in self._db.execute(query, (run,)).fetchall())

    def add_feed(self, run: int, path: str, lines: int) -> None:
        """Enter a feed file that is durable, and empty the journal of its run."""
        self._db.execute("INSERT OR REPLACE INTO feeds VALUES (?, ?, ?)", (path, run, lines))

    def forget_journal(self, run: int) -> None:
        """Empty the journal of a run whose stories are decided and durable."""
        self._db.execute("DELETE FROM journal WHERE run = ?", (run,))
