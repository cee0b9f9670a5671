"""Cleaning in processes of their own, each page with a limit of time and memory.

A page that hangs or kills its process costs its own story only: another process takes its place. Never threads: lxml
and trafilatura under threads corrupted the heap.
"""

import asyncio
import multiprocessing
import resource
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future
from concurrent.futures import TimeoutError as TooSlow
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import islice
from multiprocessing import forkserver
from multiprocessing.context import ForkServerContext
from typing import Any, Protocol, TypeVar

from pebble import ProcessExpired, ProcessPool

from wirecrawl.errors import PageError
from wirecrawl.items import Page, Story
from wirecrawl.reading import clean_page

_MB = 2**20
_CHUNK = 32  # tasks that travel together: a task takes some milliseconds, sending it a tenth of one
_AHEAD = 4  # chunks a process: it never waits, and a handful of results wait for it


T = TypeVar("T")


class Task(Protocol[T]):
    """Work on one page or a few, sent to a process."""

    @property
    def pages(self) -> int:
        """How many pages it is about, each of which may take its time."""

    def run(self) -> list[T]:
        """What comes of it. Raises nothing that a page can cause."""

    def parts(self) -> Sequence["Task[T]"]:
        """The same work page by page."""

    def failed(self, why: str) -> T:
        """What comes of it when its process was lost."""


@dataclass(eq=False)
class Workers:
    """Up to `number` processes, started with the first page; with 0, this process does the work itself.

    `seconds` and `megabytes` are for one page; the memory is what the process may allocate in all.
    """

    number: int
    seconds: float
    megabytes: float
    _pool: ProcessPool | None = None

    async def clean(self, page: Page) -> Story:
        """The story of a page. Raises PageError, also when its process was stopped or died."""
        if not self.number:
            return clean_page(page)
        future: Future[Story] = self._scheduled(clean_page, page, timeout=self.seconds)
        try:
            return await asyncio.wrap_future(future)
        except (TooSlow, MemoryError, ProcessExpired) as error:
            raise PageError(f"{page.url}: {self._why(error)}") from None
        except BrokenProcessPool:
            return await self.clean(page)

    def run(self, tasks: Iterable[Task[T]], together: int = _CHUNK) -> Iterator[list[T]]:
        """What comes of tasks, in their order; no more of them are taken than will soon be done.

        `together` of them travel at once: many small ones, or one by one what takes long.
        """
        if not self.number:
            yield from (task.run() for task in tasks)
            return
        left = iter(tasks)
        waiting: deque[tuple[list[Task[T]], Future[list[T]]]] = deque()
        while chunk := list(islice(left, together)):
            waiting.append(self._sent(chunk))
            if len(waiting) >= _AHEAD * self.number:
                yield self._result(*waiting.popleft())
        while waiting:
            yield self._result(*waiting.popleft())

    def each(self, tasks: Iterable[Task[T]]) -> Iterator[list[T]]:
        """What comes of tasks that take long, in their order."""
        return self.run(tasks, 1)

    def _sent(self, tasks: list[Task[T]]) -> tuple[list[Task[T]], "Future[list[T]]"]:
        return tasks, self._scheduled(_run_all, tasks, self.seconds)

    def _result(self, tasks: list[Task[T]], future: "Future[list[T]]") -> list[T]:
        """What came of tasks that travelled together; when their process was lost, of each page by itself."""
        try:
            return future.result()
        except BrokenProcessPool:
            return self._result(*self._sent(tasks))
        except (MemoryError, ProcessExpired) as error:
            parts = tasks if len(tasks) > 1 else tasks[0].parts()
            if len(parts) <= 1:
                return [tasks[0].failed(self._why(error))]
        return [one for part in parts for one in self._result(*self._sent([part]))]

    def _why(self, error: BaseException) -> str:
        if isinstance(error, MemoryError):
            return f"the cleaner needed more than {self.megabytes:g} MB"
        if isinstance(error, ProcessExpired) and error.exitcode != -signal.SIGALRM:
            return f"the cleaner died (exit code {error.exitcode})"
        return f"the cleaner was stopped after {self.seconds:g} s"

    def _scheduled(self, work: Callable[..., T], *values: Any, timeout: float | None = None) -> "Future[T]":
        pool = self._started()
        try:
            return pool.schedule(work, args=values, timeout=timeout)
        except RuntimeError:  # it broke this very moment
            if pool.active:
                raise
            return self._scheduled(work, *values, timeout=timeout)

    def _started(self) -> ProcessPool:
        """The processes; new ones where one that was killed while idle has taken pebble's whole pool along."""
        if self._pool and not self._pool.active:
            self.close()
        if self._pool is None:
            limit = [int(self.megabytes * _MB)]
            self._pool = ProcessPool(self.number, initializer=_limit, initargs=limit, context=_context())
        return self._pool

    def make_ready(self) -> None:
        """Let the processes be started soon: what they share is read meanwhile, in a process of its own."""
        if self.number:
            _context()
            forkserver.ensure_running()

    def close(self) -> None:
        """End the processes."""
        if self._pool:
            self._pool.stop()  # type: ignore[no-untyped-call]
            self._pool.join()
            self._pool = None


def _context() -> ForkServerContext:
    """Processes are forks of one that has read what they need: a fork of this process would take its locks along."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["wirecrawl.workers"])
    return context


def _limit(size: int) -> None:
    """Bound what this process may allocate, in bytes; what it has when it starts counts too."""
    most = resource.getrlimit(resource.RLIMIT_DATA)[1]  # stays: see cleaning.extractor
    resource.setrlimit(resource.RLIMIT_DATA, (size, most))


def _run_all(tasks: Sequence[Task[T]], seconds: float) -> list[T]:
    """Do task after task. One that takes too long is ended by the system, with its process: nothing else can."""
    results: list[T] = []
    for task in tasks:
        signal.setitimer(signal.ITIMER_REAL, seconds * task.pages)
        results += task.run()
    signal.setitimer(signal.ITIMER_REAL, 0)
    return results
