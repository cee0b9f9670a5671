"""`scrapy replay --cluster` as whole processes: the same bytes as on one machine, whoever dies in the middle.

With --keep the pages are read there, and the ledger of this machine is entered, whichever database keeps it.
"""

import os
import shutil
import signal
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.support.clusters import (
    chunks_done,
    free_address,
    kill_worker,
    left,
    said,
    scheduler,
    start_replay,
    until,
    worker,
)
from tests.support.extras import needs
from tests.support.fixtures import ROOT
from tests.support.process import Ended, scrapy
from tests.support.recorded import archive
from tests.support.stores import Store
from wirecrawl import __version__

pytestmark = needs("distributed")

_SMALL = ("-s", "WIRECRAWL_CHUNK=2")
_SECONDS = 10  # in which a replay ends whose scheduler is gone


@pytest.fixture(scope="session")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A scheduler with two workers."""
    address, folder = free_address(), tmp_path_factory.mktemp("workers")
    with ExitStack() as stack:
        for context in (scheduler(address), worker(address, folder), worker(address, folder)):
            stack.enter_context(context)
        yield address


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    return list(map(str, archive(tmp_path_factory.mktemp("archive"))))


@pytest.fixture(scope="module")
def alone(files: list[str], tmp_path_factory: pytest.TempPathFactory) -> Ended:
    """A replay on this machine."""
    return scrapy(tmp_path_factory.mktemp("alone"), "replay", "--all", "--jobs", "1", *files)


def test_feeds_and_reports_are_those_of_one_machine(
    cluster: str, files: list[str], alone: Ended, tmp_path: Path
) -> None:
    ended = scrapy(tmp_path, "replay", "--all", "--cluster", cluster, *_SMALL, *files)
    assert ended.code == alone.code
    assert said(ended, tmp_path) == said(alone, tmp_path)
    assert left(tmp_path) == left(alone.data)
    assert not list(tmp_path.glob("work/*"))


def test_one_spider_over_fixtures_and_archives_with_arguments(cluster: str, files: list[str], tmp_path: Path) -> None:
    given = ("-a", "limit=30", "-s", "WIRECRAWL_DUPLICATES=mark", "fixtures/xinhua", *files)
    here = scrapy(tmp_path / "here", "replay", "xinhua", "--jobs", "2", *given)
    there = scrapy(tmp_path / "there", "replay", "xinhua", "--cluster", cluster, *_SMALL, *given)
    assert there.code == here.code
    assert said(there, tmp_path) == said(here, tmp_path)
    assert left(there.data) == left(here.data)


def test_a_worker_that_is_killed_changes_nothing(files: list[str], alone: Ended, tmp_path: Path) -> None:
    replay = start_replay(tmp_path, "--all", "--cluster", "local:2", *_SMALL, *files)
    until(chunks_done(tmp_path / "work", 2), "two chunks")
    kill_worker(replay.pid)
    _, told = replay.communicate(timeout=120)
    assert replay.returncode == alone.code, told
    assert left(tmp_path) == left(alone.data)


def test_ctrl_c_ends_the_replay_in_one_line(files: list[str], tmp_path: Path) -> None:
    replay = start_replay(tmp_path, "--all", "--cluster", "local:2", *_SMALL, *files)
    until(chunks_done(tmp_path / "work", 1), "a chunk")
    os.killpg(replay.pid, signal.SIGINT)  # as a terminal sends it, to the workers as well
    _, told = replay.communicate(timeout=120)
    assert replay.returncode == 4
    assert told.decode() == "wirecrawl: local:2: stopped; the same command goes on from here\n"


def test_a_replay_whose_scheduler_is_gone_says_so_and_goes_on_later(
    files: list[str], alone: Ended, tmp_path: Path
) -> None:
    address = free_address()
    with scheduler(address) as gone, worker(address, tmp_path):
        replay = start_replay(tmp_path, "--all", "--cluster", address, *_SMALL, *files)
        until(chunks_done(tmp_path / "work", 3), "three chunks")
        gone.kill()
        begun = time.monotonic()
        _, told = replay.communicate(timeout=120)
        assert time.monotonic() - begun < _SECONDS
    assert replay.returncode == 4
    assert told.decode().count("\n") == 1 and "the scheduler is gone" in told.decode()
    again = scrapy(tmp_path, "replay", "--all", "--cluster", "local:1", *_SMALL, *files)
    assert "chunks done before" in again.err and not again.err.startswith("cluster: 0 of")
    assert left(tmp_path) == left(alone.data)
    assert not list(tmp_path.glob("work/*"))


def feeds(data: Path) -> dict[str, list[bytes]]:
    """The lines of all runs of each spider, by spider and kind."""
    found: dict[str, list[bytes]] = {}
    for file in sorted(data.glob("feeds/*/*.jsonl")):
        found.setdefault(f"{file.parent.name} {file.stem[-9:]}", []).extend(file.read_bytes().splitlines())
    return {name: sorted(lines) for name, lines in found.items()}


@pytest.fixture(scope="module")
def kept_alone(files: list[str], tmp_path_factory: pytest.TempPathFactory) -> Ended:
    """A replay on this machine that is entered in its ledger, a file."""
    return scrapy(tmp_path_factory.mktemp("kept"), "replay", "--all", "--keep", "--jobs", "1", *files)


def test_a_replay_that_is_kept_writes_what_it_does_on_one_machine(
    cluster: str, files: list[str], kept_alone: Ended, store: Store, tmp_path: Path
) -> None:
    ended = scrapy(tmp_path, "replay", "--all", "--keep", "--cluster", cluster, *_SMALL, *files)
    assert ended.code == kept_alone.code
    assert said(ended, tmp_path) == said(kept_alone, tmp_path)
    assert feeds(tmp_path) == feeds(kept_alone.data)
    assert not list(tmp_path.glob("work/*"))
    again = scrapy(tmp_path, "replay", "xinhua", "--keep", "--cluster", cluster, *_SMALL, *files)
    assert again.stories == [] and "stories: 0 new, 0 updates" in again.err
    assert feeds(tmp_path) == feeds(kept_alone.data)


def test_a_replay_that_is_kept_may_be_killed(
    cluster: str, files: list[str], kept_alone: Ended, store: Store, tmp_path: Path
) -> None:
    replay = start_replay(tmp_path, "--all", "--keep", "--cluster", cluster, *_SMALL, *files)
    until(chunks_done(tmp_path / "work", 3), "three chunks")
    replay.kill()
    replay.communicate(timeout=120)
    again = scrapy(tmp_path, "replay", "--all", "--keep", "--cluster", cluster, *_SMALL, *files)
    assert "chunks done before" in again.err
    assert feeds(tmp_path) == feeds(kept_alone.data)
    assert not list(tmp_path.glob("work/*"))


def test_a_replay_that_is_kept_goes_on_when_its_scheduler_was_gone(
    files: list[str], kept_alone: Ended, tmp_path: Path
) -> None:
    address = free_address()
    with scheduler(address) as gone, worker(address, tmp_path):
        replay = start_replay(tmp_path, "xinhua", "--keep", "--cluster", address, *_SMALL, *files)
        until(chunks_done(tmp_path / "work", 2), "two chunks")
        gone.kill()
        _, told = replay.communicate(timeout=120)
    assert replay.returncode == 4
    assert "xinhua replay: broken" in told.decode() and "the scheduler is gone" in told.decode()
    assert "Traceback" not in told.decode()
    scrapy(tmp_path, "replay", "xinhua", "--keep", "--cluster", "local:1", *_SMALL, *files)
    own = {name: lines for name, lines in feeds(kept_alone.data).items() if name.startswith("xinhua ")}
    assert feeds(tmp_path) == own


def test_a_worker_with_another_version_is_refused(files: list[str], tmp_path: Path) -> None:
    address, other = free_address(), tmp_path / "other"
    shutil.copytree(ROOT / "wirecrawl", other / "wirecrawl")
    init = other / "wirecrawl" / "__init__.py"
    init.write_text(init.read_text("utf-8").replace(f'"{__version__}"', '"0.0.1"'), "utf-8")
    with scheduler(address), worker(address, tmp_path, other):
        ended = scrapy(tmp_path, "replay", "--all", "--cluster", address, *files)
    assert ended.code == 2
    assert "wirecrawl 0.0.1+" in ended.err and f"wirecrawl {__version__}+" in ended.err


def test_an_address_at_which_nothing_listens_is_refused_in_one_line(files: list[str], tmp_path: Path) -> None:
    ended = scrapy(tmp_path, "replay", "xinhua", "--cluster", "tcp://127.0.0.1:1", *files)
    assert ended.code == 2
    assert "no Dask scheduler answers there" in ended.err and ended.err.count("\n") == 1
