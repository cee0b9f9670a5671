"""Cleaning in processes of their own, each page with a limit of time and memory.

A page that hangs or kills its cleaner costs its own story only: the process is killed and another one takes its place.
Never threads: lxml and trafilatura under threads corrupted the heap.
"""

import asyncio
import multiprocessing
import resource
from concurrent.futures import TimeoutError as TooSlow
from dataclasses import dataclass

from pebble import ProcessExpired, ProcessPool

from wirecrawl.cleaning import clean
from wirecrawl.errors import PageError
from wirecrawl.items import Page, Story

_MB = 2**20


def clean_page(page: Page) -> Story:
    """The story of a fetched page. Raises PageError, EmptyPage for a page without one."""
    return clean(
        page.body,
        page.url,
        content_type=page.content_type,
        more=page.more,
        status=page.status,
        record=page.record,
        first_seen=page.first_seen,
        fetched=page.fetched,
    )


@dataclass
class Cleaners:
    """Up to `workers` processes that clean pages, started with the first page; with 0, this process does it itself.

    `seconds` and `megabytes` are for one page; the memory is what the process may allocate in all.
    """

    workers: int
    seconds: float
    megabytes: float
    _pool: ProcessPool | None = None

    async def clean(self, page: Page) -> Story:
        """The story of a page. Raises PageError, also when its cleaner was killed or died."""
        if not self.workers:
            return clean_page(page)
        future = self._started().schedule(clean_page, args=[page], timeout=self.seconds)
        try:
            story: Story = await asyncio.wrap_future(future)
        except TooSlow:
            raise PageError(f"{page.url}: the cleaner was stopped after {self.seconds:g} s") from None
        except MemoryError:
            raise PageError(f"{page.url}: the cleaner needed more than {self.megabytes:g} MB") from None
        except ProcessExpired as error:
            raise PageError(f"{page.url}: the cleaner died (exit code {error.exitcode})") from None
        return story

    def _started(self) -> ProcessPool:
        if self._pool is None:
            context = multiprocessing.get_context("forkserver")  # a fork of this process would take its locks along
            context.set_forkserver_preload(["wirecrawl.workers"])
            limit = [int(self.megabytes * _MB)]
            self._pool = ProcessPool(self.workers, initializer=_limit, initargs=limit, context=context)
        return self._pool

    def close(self) -> None:
        """End the processes."""
        if self._pool:
            self._pool.stop()  # type: ignore[no-untyped-call]
            self._pool.join()


def _limit(size: int) -> None:
    """Bound what this process may allocate, in bytes; what it has when it starts counts too."""
    resource.setrlimit(resource.RLIMIT_DATA, (size, size))
