"""The ledger's tables, and the rows that travel between it and a run."""

from dataclasses import dataclass
from typing import Literal, get_args

Outcome = Literal["new", "update", "duplicate", "unchanged", "gone", "filtered", "empty", "failed", "not reached"]
OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)
VERSION = 1

SCHEMA = """
CREATE TABLE runs (
    run INTEGER PRIMARY KEY, spider TEXT NOT NULL, started TEXT NOT NULL, finished TEXT, verdict TEXT,
    exit_code INTEGER, report TEXT);
CREATE TABLE links (
    run INTEGER NOT NULL REFERENCES runs, url TEXT NOT NULL, id TEXT, source TEXT NOT NULL, outcome TEXT,
    reason TEXT, of TEXT, PRIMARY KEY (run, url)) WITHOUT ROWID;
CREATE INDEX links_by_id ON links (run, id);
CREATE INDEX links_by_url ON links (url);
CREATE TABLE pages (
    id TEXT PRIMARY KEY, spider TEXT NOT NULL, url TEXT NOT NULL, state TEXT NOT NULL, first_seen TEXT NOT NULL,
    checked TEXT NOT NULL, etag TEXT, modified TEXT, sha256 TEXT) WITHOUT ROWID;
CREATE INDEX pages_by_age ON pages (spider, first_seen);
CREATE TABLE lists (
    url TEXT PRIMARY KEY, spider TEXT NOT NULL, checked TEXT NOT NULL, etag TEXT, modified TEXT, sha256 TEXT,
    body BLOB) WITHOUT ROWID;
CREATE TABLE stories (
    id TEXT NOT NULL, version INTEGER NOT NULL, spider TEXT NOT NULL, run INTEGER NOT NULL, thread TEXT NOT NULL,
    text_key TEXT, headline TEXT, handling TEXT, published TEXT, url TEXT, PRIMARY KEY (id, version)) WITHOUT ROWID;
CREATE INDEX stories_by_text ON stories (text_key);
CREATE TABLE headlines (
    id TEXT PRIMARY KEY, spider TEXT NOT NULL, run INTEGER NOT NULL, stages TEXT NOT NULL, first_seen TEXT)
    WITHOUT ROWID;
CREATE TABLE journal (
    run INTEGER NOT NULL, link TEXT NOT NULL, id TEXT NOT NULL, published TEXT, lead INTEGER, fetched TEXT,
    rank INTEGER, story BLOB NOT NULL, PRIMARY KEY (run, link)) WITHOUT ROWID;
CREATE TABLE feeds (path TEXT PRIMARY KEY, run INTEGER NOT NULL, lines INTEGER NOT NULL) WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True)
class KnownPage:
    """A story's page that was settled in an earlier run, with what a conditional request needs."""

    id: str
    url: str
    state: Outcome
    first_seen: str
    checked: str
    etag: str | None = None
    modified: str | None = None
    sha256: str | None = None


@dataclass(frozen=True, slots=True)
class KnownList:
    """A list page as last read: its validators and its bytes, so that a 304 counts with the links it had."""

    url: str
    etag: str | None
    modified: str | None
    sha256: str | None
    body: bytes


@dataclass(frozen=True, slots=True)
class Entry:
    """A cleaned story that waits in the journal; `story` is its JSON, `rank` puts an agency's main site first."""

    link: str
    id: str
    published: str | None
    lead: int | None
    fetched: str | None
    rank: int
    story: bytes
