"""Cleaning in processes of their own, each page with a limit of time and memory.

A page that hangs or kills its process costs its own story only: another process takes its place. Never threads: lxml
and trafilatura under threads corrupted the heap.
"""

import asyncio
import multiprocessing
import resource
import signal
from collections import deque
from collections.abc import AsyncIterator, Sequence
from concurrent.futures import Future
from concurrent.futures import TimeoutError as TooSlow
from dataclasses import dataclass, replace

from pebble import ProcessExpired, ProcessPool

from wirecrawl.errors import PageError
from wirecrawl.items import Page, Story
from wirecrawl.reading import ListRead, ListTask, Read, StoryRead, Task, clean_page, read

_MB = 2**20
_CHUNK = 16  # tasks that travel together: a task takes some milliseconds, sending it a tenth of one
_AHEAD = 4  # chunks a process: it never waits, and a handful of results wait for it


@dataclass
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
        future = self._started().schedule(clean_page, args=[page], timeout=self.seconds)
        try:
            story: Story = await asyncio.wrap_future(future)
        except (TooSlow, MemoryError, ProcessExpired) as error:
            raise PageError(f"{page.url}: {self._why(error)}") from None
        return story

    async def read(self, tasks: Sequence[Task]) -> AsyncIterator[list[Read]]:
        """What comes of saved pages, in the order of the tasks, some tasks at a time."""
        if not self.number:
            for task in tasks:
                yield read(task)
                await asyncio.sleep(0)  # so that a signal is heard
            return
        waiting: deque[tuple[Sequence[Task], Future[list[Read]]]] = deque()
        for start in range(0, len(tasks), _CHUNK):
            waiting.append(self._sent(tasks[start : start + _CHUNK]))
            if len(waiting) >= _AHEAD * self.number:
                yield await self._result(*waiting.popleft())
        while waiting:
            yield await self._result(*waiting.popleft())

    def _sent(self, tasks: Sequence[Task]) -> tuple[Sequence[Task], "Future[list[Read]]"]:
        return tasks, self._started().schedule(_read_all, args=[tasks, self.seconds])

    async def _result(self, tasks: Sequence[Task], future: "Future[list[Read]]") -> list[Read]:
        """What came of tasks that travelled together; when their process was lost, of each page by itself."""
        try:
            return await asyncio.wrap_future(future)
        except (MemoryError, ProcessExpired) as error:
            smaller = _smaller(tasks)
            if len(smaller) == 1:
                return [_failed(tasks[0], self._why(error))]
        return [one for part in smaller for one in await self._result(*self._sent([part]))]

    def _why(self, error: BaseException) -> str:
        if isinstance(error, MemoryError):
            return f"the cleaner needed more than {self.megabytes:g} MB"
        if isinstance(error, ProcessExpired) and error.exitcode != -signal.SIGALRM:
            return f"the cleaner died (exit code {error.exitcode})"
        return f"the cleaner was stopped after {self.seconds:g} s"

    def _started(self) -> ProcessPool:
        if self._pool is None:
            context = multiprocessing.get_context("forkserver")  # a fork of this process would take its locks along
            context.set_forkserver_preload(["wirecrawl.workers"])
            limit = [int(self.megabytes * _MB)]
            self._pool = ProcessPool(self.number, initializer=_limit, initargs=limit, context=context)
        return self._pool

    def close(self) -> None:
        """End the processes."""
        if self._pool:
            self._pool.stop()  # type: ignore[no-untyped-call]
            self._pool.join()


def _limit(size: int) -> None:
    """Bound what this process may allocate, in bytes; what it has when it starts counts too."""
    resource.setrlimit(resource.RLIMIT_DATA, (size, size))


def _read_all(tasks: Sequence[Task], seconds: float) -> list[Read]:
    """Read task after task. One that takes too long is ended by the system, with its process: nothing else can."""
    results: list[Read] = []
    for task in tasks:
        signal.setitimer(signal.ITIMER_REAL, seconds * len(task.captures))
        results += read(task)
    signal.setitimer(signal.ITIMER_REAL, 0)
    return results


def _smaller(tasks: Sequence[Task]) -> list[Task]:
    """The tasks one by one; of a single task its captures one by one."""
    if len(tasks) > 1:
        return list(tasks)
    return [replace(tasks[0], captures=(capture,)) for capture in tasks[0].captures]  # type: ignore[arg-type]


def _failed(task: Task, why: str) -> Read:
    if isinstance(task, ListTask):
        return ListRead(task.captures[0].url, task.kind, why)
    return StoryRead(task.captures[0].link, "failed", f"{task.captures[0].page.url}: {why}")
