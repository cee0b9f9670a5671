"""The report: what is said of a run."""

import json
import tracemalloc
from pathlib import Path

import pytest

from tests.support.runs import FRONT, HOME, end, good_run, report_of
from tests.support.stories import NOON
from wirecrawl.reasons import ReasonKind, because
from wirecrawl.run.report import not_in_feed, six_lines, table_of_runs, write_report
from wirecrawl.run.verdict import Judgement
from wirecrawl.storage.ledger.rows import OUTCOMES
from wirecrawl.utils.terminal import escaped

pytestmark = pytest.mark.usefixtures("store")


def test_the_report_adds_up_and_lists_what_is_not_in_the_feed() -> None:
    run = good_run(pages=2)
    end(run, f"{HOME}x", "failed", because(ReasonKind.HTTP_STATUS, 500))
    end(run, f"{HOME}y", "filtered", because(ReasonKind.SHAPE))
    report = report_of(run)
    assert report["links"] == sum(report["outcomes"].values()) == 4
    assert list(report["outcomes"]) == list(OUTCOMES)
    assert [(row["url"], row["reason"]) for row in not_in_feed(run)] == [(f"{HOME}x", "HTTP 500")]
    assert (report["verdict"], report["mode"], report["headlines"]) == ("good", "crawl", 5)
    assert [source["url"] for source in report["sources"]] == [HOME]
    assert report["started"] == NOON


def test_a_sum_that_is_wrong_is_never_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    run = good_run(pages=2)
    monkeypatch.setattr(run.ledger.links, "balance", lambda number: (3, dict.fromkeys(OUTCOMES, 0)))
    with pytest.raises(AssertionError, match="add up"):
        report_of(run, Judgement("good", []))


def test_six_lines_say_the_same_and_print_no_control_character() -> None:
    run = good_run()
    run.tallies.errors.append(
        because(ReasonKind.UNHANDLED_AT, HOME, "\x1b[31mred\x07 \x9b2J line\nand \u202eright-to-left")
    )
    report = report_of(run)
    lines = six_lines(report, ["data/feeds/xinhua/a-stories.jsonl"], Path("data/reports/xinhua/a.json"))
    assert len(lines) == 6
    assert all(line.isprintable() for line in lines)
    assert lines[0].startswith("xinhua crawl: broken, unhandled error at ")
    assert "10 new" in lines[1]
    assert "a-stories.jsonl" in lines[4]
    assert "a.json" in lines[5]


def test_counts_agree_with_their_nouns_and_a_run_without_sources_names_none() -> None:
    run = good_run(replay=True, pages=2)
    end(run, f"{HOME}x", "update")
    end(run, f"{HOME}y", "duplicate")
    report = report_of(run)
    assert six_lines(report, [], Path("r.json"))[1].startswith("stories: 2 new, 1 update, 1 duplicate, 0 unchanged")
    assert "; sources: 1 of 1 read" in six_lines(report, [], Path("r.json"))[3]
    archive_of_stories = {**report, "sources": []}
    assert six_lines(archive_of_stories, [], Path("r.json"))[3] == "links: 4 = the sum of all outcomes"


def test_runs_are_the_rows_of_a_table_with_a_refused_one_among_them() -> None:
    run = good_run(pages=2)
    end(run, f"{HOME}x", "failed", because(ReasonKind.HTTP_STATUS, 500))
    run.tallies.challenges.append(HOME)
    head, ran, refused = table_of_runs([("xinhua", 3, report_of(run)), ("ap", 5, None)])
    assert head.split("  ")[0] == "agency"
    assert ran.split(maxsplit=8)[:8] == ["xinhua", "degraded", "2", "0", "0", "1", "5", "3"]
    assert "challenge" in ran.split(maxsplit=8)[8]
    assert refused.split() == ["ap", "not", "run", *"-----", "5"]


def test_more_than_one_reason_is_counted() -> None:
    run = good_run()
    run.tallies.challenges += [HOME, FRONT]
    lines = six_lines(report_of(run), [], Path("r.json"))
    assert "(and 1 more)" in lines[0]
    assert "nothing to write" in lines[4]


def test_the_report_is_written_whole(tmp_path: Path) -> None:
    run = good_run()
    report = report_of(run, reason="新华社")
    file = tmp_path / "reports" / "xinhua" / "a.json"
    for links in ([], [{"url": f"{HOME}新\x9b", "reason": "HTTP 500"}] * 2):
        write_report(report, links, file)
        written = file.read_text("utf-8")
        whole = {**report, "not_in_feed": links}
        assert json.loads(written) == json.loads(json.dumps(whole))
        assert written == escaped(json.dumps(whole, ensure_ascii=False, indent=1)) + "\n"
    assert [path.name for path in file.parent.iterdir()] == ["a.json"]


def test_a_report_of_many_links_is_never_in_memory_as_a_whole(tmp_path: Path) -> None:
    report, file = report_of(good_run()), tmp_path / "a.json"
    links = ({"url": f"{HOME}{number}", "reason": "HTTP 500"} for number in range(20_000))
    tracemalloc.start()
    write_report(report, links, file)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < file.stat().st_size / 3
