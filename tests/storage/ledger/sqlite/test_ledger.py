"""The ledger: every link ends in one outcome, nothing is half written."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from wirecrawl.items import Marks
from wirecrawl.news.dedupe import HeadlineRecord, Sighting, StoryVersion, headline_keys, join_headlines, read_line
from wirecrawl.storage.ledger.rows import OUTCOMES, JournalEntry, ListState, Outcome, PageState
from wirecrawl.storage.ledger.sqlite import headlines as ledger_headlines
from wirecrawl.storage.ledger.sqlite.ledger import SqliteLedger

START, LATER = "2026-11-20T06:00:00+00:00", "2026-11-20T12:00:00+00:00"
LINKS = [f"http://a.example/{n}" for n in range(len(OUTCOMES))]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "ledger.sqlite"


@pytest.fixture
def ledger(file: Path) -> Iterator[SqliteLedger]:
    with closing(SqliteLedger(file)) as opened:
        yield opened


def run_with(ledger: SqliteLedger, *links: str, started: str = START) -> int:
    run = ledger.runs.start("xinhua", started)
    for link in links:
        ledger.links.note_link(run, link, None, "list")
    return run


def test_the_outcomes_of_a_run_add_up_to_its_links(ledger: SqliteLedger) -> None:
    run = run_with(ledger, *LINKS)
    for link, outcome in zip(LINKS, OUTCOMES, strict=True):
        ledger.links.set_outcome(run, link, outcome)
    assert ledger.links.balance(run) == (len(LINKS), dict.fromkeys(OUTCOMES, 1))


def test_runs_are_counted_apart(ledger: SqliteLedger) -> None:
    one, two = run_with(ledger, *LINKS[:2]), run_with(ledger, LINKS[0])
    ledger.links.set_outcome(one, LINKS[0], "new")
    assert ledger.links.balance(two)[1]["new"] == 0
    assert (ledger.links.balance(one)[0], ledger.links.balance(two)[0]) == (2, 1)


def test_a_link_is_seen_once(ledger: SqliteLedger) -> None:
    run = ledger.runs.start("xinhua", START)
    assert ledger.links.note_link(run, LINKS[0], None, "list")
    assert not ledger.links.note_link(run, LINKS[0], "xinhua:1", "ticker")
    assert ledger.links.balance(run)[0] == 1


def test_the_first_outcome_stays(ledger: SqliteLedger) -> None:
    run = run_with(ledger, LINKS[0])
    ledger.links.set_outcome(run, LINKS[0], "failed", "HTTP 500")
    ledger.links.set_outcome(run, LINKS[0], "new")
    assert ledger.links.outcomes(run) == [
        {"url": LINKS[0], "id": None, "outcome": "failed", "reason": "HTTP 500", "of": None}
    ]


def test_a_link_that_was_never_seen_is_not_settled(ledger: SqliteLedger) -> None:
    run = run_with(ledger, LINKS[0])
    ledger.links.set_outcome(run, LINKS[1], "new")
    assert ledger.links.balance(run)[0] == 1
    assert ledger.links.balance(run)[1]["new"] == 0


def test_what_a_crash_left_is_not_reached(file: Path) -> None:
    with closing(SqliteLedger(file)) as crashed:
        run = run_with(crashed, *LINKS[:3])
        crashed.links.set_outcome(run, LINKS[0], "new")
    with closing(SqliteLedger(file)) as ledger:
        ledger.links.mark_unreached(run, "stopped")
        assert [row["outcome"] for row in ledger.links.outcomes(run)] == ["new", "not reached", "not reached"]
        links, counts = ledger.links.balance(run)
    assert (links, counts["new"], counts["not reached"]) == (3, 1, 2)
    assert sum(counts.values()) == links


def test_rows_ruled_out_by_their_shape_are_not_listed(ledger: SqliteLedger) -> None:
    run = run_with(ledger, *LINKS[:3])
    ledger.links.set_outcome(run, LINKS[0], "filtered", "shape")
    ledger.links.set_outcome(run, LINKS[1], "filtered", "since")
    ledger.links.set_outcome(run, LINKS[2], "new")
    assert [row["url"] for row in ledger.links.outcomes(run, leave_out=("new",))] == [LINKS[1]]


@pytest.mark.parametrize(
    ("outcome", "reason", "again"),
    [
        ("failed", "HTTP 500", True),
        ("not reached", "stopped", True),
        ("filtered", "limit", True),
        ("filtered", "since", False),
        ("new", "", False),
        ("gone", "HTTP 404", False),
        (None, "", True),
    ],
)
def test_what_the_last_run_left_is_asked_for_again(
    ledger: SqliteLedger, outcome: Outcome | None, reason: str, again: bool
) -> None:
    run = run_with(ledger, LINKS[0])
    if outcome:
        ledger.links.set_outcome(run, LINKS[0], outcome, reason)
    later = run_with(ledger, started=LATER)
    assert ledger.links.unfinished("xinhua", later, START) == ([LINKS[0]] if again else [])
    assert ledger.links.unfinished("another", later, START) == []
    assert ledger.links.unfinished("xinhua", later, LATER) == []


def entry(link: str, story_id: str, published: str | None, lead: int | None = None, rank: int = 0) -> JournalEntry:
    return JournalEntry(link, story_id, published, lead, None, rank, b"{}")


def test_the_journal_comes_in_order_of_time_lead_and_id_whatever_the_order_of_arrival(ledger: SqliteLedger) -> None:
    ordered = [
        entry("l1", "x:9", "2026-11-20T08:30:00+08:00"),  # 00:30 UTC
        entry("l2", "x:1", "2026-11-20T01:00:00+00:00", None),
        entry("l3", "x:1", "2026-11-20T09:00:00+08:00", 1),
        entry("l4", "x:2", "2026-11-20T01:00:00+00:00", 1, rank=0),
        entry("l5", "x:2", "2026-11-20T01:00:00+00:00", 1, rank=1),
        entry("l6", "x:0", "2026-11-20T01:00:00+00:00", 2),
        entry("l7", "x:0", None),
    ]
    run = ledger.runs.start("xinhua", START)
    for row in ordered[::-1]:
        ledger.journal.add(run, row)
    assert [row.link for row in ledger.journal.entries(run)] == [row.link for row in ordered]


def test_the_journal_survives_the_process_and_is_forgotten_when_decided(file: Path) -> None:
    with closing(SqliteLedger(file)) as ledger:
        run = ledger.runs.start("xinhua", START)
        ledger.journal.add(run, entry("l1", "x:1", None))
    with closing(SqliteLedger(file)) as ledger:
        assert [row.link for row in ledger.journal.entries(run)] == ["l1"]
        ledger.journal.remove(run, "l1")
        assert list(ledger.journal.entries(run)) == []


def record(line: str) -> HeadlineRecord:
    (made,) = join_headlines([Sighting(line, "http://a.example/", 0, START, fetched=START, dated=False)], "xinhua")
    return made


def story(version: int, text_key: str = "k", story_id: str = "x:1") -> StoryVersion:
    return StoryVersion(story_id, version, "x:0", text_key, "Rain", Marks())


def test_the_newest_version_is_known_by_id_and_the_first_story_by_text(ledger: SqliteLedger) -> None:
    one, two = ledger.runs.start("xinhua", START), ledger.runs.start("xinhua", LATER)
    ledger.stories.add(one, "xinhua", story(1), START, None)
    ledger.stories.add(two, "xinhua", story(2), LATER, None)
    ledger.stories.add(two, "xinhua", story(1, story_id="x:2"), START, None)
    by_id, by_text = ledger.stories.by_id(two, "x:1"), ledger.stories.by_text(two, "k")
    assert by_id
    assert by_text
    assert (by_id.version, by_id.this_run) == (2, True)
    assert (by_text.name, by_text.this_run) == ("x:1@1", False)
    assert ledger.stories.by_id(two, "x:3") is None
    assert ledger.stories.by_text(two, None) is None


def test_a_rollback_forgets_the_stories_and_nothing_else(ledger: SqliteLedger) -> None:
    run = run_with(ledger, LINKS[0])
    ledger.begin()
    ledger.stories.add(run, "xinhua", story(1), START, None)
    ledger.headlines.save(run, "xinhua", record("Urgent: Rain"))
    ledger.rollback()
    ledger.rollback()
    assert ledger.stories.by_id(run, "x:1") is None
    assert ledger.headlines.named(record("Urgent: Rain").item.id) is None
    assert ledger.links.balance(run)[0] == 1


def fail_inside(ledger: SqliteLedger, run: int) -> None:
    with ledger.transaction():
        ledger.links.note_link(run, LINKS[0], None, "list")
        with ledger.transaction():
            ledger.links.note_link(run, LINKS[1], None, "list")
        raise KeyError


def test_a_transaction_is_all_or_nothing_also_what_was_nested_in_it(ledger: SqliteLedger) -> None:
    run = ledger.runs.start("xinhua", START)
    with pytest.raises(KeyError):
        fail_inside(ledger, run)
    assert ledger.links.balance(run)[0] == 0
    with ledger.transaction(), ledger.transaction():
        ledger.links.note_link(run, LINKS[0], None, "list")
    assert ledger.links.balance(run)[0] == 1


def test_what_an_open_transaction_holds_is_not_there_for_others_nor_after_a_crash(file: Path) -> None:
    with closing(SqliteLedger(file)) as writer, closing(SqliteLedger(file)) as reader:
        run = writer.runs.start("xinhua", START)
        writer.begin()
        writer.stories.add(run, "xinhua", story(1), START, None)
        assert reader.stories.by_id(run, "x:1") is None
    with closing(SqliteLedger(file)) as ledger:
        assert ledger.stories.by_id(run, "x:1") is None


def test_two_connections_write_one_ledger(file: Path) -> None:
    with closing(SqliteLedger(file)) as one, closing(SqliteLedger(file)) as two:
        first, second = one.runs.start("xinhua", START), two.runs.start("xinhua", START)
        one.links.note_link(first, LINKS[0], None, "list")
        two.links.note_link(second, LINKS[0], None, "list")
        assert first != second
        assert (two.links.balance(first)[0], one.links.balance(second)[0]) == (1, 1)


def test_pages_and_lists_are_remembered_and_the_first_sight_stays(ledger: SqliteLedger) -> None:
    page = PageState("x:1", LINKS[0], "new", START, START, '"a"', None, "00")
    ledger.pages.save("xinhua", page)
    ledger.pages.save("xinhua", PageState("x:1", LINKS[1], "update", LATER, LATER, '"b"', None, "11"))
    assert ledger.pages.find("x:1") == PageState("x:1", LINKS[1], "update", START, LATER, '"b"', None, "11")
    assert [known.id for known in ledger.pages.recent("xinhua", START)] == ["x:1"]
    assert ledger.pages.recent("xinhua", LATER) == []
    known = ListState(LINKS[0], '"a"', None, "00", b"\0\xff", START)
    ledger.pages.save_list("xinhua", known)
    assert ledger.pages.find_list(LINKS[0]) == known
    ledger.pages.check_list(LINKS[0], LATER)
    assert ledger.pages.find_list(LINKS[0]) == replace(known, checked=LATER)
    assert (ledger.pages.find("x:2"), ledger.pages.find_list(LINKS[1])) == (None, None)


def test_a_headline_is_found_again_as_it_was(ledger: SqliteLedger) -> None:
    run, kept = ledger.runs.start("xinhua", START), record("Urgent: 45 killed in Bagdad blast")
    ledger.headlines.save(run, "xinhua", kept)
    named = ledger.headlines.named(kept.item.id)
    assert named
    assert (named.item, named.chain, named.undated, named.changed) == (kept.item, kept.chain, START, False)
    ((found,),) = ledger.headlines.chains(
        "xinhua", headline_keys(read_line("45 killed in blast", "xinhua").words), None
    )
    assert found.item == kept.item
    assert list(ledger.headlines.chains("tass", headline_keys(kept.line.words), None)) == []
    assert list(ledger.headlines.chains("xinhua", headline_keys(kept.line.words), LATER)) == []


def like(ledger: SqliteLedger, line: HeadlineRecord) -> list[str]:
    """The ids of the headlines that are compared with a line."""
    return [found.item.id for chain in ledger.headlines.chains("xinhua", line.line.keys, START) for found in chain]


@pytest.mark.parametrize("held", [0, 1 << 17])
def test_a_headline_entered_in_a_transaction_is_found_in_it(
    ledger: SqliteLedger, monkeypatch: pytest.MonkeyPatch, held: int
) -> None:
    monkeypatch.setattr(ledger_headlines, "_HELD", held)
    run, one, two = ledger.runs.start("xinhua", START), record("45 killed in blast"), record("Rain falls on Vik")
    with ledger.transaction():
        ledger.headlines.save(run, "xinhua", one)
        assert (like(ledger, one), like(ledger, two)) == ([one.item.id], [])
        ledger.headlines.save(run, "xinhua", two)
        assert like(ledger, two) == [two.item.id]


def test_a_headline_that_another_process_entered_is_found(file: Path) -> None:
    kept = record("45 killed in blast")
    with closing(SqliteLedger(file)) as ledger, closing(SqliteLedger(file)) as other:
        with ledger.transaction():
            assert like(ledger, kept) == []
        other.headlines.save(other.runs.start("xinhua", START), "xinhua", kept)
        assert like(ledger, kept) == [kept.item.id]
        with ledger.transaction():
            assert like(ledger, kept) == [kept.item.id]


def test_a_headline_older_than_all_that_is_compared_is_not_found(ledger: SqliteLedger) -> None:
    kept = record("45 killed in blast")
    with ledger.transaction():
        ledger.headlines.save(ledger.runs.start("xinhua", START), "xinhua", kept)
        assert list(ledger.headlines.chains("xinhua", kept.line.keys, "2099-01-01T00:00:00+00:00")) == []
