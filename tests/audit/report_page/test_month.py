"""The days of the page: what they sum up, and what they leave out."""

from collections import Counter
from pathlib import Path

import pytest

from tests.support.months import NOW, month, page_of
from wirecrawl.audit.report_page.values import Day, SpiderPage, Spread
from wirecrawl.items import Marks
from wirecrawl.news.dedupe import StoryVersion
from wirecrawl.storage.ledger.rows import PageState
from wirecrawl.storage.ledger.sqlite.ledger import SqliteLedger
from wirecrawl.utils.times import utc_iso

SEEN = "2026-11-28T10:00:00+00:00"


def spider_of(ledger: SqliteLedger, data: Path, days: int = 30) -> SpiderPage:
    (spider,) = page_of(ledger, data, days=days).spiders
    return spider


def see(ledger: SqliteLedger, number: int, published: str | None, seen: str = SEEN) -> None:
    name = f"xinhua:{number}"
    known = StoryVersion(name, 1, name, None, "Rain", Marks(), "Rain", "xinhua", published)
    ledger.stories.add(1, "xinhua", known, published, None)
    ledger.pages.save("xinhua", PageState(name, f"http://a.example/{number}", "new", seen, seen))


def test_days_without_a_run_are_there_and_have_no_values(tmp_path: Path) -> None:
    spider = spider_of(month(tmp_path, "xinhua"), tmp_path)
    assert (len(spider.days), spider.days[0].day, spider.days[-1].day) == (30, "2026-11-01", "2026-11-30")
    idle = [day for day in spider.days if not day.runs]
    assert [day.day for day in idle] == ["2026-11-01", "2026-11-14"]
    assert {(day.outcomes, day.fields, day.seconds, day.latency, day.worst) for day in idle} == {(None,) * 5}


def test_a_day_sums_the_measures_of_its_runs(tmp_path: Path) -> None:
    ledger = SqliteLedger(":memory:")
    for hour, new, pages, filled in ((1, 4, 10, 1.0), (2, 3, 30, 0.5)):
        run = ledger.runs.start("xinhua", f"2026-11-30T0{hour}:00:00+00:00")
        known = {
            "outcome:new": new,
            "outcome:failed": 1,
            "pages": pages,
            "filled:dateline": filled,
            "seconds": 10 * hour,
        }
        ledger.runs.measure(run, {**known, "cleaner:china.org.cn": pages, "text": 100 * hour}, comparable=True)
        ledger.runs.close(run, "", "good" if hour == 1 else "degraded", 0, "")
    day = spider_of(ledger, tmp_path, days=1).days[0]
    assert (day.runs, day.worst, day.outcomes) == (2, "degraded", Counter(new=7, failed=2))
    assert (day.seconds, day.cleaners) == (Spread(10, 15, 20, 2), Counter({"china.org.cn": 40}))
    assert day.fields
    assert day.fields["dateline"] == (10 + 15) / 40


def test_runs_of_older_versions_are_shown_as_not_measured(tmp_path: Path) -> None:
    ledger = SqliteLedger(":memory:")
    run = ledger.runs.start("xinhua", utc_iso(NOW))
    ledger.runs.measure(run, {"outcome:new": 1, "pages": 1, "filled:text": 1.0, "text": 9}, comparable=True)
    ledger.runs.close(run, "", "good", 0, "")
    spider = spider_of(ledger, tmp_path)
    assert (spider.days[-1].cleaners, spider.days[-1].seconds) == (None, None)
    assert spider.last
    assert spider.last.hosts is None


def test_latency_counts_stories_with_a_time_of_day_that_were_fresh(tmp_path: Path) -> None:
    ledger = SqliteLedger(":memory:")
    ledger.runs.start("xinhua", SEEN)
    for number in range(10):
        see(ledger, number, f"2026-11-28T17:{50 - number}:00+08:00")  # seen 10 to 19 minutes later
    see(ledger, 20, "2026-11-28T00:00:00+08:00")  # only the day is printed
    see(ledger, 21, None)
    see(ledger, 22, "2026-11-20T10:00:00+00:00")  # an old story that a list still shows
    see(ledger, 23, "2026-11-28T10:05:00+00:00")  # its clock is ahead
    spider = spider_of(ledger, tmp_path)
    assert (spider.late, spider.early) == (1, 1)
    assert spider.latency == spider.days[-3].latency
    assert spider.latency
    assert (spider.latency.middle, spider.latency.count) == (14.5, 10)
    assert spider.latency.low == pytest.approx(10.9)
    assert spider.latency.high == pytest.approx(18.1)


def test_the_worst_verdict_of_a_day_is_its_own() -> None:
    for verdicts, worst in (({"good": 9}, "good"), ({"good": 9, "cut off": 1}, "cut off"), ({}, None)):
        assert Day("2026-11-30", Counter(verdicts)).worst == worst
    assert Day("2026-11-30", Counter(["broken", "degraded", "cut off"])).worst == "broken"


def test_threads_and_chains_are_counted_by_their_length(tmp_path: Path) -> None:
    ledger = SqliteLedger(":memory:")
    ledger.runs.start("xinhua", SEEN)
    for number, thread in ((1, 1), (2, 1), (3, 3)):
        known = StoryVersion(f"xinhua:{number}", 1, f"xinhua:{thread}", None, "Rain", Marks(), "Rain", "xinhua", SEEN)
        ledger.stories.add(1, "xinhua", known, SEEN, None)
        ledger.pages.save("xinhua", PageState(f"xinhua:{number}", "http://a.example/", "new", SEEN, SEEN))
    assert spider_of(ledger, tmp_path).threads == {1: 1, 2: 1}
    assert spider_of(ledger, tmp_path, days=1).threads == {}


def test_runs_that_were_not_good_come_newest_first_and_are_bounded(tmp_path: Path) -> None:
    spider = spider_of(month(tmp_path, "xinhua", bad=True, a_day=4), tmp_path)
    started = [run.started for run in spider.bad_runs]
    assert started == sorted(started, reverse=True)
    assert (len(started), spider.more_bad_runs > 0) == (20, True)
    assert all(run.reason for run in spider.bad_runs)


def test_every_spider_with_runs_is_on_the_page_unless_one_is_named(tmp_path: Path) -> None:
    ledger = month(tmp_path, "xinhua", "tass", days=2)
    assert [one.name for one in page_of(ledger, tmp_path).spiders] == ["tass", "xinhua"]
    assert [one.name for one in page_of(ledger, tmp_path, "tass").spiders] == ["tass"]
    (nobody,) = page_of(ledger, tmp_path, "ap").spiders
    assert (nobody.newest, nobody.last, nobody.runs) == (None, None, 0)
    late = page_of(ledger, tmp_path, "tass", days=1).spiders[0]
    assert (late.days[0].day, late.runs > 0) == (utc_iso(NOW)[:10], True)
