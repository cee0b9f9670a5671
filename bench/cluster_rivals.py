"""The same replay on Ray or Spark: its steps are those of `scrapy replay --cluster`, another engine does them.

PYTHON bench/cluster_rivals.py ray|spark WORKERS ARGUMENTS      of `scrapy replay --all`

PYTHON has bench/requirements-cluster.txt beside wirecrawl's own packages and extras; Spark needs Java. Each worker is
one process with one thread, as with Dask. `python -m bench.cluster --rivals PYTHON SOURCE ...` runs it.
"""

import multiprocessing
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from scrapy.cmdline import execute

from wirecrawl.cli import cluster_replay
from wirecrawl.parallel.cluster import Pending, Step, T

_AHEAD = 8  # steps a worker that are handed in, as many as on a cluster


@dataclass(frozen=True)
class _Ended:
    """A step that was done when it was handed in."""

    value: Any

    def is_done(self, seconds: float) -> bool:
        return True

    def result(self) -> Any:
        return self.value


@dataclass(frozen=True)
class _Reference:
    """A step that Ray does."""

    reference: Any

    def is_done(self, seconds: float) -> bool:
        import ray

        return bool(ray.wait([self.reference], timeout=seconds)[0])

    def result(self) -> Any:
        import ray

        return ray.get(self.reference)


def _do(step: Step[T]) -> T:
    multiprocessing.current_process().daemon = False  # a step starts a process that reads pages
    return step.run()


class _Engine(Protocol):
    """What Ray and Spark have in common with a Dask cluster. The machine is one, so nothing is checked."""

    def check(self, seen: Iterable[Path]) -> None:
        """All see this machine's files."""

    def run(self, steps: Iterable[Step[T]]) -> Iterator[T]:
        """What comes of steps, in their order."""
        return (pending.result() for pending in self.handed_in(steps))

    def handed_in(self, steps: Iterable[Step[T]]) -> Iterator[Pending[T]]:
        """Steps in their order."""


class _Ray(_Engine):
    def __init__(self, workers: int) -> None:
        import ray

        ray.init(num_cpus=workers, include_dashboard=False, log_to_driver=False, logging_level="ERROR")
        self._do, self._ahead = ray.remote(_do), _AHEAD * workers

    def submit(self, step: Step[T]) -> Pending[T]:
        """Hand in one step."""
        return _Reference(self._do.remote(step))

    def handed_in(self, steps: Iterable[Step[T]]) -> Iterator[Pending[T]]:
        """Steps in their order, no more of them than will soon be done."""
        waiting: list[Pending[T]] = []
        for step in steps:
            waiting.append(self.submit(step))
            if len(waiting) == self._ahead:
                yield waiting.pop(0)
        yield from waiting

    def close(self) -> None:
        """End its processes."""
        import ray

        ray.shutdown()


class _Spark(_Engine):
    def __init__(self, workers: int) -> None:
        from pyspark.sql import SparkSession

        os.environ["PYSPARK_PYTHON"] = sys.executable  # of its workers, else the first python3 of the path
        made = SparkSession.builder.master(f"local[{workers}]").config("spark.ui.enabled", "false").getOrCreate()
        made.sparkContext.setLogLevel("ERROR")
        self._session = made

    def submit(self, step: Step[T]) -> Pending[T]:
        """Do one step: a job of Spark blocks."""
        return next(self.handed_in([step]))

    def handed_in(self, steps: Iterable[Step[T]]) -> Iterator[Pending[T]]:
        """One job of all steps, each a partition: Spark takes no stream of them."""
        all_steps = list(steps)
        if not all_steps:
            return
        done = self._session.sparkContext.parallelize(all_steps, len(all_steps)).map(_do).collect()
        yield from map(_Ended, done)

    def close(self) -> None:
        """End its processes."""
        self._session.stop()


def main(engine: str, workers: str, *arguments: str) -> None:
    """Replay on an engine, with the exit code of the replay."""
    made: type[_Ray | _Spark] = _Ray if engine == "ray" else _Spark
    setattr(cluster_replay, "connect", lambda address: made(int(workers)))  # noqa: B010
    execute(["scrapy", "replay", "--all", "--cluster", f"local:{workers}", *arguments])


if __name__ == "__main__":
    main(*sys.argv[1:])
