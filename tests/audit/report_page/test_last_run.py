"""The last run on the page: its numbers, and where the archive has what they are about."""

from datetime import datetime
from pathlib import Path
from typing import Any

from tests.support.months import NOW, page_of
from tests.support.runs import HOME, add_source, report_of
from tests.support.stories import NOON, make_run
from wirecrawl.audit.report_page.values import LastRun
from wirecrawl.items import Marks
from wirecrawl.news.dedupe import StoryVersion
from wirecrawl.reasons import Reason, ReasonKind, because
from wirecrawl.run.report import not_in_feed, write_report
from wirecrawl.run.state import Run
from wirecrawl.run.tallies import AnswersOfHost
from wirecrawl.storage.archive.warc_records import CaptureRef
from wirecrawl.storage.ledger.rows import Outcome
from wirecrawl.storage.ledger.sqlite.ledger import SqliteLedger

WARC = "xinhua-2026-11-20T12-00-00.000000Z-00000.warc.gz"


def end(run: Run, number: int, outcome: Outcome, reason: Reason, host: str = "a.example") -> str:
    url = f"http://{host}/{number}"
    run.ledger.links.note_link(run.number, url, f"xinhua:{number}", HOME)
    run.set_outcome(url, outcome, reason)
    return url


def write(run: Run, number: int, version: int, thread: int, **marks: Any) -> None:
    line = f"Rain, part {number}"
    known = StoryVersion(
        f"xinhua:{number}", version, f"xinhua:{thread}", None, line, Marks(**marks), line, "xinhua", NOON
    )
    run.ledger.stories.add(run.number, "xinhua", known, NOON, f"http://a.example/{number}")


def last_run(run: Run, data: Path, **measures: float) -> LastRun:
    """The run as the page has it, after it was reported and closed."""
    file = data / "reports/xinhua/2026-11-20T12-00-00.000000Z.json"
    report = report_of(run)
    write_report(report, not_in_feed(run), file)
    run.ledger.runs.measure(run.number, {**report["baseline"]["now"], **measures}, comparable=True)
    run.ledger.runs.close(run.number, NOON, report["verdict"], report["exit_code"], str(file))
    assert isinstance(run.ledger, SqliteLedger)
    (spider,) = page_of(run.ledger, data).spiders
    assert spider.last
    return spider.last


def test_outcomes_add_up_to_the_links_and_reasons_are_those_of_the_report(tmp_path: Path) -> None:
    run = make_run()
    add_source(run, HOME, links=7, newest=NOON)
    for number in range(3):
        end(run, number, "new", Reason(ReasonKind.OK))
    end(run, 9, "unchanged", Reason(ReasonKind.ALREADY_KNOWN))
    run.tallies.warnings.append(because(ReasonKind.STOPPED))
    found = last_run(run, tmp_path)
    assert (found.verdict, sum(one.now for one in found.outcomes), found.links) == ("degraded", 4, 4)
    assert list(found.reasons) == ["the run was stopped by a signal; what it had not done waits for the next run"]
    assert [(one.url, one.is_read, one.links, one.age) for one in found.sources] == [(HOME, True, 7, 0.0)]


def test_links_that_failed_alike_are_one_row_of_their_host(tmp_path: Path) -> None:
    run = make_run()
    for number, status in enumerate((503, 503, 500)):
        end(run, number, "failed", because(ReasonKind.HTTP_STATUS, status))
    for number in (7, 8):  # each names its own page, and both are one kind of trouble
        end(run, number, "empty", because(ReasonKind.NO_STORY, f"http://b.example/{number}", "no text"), "b.example")
    rows = [(one.host, one.outcome, one.reason, one.links) for one in last_run(run, tmp_path).failures]
    assert rows == [
        ("a.example", "failed", "HTTP 503", 2),
        ("a.example", "failed", "HTTP 500", 1),
        ("b.example", "empty", "no text", 2),
    ]


def test_a_link_leads_to_its_record_in_the_archive(tmp_path: Path) -> None:
    run = make_run()
    urls = [end(run, number, "failed", because(ReasonKind.HTTP_STATUS, 500 + number)) for number in (0, 3)]
    run.ledger.captures.save([CaptureRef(urls[0], "sha1:0", NOON, "urn:1", WARC, 4711)])
    run.ledger.captures.save([CaptureRef(urls[1], "sha1:1", NOON, "urn:2", "pruned.warc.gz", 1)])
    (tmp_path / "archive/xinhua").mkdir(parents=True)
    (tmp_path / "archive/xinhua" / WARC).touch()
    found = last_run(run, tmp_path)
    places = {one.example: one.place for one in found.failures}
    there, pruned = places[urls[0]], places[urls[1]]
    assert there and (there.file, there.href, there.offset) == (WARC, f"archive/xinhua/{WARC}", 4711)
    assert pruned and pruned.href == ""
    assert [one.file for one in found.archives] == [WARC]


def test_corrections_come_before_later_stages_and_first_stories_are_left_out(tmp_path: Path) -> None:
    run = make_run()
    for number in (1, 2, 3, 4):
        end(run, number, "new", Reason(ReasonKind.OK))
    write(run, 1, 1, 1)
    write(run, 2, 2, 2)
    write(run, 3, 1, 1)
    write(run, 4, 1, 4, handling="correction")
    found = last_run(run, tmp_path)
    rows = [(one.name, one.kind) for one in found.versions]
    assert found.begun == 1
    assert rows == [
        ("xinhua:4@1", "correction"),
        ("xinhua:2@2", "page changed"),
        ("xinhua:3@1", "later stage"),
    ]


def test_the_six_slowest_hosts_are_shown_or_that_none_was_measured(tmp_path: Path) -> None:
    run = make_run()
    assert last_run(run, tmp_path).hosts is None
    run = make_run()
    run.tallies.hosts = {f"{n}.example": AnswersOfHost([float(n)], 1000 * n) for n in range(1, 9)}
    hosts = last_run(run, tmp_path).hosts or []
    assert [(one.host, one.seconds, one.size) for one in hosts][:2] == [
        ("8.example", 8.0, 8000),
        ("7.example", 7.0, 7000),
    ]
    assert len(hosts) == 6


def test_a_run_whose_report_was_pruned_is_shown_without_it(tmp_path: Path) -> None:
    run = make_run()
    end(run, 1, "failed", because(ReasonKind.HTTP_STATUS, 503))
    run.ledger.runs.close(run.number, NOON, "broken", 4, str(tmp_path / "gone.json"))
    assert isinstance(run.ledger, SqliteLedger)
    (spider,) = page_of(run.ledger, tmp_path).spiders
    assert spider.last
    assert (spider.last.is_whole, spider.last.links, list(spider.last.sources)) == (False, 1, [])
    assert spider.bad_runs[0].reason == "its report is no longer there"


def test_a_report_is_found_in_a_data_folder_that_was_moved(tmp_path: Path) -> None:
    run = make_run()
    run.tallies.errors.append(because(ReasonKind.LEDGER_FAILED, "the disk is full"))
    last_run(run, tmp_path / "before")
    (tmp_path / "before").rename(tmp_path / "after")
    assert isinstance(run.ledger, SqliteLedger)
    (spider,) = page_of(run.ledger, tmp_path / "after").spiders
    assert spider.last
    assert spider.last.reasons[0] == "the disk is full"


def test_a_run_that_goes_on_is_named_and_the_one_before_it_shown(tmp_path: Path) -> None:
    run = make_run()
    last_run(run, tmp_path)
    assert isinstance(run.ledger, SqliteLedger)
    run.ledger.runs.start("xinhua", NOW.isoformat())
    (spider,) = page_of(run.ledger, tmp_path).spiders
    assert spider.last
    assert (spider.is_going_on, spider.newest, spider.last.started) == (True, NOW.isoformat(), NOON)
    assert datetime.fromisoformat(spider.last.started) < NOW
