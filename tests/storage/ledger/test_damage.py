"""A row with values that no wirecrawl writes is an error of the ledger, told by whatever reads the row."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.support.ledgers import START, record
from tests.support.stories import make_story
from wirecrawl.errors import LedgerError
from wirecrawl.news.dedupe import Sighting, version_to_compare
from wirecrawl.run.reading.sightings import packed, unpacked
from wirecrawl.storage.archive.warc_records import CaptureRef
from wirecrawl.storage.ledger.rows import ListedCapture, ListState, Output, PageState
from wirecrawl.storage.ledger.sqlite.ledger import SqliteLedger

STORY = make_story()
PAGE = PageState(STORY.id, "http://www.china.org.cn/a.htm", "new", START, START)
LIST = ListState("http://www.china.org.cn/", None, None, None, b"<p>", START)
LINE = record("Rain falls on Arta")
CAPTURE = CaptureRef("http://www.china.org.cn/a.htm", "sha256:0", START, "<urn:uuid:0>", "a.warc.gz", 0)
READERS: dict[str, Callable[[SqliteLedger], object]] = {
    "pages": lambda ledger: [ledger.pages.find(STORY.id), *ledger.pages.recent("xinhua", "")],
    "lists": lambda ledger: ledger.pages.find_list(LIST.url),
    "stories": lambda ledger: [*ledger.stories.all_by_id(1, STORY.id), *ledger.stories.versions(STORY.id)],
    "headlines": lambda ledger: ledger.headlines.named(LINE.item.id),
    "captures": lambda ledger: ledger.captures.find(CAPTURE.url),
    "archive_files": lambda ledger: ledger.archive_files.listed("xinhua", whole=False),
    "outputs": lambda ledger: ledger.outputs.waiting("xinhua"),
    "feeds": lambda ledger: ledger.leftovers.feed_paths(),
    "links": lambda ledger: ledger.links.unfinished("xinhua", 2, ""),
    "measures": lambda ledger: ledger.runs.measures(1),
    "past_captures": lambda ledger: [*ledger.past.stories(1, "2026-11"), ledger.past.later_page(1, STORY.id, 1)],
    "sightings": lambda ledger: list(unpacked(ledger.journal.sightings(1))),
}
DAMAGES = (
    *(f"UPDATE pages SET {name} = x'ff'" for name in ("url", "state", "first_seen", "checked", "etag", "captured")),
    "UPDATE pages SET url = 'no address'",
    "UPDATE pages SET checked = 'at noon'",
    *(f"UPDATE lists SET {name} = x'ff'" for name in ("etag", "checked")),
    "UPDATE lists SET body = 'text'",
    *(
        f"UPDATE stories SET {name} = x'ff'"
        for name in ("thread", "text_key", "headline", "headline_raw", "marks", "time")
    ),
    "UPDATE stories SET version = 'many'",
    "UPDATE stories SET time = 'at noon'",
    "UPDATE stories SET marks = '{'",
    "UPDATE texts SET text = x'00'",
    "UPDATE texts SET text = 'text'",
    *(f"UPDATE headlines SET {name} = x'ff'" for name in ("chain", "printed", "undated", "link", "item")),
    "UPDATE headlines SET item = '{}'",
    *(f"UPDATE captures SET {name} = x'ff'" for name in ("digest", "date", "record_id", "file", "offset")),
    "UPDATE captures SET offset = -7",
    *(f"UPDATE archive_files SET file = {value}" for value in ("x'ff00'", "'a' || char(0)", "'../a'", "''")),
    *(
        f"UPDATE outputs SET {name} = x'ff'"
        for name in ("part", "file", "run", "is_lines", "replaces", "whole", "size")
    ),
    "UPDATE feeds SET path = x'ff'",
    "UPDATE links SET url = x'ff'",
    "UPDATE measures SET name = x'ff'",
    "UPDATE measures SET value = 'many'",
    *(f"UPDATE past_captures SET {name} = x'ff'" for name in ("time", "original", "link", "digest", "place")),
    "UPDATE outputs SET size = 9e99",
    "UPDATE outputs SET file = 'a' || char(0)",
    *(f"UPDATE sightings SET lines = {value}" for value in ("x''", "x'ff'", "7", "zeroblob(9)", "'[{}]'", "'[['")),
)


@pytest.fixture
def filled(ledger: SqliteLedger, file: Path) -> Path:
    run = ledger.runs.start("xinhua", START)
    ledger.pages.save("xinhua", PAGE)
    ledger.pages.save_list("xinhua", LIST)
    ledger.stories.add(run, "xinhua", version_to_compare(STORY), STORY.published, STORY.url)
    ledger.headlines.save(run, "xinhua", LINE)
    ledger.captures.save([CAPTURE])
    ledger.archive_files.begin("xinhua", CAPTURE.file)
    ledger.outputs.open("xinhua", Output("a.part", "a.jsonl", "2026-11-20T06-00-00.000000Z", True, False))
    ledger.journal.add_feed(run, "feeds/xinhua/a-stories.jsonl", 1)
    ledger.links.note_link(run, CAPTURE.url, STORY.id, "list")
    ledger.runs.measure(run, {"links": 1}, comparable=True)
    listed = ListedCapture(STORY.id, "20261120060000", CAPTURE.url, CAPTURE.url, "", "")
    ledger.past.list_captures(run, "2026-11", [listed])
    ledger.journal.add_sightings(
        run, packed([Sighting("Rain", "http://www.china.org.cn/", 0, START, None, None, START)])
    )
    return file


def test_what_a_run_writes_is_read(filled: Path, ledger: SqliteLedger) -> None:
    assert all(read(ledger) for read in READERS.values())


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_row_with_wrong_values_names_the_ledger(filled: Path, ledger: SqliteLedger, damage: str) -> None:
    with closing(sqlite3.connect(filled)) as db:
        assert db.execute(damage).rowcount == 1
        db.commit()
    table = damage.split()[1].replace("texts", "stories")
    with pytest.raises(
        LedgerError, match=r"ledger(\.sqlite)?: a row in it holds what no wirecrawl writes \(.*; restore"
    ):
        READERS[table](ledger)
