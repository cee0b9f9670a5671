"""The programs that measure speed run and name every contender and step; what they measure is not tested."""

import sys
from pathlib import Path

import pytest

from bench import dedupe_speed
from bench.contenders import Contender, contenders
from bench.originals import originals, write_corpus
from bench.speed import measure, table
from bench.steps import CONTENDERS, STEPS, main
from tests.support.fixtures import ROOT
from tests.support.process import lines
from wirecrawl.news import agencies

PAGES = ("china-org-cn-plain", "news-cn-plain")


def rows(printed: str) -> list[str]:
    return [line for line in printed.splitlines() if line.rstrip("%")[-1:].isdigit()]


def test_steps_print_a_row_for_every_contender_and_step(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(ROOT / "fixtures" / "xinhua" / page) for page in PAGES]) == 0
    printed = capsys.readouterr().out
    assert "2 pages" in printed
    for name in (*CONTENDERS, *STEPS, "the rest"):
        assert any(row.startswith(name) for row in rows(printed)), name


def test_steps_take_html_files_with_a_map_of_addresses(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case = ROOT / "fixtures" / "xinhua" / PAGES[0]
    (tmp_path / "a.html").write_bytes((case / "body.html").read_bytes())
    (tmp_path / "map.jsonl").write_text('{"file": "a.html", "url": "http://www.china.org.cn/a.htm"}\n')
    assert main([str(tmp_path), "--urls", str(tmp_path / "map.jsonl")]) == 0
    assert "1 pages" in capsys.readouterr().out


def test_steps_say_that_there_is_no_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "map.jsonl").write_text("")
    assert main([str(tmp_path), "--urls", str(tmp_path / "map.jsonl")]) == 2
    assert "no page to measure" in capsys.readouterr().err


def test_the_speed_of_decisions_has_a_row_for_every_ledger_and_rival(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("ASKED", "ASKED_STORIES", "ASKED_RIVALS"):
        monkeypatch.setattr(dedupe_speed, name, 20)
    printed = list(dedupe_speed.speed([100], 20))
    ours = ("wirecrawl, 100 headlines", "    as tickers show them", "wirecrawl, 20 stories")
    for name in (*ours, "exact folded title", "rapidfuzz", "datasketch"):
        assert any(row.startswith(name) for row in printed), name


def test_whole_programs_have_a_row_each_also_those_that_fail_or_are_missing() -> None:
    runners = [
        Contender("good", 5, lambda _: [sys.executable, "-c", "pass"]),
        Contender("bad", 5, lambda _: [sys.executable, "-c", "raise SystemExit('no such page')"]),
        Contender("absent", 5, lambda folder: [str(folder / "absent")]),
    ]
    printed = list(table(measure(runners, 2)))
    assert [row.split()[0] for row in printed[1:]] == ["good", "bad", "absent"]
    assert ("no such page" in printed[2], "not installed" in printed[3]) == (True, True)


def test_a_corpus_gives_the_same_stories_in_every_form(tmp_path: Path) -> None:
    agency = agencies.get("xinhua")
    corpus = write_corpus(originals(agency, [], None), agency, 12, tmp_path / "corpus")
    own = contenders(corpus)[:3]
    for number, (_, measured) in enumerate(measure(own, 1)):
        assert measured.complaint == "", own[number].name
    feeds = [tmp_path / name for name in ("warc", "fixtures")]
    for folder, contender in zip(feeds, (own[1], own[2]), strict=True):
        list(measure([Contender("", 12, lambda _, c=contender, f=folder: c.command(f))], 1))  # type: ignore[misc]
    texts = [{one["text"] for one in lines(folder / "feeds/xinhua/replay-stories.jsonl")} for folder in feeds]
    assert len(texts[0]) == 12
    assert texts[0] == texts[1]
