"""The ledger's journal: cleaned stories and headline sightings of a run, kept until it decides, and its feed files."""

from collections.abc import Iterable, Iterator, Sequence

from wirecrawl.storage.ledger.rows import JournalEntry, SightedLines
from wirecrawl.storage.ledger.sql.database import Database, insert, marks, upsert

_ENTRY = "link, id, published, lead, fetched, rank, story"
_ADD = upsert("journal", "run, link", "id, published, lead, fetched, rank, story")
_ADD_LINES = insert("sightings", "run, time, page, lines")
_ADD_FEED = upsert("feeds", "path", "run, lines")
_AT_ONCE = 32  # stories read in one query: those of a first run or of a long replay do not fit into memory together


class SqlJournal:
    """What a run has read and not yet decided, and the feed files that hold what it has decided."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def add(self, run: int, entry: JournalEntry) -> None:
        """Keep a cleaned story, durably, until it is decided."""
        values = (run, entry.link, entry.id, entry.published, entry.lead, entry.fetched, entry.rank, entry.story)
        self._db.execute(_ADD, values)

    def entries(self, run: int) -> Iterator[JournalEntry]:
        """The journal of a run in the order of decision: (published, lead, id), fetch time, rank of the host."""
        order = (
            "SELECT link FROM journal WHERE run = ? "
            f"ORDER BY published IS NULL, {self._db.dialect.instant('published')} NULLS FIRST, COALESCE(lead, 0), id, "
            "fetched NULLS FIRST, rank NULLS FIRST, link"
        )
        links = [row["link"] for row in self._db.rows(order, (run,))]
        for first in range(0, len(links), _AT_ONCE):
            yield from self._entries_of(run, links[first : first + _AT_ONCE])

    def _entries_of(self, run: int, links: Sequence[str]) -> Iterator[JournalEntry]:
        query = f"SELECT {_ENTRY} FROM journal WHERE run = ? AND link IN ({marks(len(links))})"
        found = {row["link"]: row for row in self._db.rows(query, (run, *links))}
        return (JournalEntry(**found[link]) for link in links if link in found)

    def count(self, run: int) -> int:
        """How many stories of a run wait for their decision."""
        count: int = self._db.value("SELECT COUNT(*) FROM journal WHERE run = ?", (run,))
        return count

    def remove(self, run: int, link: str) -> None:
        """Take a decided story out of the journal, in the transaction of the decisions."""
        self._db.execute("DELETE FROM journal WHERE run = ? AND link = ?", (run, link))

    def add_sightings(self, run: int, lines: Iterable[SightedLines]) -> None:
        """Keep the headlines that a page shows, durably, until the run decides on headlines."""
        with self._db.transaction():
            self._db.execute_many(_ADD_LINES, ((run, *line) for line in lines))

    def sightings(self, run: int) -> Iterator[SightedLines]:
        """The headlines of every page that a run read, the oldest first."""
        query = "SELECT time, page, lines FROM sightings WHERE run = ? ORDER BY time, page"
        return (SightedLines(**row) for row in self._db.rows(query, (run,)))

    def remove_sightings(self, run: int) -> None:
        """Drop the sightings of a run, in the transaction of the decisions."""
        self._db.execute("DELETE FROM sightings WHERE run = ?", (run,))

    def add_feed(self, run: int, path: str, lines: int) -> None:
        """List a feed file that is durable, with the number of its lines."""
        self._db.execute(_ADD_FEED, (path, run, lines))
