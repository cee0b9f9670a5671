"""The programs that measure speed: what they print of given times, and what they do without a page or a program."""

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from bench import dedupe_speed, steps
from bench.contenders import Contender, contenders
from bench.originals import originals, write_corpus
from bench.pages import saved
from bench.speed import Measured, measure, table
from bench.steps import CONTENDERS, STEPS, main, table_of_contenders, table_of_steps
from tests.support.fixtures import ROOT
from tests.support.process import lines
from wirecrawl.news import agencies

NOTHING: Callable[[Path], list[str]] = lambda _: []  # noqa: E731
PAGES = ("china-org-cn-plain", "news-cn-plain")


def figures(row: str) -> list[str]:
    """What stands in a row behind its name."""
    return row[32:].split()


def test_steps_are_compared_with_the_bare_parse_and_the_rest_is_what_no_step_took() -> None:
    taken = {"lxml parse alone": [1.0, 2.0], "wirecrawl clean()": [4.0, 6.0]}
    taken |= {name: [9.0, 9.0] for name in CONTENDERS if name not in taken}
    taken |= dict(zip(STEPS, ([1.0, 2.0], [0.5, 0.5], [0.0, 0.0], [1.5, 1.5]), strict=True))
    rows = {row[:32].strip(): figures(row) for row in (*table_of_contenders(taken), *table_of_steps(taken))}
    assert rows["lxml parse alone"] == ["1.500", "2.000", "3.0", "1.0", "1.0"]
    assert rows["wirecrawl clean()"] == ["5.000", "6.000", "10.0", "3.3", "3.5"]
    assert rows[STEPS[0]] == ["1.500", "2.000", "3.0", "30%"]
    assert rows["the rest"] == ["1.500", "2.000", "3.0", "30%"]


def test_every_step_of_every_page_is_timed() -> None:
    cases = saved([ROOT / "fixtures" / "xinhua" / page for page in PAGES])
    taken = steps.measure(cases, 3)
    assert {name: len(times) for name, times in taken.items()} == dict.fromkeys((*CONTENDERS, *STEPS), len(PAGES))
    assert min(time for name in (*CONTENDERS, STEPS[0]) for time in taken[name]) > 0


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


def test_every_ledger_and_rival_decides_at_some_rate(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("ASKED", "ASKED_STORIES", "ASKED_RIVALS"):
        monkeypatch.setattr(dedupe_speed, name, 20)
    printed = list(dedupe_speed.speed([100], 20))
    ours = ("wirecrawl, 100 headlines", "    as tickers show them", "wirecrawl, 20 stories")
    for name in (*ours, "exact folded title", "rapidfuzz"):
        (row,) = [row for row in printed if row.startswith(name)]
        assert float(row[34:].split()[0].replace(",", "")) > 0


def test_a_row_has_the_median_rate_its_bounds_and_how_much_slower_it_is_in_the_same_round() -> None:
    one = Measured(seconds=[2.0, 1.0, 4.0], megabytes=50.4)
    other = Measured(seconds=[4.0, 3.0, 8.0], megabytes=7)
    _, *printed = table(iter([(Contender("one", 10, NOTHING), one), (Contender("other", 10, NOTHING), other)]))
    assert [row[36:].split() for row in printed] == [
        ["10", "5.0", "2.5", "10.0", "1.0x", "50"],
        ["10", "2.5", "1.2", "3.3", "2.0x", "7"],
    ]


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
    feeds = [tmp_path / name for name in ("warc", "fixtures")]
    for folder, contender in zip(feeds, contenders(corpus)[1:3], strict=True):
        ((_, measured),) = measure([replace(contender, command=lambda _, c=contender, f=folder: c.command(f))], 1)  # type: ignore[misc]
        assert measured.complaint == "", contender.name
    texts = [{one["text"] for one in lines(folder / "feeds/xinhua/replay-stories.jsonl")} for folder in feeds]
    assert len(texts[0]) == 12
    assert texts[0] == texts[1]
