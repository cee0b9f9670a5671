"""kill -9 at any moment of a backfill: each story of the month is in the feeds once, and the month ends as done."""

import random
import time
from collections import Counter
from pathlib import Path

import pytest

from tests.commands.test_backfill import DAYS, backfill, body, story_id, url, written
from tests.support.killing import Point, start
from tests.support.past import PastSite
from wirecrawl.storage.archive.writer import ArchiveFile
from wirecrawl.storage.ledger.sql.journal import SqlJournal
from wirecrawl.storage.ledger.sql.ledger import SqlLedger
from wirecrawl.storage.ledger.sql.past import SqlPast
from wirecrawl.storage.ledger.sql.runs import SqlRuns

STORIES = 12
_OPTIONS = ("-s", "WIRECRAWL_ARCHIVE_DELAY=0", "-s", "RETRY_TIMES=0")
POINTS: list[Point] = [
    *((SqlPast, "list_captures", 1, after) for after in (False, True)),
    *((SqlPast, "take", 3, after) for after in (False, True)),
    *((ArchiveFile, "append", 6, after) for after in (False, True)),
    *((SqlJournal, "add", 5, after) for after in (False, True)),
    (SqlLedger, "begin", 1, True),
    *((SqlPast, "finish", 1, after) for after in (False, True)),
    *((SqlLedger, "commit", 1, after) for after in (False, True)),
    (SqlRuns, "close", 1, False),
]


def fill(site: PastSite) -> None:
    """A story with a soft 404 before it, and others."""
    for number in range(STORIES):
        site.archive.add(url(number), "20170305120000", body(number))
    site.archive.add(url(0), "20170301000000", "<h1 id=title>404 Not Found</h1><div id=container_txt></div>")


def run(
    site: PastSite, data: Path, *, point: Point | None = None, after: float = 60, index: str = "wayback"
) -> int | None:
    arguments = (*DAYS, *_OPTIONS, "--index", index)
    process = start(site.env(), data, *arguments, point=point, command="backfill")
    process.join(after)
    process.kill()
    process.join()
    return process.exitcode


def check(site: PastSite, data: Path, index: str = "wayback") -> None:
    """The next run completes the month, and the one after it asks for nothing."""
    ended = backfill(site, data, *DAYS, "--index", index)
    assert ended.code == 0, ended.err
    assert written(data) == sorted(map(story_id, range(STORIES)))
    asked = len(site.hits())
    assert backfill(site, data, *DAYS, "--index", index).report["backfill"]["months"][0]["state"] == "done before"
    assert len(site.hits()) == asked


def name_of(point: Point) -> str:
    """The name of a point in a test's id."""
    return f"{point[0].__name__}.{point[1]}-{point[2]}-{point[3]}"


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize("point", [point for point in POINTS if point[3]], ids=name_of)
def test_a_kill_behind_a_point_loses_nothing_and_doubles_nothing(point: Point, tmp_path: Path) -> None:
    check_completion(point, tmp_path)


# What is recovered does not depend on the database, and a kill before a call is nearly one after the call before it.
@pytest.mark.parametrize("point", [point for point in POINTS if not point[3]], ids=name_of)
def test_a_kill_before_a_point_loses_nothing_and_doubles_nothing(point: Point, tmp_path: Path) -> None:
    check_completion(point, tmp_path)


def check_completion(point: Point, tmp_path: Path) -> None:
    """Kill a backfill at a point; the next one completes it."""
    with PastSite() as site:
        fill(site)
        index = "commoncrawl" if point[0] is ArchiveFile else "wayback"
        assert run(site, tmp_path / "data", point=point, index=index) == -9
        check(site, tmp_path / "data", index)


def test_kills_at_any_moment_lose_nothing_and_double_nothing(tmp_path: Path) -> None:
    chance, codes = random.Random(20261130), Counter[int | None]()
    with PastSite() as site:
        fill(site)
        assert run(site, tmp_path / "warm") == 0
        began = time.monotonic()
        assert run(site, tmp_path / "whole") == 0
        whole = time.monotonic() - began
        for _ in range(8):
            codes[run(site, tmp_path / "data", after=chance.uniform(whole / 3, whole))] += 1
        check(site, tmp_path / "data")
    assert set(codes) <= {0, -9}
