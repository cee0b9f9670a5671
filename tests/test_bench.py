"""The program that measures speed runs and names every contender and step; what it measures is not tested."""

from pathlib import Path

import pytest

from bench import dedupe_speed
from bench.speed import CONTENDERS, STEPS, main
from tests.fixtures import ROOT

PAGES = ("china-org-cn-plain", "news-cn-plain")


def rows(printed: str) -> list[str]:
    return [line for line in printed.splitlines() if line.rstrip("%")[-1:].isdigit()]


def test_speed_prints_a_row_for_every_contender_and_step(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(ROOT / "fixtures" / "xinhua" / page) for page in PAGES]) == 0
    printed = capsys.readouterr().out
    assert "2 pages" in printed
    for name in (*CONTENDERS, *STEPS, "the rest"):
        assert any(row.startswith(name) for row in rows(printed)), name


def test_speed_takes_html_files_with_a_map_of_addresses(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case = ROOT / "fixtures" / "xinhua" / PAGES[0]
    (tmp_path / "a.html").write_bytes((case / "body.html").read_bytes())
    (tmp_path / "map.jsonl").write_text('{"file": "a.html", "url": "http://www.china.org.cn/a.htm"}\n')
    assert main([str(tmp_path), "--urls", str(tmp_path / "map.jsonl")]) == 0
    assert "1 pages" in capsys.readouterr().out


def test_speed_says_that_there_is_no_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
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
