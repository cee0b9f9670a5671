"""Foreign input without end: changed pages, feeds, lists and archives through the readers that a run has.

`python -m bench.fuzz --seconds 60 --seed 1` takes the project's own fixtures, changes them, and reads them in processes
with a run's limits. Whatever is read must end as a result: a story, a list, an outcome with a reason. It fails (exit 1)
on an error that no reader expected, on a process that dies or outlives its limit of time, and when all processes
together take more memory than their limits leave room for; each is named with its seed and number, and the input is
written to --keep FOLDER. Input that is stopped at its limits is counted.
"""

import argparse
import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from itertools import count
from pathlib import Path
from random import Random
from typing import Any

from bench.archives import archive_of
from bench.fuzz_tasks import ArchiveTask, CaughtTask, FolderTask, samples, task_of
from bench.hostile_sources import ARCHIVES, write_folder
from bench.memory import Peak
from bench.mutations import mutate
from wirecrawl.parallel.pool import ProcessPool
from wirecrawl.reasons import NO_REASON, Reason, ReasonKind, because, words_of

SECONDS, MEGABYTES = 20, 512  # of one page, as WIRECRAWL_CLEAN_SECONDS and WIRECRAWL_CLEAN_MB are by default
_MOST_MB = 1200  # of all processes together: two that read at their limit, and the one that sends
_LATE = 2 * SECONDS  # seconds without a result: every process was stopped at its limit long before
_LIMITS = {ReasonKind.MEMORY_LIMIT, ReasonKind.TIME_LIMIT}
_FINDINGS = {ReasonKind.PROCESS_DIED, ReasonKind.UNHANDLED}


class Inputs:
    """Changed inputs, the same ones for the same seed."""

    def __init__(self, seed: int, folder: Path) -> None:
        self.random, self.folder = Random(seed), folder
        self.samples = list(samples())
        self.bodies = [sample.body for sample in self.samples]
        self.archive = archive_of(self.samples[::4])

    def next(self, number: int) -> tuple[Any, bytes, str]:
        """A task, the bytes that it reads, and what was changed in which page."""
        place = self.folder / str(number)
        chance = self.random.random()
        if chance < 0.2:
            data, changes = self._archive()
            file = place.with_suffix(".warc.gz")
            file.write_bytes(data)
            return ArchiveTask(file), data, f"archive: {changes}"
        if chance < 0.25:
            changes = write_folder(self.random, place, self.random.sample(self.samples, 2))
            return FolderTask(place), changes.encode("utf-8", "replace"), changes
        sample = self.random.choice(self.samples)
        body, changes = mutate(self.random, sample.body, self.bodies)
        return task_of(replace(sample, body=body)), body, f"{sample.url}: {changes}"

    def _archive(self) -> tuple[bytes, str]:
        if self.random.random() < 0.5:
            return mutate(self.random, self.archive, self.bodies)
        make = self.random.choice(ARCHIVES)
        return make(self.random, self.random.sample(self.samples, 4)), make.__name__


def reason_of(result: Any) -> Reason:
    """Why a result is no story or list."""
    reason = getattr(result, "reason", None)
    return reason if isinstance(reason, Reason) else NO_REASON


def fuzz(seconds: float, seed: int, keep: Path | None, jobs: int) -> int:
    """Read changed inputs for some seconds; returns the number of findings."""
    counts: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder, closing(ProcessPool(jobs, SECONDS, MEGABYTES, (__name__,))) as pool:
        inputs = Inputs(seed, Path(folder))
        sent: dict[int, tuple[Any, bytes, str]] = {}
        end = time.monotonic() + seconds

        def tasks() -> Iterator[Any]:
            for number in count():
                if time.monotonic() > end:
                    return
                sent[number] = inputs.next(number)
                yield CaughtTask(sent[number][0])

        with Peak(os.getpid()) as peak:
            last = time.monotonic()
            for number, results in enumerate(pool.run_one_by_one(tasks())):
                found = [*map(reason_of, results), *_of_machine(time.monotonic() - last, peak.together)]
                last, peak.together = time.monotonic(), 0.0
                counts["inputs"] += 1
                counts["limits"] += any(reason.kind in _LIMITS for reason in found)
                _, data, changes = sent.pop(number)
                counts["findings"] += _report(number, seed, changes, data, found, keep)
    summary = f"{counts['inputs']} inputs, {counts['limits']} stopped at their limits, {counts['findings']} findings"
    print(f"seed {seed}: {summary}", flush=True)
    return counts["findings"]


def _of_machine(seconds: float, megabytes: float) -> Iterator[Reason]:
    """What was wrong with the time to a result, or with the memory that all processes had meanwhile."""
    if seconds > _LATE:
        yield because(ReasonKind.UNHANDLED, f"no result for {seconds:.0f} s, against a limit of {SECONDS}")
    if megabytes > _MOST_MB:
        yield because(ReasonKind.UNHANDLED, f"{megabytes:.0f} MB in all processes together, against {_MOST_MB}")


def _report(number: int, seed: int, changes: str, data: bytes, reasons: Sequence[Reason], keep: Path | None) -> bool:
    """Name the first finding among the reasons of an input, and keep the input; whether there was one."""
    found = [reason for reason in reasons if reason.kind in _FINDINGS]
    if found:
        print(f"seed {seed}, input {number} ({changes}): {words_of(found[0])}", file=sys.stderr)
    if found and keep:
        keep.mkdir(parents=True, exist_ok=True)
        (keep / f"{seed}-{number}").write_bytes(data)
    return bool(found)


def main() -> int:
    """Read the arguments; exit code 1 when there are findings."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=60, help="how long inputs are made; default: 60")
    parser.add_argument("--seed", type=int, default=1, help="the same seed gives the same inputs; default: 1")
    parser.add_argument("--jobs", type=int, default=2, help="processes that read; default: 2")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="where inputs with findings are written")
    given = parser.parse_args()
    return int(fuzz(given.seconds, given.seed, given.keep, given.jobs) > 0)


if __name__ == "__main__":
    sys.exit(main())
