"""Tasks in processes of their own, each page of a task with a limit of time and memory.

A page that hangs or kills its process costs its own result only: another process takes its place. Never threads: lxml
and trafilatura under threads corrupted the heap. Pools are opened in configuration/processes.py: workers for a crawl,
readers for a replay.
"""

import asyncio
import gc
import multiprocessing
import resource
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import CancelledError, Future, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from itertools import islice
from multiprocessing import forkserver
from multiprocessing.context import ForkServerContext
from typing import Any

import pebble

from wirecrawl.parallel.task import T, Task
from wirecrawl.reasons import Reason, ReasonKind, because
from wirecrawl.utils.files import MB

_LOST = (MemoryError, pebble.ProcessExpired, CancelledError)  # what becomes of a lost task
CHUNK = 32  # tasks that travel together: a task takes some milliseconds, sending it a tenth of one
_AHEAD = 4  # chunks a process: it never waits, and a handful of results wait for it


@dataclass(eq=False)
class ProcessPool:
    """Up to `number` processes, started with the first task; with 0, this process does the work itself.

    `seconds` and `megabytes` are limits of one page; the memory is what the process may allocate in all. `modules` are
    imported once, by the process that all of them are forked from.
    """

    number: int
    seconds: float
    megabytes: float
    modules: tuple[str, ...] = ()
    _pool: pebble.ProcessPool | None = None
    _running: "set[Future[Any]]" = field(default_factory=set)
    _given_up: bool = False

    async def submit(self, task: Task[T]) -> list[T]:
        """The results of one task, without waiting for those before it."""
        if not self.number:
            return task.run()
        try:
            return await asyncio.wrap_future(self._scheduled([task]))
        except _LOST as error:
            return [task.failed(self._why(error))]
        except asyncio.CancelledError:
            if not self._given_up:
                raise
            return [task.failed(because(ReasonKind.STOPPED))]
        except BrokenProcessPool:
            return await self.submit(task)

    def run(self, tasks: Iterable[Task[T]], chunk: int = CHUNK, patience: float | None = None) -> Iterator[list[T]]:
        """The results of tasks, in their order; no more tasks are taken than will soon be done.

        `chunk` of them travel together: many small ones, or one by one what takes long. With `patience`, an empty list
        comes whenever there was no result for so many seconds, so that the caller can do something else.
        """
        if not self.number:
            yield from (task.run() for task in tasks)
            return
        left = iter(tasks)
        waiting: deque[tuple[list[Task[T]], Future[list[T]]]] = deque()
        while sent := list(islice(left, chunk)):
            waiting.append(self._sent(sent))
            if len(waiting) >= _AHEAD * self.number:
                yield from self._results(*waiting.popleft(), patience)
        while waiting:
            yield from self._results(*waiting.popleft(), patience)

    def run_one_by_one(self, tasks: Iterable[Task[T]]) -> Iterator[list[T]]:
        """The results of tasks that take long, in their order."""
        return self.run(tasks, 1)

    def _sent(self, tasks: list[Task[T]]) -> tuple[list[Task[T]], "Future[list[T]]"]:
        return tasks, self._scheduled(tasks)

    def _results(self, tasks: list[Task[T]], future: "Future[list[T]]", patience: float | None) -> Iterator[list[T]]:
        """What came of tasks that travelled together; when their process was lost, of each page by itself."""
        while patience is not None and not wait([future], patience).done:
            yield []
        try:
            yield future.result()
        except BrokenProcessPool:
            yield from self._results(*self._sent(tasks), patience)
        except _LOST as error:
            parts = tasks if len(tasks) > 1 else tasks[0].parts()
            if len(parts) <= 1 or isinstance(error, CancelledError):
                yield [part.failed(self._why(error)) for task in tasks for part in task.parts()]
            else:
                yield from self._each(parts, patience)

    def _each(self, parts: Sequence[Task[T]], patience: float | None) -> Iterator[list[T]]:
        found: list[T] = []
        for part in parts:
            for some in self._results(*self._sent([part]), patience):
                found += some
                if not some:
                    yield []
        yield found

    def _why(self, error: BaseException) -> Reason:
        if isinstance(error, CancelledError):
            return because(ReasonKind.STOPPED)
        if isinstance(error, MemoryError):
            return because(ReasonKind.MEMORY_LIMIT, f"{self.megabytes:g}")
        if isinstance(error, pebble.ProcessExpired) and error.exitcode != -signal.SIGALRM:
            return because(ReasonKind.PROCESS_DIED, error.exitcode)
        return because(ReasonKind.TIME_LIMIT, f"{self.seconds:g}")

    def _scheduled(self, tasks: list[Task[T]]) -> "Future[list[T]]":
        if self._given_up:
            return _cancelled()
        pool = self._started()
        try:
            future: Future[list[T]] = pool.schedule(_run_all, args=(tasks, self.seconds, int(self.megabytes * MB)))
            self._running.add(future)
            future.add_done_callback(self._running.discard)
            return future
        except RuntimeError:  # it broke this very moment
            if pool.active:
                raise
            return self._scheduled(tasks)

    def _started(self) -> pebble.ProcessPool:
        """The processes; new ones where one that was killed while idle has taken pebble's whole pool along."""
        if self._pool and not self._pool.active:
            self.close()
        if self._pool is None:
            self.preload()
            self._pool = pebble.ProcessPool(self.number, initializer=_begin, context=self._context())
        return self._pool

    def preload(self) -> None:
        """Import `modules` now, in the process that the others are forked from, while this one does something else."""
        if self.number:
            self._context()
            with _without_interrupt():
                forkserver.ensure_running()

    def _context(self) -> ForkServerContext:
        """Processes are forked from one that has imported what they need: a fork of this one would copy its locks."""
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload([__name__, *self.modules])
        return context

    def give_up(self) -> None:
        """End what the processes are doing, and start nothing more: a task fails because the run was stopped.

        Any thread may ask for it, since the one that waits for a result does nothing else.
        """
        self._given_up = True
        for future in list(self._running):
            future.cancel()

    def end(self) -> None:
        """Take no more tasks; ten times a second pebble's threads look whether they are to end, and `close` waits."""
        if self._pool:
            self._pool.stop()  # type: ignore[no-untyped-call]

    def close(self) -> None:
        """End the processes."""
        if self._pool:
            self._pool.stop()  # type: ignore[no-untyped-call]
            self._pool.join()
            self._pool = None


@contextmanager
def _without_interrupt() -> Iterator[None]:
    """Let the processes that are started meanwhile ignore SIGINT: Ctrl-C in a terminal reaches them too.

    The process that starts them ends them; by themselves they would print a traceback each.
    """
    if threading.current_thread() is not threading.main_thread():  # only there can a signal be set
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _cancelled() -> "Future[Any]":
    future: Future[Any] = Future()
    future.cancel()
    return future


def _begin() -> None:
    """What a process does before its first task."""
    gc.freeze()  # what the process begins with stays: to search it for garbage took 2 % of the time of a page


def _run_all(tasks: Sequence[Task[T]], seconds: float, size: int) -> list[T]:
    """Do task after task, while the process may allocate `size` bytes; what it has when it starts counts too.

    Between tasks there is no such limit: a process that cannot even receive its next task loses it for good. For the
    same reason the MemoryError of a task does not travel on, whose frames hold what the task had.
    """
    results = None
    with suppress(MemoryError), _memory_limit(size):
        results = _timed(tasks, seconds)
    signal.setitimer(signal.ITIMER_REAL, 0)
    if results is None:
        raise MemoryError
    return results


@contextmanager
def _memory_limit(size: int) -> Iterator[None]:
    most = resource.getrlimit(resource.RLIMIT_DATA)[1]  # stays: see cleaning.extractor
    limited, lifted = (size, most), (most, most)
    resource.setrlimit(resource.RLIMIT_DATA, limited)
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_DATA, lifted)


def _timed(tasks: Sequence[Task[T]], seconds: float) -> list[T]:
    """The results of tasks. One that takes too long is ended by the system, with its process: nothing else can."""
    results: list[T] = []
    for task in tasks:
        signal.setitimer(signal.ITIMER_REAL, seconds * task.pages)
        results += task.run()
    return results
