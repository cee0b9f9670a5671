"""How far a crawl is, in a real terminal and in a log."""

import re
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.newsroom import story_url
from tests.support.process import FAST, clean_environment, crawl
from tests.support.site import Reply, Site
from tests.support.terminals import in_terminal

_BAR = re.compile(
    r"xinhua: +(\d+)%\|.*?\| (\d+) of (\d+) links, (\d+) new, \d:\d\d, [\d.]+/s, (\d+) requests, \d hosts? waiting"
)


def make_slow(site: Site, seconds: float) -> None:
    """Let the pages of the stories come slowly."""
    for number in range(1, 5):
        reply = site.pages[story_url(number)]
        assert isinstance(reply, Reply)
        site.pages[story_url(number)] = replace(reply, wait=seconds)


def test_a_terminal_has_a_bar_that_grows_and_goes(newsroom: Site, tmp_path: Path) -> None:
    make_slow(newsroom, 0.8)
    newsroom.put(story_url(4), "", status=503, headers={"Retry-After": "900"})  # a line of the log amid the bar
    command = [sys.executable, "-m", "scrapy", "crawl", "xinhua", *FAST, "-s", f"WIRECRAWL_DATA={tmp_path}"]
    code, written = in_terminal(command, clean_environment(newsroom.env()))
    assert code == 3
    shown = [tuple(map(int, found)) for found in _BAR.findall(written)]
    assert len(shown) >= 3
    assert shown == sorted(shown)
    assert max(known for _, _, known, _, _ in shown) == 5
    assert all(new <= done <= known for _, done, known, new, _ in shown)
    lines = written.replace("\r\n", "\n").split("\n")
    last = [line.rsplit("\r", 1)[-1] for line in lines if line.strip()]
    assert [bool(re.match(r"\d{4}-\d\d-\d\d ", line)) for line in last] == [True, *[False] * 6]
    assert last[1].startswith("xinhua crawl: degraded")


def test_a_log_gets_a_line_now_and_then_and_none_when_told_so(newsroom: Site, tmp_path: Path) -> None:
    make_slow(newsroom, 0.4)
    told = crawl(newsroom, tmp_path / "told", "-s", "WIRECRAWL_PROGRESS=0.3").err.splitlines()
    assert re.fullmatch(r"xinhua: \d of [25] links, \d new, 0:\d\d, .* waiting", told[0])
    assert [line.partition(":")[0] for line in told[-6:]][:2] == ["xinhua crawl", "stories"]
    silent = crawl(newsroom, tmp_path / "silent", "-s", "WIRECRAWL_PROGRESS=0").err
    assert silent.count("\n") == 6


# The later ones answer when the run has stopped waiting for them, and some when its engine has closed.
@pytest.mark.parametrize("seconds", [2, 4.2, 4.6])
def test_ctrl_c_in_a_terminal_prints_no_traceback_of_any_process(
    newsroom: Site, tmp_path: Path, seconds: float
) -> None:
    make_slow(newsroom, seconds)
    command = [sys.executable, "-m", "scrapy", "crawl", "xinhua", *FAST, "-s", f"WIRECRAWL_DATA={tmp_path}"]
    workers = ("-s", "WIRECRAWL_WORKERS=1")
    code, written = in_terminal([*command, *workers], clean_environment(newsroom.env()), interrupt=" links, ")
    assert (code, "the run was stopped by a signal" in written) == (3, True)
    assert "Traceback" not in written
