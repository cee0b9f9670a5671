"""The ledger's stories and headlines: by id, by text, and by the blocks under which like ones meet."""

import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from wirecrawl.dedupe import Compared, Known, Record, read_line
from wirecrawl.items import Headline, Marks

_CHAINS = 24  # compared with one story or line: more share a block only with boilerplate
_ANY_TIME = "9999"  # of blocks of a story without a time: it meets those of all times
_HOUR = 13  # characters of 2026-11-20T06
_WINDOW = 13  # 8 kB, which few texts have: zlib's largest takes twice the time, most of it to get ready
_MOST_HELD = 256  # threads whose members are held in memory, each with its texts
_HELD = 1 << 17  # headlines whose blocks are held in memory, 60 MB: three days of a hundred agencies
_KNOWN = "id, version, thread, text_key, headline, marks, headline_raw, agency, time"
_QUALIFIED = ", ".join(f"s.{name}" for name in _KNOWN.split(", "))


class Stories:
    """Versions of stories that are in the feed, or go there in the run whose transaction is open.

    Their texts are `packed` where they are to stay: that takes ten times as long as to keep them as they are.
    """

    def __init__(self, db: sqlite3.Connection, *, packed: bool) -> None:
        self._db, self._level = db, -1 if packed else 0
        self.reread()

    def reread(self) -> None:
        """Forget what is held in memory; called when a transaction begins, in which nobody else writes."""
        self._held: dict[tuple[str, str | None], list[Known]] = {}

    def by_id(self, run: int, story_id: str) -> Known | None:
        """The newest version under an id."""
        return self._known("WHERE id = ? ORDER BY version DESC", (story_id,), run)

    def by_text(self, run: int, text_key: str | None) -> Known | None:
        """The first story whose text folds to this key."""
        where = "WHERE text_key = ? ORDER BY run, published, id, version"
        return self._known(where, (text_key,), run) if text_key else None

    def _known(self, where: str, values: tuple[str, ...], run: int) -> Known | None:
        row = self._db.execute(f"SELECT {_KNOWN}, run FROM stories {where} LIMIT 1", values).fetchone()
        return _known(row, row["run"] == run) if row else None

    def chains(self, run: int, story: Known, since: str | None) -> Iterator[list[Known]]:
        """Threads that share a block with a story, with the newest version of every member and its text.

        Only members of its agency, published at or after `since` (ISO 8601 UTC).
        """
        if not story.keys:
            return
        newest = (
            "SELECT * FROM (SELECT key, thread FROM story_blocks WHERE key = ? AND time >= ? "
            f"ORDER BY time DESC LIMIT {_CHAINS})"
        )
        query = (
            f"SELECT thread FROM ({' UNION '.join([newest] * len(story.keys))}) "
            f"GROUP BY thread ORDER BY COUNT(*) DESC, thread LIMIT {_CHAINS}"
        )
        values = [value for key in story.keys for value in (key, since or "")]
        for row in self._db.execute(query, values).fetchall():
            if members := self._chain(run, row["thread"], story.agency):
                yield members

    def _chain(self, run: int, thread: str, agency: str | None) -> list[Known]:
        """The members of a thread: one story is compared with those of up to 24, the next one with many of the same."""
        if not self._db.in_transaction:
            return list(self._members(run, thread, agency))
        if (thread, agency) not in self._held:
            if len(self._held) >= _MOST_HELD:
                self._held.clear()
            self._held[thread, agency] = list(self._members(run, thread, agency))
        return self._held[thread, agency]

    def _members(self, run: int, thread: str, agency: str | None) -> Iterator[Known]:
        query = (
            f"SELECT {_QUALIFIED}, s.run, t.text AS packed FROM stories AS s "
            "JOIN texts AS t USING (id, version) WHERE s.thread = ? AND s.agency IS ? AND s.version = "
            "(SELECT MAX(version) FROM stories WHERE id = s.id) ORDER BY julianday(s.time), s.run, s.id"
        )
        for row in self._db.execute(query, (thread, agency)):
            yield _known(row, row["run"] == run, zlib.decompress(row["packed"]).decode())

    def add(self, run: int, spider: str, known: Known, published: str | None, url: str | None) -> None:
        """Enter a version that goes to the feed."""
        self._held.pop((known.thread, known.agency), None)
        marks = msgspec.json.encode(known.marks).decode()
        said = (known.text_key, known.headline, published, url, marks, known.headline_raw, known.agency, known.time)
        values = (known.id, known.version, spider, run, known.thread, *said)
        self._db.execute(f"INSERT OR REPLACE INTO stories VALUES ({', '.join('?' * len(values))})", values)
        if known.text:
            packed = zlib.compress(known.text.encode("utf-8", "replace"), self._level, wbits=_WINDOW)
            self._db.execute("INSERT OR REPLACE INTO texts VALUES (?, ?, ?)", (known.id, known.version, packed))
        if known.keys:
            rows = ", ".join(["(?, ?, ?)"] * len(known.keys))  # in one statement: a fourth less than row by row
            blocks = [value for key in known.keys for value in (key, known.time or _ANY_TIME, known.thread)]
            self._db.execute(f"INSERT OR IGNORE INTO story_blocks VALUES {rows}", blocks)

    def compared(self, run: int, url: str, found: Iterable[Compared]) -> None:
        """Remember what the story of a link was compared with."""
        rows = [(run, url, one.name, one.label, one.kind, one.similarity) for one in found]
        self._db.executemany("INSERT OR REPLACE INTO comparisons VALUES (?, ?, ?, ?, ?, ?)", rows)

    def comparisons(self, run: int, url: str) -> list[Compared]:
        """What the story of a link was compared with in a run, the nearest first."""
        query = (
            "SELECT name, label, kind, similarity FROM comparisons WHERE run = ? AND url = ? "
            "ORDER BY label = 'different', similarity DESC, name"
        )
        return [Compared(**row) for row in self._db.execute(query, (run, url))]

    def forget(self, before: str) -> None:
        """Drop texts, blocks and comparisons of stories published before a time (ISO 8601 UTC); ids and keys stay."""
        old = "(SELECT id, version FROM stories WHERE time < ?)"
        self._db.execute(f"DELETE FROM texts WHERE (id, version) IN {old}", (before,))
        self._db.execute("DELETE FROM story_blocks WHERE time < ?", (before,))
        self._db.execute("DELETE FROM comparisons WHERE run IN (SELECT run FROM runs WHERE started < ?)", (before,))

    def versions(self, story_id: str) -> list[tuple[Known, str | None]]:
        """Every version of every story in the thread of an id, oldest first, with its text where that is still kept."""
        query = (
            f"SELECT {_QUALIFIED}, t.text AS packed FROM stories AS s "
            "LEFT JOIN texts AS t USING (id, version) WHERE s.thread IN (SELECT thread FROM stories WHERE id = ?) "
            "ORDER BY s.run, julianday(s.time), s.id, s.version"
        )
        return [
            (_known(row, False), zlib.decompress(row["packed"]).decode() if row["packed"] else None)
            for row in self._db.execute(query, (story_id,))
        ]


class Headlines:
    """Headline records that are in the feed. Implements what `dedupe.Gathering` asks of earlier runs."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self.reread()

    def reread(self) -> None:
        """Forget what is held in memory; called when a transaction begins, in which nobody else writes."""
        self._hour, self._number = "", 0
        self._held: set[int] = set()
        self._held_from: int | None = None

    def chains(
        self, agency: str, keys: Sequence[int], since: str | None, link: str | None = None
    ) -> Iterable[list[Record]]:
        """Chains of which a record has one of the keys or the link and was seen at or after `since` (ISO 8601 UTC)."""
        first = self._first(since)
        rows = []
        if not (self._hold(first) and self._held.isdisjoint(keys)):
            query = f"SELECT DISTINCT n FROM headline_blocks WHERE key IN ({', '.join('?' * len(keys))}) AND n >= ?"
            rows = self._db.execute(query, (*keys, first)).fetchall()
        if link:
            rows += self._db.execute("SELECT n FROM headlines WHERE link = ?", (link,)).fetchall()
        if not rows:
            return ()
        numbers = sorted((row[0] for row in rows), reverse=True)[:_CHAINS]
        query = (
            f"SELECT DISTINCT chain FROM headlines WHERE n IN ({', '.join('?' * len(numbers))}) AND agency = ? "
            "AND (last IS NULL OR last >= ?) ORDER BY chain"
        )
        return [self._chain(row[0]) for row in self._db.execute(query, (*numbers, agency, since or ""))]

    def _first(self, since: str | None) -> int:
        """A number below which no headline was seen since a time; looked up once an hour of that time."""
        hour = (since or "")[:_HOUR]
        if hour != self._hour:
            query = (
                "SELECT COALESCE((SELECT MIN(+n) FROM headlines WHERE last >= ?), "  # by the index of last, not of n
                "(SELECT MIN(n) FROM headlines WHERE last IS NULL), (SELECT MAX(n) + 1 FROM headlines), 0)"
            )
            self._hour, self._number = hour, self._db.execute(query, (hour,)).fetchone()[0]
        return self._number

    def _hold(self, first: int) -> bool:
        """Hold the blocks of all headlines from a number on in memory: few lines share one with any of them.

        False when they are too many, or when another process may add to them.
        """
        if self._held_from is None or first < self._held_from:
            if not self._db.in_transaction or self._newest() - first >= _HELD:
                return False
            blocks = self._db.execute("SELECT key FROM headline_blocks WHERE n >= ?", (first,))
            self._held, self._held_from = {row[0] for row in blocks}, first
        return self._db.in_transaction

    def _newest(self) -> int:
        return self._db.execute("SELECT MAX(n) FROM headlines").fetchone()[0] or 0

    def _chain(self, name: str) -> list[Record]:
        return [_record(row) for row in self._db.execute("SELECT * FROM headlines WHERE chain = ? ORDER BY n", (name,))]

    def named(self, headline_id: str) -> Record | None:
        """The record with this id, or None."""
        found = self._db.execute("SELECT n FROM headlines WHERE id = ?", (headline_id,)).fetchone()  # mostly none
        return _record(self._db.execute("SELECT * FROM headlines WHERE n = ?", found).fetchone()) if found else None

    def forget(self, before: str) -> None:
        """Drop headlines that were last seen before a time (ISO 8601 UTC)."""
        self._db.execute("DELETE FROM headline_blocks WHERE n IN (SELECT n FROM headlines WHERE last < ?)", (before,))
        self._db.execute("DELETE FROM headlines WHERE last < ?", (before,))

    def save(self, run: int, spider: str, record: Record) -> None:
        """Enter a record, or what is new of it."""
        item = msgspec.json.encode(record.item).decode()
        seen = (record.printed, record.undated, record.last, record.link, item)
        values = (record.item.id, spider, run, record.item.agency, record.chain, *seen)
        row = self._db.execute(
            "INSERT INTO headlines (id, spider, run, agency, chain, printed, undated, last, link, item) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
            "ON CONFLICT (id) DO UPDATE SET run = excluded.run, printed = excluded.printed, "
            "undated = excluded.undated, last = excluded.last, link = excluded.link, "
            "item = excluded.item RETURNING n",
            values,
        ).fetchone()
        blocks = [(key, row["n"]) for key in record.line.keys]
        self._db.executemany("INSERT OR IGNORE INTO headline_blocks VALUES (?, ?)", blocks)
        self._held.update(record.line.keys)


def _known(row: sqlite3.Row, this_run: bool, text: str | None = None) -> Known:
    kept = {name: row[name] for name in _KNOWN.split(", ")}
    kept["marks"] = msgspec.json.decode(row["marks"], type=Marks)
    return Known(**kept, text=text, this_run=this_run)


def _record(row: sqlite3.Row) -> Record:
    item = msgspec.json.decode(row["item"], type=Headline)
    return Record(
        item,
        read_line(item.headline_raw, item.agency),
        row["chain"],
        row["printed"],
        row["undated"],
        row["link"],
        changed=False,
    )
