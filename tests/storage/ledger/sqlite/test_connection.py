"""The ledger's file: strange ones are refused with their name, and left as they are."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from tests.support.stories import make_story
from wirecrawl.errors import LedgerError
from wirecrawl.news.dedupe import Sighting, oldest_first, version_to_compare
from wirecrawl.run.reading.sightings import unpacked
from wirecrawl.storage.ledger.rows import SightedLines
from wirecrawl.storage.ledger.sql.schema import VERSION
from wirecrawl.storage.ledger.sqlite.ledger import SqliteLedger


def test_a_newer_ledger_is_refused_and_left_as_it_is(file: Path) -> None:
    SqliteLedger(file).close()
    with closing(sqlite3.connect(file)) as db:
        db.execute(f"PRAGMA user_version = {VERSION + 1}")
    with pytest.raises(LedgerError, match=r"ledger\.sqlite.*newer wirecrawl"):
        SqliteLedger(file)
    with closing(sqlite3.connect(file)) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (VERSION + 1,)


@pytest.mark.parametrize(
    "content", [b"not a database, but long enough to be looked at\n" * 100, b"SQLite format 3\0" * 99]
)
def test_a_file_that_is_no_ledger_is_refused_and_left_as_it_is(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    with pytest.raises(LedgerError, match=r"ledger\.sqlite"):
        SqliteLedger(file)
    assert file.read_bytes() == content


def test_another_programs_database_is_refused(file: Path) -> None:
    with closing(sqlite3.connect(file)) as db:
        db.execute("CREATE TABLE links (name TEXT)")
        db.commit()
    with pytest.raises(LedgerError, match=r"ledger\.sqlite"):
        SqliteLedger(file)
    with closing(sqlite3.connect(file)) as db:
        assert db.execute("SELECT name FROM sqlite_master").fetchall() == [("links",)]


VERSION_3 = """
DROP TABLE archive_files;
ALTER TABLE runs DROP COLUMN mode;
ALTER TABLE pages DROP COLUMN captured;
ALTER TABLE pages DROP COLUMN capture_url;
DROP TABLE past_months;
DROP TABLE past_captures;
DROP TABLE past_misses;
DROP TABLE captures;
DROP TABLE outputs;
DROP TABLE sightings;
CREATE TABLE sightings (run INTEGER NOT NULL, lines BLOB NOT NULL);
CREATE INDEX sightings_by_run ON sightings (run);
ALTER TABLE headlines DROP COLUMN first_printed;
PRAGMA user_version = 3;
"""


def test_lines_that_an_older_wirecrawl_kept_are_there_after_an_upgrade(file: Path) -> None:
    dawn, noon = "2026-11-20T06:00:00+00:00", "2026-11-20T12:00:00+00:00"
    newest = [
        Sighting(raw, "http://a.example/", n, time) for n, (raw, time) in enumerate((("Räin", noon), ("Snow", dawn)))
    ]
    undated = [Sighting("Hail", "http://b.example/", 0), Sighting("Fog", "http://b.example/", 1)]
    SqliteLedger(file).close()
    with closing(sqlite3.connect(file)) as db:
        db.executescript(VERSION_3)
        rows = [(7, msgspec.json.encode(lines)) for lines in (newest, undated)]
        db.executemany("INSERT INTO sightings VALUES (?, ?)", rows)
        db.commit()
    with closing(SqliteLedger(file)) as ledger:
        kept = list(unpacked(ledger.journal.sightings(7)))
    assert [line.raw for line in kept] == ["Fog", "Hail", "Snow", "Räin"]
    assert kept == oldest_first([*newest, *undated])


VERSION_6 = """
DROP TABLE archive_files;
ALTER TABLE runs DROP COLUMN mode;
ALTER TABLE pages DROP COLUMN captured;
ALTER TABLE pages DROP COLUMN capture_url;
DROP TABLE past_months;
DROP TABLE past_captures;
DROP TABLE past_misses;
INSERT INTO captures VALUES
    ('http://a.example/', 'd', '2026', 'r', 'xinhua-2026-11-20T06-00-00.000000Z-00000.warc.gz', 9);
PRAGMA user_version = 6;
"""


def test_archive_files_that_an_older_wirecrawl_wrote_are_listed_to_be_looked_at(file: Path) -> None:
    SqliteLedger(file).close()
    with closing(sqlite3.connect(file)) as db:
        db.executescript(VERSION_6)
    with closing(SqliteLedger(file)) as ledger:
        assert ledger.archive_files.listed("xinhua", whole=True) == []
        assert ledger.archive_files.listed("xinhua", whole=False) == [
            "xinhua-2026-11-20T06-00-00.000000Z-00000.warc.gz"
        ]


VERSION_4 = """
DROP TABLE archive_files;
ALTER TABLE runs DROP COLUMN mode;
ALTER TABLE pages DROP COLUMN captured;
ALTER TABLE pages DROP COLUMN capture_url;
DROP TABLE past_months;
DROP TABLE past_captures;
DROP TABLE past_misses;
ALTER TABLE story_blocks RENAME TO story_blocks_5;
CREATE TABLE story_blocks (
    key INTEGER NOT NULL, thread TEXT NOT NULL, time TEXT, PRIMARY KEY (key, thread)) WITHOUT ROWID;
INSERT INTO story_blocks SELECT key, thread, NULLIF(time, '9999') FROM story_blocks_5;
DROP TABLE story_blocks_5;
ALTER TABLE headlines DROP COLUMN first_printed;
PRAGMA user_version = 4;
"""


@pytest.mark.parametrize("published", ["2026-11-20T06:00:00+00:00", None])
def test_stories_that_an_older_wirecrawl_entered_are_compared_after_an_upgrade(
    file: Path, published: str | None
) -> None:
    story = version_to_compare(make_story(published=published, fetched=None))
    with closing(SqliteLedger(file)) as ledger:
        run = ledger.runs.start("xinhua", "2026-11-20T06:00:00+00:00")
        ledger.stories.add(run, "xinhua", replace(story, version=1), published, None)
    with closing(sqlite3.connect(file)) as db:
        db.executescript(VERSION_4)
    with closing(SqliteLedger(file)) as ledger:
        assert [known.id for (known,) in ledger.stories.chains(run, story, "2026-11-19T06:00:00+00:00")] == [story.id]


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="nowhere"):
        SqliteLedger(tmp_path / "nowhere" / "ledger.sqlite")


def test_a_replay_keeps_nothing() -> None:
    with closing(SqliteLedger(":memory:")) as one, closing(SqliteLedger(":memory:")) as two:
        run = one.runs.start("xinhua", "2026-11-20T06:00:00+00:00")
        one.links.note_link(run, "http://a.example/", None, "list")
        assert (one.links.balance(run)[0], two.links.balance(run)[0]) == (1, 0)


def test_an_error_of_sqlite_names_the_file(file: Path) -> None:
    with closing(SqliteLedger(file)) as ledger:
        run = ledger.runs.start("xinhua", "2026-11-20T06:00:00+00:00")
        with closing(sqlite3.connect(file)) as db:
            db.executescript("DROP TABLE links; DROP TABLE measures; DROP TABLE sightings")
        for fails in (
            lambda: ledger.links.note_link(run, "http://a.example/", None, "list"),
            lambda: ledger.links.balance(run),
            lambda: list(ledger.links.outcomes(run)),
            lambda: ledger.runs.measure(run, {"links": 1}, comparable=True),
            lambda: next(ledger.journal.sightings(run)),
        ):
            with pytest.raises(LedgerError, match=r"ledger\.sqlite: no such table"):
                fails()


def test_a_ledger_that_cannot_be_written_is_still_read(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(SqliteLedger(file)) as ledger:
        ledger.runs.start("xinhua", "2026-11-20T06:00:00+00:00")
    connect = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda path, **how: connect(f"file:{path}?mode=ro", uri=True, **how))
    with closing(SqliteLedger(file)) as ledger:
        assert len(ledger.runs.last("xinhua", 9)) == 1
        with pytest.raises(LedgerError, match=r"ledger\.sqlite: .*readonly.*; make the file and its folder writable"):
            ledger.runs.start("xinhua", "2026-11-20T12:00:00+00:00")


def test_what_undid_a_transaction_is_what_is_raised(file: Path) -> None:
    def fill(ledger: SqliteLedger) -> None:
        with ledger.transaction():
            ledger.rollback()  # as SQLite does by itself when the disk is full
            ledger.require_transaction()

    with closing(SqliteLedger(file)) as ledger, pytest.raises(LedgerError, match="rolled back"):
        fill(ledger)


def test_a_query_that_is_not_read_to_its_end_does_not_outlive_the_ledger(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ledger = SqliteLedger(file)
    run = ledger.runs.start("xinhua", "2026-11-20T06:00:00+00:00")
    ledger.journal.add_sightings(run, [SightedLines("", page, b"[]") for page in ("a", "b")])
    lines = ledger.journal.sightings(run)
    next(lines)
    ledger.close()
    del lines
    assert capsys.readouterr().err == ""
