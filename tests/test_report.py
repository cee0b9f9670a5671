"""Verdict and report: what is said of a run, and when it is not good."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.stories import NOON, make_run
from wirecrawl.agencies import SourceKind
from wirecrawl.ledger_rows import OUTCOMES, Outcome
from wirecrawl.report import EXIT_CODES, Judgement, build_report, judge, six_lines, write_report
from wirecrawl.run import Run

HOME, FRONT = "http://www.china.org.cn/", "http://www.china.org.cn/world/node_1000001.htm"


def good_run(*, replay: bool = False, pages: int = 10) -> Run:
    """A run that read its home page and wrote every story of it."""
    run = make_run(replay=replay)
    add_source(run, HOME, links=pages)
    for n in range(pages):
        end(run, f"{HOME}{n}", "new")
    run.asked = pages
    run.fills.update(dict.fromkeys(("pages", "headline", "published", "text"), pages))
    return run


def add_source(
    run: Run, url: str, *, parent: str | None = None, state: str = "ok", kind: SourceKind = "list", **known: Any
) -> None:
    source = run.list_source(url, kind, parent)
    assert source
    run.sources[url] = replace(source, state=state, **known)


def end(run: Run, url: str, outcome: Outcome, reason: str = "") -> None:
    run.ledger.see(run.number, url, None, HOME)
    run.settle(url, outcome, reason)


@pytest.mark.parametrize("replay", [True, False])
def test_a_run_that_lost_nothing_is_good(replay: bool) -> None:
    judgement = judge(good_run(replay=replay))
    assert (judgement.verdict, judgement.reasons, judgement.exit_code) == ("good", [], 0)


@pytest.mark.parametrize("outcome", ["unchanged", "duplicate", "filtered", "gone"])
def test_a_run_with_nothing_new_is_good(outcome: Outcome) -> None:
    run = make_run()
    add_source(run, HOME, state="unchanged", links=3)
    end(run, f"{HOME}1", outcome)
    assert judge(run).verdict == "good"


def test_an_article_that_is_gone_never_lowers_the_verdict() -> None:
    run = good_run()
    end(run, f"{HOME}gone", "gone", "HTTP 404")
    assert judge(run).verdict == "good"


@pytest.mark.parametrize(("parent", "verdict"), [(None, "broken"), (HOME, "degraded")])
def test_a_source_without_links_is_named(parent: str | None, verdict: str) -> None:
    run = good_run()
    add_source(run, FRONT, parent=parent)
    judgement = judge(run)
    assert judgement.verdict == verdict
    assert FRONT in judgement.reasons[0]
    assert "no links" in judgement.reasons[0]


@pytest.mark.parametrize("state", ["HTTP 500", "HTTP 403", "not reached", "challenge page", "timeout"])
@pytest.mark.parametrize(("parent", "verdict"), [(None, "broken"), (HOME, "degraded")])
def test_a_source_that_could_not_be_read_is_named(state: str, parent: str | None, verdict: str) -> None:
    run = good_run()
    add_source(run, FRONT, parent=parent, state=state)
    judgement = judge(run)
    assert judgement.verdict == verdict
    assert FRONT in judgement.reasons[0]
    assert state in judgement.reasons[0]


@pytest.mark.parametrize("state", ["HTTP 404", "HTTP 410"])
@pytest.mark.parametrize(
    ("parent", "read_before", "verdict"),
    [(HOME, False, "good"), (HOME, True, "degraded"), (None, False, "broken"), (None, True, "broken")],
)
def test_a_list_that_is_gone_counts_if_it_was_ever_read(
    state: str, parent: str | None, read_before: bool, verdict: str
) -> None:
    run = good_run()
    add_source(run, FRONT, parent=parent, state=state, read_before=read_before)
    assert judge(run).verdict == verdict


def test_a_replay_is_not_broken_by_a_source_that_is_not_saved() -> None:
    run = good_run(replay=True)
    add_source(run, FRONT, state="HTTP 500")
    assert judge(run).verdict == "degraded"


def test_a_hub_whose_lists_have_links_is_good() -> None:
    run = good_run()
    add_source(run, FRONT)
    add_source(run, f"{FRONT}?2", parent=FRONT, links=5)
    assert judge(run).verdict == "good"


def test_a_list_that_is_filled_from_json_counts_with_its_links() -> None:
    run = good_run()
    add_source(run, FRONT, data=(f"{FRONT}.json",))
    add_source(run, f"{FRONT}.json", parent="another", kind="json", links=5)
    assert judge(run).verdict == "good"


def test_a_challenge_page_is_named() -> None:
    run = good_run()
    run.challenges.append(f"{HOME}7 (Cloudflare)")
    judgement = judge(run)
    assert (judgement.verdict, judgement.exit_code) == ("degraded", 3)
    assert f"{HOME}7 (Cloudflare)" in judgement.reasons[0]


@pytest.mark.parametrize("field", ["headline", "published", "text"])
@pytest.mark.parametrize(("missing", "verdict"), [(2, "good"), (3, "degraded"), (10, "degraded")])
def test_a_field_that_more_than_a_fifth_of_the_stories_lack_is_named(field: str, missing: int, verdict: str) -> None:
    run = good_run()
    run.fills[field] -= missing
    judgement = judge(run)
    assert judgement.verdict == verdict
    assert judgement.reasons == ([f"{field} missing in {missing} of 10 stories"] if verdict == "degraded" else [])


@pytest.mark.parametrize(("lost", "verdict"), [(2, "good"), (3, "degraded")])
def test_a_layout_that_no_longer_fits_is_named(lost: int, verdict: str) -> None:
    run = good_run()
    run.fills["lost"] = lost
    run.lost = {"trafilatura (china.org.cn: body lost)"}
    judgement = judge(run)
    assert judgement.verdict == verdict
    assert all("china.org.cn" in reason for reason in judgement.reasons)


def test_an_unhandled_error_is_the_gravest() -> None:
    run = good_run()
    run.challenges.append(HOME)
    run.errors.append("ZeroDivisionError in parse")
    judgement = judge(run)
    assert (judgement.verdict, judgement.exit_code) == ("broken", 4)
    assert judgement.reasons[0] == "ZeroDivisionError in parse"
    assert len(judgement.reasons) == 2


@pytest.mark.parametrize("outcome", ["failed", "empty", "not reached"])
def test_a_crawl_in_which_nothing_was_usable_is_broken(outcome: Outcome) -> None:
    run = make_run()
    add_source(run, HOME, links=1)
    end(run, f"{HOME}1", outcome)
    assert judge(run).verdict == "broken"


def test_the_report_adds_up_and_lists_what_is_not_in_the_feed() -> None:
    run = good_run(pages=2)
    end(run, f"{HOME}x", "failed", "HTTP 500")
    end(run, f"{HOME}y", "filtered", "shape")
    report = build_report(run, judge(run), run.started, 5, "finished")
    assert report["links"] == sum(report["outcomes"].values()) == 4
    assert list(report["outcomes"]) == list(OUTCOMES)
    assert [(row["url"], row["reason"]) for row in report["not_in_feed"]] == [(f"{HOME}x", "HTTP 500")]
    assert (report["verdict"], report["mode"], report["headlines"]) == ("good", "crawl", 5)
    assert [source["url"] for source in report["sources"]] == [HOME]
    assert report["started"] == NOON


def test_a_sum_that_is_wrong_is_never_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    run = good_run(pages=2)
    monkeypatch.setattr(run.ledger, "balance", lambda number: (3, dict.fromkeys(OUTCOMES, 0)))
    with pytest.raises(AssertionError, match="add up"):
        build_report(run, Judgement("good", []), run.started, 0, "finished")


def test_six_lines_say_the_same_and_print_no_control_character() -> None:
    run = good_run()
    run.errors.append("bad \x1b[31mred\x07 \x9b2J line\nand \u202eright-to-left")
    report = build_report(run, judge(run), run.started, 5, "finished")
    lines = six_lines(report, ["data/feeds/xinhua/a-stories.jsonl"], Path("data/reports/xinhua/a.json"))
    assert len(lines) == 6
    assert all(line.isprintable() for line in lines)
    assert lines[0].startswith("xinhua crawl: broken, bad ")
    assert "10 new" in lines[1]
    assert "a-stories.jsonl" in lines[4]
    assert "a.json" in lines[5]


def test_more_than_one_reason_is_counted() -> None:
    run = good_run()
    run.challenges += [HOME, FRONT]
    lines = six_lines(build_report(run, judge(run), run.started, 0, "finished"), [], Path("r.json"))
    assert "(and 1 more)" in lines[0]
    assert "nothing to write" in lines[4]


def test_the_report_is_written_whole(tmp_path: Path) -> None:
    run = good_run()
    report = build_report(run, judge(run), run.started, 5, "新华社")
    file = tmp_path / "reports" / "xinhua" / "a.json"
    write_report(report, file)
    assert json.loads(file.read_text("utf-8")) == json.loads(json.dumps(report))
    assert "新华社" in file.read_text("utf-8")
    assert [path.name for path in file.parent.iterdir()] == ["a.json"]


def test_every_verdict_has_its_exit_code() -> None:
    assert EXIT_CODES == {"good": 0, "degraded": 3, "broken": 4}
