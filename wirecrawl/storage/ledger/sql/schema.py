"""Tables of the ledger, as SQLite takes them; `postgres/schema.py` puts other types in their place."""

import re
from functools import cache

VERSION = 8


SCHEMA = """
CREATE TABLE runs (
    run INTEGER PRIMARY KEY, spider TEXT NOT NULL, started TEXT NOT NULL, finished TEXT, verdict TEXT,
    exit_code INTEGER, report TEXT, comparable INTEGER NOT NULL DEFAULT 0, mode TEXT NOT NULL DEFAULT 'crawl');
CREATE TABLE links (
    run INTEGER NOT NULL, url TEXT NOT NULL, id TEXT, source TEXT NOT NULL, outcome TEXT,
    reason TEXT, of TEXT, PRIMARY KEY (run, url)) WITHOUT ROWID;
CREATE INDEX links_by_id ON links (run, id);
CREATE INDEX links_by_url ON links (url);
CREATE TABLE pages (
    id TEXT PRIMARY KEY, spider TEXT NOT NULL, url TEXT NOT NULL, state TEXT NOT NULL, first_seen TEXT NOT NULL,
    checked TEXT NOT NULL, etag TEXT, modified TEXT, sha256 TEXT, captured TEXT, capture_url TEXT) WITHOUT ROWID;
CREATE INDEX pages_by_age ON pages (spider, first_seen);
CREATE TABLE lists (
    url TEXT PRIMARY KEY, spider TEXT NOT NULL, checked TEXT NOT NULL, etag TEXT, modified TEXT, sha256 TEXT,
    body BLOB) WITHOUT ROWID;
CREATE TABLE stories (
    id TEXT NOT NULL, version INTEGER NOT NULL, spider TEXT NOT NULL, run INTEGER NOT NULL, thread TEXT NOT NULL,
    text_key TEXT, headline TEXT, published TEXT, url TEXT, marks TEXT NOT NULL, headline_raw TEXT,
    agency TEXT, time TEXT, PRIMARY KEY (id, version)) WITHOUT ROWID;
CREATE INDEX stories_by_text ON stories (text_key);
CREATE INDEX stories_by_thread ON stories (thread);
CREATE TABLE texts (
    id TEXT NOT NULL, version INTEGER NOT NULL, text BLOB NOT NULL, PRIMARY KEY (id, version)) WITHOUT ROWID;
CREATE TABLE story_blocks (
    key INTEGER NOT NULL, time TEXT NOT NULL, thread TEXT NOT NULL, PRIMARY KEY (key, time, thread)) WITHOUT ROWID;
CREATE TABLE comparisons (
    run INTEGER NOT NULL, url TEXT NOT NULL, name TEXT NOT NULL, label TEXT NOT NULL, kind TEXT NOT NULL,
    similarity REAL NOT NULL, PRIMARY KEY (run, url, name)) WITHOUT ROWID;
CREATE TABLE headlines (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, spider TEXT NOT NULL, run INTEGER NOT NULL, agency TEXT NOT NULL,
    chain TEXT NOT NULL, first_printed TEXT, printed TEXT, undated TEXT, last TEXT, link TEXT, item TEXT NOT NULL);
CREATE INDEX headlines_by_chain ON headlines (chain);
CREATE INDEX headlines_by_time ON headlines (last);
CREATE INDEX headlines_by_link ON headlines (link) WHERE link IS NOT NULL;
CREATE TABLE headline_blocks (key INTEGER NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (key, n)) WITHOUT ROWID;
CREATE INDEX headline_blocks_by_number ON headline_blocks (n);
CREATE TABLE journal (
    run INTEGER NOT NULL, link TEXT NOT NULL, id TEXT NOT NULL, published TEXT, lead INTEGER, fetched TEXT,
    rank INTEGER, story BLOB NOT NULL, PRIMARY KEY (run, link));
CREATE TABLE sightings (run INTEGER NOT NULL, time TEXT NOT NULL, page TEXT NOT NULL, lines BLOB NOT NULL);
CREATE INDEX sightings_by_age ON sightings (run, time, page);
CREATE TABLE measures (run INTEGER NOT NULL, name TEXT NOT NULL, value REAL NOT NULL, PRIMARY KEY (run, name))
    WITHOUT ROWID;
CREATE TABLE feeds (path TEXT PRIMARY KEY, run INTEGER NOT NULL, lines INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE captures (
    url TEXT PRIMARY KEY, digest TEXT NOT NULL, date TEXT NOT NULL, record_id TEXT NOT NULL, file TEXT NOT NULL,
    "offset" INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX captures_by_file ON captures (file);
CREATE TABLE archive_files (file TEXT PRIMARY KEY, spider TEXT NOT NULL, whole INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE outputs (
    part TEXT PRIMARY KEY, spider TEXT NOT NULL, file TEXT NOT NULL, run TEXT NOT NULL, is_lines INTEGER NOT NULL,
    replaces INTEGER NOT NULL, whole INTEGER NOT NULL, size INTEGER) WITHOUT ROWID;
CREATE TABLE past_months (
    spider TEXT NOT NULL, source TEXT NOT NULL, prefer TEXT NOT NULL, month TEXT NOT NULL, done TEXT NOT NULL,
    PRIMARY KEY (spider, source, prefer, month)) WITHOUT ROWID;
CREATE TABLE past_captures (
    run INTEGER NOT NULL, story TEXT NOT NULL, page INTEGER NOT NULL, time TEXT NOT NULL, original TEXT NOT NULL,
    link TEXT NOT NULL, digest TEXT NOT NULL, place TEXT NOT NULL, month TEXT NOT NULL,
    taken INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (run, story, page, time, original)) WITHOUT ROWID;
CREATE INDEX past_captures_by_month ON past_captures (run, month, story);
CREATE TABLE past_misses (
    spider TEXT NOT NULL, source TEXT NOT NULL, prefer TEXT NOT NULL, story TEXT NOT NULL,
    PRIMARY KEY (spider, source, prefer, story)) WITHOUT ROWID;
"""

_TABLE = re.compile(r"CREATE TABLE (\w+) \((.*)\)")
_KEY = re.compile(r"PRIMARY KEY \(([^()]*)\)")
_TUPLE = re.compile(r"\([^()]*\)")


@cache
def columns_of_tables() -> dict[str, tuple[str, ...]]:
    """The columns of each table of the schema.

    >>> columns_of_tables()["feeds"]
    ('path', 'run', 'lines')
    """
    return {found[1]: tuple(_columns(found[2])) for found in _definitions()}


@cache
def primary_key(table: str) -> tuple[str, ...]:
    """The columns of the primary key of a table, none where it has no such key.

    >>> primary_key("measures"), primary_key("runs")
    (('run', 'name'), ('run',))
    """
    definition = next(found[2] for found in _definitions() if found[1] == table)
    if several := _KEY.search(definition):
        return tuple(several[1].split(", "))
    return tuple(part.split()[0] for part in definition.split(",") if part.endswith("PRIMARY KEY"))


def _definitions() -> list[re.Match[str]]:
    statements = (_TABLE.match(" ".join(statement.split())) for statement in SCHEMA.split(";\n"))
    return [found for found in statements if found]


def _columns(definitions: str) -> list[str]:
    words = [definition.split()[0].strip('"') for definition in _TUPLE.sub("", definitions).split(",")]
    return [word for word in words if word != "PRIMARY"]


def missing_parts(found: set[tuple[str, str]]) -> list[str]:
    """What the schema has and is not among these tables and columns, sorted: `table links`, or `links.url`.

    >>> missing_parts(set())[:2]
    ['table archive_files', 'table captures']
    """
    tables = {table for table, _ in found}
    expected = {(table, column) for table, columns in columns_of_tables().items() for column in columns}
    lost = expected - found
    return sorted({f"{table}.{column}" if table in tables else f"table {table}" for table, column in lost})
