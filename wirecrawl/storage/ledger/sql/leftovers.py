"""What interrupted runs left in the ledger, and how a later run takes it over."""

from wirecrawl.reasons import ReasonKind
from wirecrawl.storage.ledger.damage import text_in
from wirecrawl.storage.ledger.rows import JournalEntry
from wirecrawl.storage.ledger.sql.database import Database

_ENTRY = "link, id, published, lead, fetched, rank, story"
# Runs of a spider before this one.
_EARLIER = "run IN (SELECT run FROM runs WHERE spider = ? AND run < ?)"


class SqlLeftovers:
    """Journal, sightings and open links of the earlier runs of a spider, and the feed files that are listed."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def feed_paths(self) -> list[str]:
        """Feed files that a commit lists. Raises LedgerError for a row that names none."""
        return [text_in(self._db.path, row, "path") for row in self._db.rows("SELECT path FROM feeds")]

    def waiting(self, spider: str, run: int) -> list[JournalEntry]:
        """Stories that earlier runs cleaned and did not decide, those of the latest run last."""
        query = f"SELECT {_ENTRY} FROM journal WHERE {_EARLIER} ORDER BY run, link"
        return [JournalEntry(**row) for row in self._db.rows(query, (spider, run))]

    def entered(self, spider: str, run: int, story_id: str, outcome: str, reason: str) -> None:
        """Give the links to a story that earlier runs left open the outcome that its line in a feed proves."""
        query = f"UPDATE links SET outcome = ?, reason = ? WHERE {_EARLIER} AND id = ? AND outcome IS NULL"
        self._db.execute(query, (outcome, reason, spider, run, story_id))

    def undecided(self, spider: str, run: int, link: str) -> None:
        """Take a story out of the journal of earlier runs: its line is in a feed."""
        self._db.execute(f"DELETE FROM journal WHERE {_EARLIER} AND link = ?", (spider, run, link))

    def take_over(self, spider: str, run: int) -> tuple[int, int]:
        """Make journal and sightings of earlier runs those of `run`; returns the number of stories and of pages.

        The links of the journal become links of `run`. If two runs journalled a story, the later one's row is used.
        """
        who = (spider, run)
        links = (
            "INSERT INTO links (run, url, id, source) "
            f"SELECT ?, link, id, 'a run that was cut off' FROM journal WHERE {_EARLIER} ON CONFLICT DO NOTHING"
        )
        stories = self._db.change(links, (run, *who))
        newest = f"SELECT link, MAX(run) FROM journal WHERE {_EARLIER} GROUP BY link"
        self._db.execute(f"DELETE FROM journal WHERE {_EARLIER} AND (link, run) NOT IN ({newest})", (*who, *who))
        self._db.execute(f"UPDATE journal SET run = ? WHERE {_EARLIER}", (run, *who))
        pages: int = self._db.value(f"SELECT COUNT(DISTINCT page) FROM sightings WHERE {_EARLIER}", who)
        self._db.execute(f"UPDATE sightings SET run = ? WHERE {_EARLIER}", (run, *who))
        return stories, pages

    def close(self, spider: str, run: int) -> None:
        """Write the end of earlier runs that could not: verdict `cut off`, links without an outcome `not reached`."""
        self._db.execute(
            "UPDATE links SET outcome = 'not reached', reason = ? WHERE outcome IS NULL AND "
            "run IN (SELECT run FROM runs WHERE spider = ? AND run < ? AND verdict IS NULL)",
            (ReasonKind.RUN_CUT_OFF, spider, run),
        )
        self._db.execute(
            "UPDATE runs SET verdict = 'cut off' WHERE spider = ? AND run < ? AND verdict IS NULL", (spider, run)
        )
