"""Lines of tickers and lists as Headline records: joined by their words, staged by their marks."""

import gc
from datetime import datetime, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.stories import make_run
from wirecrawl.items import Headline
from wirecrawl.news.dedupe import HeadlineChains, HeadlineRecord, Sighting, headline_key, oldest_first
from wirecrawl.news.dedupe import headline_chains as headlines
from wirecrawl.news.dedupe import join_headlines as join_records
from wirecrawl.news.dedupe.meaning.lexicon import of_latin
from wirecrawl.news.dedupe.relations.headlines import Relation, relate_printed
from wirecrawl.storage.ledger.sqlite.ledger import SqliteLedger

of_latin(["herat", "kabul"])  # reads the tables once, outside of the time that hypothesis allows

HOME = "http://www.china.org.cn/"
DAWN, NOON = "2026-11-20T06:00:00+00:00", "2026-11-20T12:00:00+00:00"


def join_headlines(sightings: list[Sighting], agency: str) -> list[Headline]:
    return [record.item for record in join_records(oldest_first(sightings), agency)]


def joined(*lines: str, page: str = HOME) -> list[Headline]:
    """Records of lines as a ticker shows them: the newest on top."""
    return list(join_headlines([Sighting(line, page, n, NOON, fetched=NOON) for n, line in enumerate(lines)], "xinhua"))


def test_stages_of_one_headline_are_one_record_oldest_first() -> None:
    (record,) = joined("1st LD: 45 killed in Baghdad", "Urgent: 45 killed in Baghdad")
    assert record.stages == ["Urgent", "1st LD"]
    assert (record.headline, record.headline_raw) == ("45 killed in Baghdad", "1st LD: 45 killed in Baghdad")
    assert (record.marks.lead, record.marks.urgency) == (1, None)
    assert record.id.startswith("xinhua:headline-")


def test_a_stage_that_is_seen_after_a_later_one_does_not_win() -> None:
    (record,) = joined("Urgent: Blast in Quito", "2nd LD: Blast in Quito")
    assert (record.stages, record.headline_raw) == (["Urgent", "2nd LD"], "2nd LD: Blast in Quito")


def test_a_line_that_was_cut_is_replaced_by_the_whole_one_and_joins_no_other() -> None:
    lines = [f"Car bomb kills 10 in market of {town}" for town in ("Lima", "Quito", "...")]
    assert [(record.headline, record.stages) for record in joined(*lines)] == [(line, [""]) for line in lines[1::-1]]


def test_a_line_without_marks_is_a_stage_too() -> None:
    (record,) = joined("45 killed in Baghdad", "Urgent: 45 killed in Baghdad")
    assert record.stages == ["Urgent", ""]


def test_the_same_line_on_fifty_pages_is_one_record() -> None:
    pages = [f"http://www.china.org.cn/world/node_{n:07}.htm" for n in range(50)]
    sightings = [Sighting("Urgent: Rain", page, 3, NOON, fetched=NOON) for page in pages]
    (record,) = join_headlines(sightings, "xinhua")
    assert record.seen_on == pages
    assert record.stages == ["Urgent"]


@pytest.mark.parametrize(
    "lines",
    [
        ("Roundup: Rain in Vik", "Rain in Vik"),
        ("Roundup: Rain in Vik", "Backgrounder: Rain in Vik"),
        ("China stocks open lower", "China stocks close lower"),
        ("Xinhua world news summary at 0030 GMT, Nov. 20", "Xinhua world news summary at 1530 GMT, Nov. 20"),
        ("Xinhua world news summary at 0030 GMT, Nov. 20", "Xinhua world news summary at 0030 GMT, Nov. 21"),
        ("Shares up by +5 pct", "Shares up by 5.5 pct"),
        ("45 killed in Baghdad", "4 5 killed in Baghdad"),
    ],
)
def test_works_of_their_own_stay_apart(lines: tuple[str, ...]) -> None:
    assert sorted(record.headline_raw for record in joined(*lines)) == sorted(lines)


@pytest.mark.parametrize(
    "lines",
    [
        ("Rain in Vik", "RAIN IN VIK"),
        ("Rain in Vik's north", "Rain in Vik’s north"),
        ("U.S. stocks rise", "US stocks rise"),
        ("Rain  in Vik ", "Rain in Vik"),
        ("Rain in Vik up ５ pct", "Rain in Vik up 5 pct"),
    ],
)
def test_case_width_and_punctuation_join(lines: tuple[str, ...]) -> None:
    assert len(joined(*lines)) == 1


def test_records_come_oldest_first() -> None:
    records = joined("Newest", "Middle", "Oldest")
    assert [record.headline for record in records] == ["Oldest", "Middle", "Newest"]


def test_the_newest_time_gives_the_address_and_the_first_sight_is_kept() -> None:
    old = Sighting("Urgent: Rain", HOME, 0, DAWN, url="http://a.example/1", story="xinhua:1", fetched=DAWN)
    new = Sighting("1st LD: Rain", HOME, 5, NOON, url="http://a.example/2", story="xinhua:2", fetched=NOON)
    (record,) = join_headlines([new, old], "xinhua")
    assert (record.stages, record.url) == (["Urgent", "1st LD"], "http://a.example/2")
    assert record.first_seen == DAWN


def test_a_line_without_a_link_has_no_address() -> None:
    (record,) = joined("Rain in Vik")
    assert (record.url, record.story, record.supersedes) == (None, None, None)


LINES = ["Rain", "Urgent: Rain", "1st LD: Rain", "Roundup: Rain", "RAIN!", "Snow", "2nd LD Writethru: Snow"]
SIGHTINGS = st.builds(
    Sighting,
    raw=st.sampled_from(LINES),
    page=st.sampled_from(["http://a.example/", "http://b.example/"]),
    position=st.integers(0, 3),
    time=st.sampled_from([None, DAWN, NOON]),
    url=st.sampled_from([None, "http://c.example/1", "http://c.example/2"]),
    story=st.sampled_from([None, "xinhua:1"]),
    fetched=st.sampled_from([DAWN, NOON]),
)


@given(st.lists(SIGHTINGS, max_size=8, unique_by=lambda line: (line.page, line.position)), st.randoms())
def test_the_order_in_which_pages_are_read_changes_nothing(sightings: list[Sighting], shuffle: Random) -> None:
    run, other = make_run(), list(sightings)
    shuffle.shuffle(other)
    for sighting in other:
        run.save_sightings([sighting])
    assert [record.item for record in join_records(run.sightings, "xinhua")] == join_headlines(sightings, "xinhua")


@pytest.mark.parametrize(
    ("one", "other"), [("A/B", "A B"), ("Yuan +5 pips", "Yuan -5 pips"), ("Up 5.5 pct", "Up 5 5 pct")]
)
def test_signs_of_a_short_line_tell_lines_apart(one: str, other: str) -> None:
    assert headline_key(one) != headline_key(other)


class Kept:
    """Earlier runs: what a ledger brings back, as it was saved."""

    def __init__(self) -> None:
        self.ledger = SqliteLedger(":memory:")
        self.run = self.ledger.runs.start("xinhua", DAWN)

    def next_run(self, *sightings: Sighting) -> list[HeadlineRecord]:
        gathering = HeadlineChains("xinhua", self.ledger.headlines)
        records = list(join_records(sightings, "xinhua", gathering))
        for record in records:
            self.ledger.headlines.save(self.run, "xinhua", record)
        return records


def seen(line: str, time: str = NOON, *, dated: bool = True, story: str | None = None) -> Sighting:
    return Sighting(line, HOME, 0, time, story=story, fetched=time, dated=dated)


def test_a_changed_count_is_a_record_of_its_own_that_names_what_it_supersedes() -> None:
    first, second = joined("48 killed in Baghdad blast", "45 killed in Baghdad blast")
    assert (first.headline, second.headline) == ("45 killed in Baghdad blast", "48 killed in Baghdad blast")
    assert (first.supersedes, second.supersedes) == (None, first.id)


def test_what_an_earlier_run_saw_is_not_written_again_and_a_new_stage_keeps_its_id() -> None:
    kept = Kept()
    (first,) = kept.next_run(seen("Urgent: Ferry sinks off Spain", DAWN))
    (again,) = kept.next_run(seen("Urgent: Ferry sinks off Spain"))
    (later,) = kept.next_run(seen("1st LD: Ferry sinks off Spain"))
    assert (first.changed, again.changed, later.changed) == (True, False, True)
    assert (later.item.id, later.item.stages, later.item.first_seen) == (first.item.id, ["Urgent", "1st LD"], DAWN)


def test_the_same_words_a_day_later_are_another_record() -> None:
    kept = Kept()
    (first,) = kept.next_run(seen("China issues weather alert", "2026-11-19T06:00:00+00:00"))
    (second,) = kept.next_run(seen("China issues weather alert", "2026-11-20T06:00:00+00:00"))
    assert (second.changed, second.item.supersedes) == (True, None)
    assert second.item.id == f"{first.item.id}-2"


def test_a_line_that_stands_in_the_ticker_for_days_is_one_record() -> None:
    kept, hours = Kept(), range(0, 80, 10)
    times = [(datetime.fromisoformat(DAWN) + timedelta(hours=h)).isoformat() for h in hours]
    changed = [record.changed for time in times for record in kept.next_run(seen("Ferry sinks", time, dated=False))]
    assert changed == [True, *[False] * (len(times) - 1)]


def test_a_chain_is_checked_whole() -> None:
    kept = Kept()
    times = ("2026-11-20T00:00:00+00:00", "2026-11-20T15:00:00+00:00", "2026-11-21T06:00:00+00:00")
    lines = ("45 killed in blast", "46 killed in blast", "47 killed in blast")
    first, second, third = (
        record for line, time in zip(lines, times, strict=True) for record in kept.next_run(seen(line, time))
    )
    assert second.item.supersedes == first.item.id
    assert third.item.supersedes is None  # 15 hours after the second, but 30 after the first


@pytest.mark.parametrize("words", ["Rain falls on town {} in Norway", "Story {}"])
def test_a_crowd_of_lines_of_one_mould_is_told_apart_with_few_comparisons(
    words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared: list[str] = []

    def counted(a: str, b: str, agency: str, *hours: float) -> Relation:
        compared.append(b)
        return relate_printed(a, b, agency, *hours)

    monkeypatch.setattr(headlines, "relate_printed", counted)
    lines = [words.format(n) for n in range(300)]
    records = join_headlines(
        [Sighting(line, page, n, NOON, fetched=NOON) for page in (HOME, f"{HOME}2") for n, line in enumerate(lines)],
        "xinhua",
    )
    assert sorted(record.headline for record in records) == sorted(lines)
    assert all(record.seen_on == [HOME, f"{HOME}2"] for record in records)
    assert len(compared) < 30 * 2 * len(lines)  # not each with each, which is 150 and more


def test_one_page_under_another_headline_is_an_update() -> None:
    kept = Kept()
    (first,) = kept.next_run(seen("Ferry sinks off Spain", DAWN, story="xinhua:1"))
    (second,) = kept.next_run(seen("All rescued from ferry", story="xinhua:1"))
    assert second.item.supersedes == first.item.id


class Broken(HeadlineChains):
    """A gathering whose ledger fails."""

    def place(self, sighting: Sighting) -> HeadlineRecord:
        """Fail."""
        raise OSError("disk")


def test_the_search_for_garbage_goes_on_after_the_headlines_are_joined() -> None:
    joined("Rain in Vik")
    assert gc.isenabled()
    with pytest.raises(OSError, match="disk"):
        list(join_records([Sighting("Rain in Vik", HOME, 0)], "xinhua", Broken("xinhua")))
    assert gc.isenabled()
