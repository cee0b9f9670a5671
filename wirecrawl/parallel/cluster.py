"""Tasks on a Dask cluster, with plain futures: nothing is shuffled, and what a task returns is small.

Dask is an extra, so it is imported when a cluster is asked for. A worker that dies costs the tasks it was doing, which
another worker does again.
"""

import logging
import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from typing import Any, Generic, Protocol, TypeVar

from wirecrawl.errors import BadArgument, ClusterError, WirecrawlError, error_line
from wirecrawl.utils.code_version import code_version

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

_ANSWER, _SILENCE = 5, 11  # seconds in which a scheduler takes a connection, and after which a silent host is given up
_FIRST_WORKER = 60  # seconds: a batch system starts workers when it has room for them
_AHEAD = 8  # tasks a thread that the scheduler knows: it never waits, and knows few of a hundred thousand


class Step(Protocol[T_co]):
    """Work that any machine of a cluster can do, from files that all of them see."""

    def run(self) -> T_co:
        """Do it. A second run, on another machine, does the same again."""


class Pending(Protocol[T_co]):
    """A step that was handed in."""

    def is_done(self, seconds: float) -> bool:
        """Whether it is done, or cannot be, within so many seconds."""

    def result(self) -> T_co:
        """Wait for what comes of it. Raises what the step raises, and ClusterError where the cluster was lost."""


class Runner(Protocol):
    """What does steps: a cluster, or this process."""

    def submit(self, step: Step[T]) -> Pending[T]:
        """Hand in one step."""

    def handed_in(self, steps: Iterable[Step[T]]) -> Iterator[Pending[T]]:
        """Steps in their order; no more are taken than will soon be done."""

    def run(self, steps: Iterable[Step[T]]) -> Iterator[T]:
        """What comes of steps, in their order."""


@dataclass(frozen=True)
class _Future(Generic[T]):
    """A step on the cluster."""

    cluster: "Cluster"
    future: Any

    def is_done(self, seconds: float) -> bool:
        from distributed import wait

        try:
            wait([self.future], timeout=seconds)
        except TimeoutError:
            return False
        except Exception:  # `result` says which
            return True
        return True

    def result(self) -> T:
        try:
            found: T = self.future.result()
        except WirecrawlError:
            raise
        except Exception as error:
            raise self.cluster.explained(error, self.future.status) from error
        return found


@dataclass(eq=False)
class Cluster:
    """A cluster that answers and whose workers run the same code. `connect` makes one; `close` leaves it."""

    address: str
    client: Any
    local: Any = None  # the processes of a cluster on this machine
    threads: int = field(default=1)

    def submit(self, step: Step[T]) -> Pending[T]:
        """Hand in one step."""
        try:
            return _Future(self, self.client.submit(_do, step, code_version(), pure=False))
        except Exception as error:
            raise self.explained(error, "lost") from error

    def handed_in(self, steps: Iterable[Step[T]]) -> Iterator[Pending[T]]:
        """Steps in their order; no more are taken than will soon be done."""
        left = iter(steps)
        waiting = deque(self.submit(step) for step in islice(left, _AHEAD * self.threads))
        while waiting:
            yield waiting.popleft()
            waiting.extend(self.submit(step) for step in islice(left, 1))

    def run(self, steps: Iterable[Step[T]]) -> Iterator[T]:
        """What comes of steps, in their order."""
        return (pending.result() for pending in self.handed_in(steps))

    def explained(self, error: Exception, status: str) -> Exception:
        """What ends the command for an error: that of a step as it is, or that the cluster was lost."""
        closed = type(error).__name__ == "CommClosedError"  # noticed by a call before it is by the client
        if closed or status in ("lost", "cancelled") or self.client.status != "running":
            return ClusterError(f"{self.address}: the scheduler is gone; run the command again, it goes on from here")
        if type(error).__name__ == "KilledWorker":
            return ClusterError(f"{self.address}: several workers died at one task ({error_line(error)[:200]})")
        return error if isinstance(error, OSError) else ClusterError(f"{self.address}: {error_line(error)[:500]}")

    def check(self, seen: Iterable[Path]) -> None:
        """Raise BadArgument for a worker that runs other code, or that does not see one of these files and folders."""
        own = code_version()
        for worker, version in self._on_all(eval, _VERSION).items():
            if version != own:
                raise BadArgument(f"{worker}: runs wirecrawl {version}, this is wirecrawl {own}; install one on both")
        for path in seen:
            for worker, there in self._on_all(os.path.exists, str(path)).items():
                if there is not True:
                    raise BadArgument(f"{worker}: does not see {path}; name a folder that all machines share")

    def _on_all(self, function: Any, *given: Any) -> dict[str, Any]:
        try:
            found: dict[str, Any] = self.client.run(function, *given, on_error="return")
        except Exception as error:
            raise self.explained(error, "") from error
        return found

    def close(self) -> None:
        """Leave the cluster; one on this machine ends."""
        for part in (self.client, self.local):
            with suppress(Exception):  # what is lost already need not be closed
                part.close(timeout=2)


# Evaluated on a worker, whose wirecrawl may be of a version that has no such function.
_VERSION = (
    "(lambda find: __import__('wirecrawl.utils.code_version', fromlist=['x']).code_version() "
    "if find('wirecrawl.utils') and find('wirecrawl.utils.code_version') else __import__('wirecrawl').__version__)"
    "(__import__('importlib.util', fromlist=['x']).find_spec)"
)


def connect(address: str) -> Cluster:
    """The cluster at `local`, `local:N` or `tcp://HOST:PORT`.

    Raises BadArgument without Dask, for an address that is none, and where no scheduler or no worker answers.
    """
    if not find_spec("distributed"):
        raise BadArgument(
            "--cluster needs distributed; install it with `make extras` or `pip install 'wirecrawl[cluster]'`"
        )
    number = _local_workers(address)
    import distributed  # noqa: F401  # before its log is set, which it sets itself
    from dask import config

    for name in ("distributed", "distributed.client"):  # what they say, the error of a command says in a line
        logging.getLogger(name).setLevel(logging.CRITICAL)
    config.set({"distributed.comm.timeouts.connect": f"{_ANSWER}s", "distributed.comm.timeouts.tcp": f"{_SILENCE}s"})
    return _started(address, number) if number else _joined(address)


def _local_workers(address: str) -> int:
    """How many processes of this machine an address asks for; 0 for one of another cluster. Raises BadArgument."""
    name, _, number = address.partition(":")
    if address == "local":
        return len(os.sched_getaffinity(0))
    if name == "local" and number.isdecimal() and int(number):
        return int(number)
    if name not in ("tcp", "tls") or not number.startswith("//"):
        raise BadArgument(f"--cluster {address}: give local, local:N or tcp://HOST:PORT, as in tcp://10.0.0.1:8786")
    return 0


def _started(address: str, number: int) -> Cluster:
    from distributed import Client, LocalCluster

    cluster = LocalCluster(
        n_workers=number,
        threads_per_worker=1,
        host="127.0.0.1",
        dashboard_address="127.0.0.1:0",  # else it takes port 8787 of every interface
        memory_limit=0,  # each page has its own limit
        silence_logs=logging.CRITICAL,
    )
    client = Client(cluster)
    client.run(_ignore_interrupts)
    return Cluster(address, client, cluster, number)


def _ignore_interrupts() -> None:
    """Let Ctrl-C, which a terminal sends to the workers on this machine too, end the driver alone: it ends them."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _joined(address: str) -> Cluster:
    from distributed import Client

    try:
        client = Client(address, timeout=_ANSWER)
    except (OSError, ValueError) as error:
        raise BadArgument(f"--cluster {address}: no Dask scheduler answers there") from error
    cluster = Cluster(address, client)
    try:
        client.wait_for_workers(1, timeout=_FIRST_WORKER)
    except TimeoutError as error:
        cluster.close()
        raise BadArgument(f"--cluster {address}: no worker joined it in {_FIRST_WORKER} seconds") from error
    cluster.threads = sum(client.nthreads().values())
    return cluster


def _do(step: Step[T], version: str) -> T:
    """Do a step on a worker. Raises BadArgument where the worker runs other code than the driver."""
    if version != code_version():
        raise BadArgument(f"a worker runs wirecrawl {code_version()}, this is wirecrawl {version}; install one on both")
    multiprocessing.current_process().daemon = False  # Dask's workers are daemons, which may start no process
    return step.run()
