"""The ledger's stories: found by id, by text, and by the block keys that similar stories share."""

import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

import msgspec

from wirecrawl.items import Marks
from wirecrawl.news.dedupe import Compared, StoryVersion
from wirecrawl.storage.ledger.damage import as_texts, read_row, require_times
from wirecrawl.storage.ledger.sql.database import ANY_TIME, Database, Row, marks, upsert
from wirecrawl.utils.saved_json import decode_saved

MOST_COMPARED = 24  # stories or headlines compared with a new one: where more share a block key, it is boilerplate
_WINDOW = 13  # 8 kB, longer than most texts: zlib's largest window takes twice the time, most of it to set up
_MOST_HELD = 256  # most threads whose members are kept in memory with their texts
_KNOWN = "id, version, thread, text_key, headline, marks, headline_raw, agency, time"
_ADD = upsert(
    "stories",
    "id, version",
    "spider, run, thread, text_key, headline, published, url, marks, headline_raw, agency, time",
)
_ADD_TEXT = upsert("texts", "id, version", "text")
_COMPARED = upsert("comparisons", "run, url, name", "label, kind, similarity")
_QUALIFIED = ", ".join(f"s.{name}" for name in _KNOWN.split(", "))


class SqlStories:
    """Versions of stories that are in the feed, or go there in the run whose transaction is open.

    Texts are compressed (`packed`) in a ledger that lasts; that takes ten times as long as to store them as they are.
    """

    def __init__(self, db: Database, *, packed: bool) -> None:
        self._db, self._level, self._moment = db, -1 if packed else 0, db.dialect.instant("s.time")
        db.at_begin(self._forget_held)
        self._forget_held()

    def _forget_held(self) -> None:
        self._held: dict[tuple[str, str | None], list[StoryVersion]] = {}
        self._absent: set[str] = set()

    def expect(self, ids: Sequence[str], text_keys: Sequence[str]) -> None:
        """Look up in two queries which of these ids and keys of texts no story has yet, before each is asked for."""
        if self._db.is_alone and ids:
            self._absent = {*ids, *text_keys} - self._there("id", ids) - self._there("text_key", text_keys)

    def _there(self, column: str, wanted: Sequence[str]) -> set[str]:
        query = f"SELECT DISTINCT {column} AS name FROM stories WHERE {column} IN ({marks(len(wanted))})"
        return {row["name"] for row in self._db.rows(query, wanted)} if wanted else set()

    def by_id(self, run: int, story_id: str) -> StoryVersion | None:
        """The newest version under an id."""
        return next(self.all_by_id(run, story_id), None)

    def all_by_id(self, run: int, story_id: str) -> Iterator[StoryVersion]:
        """Every version under an id, the newest first."""
        if self._db.is_alone and story_id in self._absent:
            return iter(())
        query = f"SELECT {_KNOWN}, run FROM stories WHERE id = ? ORDER BY version DESC"
        return (self._read(row, run) for row in self._db.rows(query, (story_id,)))

    def by_text(self, run: int, story: StoryVersion) -> StoryVersion | None:
        """The first story of the same agency's sites that has the text of a story; None for one without letters."""
        if not story.text_key or (self._db.is_alone and story.text_key in self._absent):
            return None
        row = self._db.row(
            f"SELECT {_KNOWN}, run FROM stories WHERE text_key = ? AND id BETWEEN ? AND ? "
            "ORDER BY run, published NULLS FIRST, id, version LIMIT 1",
            (story.text_key, *_ids_beside(story.id)),
        )
        return self._read(row, run) if row else None

    def chains(
        self,
        run: int,
        story: StoryVersion,
        since: str | None,
        until: str | None = None,
        keys: Sequence[int] | None = None,
    ) -> Iterator[list[StoryVersion]]:
        """Threads that share a block with a story, with the newest version of every member and its text.

        Only threads of the same agency's sites that have a block of a time at or after `since` and at or before `until`
        (ISO 8601 UTC), and only members whose `agency` is that of the story. `keys` are those of its block keys that
        are looked up, all unless given.
        """
        keys = story.keys if keys is None else keys
        if not keys:
            return
        span = (since or "", until or ANY_TIME, *_ids_beside(story.id))
        query, values = self._db.dialect.near_threads(keys, span, MOST_COMPARED)
        threads = [row["thread"] for row in self._db.rows(query, values)]
        yield from filter(None, self._chains(run, threads, story.agency))

    def _chains(self, run: int, threads: Sequence[str], agency: str | None) -> list[list[StoryVersion]]:
        """Members of threads: one story is compared with those of up to 24, the next one with many of the same."""
        if not self._db.is_alone or len(self._held) >= _MOST_HELD:
            self._held.clear()
        if missing := [thread for thread in threads if (thread, agency) not in self._held]:
            self._held.update({(thread, agency): [] for thread in missing})
            for one in self._members(run, missing, agency):
                self._held[one.thread, agency].append(one)
        return [self._held[thread, agency] for thread in threads]

    def _members(self, run: int, threads: Sequence[str], agency: str | None) -> Iterator[StoryVersion]:
        query = (
            f"SELECT {_QUALIFIED}, s.run, t.text AS packed FROM stories AS s "
            "JOIN texts AS t ON t.id = s.id AND t.version = s.version "
            f"WHERE s.thread IN ({marks(len(threads))}) AND COALESCE(s.agency, '') = ? AND s.version = "
            f"(SELECT MAX(version) FROM stories WHERE id = s.id) ORDER BY {self._moment} NULLS FIRST, s.run, s.id"
        )
        for row in self._db.rows(query, (*threads, agency or "")):
            yield self._read(row, run, is_packed=True)

    def add(self, run: int, spider: str, known: StoryVersion, published: str | None, url: str | None) -> None:
        """Enter a version that goes to the feed."""
        self._held.pop((known.thread, known.agency), None)
        self._absent -= {known.id, known.text_key}
        marks = msgspec.json.encode(known.marks).decode()
        said = (known.text_key, known.headline, published, url, marks, known.headline_raw, known.agency, known.time)
        values = (known.id, known.version, spider, run, known.thread, *said)
        self._db.execute(_ADD, values)
        if known.text:
            packed = zlib.compress(known.text.encode("utf-8", "replace"), self._level, wbits=_WINDOW)
            self._db.execute(_ADD_TEXT, (known.id, known.version, packed))
        if known.keys:
            self._db.execute(*self._db.dialect.add_blocks(known.keys, known.time or ANY_TIME, known.thread))

    def compared(self, run: int, url: str, found: Iterable[Compared]) -> None:
        """Remember what the story of a link was compared with."""
        rows = [(run, url, one.name, one.label, one.kind, one.similarity) for one in found]
        self._db.execute_many(_COMPARED, rows)

    def comparisons(self, run: int, url: str) -> list[Compared]:
        """What the story of a link was compared with in a run, the nearest first."""
        query = (
            "SELECT name, label, kind, similarity FROM comparisons WHERE run = ? AND url = ? "
            "ORDER BY label = 'different', similarity DESC, name"
        )
        return [Compared(**row) for row in self._db.rows(query, (run, url))]

    def forget(self, before: str) -> None:
        """Drop texts, blocks and comparisons of versions that runs before a time (ISO 8601 UTC) wrote; ids stay."""
        old = "(SELECT id, version FROM stories WHERE run IN (SELECT run FROM runs WHERE started < ?))"
        late = "(SELECT thread FROM stories WHERE run IN (SELECT run FROM runs WHERE started >= ?))"
        self._db.execute(f"DELETE FROM texts WHERE (id, version) IN {old}", (before,))
        self._db.execute(f"DELETE FROM story_blocks WHERE thread NOT IN {late}", (before,))
        self._db.execute("DELETE FROM comparisons WHERE run IN (SELECT run FROM runs WHERE started < ?)", (before,))

    def versions(self, story_id: str) -> list[tuple[StoryVersion, str | None]]:
        """Every version of every story in the thread of an id, oldest first, with its text where that is still kept."""
        query = (
            f"SELECT {_QUALIFIED}, t.text AS packed FROM stories AS s "
            "LEFT JOIN texts AS t ON t.id = s.id AND t.version = s.version "
            "WHERE s.thread IN (SELECT thread FROM stories WHERE id = ?) "
            f"ORDER BY s.run, {self._moment} NULLS FIRST, s.id, s.version"
        )
        rows = self._db.rows(query, (story_id,))
        known = [self._read(row, None, is_packed=row["packed"] is not None) for row in rows]
        return [(replace(one, text=None), one.text) for one in known]

    def _read(self, row: Row, run: int | None, *, is_packed: bool = False) -> StoryVersion:
        """A version as its row has it. Raises LedgerError for a row with values that no run writes."""
        return read_row(self._db.path, lambda: _known(row, run, is_packed))


def _ids_beside(story_id: str) -> tuple[str, str]:
    """The first and the last id that the stories of the same agency's sites may have."""
    agency = story_id.partition(":")[0]
    return f"{agency}:", f"{agency};"


def _known(row: Row, run: int | None, is_packed: bool) -> StoryVersion:
    kept: Any = {name: row[name] for name in _KNOWN.split(", ")}
    as_texts({name: value for name, value in kept.items() if name != "version"})
    require_times(kept, "time")
    if not isinstance(kept["version"], int):
        raise TypeError("version is no number")
    kept["marks"] = decode_saved(row["marks"], Marks)
    text = zlib.decompress(row["packed"]).decode() if is_packed else None
    return StoryVersion(**kept, text=text, this_run=run is not None and row["run"] == run)
