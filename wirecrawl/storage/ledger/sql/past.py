"""The ledger's past: what backfills did, and what the run that goes on has listed."""

from collections.abc import Iterable, Iterator

from wirecrawl.storage.ledger.damage import as_texts, read_row, require_count, text_in
from wirecrawl.storage.ledger.rows import ListedCapture
from wirecrawl.storage.ledger.sql.database import Database, Row, insert, upsert

_CAPTURE = "story, time, original, link, digest, place, page"
_FINISH = upsert("past_months", "spider, source, prefer, month", "done")
_LIST = insert("past_captures", f"run, month, {_CAPTURE}") + " ON CONFLICT DO NOTHING"
_MISS = insert("past_misses", "spider, source, prefer, story") + " ON CONFLICT DO NOTHING"


class SqlPast:
    """Months that are done, captures that a run has listed, and stories whose captures hold none."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def is_done(self, spider: str, index: str, prefer: str, month: str) -> bool:
        """Whether a month (YYYY-MM) was asked for whole, and each of its stories had its end."""
        query = "SELECT 1 FROM past_months WHERE spider = ? AND source = ? AND prefer = ? AND month = ?"
        return self._db.row(query, (spider, index, prefer, month)) is not None

    def finish(self, spider: str, index: str, prefer: str, month: str, done: str) -> None:
        """Remember that a month is done, since `done` (ISO 8601 UTC)."""
        self._db.execute(_FINISH, (spider, index, prefer, month, done))

    def forget_listed(self, spider: str) -> None:
        """Drop the captures that runs of a spider listed."""
        self._db.execute("DELETE FROM past_captures WHERE run IN (SELECT run FROM runs WHERE spider = ?)", (spider,))

    def list_captures(self, run: int, month: str, captures: Iterable[ListedCapture]) -> None:
        """Keep captures that an index lists, while their run goes on."""
        self._db.execute_many(_LIST, ((run, month, *one) for one in captures))

    def stories(self, run: int, month: str) -> Iterator[tuple[str, str]]:
        """Each story of a month, with the address of its first capture, by id."""
        last = ""
        query = (
            "SELECT story, link FROM past_captures AS found WHERE run = ? AND month = ? AND page = 1 AND story > ? "
            "AND NOT EXISTS (SELECT 1 FROM past_captures AS other WHERE other.run = found.run "
            "AND other.story = found.story AND other.page = 1 AND other.month = found.month "
            "AND (other.time, other.original) < (found.time, found.original)) ORDER BY story LIMIT 500"
        )
        while rows := list(self._db.rows(query, (run, month, last))):
            path = self._db.path
            yield from ((text_in(path, row, "story"), text_in(path, row, "link")) for row in rows)
            last = rows[-1]["story"]

    def take(self, run: int, story: str, most: int, *, latest: bool) -> ListedCapture | None:
        """The next capture of a story to read, of bytes that were not read yet; None after `most` of them."""
        which = "run = ? AND story = ? AND page = 1"
        taken = f"SELECT COUNT(*) FROM past_captures WHERE {which} AND taken = 1"
        if self._db.value(taken, (run, story)) >= most:
            return None
        read = f"SELECT digest FROM past_captures WHERE {which} AND taken = 1 AND digest <> ''"
        query = (
            f"SELECT {_CAPTURE} FROM past_captures WHERE {which} AND taken = 0 AND digest NOT IN ({read}) "
            f"ORDER BY time {'DESC' if latest else 'ASC'}, original LIMIT 1"
        )
        row = self._db.row(query, (run, story, run, story))
        if row is None:
            return None
        found = self._read(row)
        mark = f"UPDATE past_captures SET taken = 1 WHERE {which} AND time = ? AND original = ?"
        self._db.execute(mark, (run, story, found.time, found.original))
        return found

    def later_page(self, run: int, story: str, page: int) -> ListedCapture | None:
        """A capture of a later page of a story."""
        query = f"SELECT {_CAPTURE} FROM past_captures WHERE run = ? AND story = ? AND page = ? ORDER BY time LIMIT 1"
        row = self._db.row(query, (run, story, page))
        return self._read(row) if row else None

    def _read(self, row: Row) -> ListedCapture:
        """A capture as its row has it. Raises LedgerError for a row with values that no run writes."""
        return read_row(self._db.path, lambda: _capture(row))

    def count_open(self, run: int, month: str) -> int:
        """Number of stories of a month that have no outcome, failed, or were not reached."""
        query = (
            "SELECT COUNT(*) FROM links WHERE run = ? AND (outcome IS NULL OR outcome IN ('failed', 'not reached')) "
            "AND COALESCE(id, url) IN (SELECT story FROM past_captures WHERE run = ? AND month = ?)"
        )
        found: int = self._db.value(query, (run, run, month))
        return found

    def has_miss(self, spider: str, index: str, prefer: str, story: str) -> bool:
        """Whether earlier captures of a story were read and held none."""
        query = "SELECT 1 FROM past_misses WHERE spider = ? AND source = ? AND prefer = ? AND story = ?"
        return self._db.row(query, (spider, index, prefer, story)) is not None

    def add_miss(self, spider: str, index: str, prefer: str, story: str) -> None:
        """Remember that the captures of a story hold none."""
        self._db.execute(_MISS, (spider, index, prefer, story))


def _capture(row: Row) -> ListedCapture:
    found = dict(row)
    page = require_count(found, "page")
    as_texts(found)
    return ListedCapture(**found, page=page)
