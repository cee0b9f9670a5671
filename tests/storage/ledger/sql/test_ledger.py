"""Transactions: nothing is half written, also with two connections."""

from contextlib import closing
from pathlib import Path

import pytest

from tests.support.ledgers import LATER, LINKS, START, record, run_with
from tests.support.stores import Store
from wirecrawl.items import Marks
from wirecrawl.news.dedupe import StoryVersion
from wirecrawl.storage.ledger.sql.ledger import SqlLedger


def story(version: int, text_key: str = "k", story_id: str = "x:1") -> StoryVersion:
    return StoryVersion(story_id, version, "x:0", text_key, "Rain", Marks())


def test_the_newest_version_is_known_by_id_and_the_first_story_by_text(ledger: SqlLedger) -> None:
    one, two = ledger.runs.start("xinhua", START), ledger.runs.start("xinhua", LATER)
    ledger.stories.add(one, "xinhua", story(1), START, None)
    ledger.stories.add(two, "xinhua", story(2), LATER, None)
    ledger.stories.add(two, "xinhua", story(1, story_id="x:2"), START, None)
    by_id, by_text = ledger.stories.by_id(two, "x:1"), ledger.stories.by_text(two, story(1, story_id="x:9"))
    assert by_id
    assert by_text
    assert (by_id.version, by_id.this_run) == (2, True)
    assert (by_text.name, by_text.this_run) == ("x:1@1", False)
    assert ledger.stories.by_id(two, "x:3") is None
    assert ledger.stories.by_text(two, story(1, "", story_id="x:9")) is None
    assert ledger.stories.by_text(two, story(1, story_id="y:9")) is None  # of another agency


def test_a_rollback_forgets_the_stories_and_nothing_else(ledger: SqlLedger) -> None:
    run = run_with(ledger, LINKS[0])
    ledger.begin()
    ledger.stories.add(run, "xinhua", story(1), START, None)
    ledger.headlines.save(run, "xinhua", record("Urgent: Rain"))
    ledger.rollback()
    ledger.rollback()
    assert ledger.stories.by_id(run, "x:1") is None
    assert ledger.headlines.named(record("Urgent: Rain").item.id) is None
    assert ledger.links.balance(run)[0] == 1


def fail_inside(ledger: SqlLedger, run: int) -> None:
    with ledger.transaction():
        ledger.links.note_link(run, LINKS[0], None, "list")
        with ledger.transaction():
            ledger.links.note_link(run, LINKS[1], None, "list")
        raise KeyError


def test_a_transaction_is_all_or_nothing_also_what_was_nested_in_it(ledger: SqlLedger) -> None:
    run = ledger.runs.start("xinhua", START)
    with pytest.raises(KeyError):
        fail_inside(ledger, run)
    assert ledger.links.balance(run)[0] == 0
    with ledger.transaction(), ledger.transaction():
        ledger.links.note_link(run, LINKS[0], None, "list")
    assert ledger.links.balance(run)[0] == 1


def test_what_an_open_transaction_holds_is_not_there_for_others_nor_after_a_crash(file: Path, store: Store) -> None:
    with closing(store.open(file)) as writer, closing(store.open(file)) as reader:
        run = writer.runs.start("xinhua", START)
        writer.begin()
        writer.stories.add(run, "xinhua", story(1), START, None)
        assert reader.stories.by_id(run, "x:1") is None
    with closing(store.open(file)) as ledger:
        assert ledger.stories.by_id(run, "x:1") is None


def test_two_connections_write_one_ledger(file: Path, store: Store) -> None:
    with closing(store.open(file)) as one, closing(store.open(file)) as two:
        first, second = one.runs.start("xinhua", START), two.runs.start("xinhua", START)
        one.links.note_link(first, LINKS[0], None, "list")
        two.links.note_link(second, LINKS[0], None, "list")
        assert first != second
        assert (two.links.balance(first)[0], one.links.balance(second)[0]) == (1, 1)
