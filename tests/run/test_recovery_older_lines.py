"""A field is added to the feed: what was journalled and written before that is still read completely."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, make_dataclass
from pathlib import Path
from typing import Any

import msgspec
import pytest

from tests.support.stores import kept_ledger
from tests.support.stories import make_run, make_story
from wirecrawl.items import Headline, Image, Marks, Story
from wirecrawl.news.dedupe import Sighting
from wirecrawl.reasons import words_of
from wirecrawl.run import recovery
from wirecrawl.run.deciding import decide_story, headlines, journal, pending_stories
from wirecrawl.run.reading import journal_entry
from wirecrawl.run.reading.journal_entry import JournaledStory, entry_of
from wirecrawl.run.state import Run
from wirecrawl.storage.data_folder import DataFolder
from wirecrawl.storage.ledger.sql import headlines as ledger_headlines
from wirecrawl.storage.ledger.sql.ledger import SqlLedger

pytestmark = pytest.mark.usefixtures("store")

# A schema with more required fields: one of each type that a line may hold and an older line may lack.
_MORE = [("rights", str | None), ("tags", list[str]), ("checked", bool), ("extra", dict[str, str])]
NewStory: Any = make_dataclass("NewStory", _MORE, bases=(Story,), kw_only=True)
NewHeadline: Any = make_dataclass("NewHeadline", _MORE, bases=(Headline,), kw_only=True)
_EMPTY: tuple[Any, ...] = (None, [], False, {})


@dataclass
class NewJournaledStory(JournaledStory):
    story: NewStory


def more_of(item: Any) -> tuple[Any, ...]:
    return tuple(getattr(item, name) for name, _ in _MORE)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[SqlLedger]:
    with closing(kept_ledger(tmp_path / "ledger.sqlite")) as opened:
        yield opened


@pytest.fixture
def add_fields(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Puts the new schema in place of the old one."""

    def add() -> None:
        monkeypatch.setattr(journal_entry, "JournaledStory", NewJournaledStory)
        monkeypatch.setattr(recovery, "JournaledStory", NewJournaledStory)
        monkeypatch.setattr(recovery, "Story", NewStory)
        monkeypatch.setattr(recovery, "Headline", NewHeadline)
        monkeypatch.setattr(ledger_headlines, "Headline", NewHeadline)

    return add


def run_in(folder: Path, ledger: SqlLedger) -> Run:
    run = make_run(ledger=ledger)
    run.data = DataFolder(folder)
    return run


def story(number: int) -> Story:
    url = f"http://www.china.org.cn/world/2026-11/20/content_100000{number}.htm"
    image = Image(url="https://english.news.cn/a/1.jpg", caption=None, credit=None)
    text = f"It rained on street {number} for {number} days."
    return make_story(id=f"xinhua:content_100000{number}", url=url, text=text, images=[image])


def headline(number: int, words: str) -> Headline:
    return Headline(
        id=f"xinhua:headline-{number}",
        agency="xinhua",
        headline=words,
        headline_raw=words,
        marks=Marks(),
        stages=[""],
        supersedes=None,
        story=None,
        url=None,
        seen_on=["http://www.china.org.cn/"],
        first_seen="2026-11-20T12:00:00+00:00",
    )


def write(folder: Path, name: str, items: list[Any]) -> None:
    file = folder / "feeds" / "xinhua" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(b"".join(msgspec.json.encode(item) + b"\n" for item in items))


def test_every_line_of_a_feed_that_no_commit_lists_is_entered(
    tmp_path: Path, ledger: SqlLedger, add_fields: Any
) -> None:
    write(tmp_path, "2026-11-19T06-00-00.000000Z-stories.jsonl", [story(1), story(2)])
    shown = [headline(1, "45 killed in blast"), headline(2, "Rain falls on Vik")]
    write(tmp_path, "2026-11-19T06-00-00.000000Z-headlines.jsonl", shown)
    add_fields()
    run = run_in(tmp_path, ledger)
    told = "\n".join(map(words_of, recovery.recover(run)))
    assert told.count("2 of 2 lines entered") == 2
    assert all(ledger.stories.by_id(run.number, story(number).id) for number in (1, 2))
    record = ledger.headlines.named("xinhua:headline-1")
    assert record
    assert more_of(record.item) == _EMPTY


def test_every_line_of_a_part_is_journalled_again(tmp_path: Path, ledger: SqlLedger, add_fields: Any) -> None:
    write(tmp_path, "2026-11-19T06-00-00.000000Z-stories.jsonl.4711.part", [story(1), story(2)])
    add_fields()
    run = run_in(tmp_path, ledger)
    assert "lines of it that were nowhere else: 2" in "\n".join(map(words_of, recovery.recover(run)))
    assert [more_of(one.story) for one in pending_stories(run)] == [_EMPTY, _EMPTY]


def test_a_row_of_an_older_journal_is_decided_and_written_with_every_field(
    tmp_path: Path, ledger: SqlLedger, add_fields: Any
) -> None:
    earlier = run_in(tmp_path, ledger)
    ledger.links.note_link(earlier.number, "http://a.example/1", story(1).id, "list")
    journal(earlier, entry_of(earlier.agency, "http://a.example/1", JournaledStory(story(1), etag='"a"')))
    add_fields()
    run = run_in(tmp_path, ledger)
    assert "1 story and" in "\n".join(map(words_of, recovery.recover(run)))
    (pending,) = pending_stories(run)
    with ledger.transaction():
        assert decide_story(run, pending).outcome == "new"
    line = msgspec.json.encode(pending.story)
    assert more_of(msgspec.json.decode(line, type=NewStory)) == _EMPTY
    page = ledger.pages.find(story(1).id)
    assert page
    assert page.etag == '"a"'


def test_a_headline_of_an_older_ledger_gets_its_next_stage(tmp_path: Path, ledger: SqlLedger, add_fields: Any) -> None:
    def sighting(words: str, hour: int) -> Sighting:
        time = f"2026-11-20T{hour:02}:00:00+00:00"
        return Sighting(words, "http://www.china.org.cn/", 0, time, fetched=time)

    earlier = run_in(tmp_path, ledger)
    earlier.save_sightings([sighting("Urgent: 45 killed in Bagdad blast", 6)])
    with ledger.transaction():
        (first,) = headlines(earlier)
    add_fields()
    run = run_in(tmp_path, ledger)
    run.save_sightings([sighting("45 killed in Bagdad blast", 7)])
    with ledger.transaction():
        (second,) = headlines(run)
    assert (second.id, len(second.stages), more_of(second)) == (first.id, 2, _EMPTY)
