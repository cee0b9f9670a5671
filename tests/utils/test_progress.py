"""How far a long replay is: a bar for a person at a terminal, plain lines for a log, nothing for what is soon done."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.process import replay
from wirecrawl.utils import progress
from wirecrawl.utils.progress import CrawlCounts, CrawlProgress, Progress


def test_a_log_gets_a_line_now_and_then(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "_EVERY", 0.0)
    with Progress("xinhua", "pages read", 200) as shown:
        shown.add(50, 40)
        shown.add(50, 45)
    told = capsys.readouterr().err.splitlines()
    assert [line.partition(" stories")[0] for line in told] == [
        "xinhua: 50 of 200 pages read, 40",
        "xinhua: 100 of 200 pages read, 85",
    ]
    assert all(line.endswith(" s left") for line in told)


def test_a_count_without_stories_names_none(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "_EVERY", 0.0)
    with Progress("verify", "lines verified", 9) as shown:
        shown.add(3)
    assert capsys.readouterr().err.startswith("verify: 3 of 9 lines verified, ")
    assert "stories" not in capsys.readouterr().err


def test_a_terminal_gets_a_bar_that_goes_when_it_is_done(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    with Progress("xinhua", "pages read", 4) as shown:
        assert shown._bar is not None
        shown._bar.delay = 0
        shown._bar.mininterval = 0
        for _ in range(3):
            shown.add(1, 1)
    drawn = capsys.readouterr().err
    assert ("3 of 4 pages read" in drawn, "3 stories" in drawn) == (True, True)
    assert drawn.rstrip(" ").endswith("\r")


def test_a_replay_of_seconds_prints_its_six_lines_alone(tmp_path: Path) -> None:
    assert replay(tmp_path).err.count("\n") == 6


COUNTS = CrawlCounts(known=41, done=33, new=12, requests=46, hosts=1)


def test_a_log_gets_a_line_for_each_look_at_a_crawl(capsys: pytest.CaptureFixture[str]) -> None:
    shown = CrawlProgress("xinhua")
    shown.show(COUNTS)
    shown.close()
    assert capsys.readouterr().err == "xinhua: 33 of 41 links, 12 new, 0:00, 33.0/s, 46 requests, 1 host waiting\n"


def test_the_bar_of_a_crawl_makes_room_and_goes(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    shown = CrawlProgress("xinhua")
    shown.show(replace(COUNTS, known=0, done=0))
    shown.show(COUNTS)
    drawn = capsys.readouterr().err
    assert "xinhua:  80%|" in drawn
    shown.clear()
    assert set(capsys.readouterr().err) == {" ", "\r"}
    shown.show(COUNTS)
    shown.close()
    assert capsys.readouterr().err.rstrip(" ").endswith("\r")
