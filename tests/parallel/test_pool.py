"""Tasks in processes of their own: the same stories, and a page that hurts one costs its own story only."""

import asyncio
import os
import signal
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

import pytest

from tests.support.newsroom import open_newsroom, story, story_url
from tests.support.process import counted, crawl, start_crawl
from tests.support.site import Site, slow
from wirecrawl.errors import EmptyPage, PageError
from wirecrawl.items import Page, Story
from wirecrawl.news.discovery import Listing
from wirecrawl.parallel.pool import ProcessPool
from wirecrawl.reasons import Reason, ReasonKind
from wirecrawl.run.reading.listing_task import ListingTask
from wirecrawl.run.reading.stories import CleanTask, clean_page
from wirecrawl.web.answer import Answer

_IN_WORKERS = ("-s", "WIRECRAWL_WORKERS=2")


def page(number: int, extra: str = "") -> Page:
    return Page(url=story_url(number), body=story(number, extra=extra).encode(), fetched="2026-11-20T12:00:00+00:00")


# Ten seconds of cleaning: a page of no known layout, with 20,000 paragraphs.
_MANY = "".join(f"<div><p>The mayor of town {n} said that it rains, a lot.</p></div>" for n in range(20_000))
SLOW = Page(url="http://a.example/slow", body=f"<html><body>{_MANY}</body></html>".encode())


@pytest.fixture
def pool() -> Iterator[ProcessPool]:
    with closing(ProcessPool(number=1, seconds=60, megabytes=1024)) as opened:
        yield opened


async def cleaned(pool: ProcessPool, page: Page) -> Story:
    (story,) = await pool.submit(CleanTask(page))
    if isinstance(story, PageError):
        raise story
    return story


def test_a_worker_gives_what_the_process_itself_gives(pool: ProcessPool) -> None:
    async def both() -> None:
        for number in range(1, 5):
            assert await cleaned(pool, page(number)) == clean_page(page(number))
        with pytest.raises(EmptyPage, match=story_url(5)):
            await cleaned(pool, Page(url=story_url(5), body=b"<html></html>"))

    asyncio.run(both())


def test_a_page_that_takes_too_long_is_stopped_and_the_next_one_is_cleaned() -> None:
    async def both(pool: ProcessPool) -> None:
        await cleaned(pool, page(1))  # the process is there
        pool.seconds = 0.3
        with pytest.raises(PageError, match=r"a\.example/slow.*stopped after 0\.3 s"):
            await cleaned(pool, SLOW)
        pool.seconds = 60
        assert (await cleaned(pool, page(1))).headline

    with closing(ProcessPool(number=1, seconds=60, megabytes=1024)) as opened:
        asyncio.run(both(opened))


@dataclass(frozen=True)
class Hungry:
    """A task that fills the memory of its process and holds it."""

    pages: int = 1

    def run(self) -> list[object]:
        held: list[bytearray] = []
        while True:
            held.append(bytearray(1 << 16))

    def parts(self) -> list["Hungry"]:
        return [self]

    def failed(self, why: Reason) -> object:
        return why.kind


@dataclass(frozen=True)
class Heavy:
    """A task that takes memory to be received."""

    body: bytes
    pages: int = 1

    def run(self) -> list[object]:
        return [len(self.body)]

    def parts(self) -> list["Heavy"]:
        return [self]

    def failed(self, why: Reason) -> object:
        return why.kind


def test_a_process_whose_task_filled_its_memory_receives_the_next_task() -> None:
    tasks: list[Hungry | Heavy] = [Hungry(), Heavy(b"x" * 4_000_000), Hungry(), Heavy(b"y" * 5_000_000)]
    with closing(ProcessPool(number=1, seconds=60, megabytes=200)) as opened:
        answers = takewhile(bool, opened.run(tasks, 1, patience=20))  # an empty one: no result for 20 seconds
        found = [result for results in answers for result in results]
    assert found == [ReasonKind.MEMORY_LIMIT, 4_000_000, ReasonKind.MEMORY_LIMIT, 5_000_000]


def test_a_page_that_needs_too_much_memory_is_named_and_the_next_one_is_cleaned() -> None:
    async def both(pool: ProcessPool) -> None:
        with pytest.raises(PageError, match="118900008"):
            await cleaned(pool, page(8, "<b>word</b> " * 1_500_000))
        assert (await cleaned(pool, page(1))).headline

    with closing(ProcessPool(number=1, seconds=60, megabytes=120)) as opened:
        asyncio.run(both(opened))


def test_a_cleaner_that_dies_is_replaced(pool: ProcessPool) -> None:
    async def both() -> None:
        await cleaned(pool, page(1))
        slow = asyncio.ensure_future(cleaned(pool, SLOW))
        await asyncio.sleep(0.3)
        (worker,) = workers_of(os.getpid())
        os.kill(worker, signal.SIGKILL)
        with pytest.raises(PageError, match=r"a\.example/slow.*died"):
            await slow
        assert (await cleaned(pool, page(1))).headline

    asyncio.run(both())


def workers_of(process: int) -> list[int]:
    """Processes two steps below: the server that forks them stands between."""
    return [child for server in children(process) for child in children(server)]


def children(process: int) -> list[int]:
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == process and fields[0] != "Z":
            found.append(int(stat.parent.name))
    return found


def test_a_crawl_with_workers_writes_the_same_feed(newsroom: Site, tmp_path: Path) -> None:
    feeds = []
    for name, settings in (("alone", ()), ("workers", _IN_WORKERS)):
        ended = crawl(newsroom, tmp_path / name, *settings)
        assert ended.code == 0, ended.err
        own = dict.fromkeys(("fetched", "first_seen", "provenance"))  # when it was, and the archive of that run
        feeds.append([{**one, **own} for one in ended.stories])
    assert feeds[0] == feeds[1]


def test_a_killed_crawl_leaves_no_worker_behind(tmp_path: Path) -> None:
    with Site() as site:
        open_newsroom(site)
        site.put(story_url(2), SLOW.body)  # its layout is lost, so it goes to the general extractor
        running = start_crawl(site, tmp_path, *_IN_WORKERS)
        below: list[int] = []
        while not below:
            assert running.poll() is None
            below = workers_of(running.pid)
        running.kill()
        running.wait()
    patience = time.monotonic() + 30
    while any(Path(f"/proc/{pid}").exists() and "Z" not in Path(f"/proc/{pid}/stat").read_text() for pid in below):
        assert time.monotonic() < patience, "a worker lives on"
        time.sleep(0.05)


def test_a_page_that_does_not_fit_into_the_memory_of_its_cleaner_is_told() -> None:
    async def one(pool: ProcessPool) -> None:
        page = Page(url=story_url(2), body=story(2).encode() + b"<p>" * 2_000_000)
        with pytest.raises(PageError, match=story_url(2)):
            await cleaned(pool, page)

    with closing(ProcessPool(number=1, seconds=60, megabytes=200)) as opened:
        asyncio.run(one(opened))


def test_cleaners_that_are_killed_while_they_have_nothing_to_do_are_replaced(newsroom: Site, tmp_path: Path) -> None:
    newsroom.pages[story_url(4)] = slow(2, story(4))
    running = start_crawl(newsroom, tmp_path, "-s", "WIRECRAWL_WORKERS=1", "-s", "CONCURRENT_REQUESTS_PER_DOMAIN=1")
    while not newsroom.hits(story_url(4)):
        assert running.poll() is None
        time.sleep(0.05)
    time.sleep(1)  # the pages before it are cleaned
    for process in _descendants(running.pid):
        os.kill(process, signal.SIGKILL)
    assert running.wait() == 0
    assert len(counted(tmp_path)) == 5


def test_processes_that_are_killed_while_idle_are_replaced_for_tasks_too(pool: ProcessPool) -> None:
    body = f"<a href='{story_url(1)}'>Rain falls on Reykjavik</a>".encode()
    reading = ListingTask("xinhua", Answer("http://www.china.org.cn/world/node_7300001.htm", 200, body), "list")
    ((first,),) = list(pool.run([reading]))
    for process in workers_of(os.getpid()):
        os.kill(process, signal.SIGKILL)
    time.sleep(1)  # until it is noticed
    assert list(pool.run([reading])) == [[first]]
    assert isinstance(first, Listing)
    assert [seen.link and seen.link.url for seen in first.seen] == [story_url(1)]


def _descendants(process: int) -> list[int]:
    """Children of a process, and theirs."""
    listed = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    return [one for child in map(int, listed) for one in (child, *_descendants(child))]
