"""SQLite: tables stories, headlines and images, and a full-text index; beside it a file of queries for Datasette.

Chinese and Japanese have no spaces between words. The index has one around each of their characters, and so has what is
searched for, as a phrase: that finds words of any length, also of two characters. Other words are found whole.
"""

import json
import re
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

import msgspec

from wirecrawl.items import Headline, Story
from wirecrawl.storage.feed.formats.csv_rows import columns
from wirecrawl.storage.feed.formats.exports import ExportOptions, Line
from wirecrawl.storage.feed.formats.places import time_of, utc
from wirecrawl.storage.feed.formats.sqlite_queries import UNSPACED, metadata

CONTENT = None
BESIDE = (".metadata.yml",)
HEADLINES = True
LIBRARIES: tuple[str, ...] = ()
OPTIONS: tuple[str, ...] = ()
_BATCH = 1_000  # lines that are entered at once
_NUMBERS = {
    "version": "INTEGER",
    "marks_lead": "INTEGER",
    "marks_writethru": "INTEGER",
    "published_zone_assumed": "INTEGER",
    "similarity": "REAL",
    "provenance_status": "INTEGER",
}
_UNSPACED = re.compile("[" + "".join(f"{chr(first)}-{chr(last)}" for first, last in UNSPACED) + "]")
_REST = """
CREATE TABLE images (story TEXT NOT NULL, version INTEGER NOT NULL, position INTEGER NOT NULL,
  url TEXT, caption TEXT, credit TEXT, PRIMARY KEY (story, version, position));
CREATE VIRTUAL TABLE stories_index USING fts5
  (headline, text, content = '', tokenize = 'unicode61 remove_diacritics 2');
"""
_INDEXES = """
CREATE INDEX stories_day ON stories (day, agency);
CREATE INDEX stories_thread ON stories (thread);
CREATE INDEX stories_time ON stories (time_utc);
"""


@dataclass(frozen=True, slots=True)
class _Table:
    """A table of lines of one kind: a column for each key, nested ones with `_`, and the day and UTC time of a line."""

    name: str
    kind: type
    key: str

    @property
    def paths(self) -> list[list[str]]:
        """Where a line has the value of each column."""
        return _paths(self.kind)

    def create(self) -> str:
        """The statement that makes the table."""
        names = ["_".join(path) for path in self.paths]
        typed = ", ".join(f"{name} {_NUMBERS.get(name, 'TEXT')}" for name in names)
        return f"CREATE TABLE {self.name} ({typed}, day TEXT, time_utc TEXT, PRIMARY KEY ({self.key}));"

    def insert(self) -> str:
        """The statement that enters a line: a headline record that is written again replaces the earlier one."""
        places = ", ".join("?" * (len(self.paths) + 2))
        return f"INSERT OR REPLACE INTO {self.name} VALUES ({places})"

    def row(self, line: Line) -> list[Any]:
        """The values of a line."""
        values, time = msgspec.to_builtins(line), time_of(line)
        moment = utc(time)
        cells = [_cell(values, path) for path in self.paths]
        return [*cells, time[:10] if time else None, moment.isoformat(timespec="seconds") if moment else None]


_STORIES, _HEADLINES = _Table("stories", Story, "id, version"), _Table("headlines", Headline, "id")


@cache
def _paths(kind: type) -> list[list[str]]:
    return [name.split(".") for name in columns(kind) if not name.startswith("images.")]


def write(lines: Iterable[Line], target: Path, options: ExportOptions) -> None:
    """Write the database, and beside it the queries."""
    with closing(sqlite3.connect(target, isolation_level=None)) as database:
        # The file is written aside and synced at its end: until then it needs no journal.
        database.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -64000;")
        database.executescript(_STORIES.create() + _HEADLINES.create() + _REST)
        entered, rows = 0, iter(lines)
        while batch := list(islice(rows, _BATCH)):
            database.execute("BEGIN")
            entered = _enter(database, batch, entered)
            database.execute("COMMIT")
        database.executescript(_INDEXES + "ANALYZE;")
    target.with_name(target.name + BESIDE[0]).write_text(metadata(Path(options.name).stem), encoding="utf-8")


def _enter(database: sqlite3.Connection, batch: list[Line], entered: int) -> int:
    """Enter lines; returns how many stories are in the database then. A story's row is numbered in their order."""
    stories = [line for line in batch if isinstance(line, Story)]
    headlines = [line for line in batch if isinstance(line, Headline)]
    database.executemany(_STORIES.insert(), map(_STORIES.row, stories))
    database.executemany(_HEADLINES.insert(), map(_HEADLINES.row, headlines))
    database.executemany("INSERT INTO images VALUES (?, ?, ?, ?, ?, ?)", _images(stories))
    texts = ((entered + n, spaced(one.headline or ""), spaced(one.text)) for n, one in enumerate(stories, 1))
    database.executemany("INSERT INTO stories_index (rowid, headline, text) VALUES (?, ?, ?)", texts)
    return entered + len(stories)


def _images(stories: list[Story]) -> Iterator[tuple[Any, ...]]:
    for story in stories:
        for position, image in enumerate(story.images, 1):
            yield story.id, story.version, position, image.url, image.caption, image.credit


def spaced(text: str) -> str:
    """A text with a space around each character of a script that has none between words.

    >>> spaced("看剪纸 in Beijing").split()
    ['看', '剪', '纸', 'in', 'Beijing']
    """
    return _UNSPACED.sub(r" \g<0> ", text)


def _cell(values: Any, path: list[str]) -> Any:
    for name in path:
        values = values[name] if values is not None else None
    return json.dumps(values, ensure_ascii=False) if isinstance(values, (list, dict)) else values
