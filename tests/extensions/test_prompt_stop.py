"""A signal ends a run within seconds, whatever it is doing: a slow server, a page without end, a replay of one."""

import json
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.fixtures import ROOT
from tests.support.newsroom import WIRE_LIST, listing, open_newsroom, story_url
from tests.support.process import clean_environment, start_crawl
from tests.support.site import Site, slow
from tests.support.warcs import record

SECONDS = 10  # that an operator waits for
# A tag with so many attributes keeps the parser busy for minutes.
_ENDLESS = "<html><body><p " + " ".join(f"a{n}=''" for n in range(400_000)) + ">Rain.</p></body></html>"
_PATIENT = ("-s", "WIRECRAWL_WORKERS=1", "-s", "WIRECRAWL_CLEAN_SECONDS=300", "-s", "DOWNLOAD_TIMEOUT=300")


def stopped(running: "subprocess.Popen[bytes]", begun: Callable[[], object]) -> tuple[float, int]:
    """How long a run goes on after SIGTERM, sent a second after it began something, and its exit code."""
    patience = time.monotonic() + 30
    while not begun():
        assert running.poll() is None
        assert time.monotonic() < patience
        time.sleep(0.05)
    time.sleep(1)
    running.send_signal(signal.SIGTERM)
    sent = time.monotonic()
    try:
        code = running.wait(timeout=60)
    finally:
        running.kill()
    return time.monotonic() - sent, code


def report(data: Path) -> str:
    (file,) = data.glob("reports/xinhua/*.json")
    found: str = json.loads(file.read_bytes())["stopped"]
    return found


@pytest.mark.parametrize("at", ["slow story", "endless story", "endless list"])
def test_a_crawl_ends(tmp_path: Path, at: str) -> None:
    with Site() as site:
        open_newsroom(site)
        url = WIRE_LIST if at == "endless list" else story_url(2)
        if at == "slow story":
            site.pages[url] = slow(120, "")
        elif at == "endless story":
            site.put(url, _ENDLESS)
        else:
            site.put(url, listing([]) + _ENDLESS)
        running = start_crawl(site, tmp_path, *_PATIENT)
        took, code = stopped(running, lambda: site.hits(url))
    assert (took < SECONDS, code, report(tmp_path)) == (True, 3, "shutdown")


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_replay_ends(tmp_path: Path, jobs: str) -> None:
    archive = tmp_path / "a.warc"
    archive.write_bytes(record(story_url(2), f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{_ENDLESS}".encode()))
    command = ["replay", "xinhua", str(archive), "--jobs", jobs, *_PATIENT, "-s", f"WIRECRAWL_DATA={tmp_path}"]
    start = time.monotonic()
    running = subprocess.Popen(
        [sys.executable, "-m", "scrapy", *command], cwd=ROOT, env=clean_environment(), stderr=subprocess.DEVNULL
    )
    took, code = stopped(running, lambda: time.monotonic() > start + 3)
    assert (took < SECONDS, code) == (True, 3)
