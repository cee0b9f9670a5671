"""Ledgers of earlier versions are upgraded when they are opened, and nothing in them is lost."""

import sqlite3
from contextlib import closing
from pathlib import Path

from tests.support.stories import NOON, make_story
from wirecrawl.news.dedupe import HeadlineChains, Sighting, join_headlines, text_key
from wirecrawl.storage.ledger.sql.schema import VERSION
from wirecrawl.storage.ledger.sqlite.ledger import SqliteLedger

VERSION_1 = """
CREATE TABLE runs (run INTEGER PRIMARY KEY, spider TEXT NOT NULL, started TEXT NOT NULL, finished TEXT, verdict TEXT,
    exit_code INTEGER, report TEXT);
CREATE TABLE links (run INTEGER NOT NULL REFERENCES runs, url TEXT NOT NULL, id TEXT, source TEXT NOT NULL,
    outcome TEXT, reason TEXT, of TEXT, PRIMARY KEY (run, url)) WITHOUT ROWID;
CREATE TABLE pages (id TEXT PRIMARY KEY, spider TEXT NOT NULL, url TEXT NOT NULL, state TEXT NOT NULL,
    first_seen TEXT NOT NULL, checked TEXT NOT NULL, etag TEXT, modified TEXT, sha256 TEXT) WITHOUT ROWID;
CREATE TABLE lists (url TEXT PRIMARY KEY, spider TEXT NOT NULL, checked TEXT NOT NULL, etag TEXT, modified TEXT,
    sha256 TEXT, body BLOB) WITHOUT ROWID;
CREATE TABLE stories (id TEXT NOT NULL, version INTEGER NOT NULL, spider TEXT NOT NULL, run INTEGER NOT NULL,
    thread TEXT NOT NULL, text_key TEXT, headline TEXT, handling TEXT, published TEXT, url TEXT,
    PRIMARY KEY (id, version)) WITHOUT ROWID;
CREATE INDEX stories_by_text ON stories (text_key);
CREATE TABLE headlines (id TEXT PRIMARY KEY, spider TEXT NOT NULL, run INTEGER NOT NULL, stages TEXT NOT NULL,
    first_seen TEXT) WITHOUT ROWID;
CREATE TABLE journal (run INTEGER NOT NULL, link TEXT NOT NULL, id TEXT NOT NULL, published TEXT, lead INTEGER,
    fetched TEXT, rank INTEGER, story BLOB NOT NULL, PRIMARY KEY (run, link)) WITHOUT ROWID;
CREATE TABLE feeds (path TEXT PRIMARY KEY, run INTEGER NOT NULL, lines INTEGER NOT NULL) WITHOUT ROWID;
PRAGMA user_version = 1;
"""


def test_a_ledger_of_the_first_version_is_upgraded_with_all_it_knows(tmp_path: Path) -> None:
    file = tmp_path / "ledger.sqlite"
    one = make_story(text="A ferry ran aground off the port of Brevik on Monday, rescuers said.")
    (record,) = join_headlines([Sighting("Urgent: Rain", "http://a.example/", 0)], "xinhua")
    with closing(sqlite3.connect(file)) as db:
        db.executescript(VERSION_1)
        values = (
            one.id,
            1,
            "xinhua",
            1,
            one.id,
            text_key(one.text),
            one.headline,
            "correction",
            one.published,
            one.url,
        )
        db.execute(f"INSERT INTO stories VALUES ({', '.join('?' * len(values))})", values)
        db.execute("INSERT INTO headlines VALUES (?, 'xinhua', 1, '[\"Urgent\"]', ?)", (record.item.id, NOON))
        db.commit()
    with closing(SqliteLedger(file)) as ledger:
        known = ledger.stories.by_id(2, one.id)
        assert known
        assert (known.marks.handling, known.headline) == ("correction", one.headline)
        gathering = HeadlineChains("xinhua", ledger.headlines)
        (again,) = join_headlines([Sighting("Urgent: Rain", "http://a.example/", 0)], "xinhua", gathering)
        assert (again.item.id, again.changed, again.item.first_seen) == (record.item.id, False, NOON)
    with closing(sqlite3.connect(file)) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (VERSION,)
