"""The ledger's headline records, and the block keys by which a new line finds them."""

from collections.abc import Collection, Iterable, Sequence

import msgspec

from wirecrawl.items import Headline
from wirecrawl.news.dedupe import HeadlineRecord, read_line
from wirecrawl.storage.ledger.damage import as_texts, read_row
from wirecrawl.storage.ledger.sql.database import Database, Row, marks
from wirecrawl.storage.ledger.sql.stories import MOST_COMPARED
from wirecrawl.utils.saved_json import decode_saved

_HOUR = 13  # characters of 2026-11-20T06
_HELD = 1 << 17  # most headlines whose block keys are kept in memory: 60 MB, three days of a hundred agencies


class SqlHeadlines:
    """Headline records that are in the feed. Implements what `dedupe.EarlierHeadlines` asks of earlier runs."""

    def __init__(self, db: Database) -> None:
        self._db = db
        db.at_begin(self._forget_held)
        self._forget_held()

    def _forget_held(self) -> None:
        self._hour, self._number = "", 0
        self._held: set[int] = set()
        self._held_from: int | None = None

    def chains(
        self, agency: str, keys: Sequence[int], since: str | None, link: str | None = None
    ) -> Iterable[list[HeadlineRecord]]:
        """Chains of which a record has one of the keys or the link and was seen at or after `since` (ISO 8601 UTC)."""
        first = self._first(since)
        numbers: list[int] = []
        if shared := self._shared(keys, first):
            query = (
                "SELECT b.n FROM headline_blocks AS b JOIN headlines AS h ON h.n = b.n "
                f"WHERE b.key IN ({marks(len(shared))}) AND b.n >= ? AND h.agency = ? "
                f"GROUP BY b.n ORDER BY COUNT(*) DESC, b.n DESC LIMIT {MOST_COMPARED}"
            )
            numbers = [row["n"] for row in self._db.rows(query, (*shared, first, agency))]
        if link:
            linked = self._db.rows("SELECT n FROM headlines WHERE link = ?", (link,))
            numbers += sorted((row["n"] for row in linked), reverse=True)[:MOST_COMPARED]
        if not numbers:
            return ()
        query = (
            f"SELECT DISTINCT chain FROM headlines WHERE n IN ({marks(len(numbers))}) AND agency = ? "
            "AND (last IS NULL OR last >= ?) ORDER BY chain"
        )
        return [self._chain(row["chain"]) for row in self._db.rows(query, (*numbers, agency, since or ""))]

    def _shared(self, keys: Sequence[int], first: int) -> Collection[int]:
        """Those of the keys that a headline from a number on may have: mostly none, else one or two."""
        return self._held.intersection(keys) if self._hold(first) else keys

    def _first(self, since: str | None) -> int:
        """The smallest number of a headline that was seen since a time; looked up once for each hour of that time."""
        hour = (since or "")[:_HOUR]
        if hour != self._hour:
            query = (
                "SELECT COALESCE((SELECT MIN(+n) FROM headlines WHERE last >= ?), "  # by the index of last, not of n
                "(SELECT MIN(n) FROM headlines WHERE last IS NULL), (SELECT MAX(n) + 1 FROM headlines), 0)"
            )
            self._hour, self._number = hour, self._db.value(query, (hour,))
        return self._number

    def _hold(self, first: int) -> bool:
        """Keep the block keys of all headlines from a number on in memory: most new lines share none of them.

        False when they are too many, or when no transaction is open and another process may add to them.
        """
        if self._held_from is None or first < self._held_from:
            if not self._db.is_alone or self._newest() - first >= _HELD:
                return False
            blocks = self._db.rows("SELECT key FROM headline_blocks WHERE n >= ?", (first,))
            self._held, self._held_from = {row["key"] for row in blocks}, first
        return self._db.is_alone

    def _newest(self) -> int:
        return self._db.value("SELECT MAX(n) FROM headlines") or 0

    def _chain(self, name: str) -> list[HeadlineRecord]:
        rows = self._db.rows("SELECT * FROM headlines WHERE chain = ? ORDER BY n", (name,))
        return [self._read(row) for row in rows]

    def _read(self, row: Row) -> HeadlineRecord:
        """A record as its row has it. Raises LedgerError for a row with values that no run writes."""
        return read_row(self._db.path, lambda: _record(row))

    def named(self, headline_id: str) -> HeadlineRecord | None:
        """The record with this id, or None."""
        number = self._db.value("SELECT n FROM headlines WHERE id = ?", (headline_id,))  # mostly none
        row = self._db.row("SELECT * FROM headlines WHERE n = ?", (number,)) if number is not None else None
        return self._read(row) if row else None

    def forget(self, before: str) -> None:
        """Drop headlines that no run since a time (ISO 8601 UTC) has seen, whatever time is printed beside them."""
        # A line is not seen before the time printed beside it, so the index of `last` finds all that may be old.
        old = "last < ? AND run IN (SELECT run FROM runs WHERE started < ?)"
        self._db.execute(
            f"DELETE FROM headline_blocks WHERE n IN (SELECT n FROM headlines WHERE {old})", (before, before)
        )
        self._db.execute(f"DELETE FROM headlines WHERE {old}", (before, before))

    def save(self, run: int, spider: str, record: HeadlineRecord) -> None:
        """Enter a record, or what is new of it."""
        item = msgspec.json.encode(record.item).decode()
        seen = (record.first_printed, record.printed, record.undated, record.last, record.link, item)
        values = (record.item.id, spider, run, record.item.agency, record.chain, *seen)
        number = self._db.value(
            "INSERT INTO headlines (id, spider, run, agency, chain, first_printed, printed, undated, last, link, item) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
            "ON CONFLICT (id) DO UPDATE SET run = excluded.run, first_printed = excluded.first_printed, "
            "printed = excluded.printed, "
            "undated = excluded.undated, last = excluded.last, link = excluded.link, "
            "item = excluded.item RETURNING n",
            values,
        )
        blocks = [(key, number) for key in record.line.block_keys]
        self._db.execute_many("INSERT INTO headline_blocks VALUES (?, ?) ON CONFLICT DO NOTHING", blocks)
        self._held.update(record.line.block_keys)


def _record(row: Row) -> HeadlineRecord:
    as_texts({name: row[name] for name in ("chain", "printed", "first_printed", "undated", "link")})
    item = decode_saved(row["item"], Headline)
    return HeadlineRecord(
        item,
        read_line(item.headline_raw, item.agency),
        row["chain"],
        printed=row["printed"],
        first_printed=row["first_printed"],
        undated=row["undated"],
        link=row["link"],
        changed=False,
    )
