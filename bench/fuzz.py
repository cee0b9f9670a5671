"""Foreign input without end: changed pages, feeds, lists and archives through the readers that a run has.

`python -m bench.fuzz --seconds 60 --seed 1` takes the project's own fixtures, changes them, and reads them in processes
with a run's limits. Whatever is read must end as a result: a story, a list, an outcome with a reason. It fails (exit 1)
on an error that no reader expected and on a process that dies or outlives its limit of time; each is named with its
seed and number, and the input is written to --keep FOLDER. Input that is stopped at its limits is counted.
"""

import argparse
import json
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path
from random import Random
from typing import Any

from bench.archives import archive_of
from bench.mutations import mutate
from wirecrawl.news import agencies
from wirecrawl.news.agencies import SourceKind
from wirecrawl.parallel.pool import ProcessPool
from wirecrawl.reasons import NO_REASON, Reason, ReasonKind, because, words_of
from wirecrawl.run.reading.listing_task import ListingTask
from wirecrawl.run.reading.stories import StoryCapture, StoryTask
from wirecrawl.storage.archive import SavedPage
from wirecrawl.storage.archive.sources import IndexTask
from wirecrawl.web.answer import Answer

FIXTURES = Path(__file__).parents[1] / "fixtures"
SECONDS, MEGABYTES = 20, 512  # of one page, as WIRECRAWL_CLEAN_SECONDS and WIRECRAWL_CLEAN_MB are by default
_AGENCIES = {"focustaiwan": "cna"}  # a folder of fixtures is mostly named as its agency
_LIMITS = {ReasonKind.MEMORY_LIMIT, ReasonKind.TIME_LIMIT}
_FINDINGS = {ReasonKind.PROCESS_DIED, ReasonKind.UNHANDLED}


@dataclass(frozen=True)
class Sample:
    """A saved page: what it is read as, and by which agency; `kind` is None for a story."""

    agency: str
    url: str
    body: bytes
    content_type: str | None
    kind: SourceKind | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MadePage(SavedPage):
    """A changed page, in memory."""

    body: bytes
    content_type: str | None

    @property
    def record(self) -> str:
        return "made"

    @property
    def place(self) -> tuple[str]:
        return (self.url,)

    @property
    def position(self) -> tuple[str, int]:
        return "made", 0

    def answer(self) -> Answer:
        """The page as if a server had sent it."""
        return Answer(self.url, 200, self.body, self.content_type, fetched="2026-11-20T12:00:00+00:00")


@dataclass(frozen=True)
class ArchiveTask:
    """An archive to look through, and all its pages to be read."""

    file: Path

    def run(self) -> list[Any]:
        """The index, and what comes of every page in it."""
        (index,) = IndexTask(self.file, agencies.NAMES).run()
        found: list[Any] = [fault.why for fault in index.faults]
        for page, _ in index.pages:
            agency = agencies.of_url(page.url)
            name = agency.name if agency else "xinhua"
            found += StoryTask(name, (StoryCapture(page.url, page),)).run()
        return found


@dataclass(frozen=True)
class Failure:
    """The result of a task that gave none of its own."""

    reason: Reason


@dataclass(frozen=True)
class CaughtTask:
    """A task whose error, which no reader expected, is a result too: in a run it would end it."""

    task: Any
    pages: int = 1

    def run(self) -> list[Any]:
        """What comes of the task."""
        try:
            return list(self.task.run())
        except MemoryError:
            raise
        except Exception as error:
            return [Failure(because(ReasonKind.UNHANDLED, f"{type(error).__name__}: {error}"))]

    def parts(self) -> "list[CaughtTask]":
        """The task."""
        return [self]

    def failed(self, why: Reason) -> Failure:
        """The result when its process was lost."""
        return Failure(why)


def samples() -> Iterator[Sample]:
    """The pages of the project's fixtures, as stories or as the lists that they are."""
    for file in sorted(FIXTURES.glob("*/*/response.json")):
        said = json.loads(file.read_text(encoding="utf-8"))
        links = file.with_name("links.json")
        kind = json.loads(links.read_text(encoding="utf-8"))["kind"] if links.is_file() else None
        folder = file.parts[-3]
        body = file.with_name("body.html").read_bytes()
        yield Sample(
            _AGENCIES.get(folder, folder), said["url"], body, said.get("headers", {}).get("Content-Type"), kind
        )


def task_of(sample: Sample) -> Any:
    """How a run reads a page."""
    if sample.kind is None:
        page = MadePage(sample.url, body=sample.body, content_type=sample.content_type)
        return StoryTask(sample.agency, (StoryCapture(sample.url, page),))
    return ListingTask(sample.agency, Answer(sample.url, 200, sample.body, sample.content_type), sample.kind)


class Inputs:
    """Changed inputs, the same ones for the same seed."""

    def __init__(self, seed: int, folder: Path) -> None:
        self.random, self.folder = Random(seed), folder
        self.samples = list(samples())
        self.bodies = [sample.body for sample in self.samples]
        self.archive = archive_of(self.samples[::4])

    def next(self, number: int) -> tuple[Any, bytes, str]:
        """A task, the bytes that it reads, and what was changed in which page."""
        if self.random.random() < 0.2:
            data, changes = mutate(self.random, self.archive, self.bodies)
            file = self.folder / f"{number}.warc.gz"
            file.write_bytes(data)
            return ArchiveTask(file), data, f"archive: {changes}"
        sample = self.random.choice(self.samples)
        body, changes = mutate(self.random, sample.body, self.bodies)
        return task_of(replace(sample, body=body)), body, f"{sample.url}: {changes}"


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

        for number, results in enumerate(pool.run_one_by_one(tasks())):
            counts["inputs"] += 1
            _, data, changes = sent.pop(number)
            counts["limits"] += any(reason_of(result).kind in _LIMITS for result in results)
            counts["findings"] += _report(number, seed, changes, data, results, keep)
    summary = f"{counts['inputs']} inputs, {counts['limits']} stopped at their limits, {counts['findings']} findings"
    print(f"seed {seed}: {summary}", flush=True)
    return counts["findings"]


def _report(number: int, seed: int, changes: str, data: bytes, results: Sequence[Any], keep: Path | None) -> bool:
    """Name the first finding among the results of an input, and keep the input; whether there was one."""
    found = [reason for result in results if (reason := reason_of(result)).kind in _FINDINGS]
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
