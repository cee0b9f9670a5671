"""The driver of a replay in steps: hands in steps in their order and fetches what the last ones leave.

It holds names of archives and chunks, and no page: its memory does not grow with the pages of a replay.
"""

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path

from wirecrawl.parallel.cluster import Pending, Runner
from wirecrawl.run.bulk.indexing import INDEX, OWN, IndexStep, JoinStep, Share, Summary
from wirecrawl.run.bulk.job import Job, name_of
from wirecrawl.run.bulk.steps import CleanStep, Decided, DecideStep, Planned, PlanStep, RunPlan
from wirecrawl.storage.archive.fixtures import FilePage
from wirecrawl.storage.archive.remote import AnyFile
from wirecrawl.storage.archive.saved import SavedPage, SavedPages
from wirecrawl.storage.archive.sources import Sources
from wirecrawl.utils.code_version import code_version
from wirecrawl.utils.progress import Progress


@dataclass
class Driver:
    """A replay of `sources` for agencies; with one agency, every page that it is given is its own."""

    runner: Runner
    job: Job
    sources: Sources
    agencies: tuple[str, ...]
    shares: dict[str, Share] = field(default_factory=dict)

    def index(self) -> list[str]:
        """Look through all archives; returns the agencies that have a page, by name."""
        names = [name_of(code_version(), _state(file), self.agencies) for file in self.sources.archives]
        steps = [
            IndexStep(self.job, name, file.absolute(), str(file), file.stat().st_size, self.agencies)
            for name, file in zip(names, self.sources.archives, strict=True)
        ]
        with Progress("cluster", "archives indexed", len(steps)) as progress:
            found = list(_shown(self.runner.run(steps), progress))
        if any(summary.revisits for summary in found):
            found.append(self.runner.submit(JoinStep(self.job, name_of(*names), tuple(names), self.agencies)).result())
        self._share(found, names)
        return sorted(self.shares)

    def _share(self, found: Sequence[Summary], names: Sequence[str]) -> None:
        """Note where the pages of each agency are; the first one is told of faults and of pages of nobody."""
        own = self._own_pages()
        self.job.save(INDEX, OWN, own)
        joined = next((one.name for one in found[len(names) :]), None)
        faults = tuple(chain(self.sources.faults, *(one.faults for one in found)))
        there = {name for one in found for name in one.pages} | set(own)
        for agency in sorted(there) if len(self.agencies) > 1 else self.agencies:
            indexes = tuple(one.name for one in found[: len(names)] if agency in one.pages)
            first = not self.shares
            others = sum(one.others for one in found) if first else 0
            self.shares[agency] = Share(agency, indexes, joined, faults if first else (), others)

    def _own_pages(self) -> Mapping[str, list[SavedPage]]:
        """Pages of the sources that lie in no archive, by agency."""
        pages = list(map(_absolute, self.sources.pages))
        if len(self.agencies) == 1:
            return {self.agencies[0]: pages}
        shares = SavedPages(pages).by_agency()
        return {name: list(share.pages()) for name, share in shares.items()}

    def replay(self, plans: Sequence[RunPlan], size: int, *, mark: bool) -> Iterator[tuple[Planned, Decided]]:
        """Plan, clean and decide the agencies of runs; returns how each ended, in the order of the runs.

        An agency is decided while the pages of the next ones are still read.
        """
        state = self.state()
        steps = [PlanStep(self.job, self.shares[one.agency], one, size, state) for one in plans]
        planned = list(self.runner.run(steps))
        say_done(sum(one.done for one in planned), sum(len(one.chunks) for one in planned))
        deciding = self._cleaned(plans, planned, mark)
        yield from ((one, ended.result()) for one, ended in zip(planned, list(deciding), strict=True))

    def state(self) -> str:
        """The code and the state of every file that a page is read from: a chunk of another state is read again."""
        files: Iterator[AnyFile] = chain(self.sources.archives, (Path(one.position[0]) for one in self.sources.pages))
        return name_of(code_version(), list(map(_state, files)), self.sources.faults)

    def _cleaned(self, plans: Sequence[RunPlan], planned: Sequence[Planned], mark: bool) -> Iterator[Pending[Decided]]:
        """Read the pages of all chunks; hands in the deciding of each agency whose last chunk is done."""
        steps = (CleanStep(self.job, name) for one in planned for name in one.chunks)
        done = self.runner.run(steps)
        with Progress("cluster", "pages read", sum(one.pages for one in planned)) as progress:
            for plan, one in zip(plans, planned, strict=True):
                for _ in one.chunks:
                    progress.add(*next(done))
                yield self.runner.submit(DecideStep(self.job, self.shares[plan.agency], plan, one.chunks, mark))


def _state(file: AnyFile) -> tuple[str, int, int]:
    """What changes when a file does: a chunk of an older state is not taken for done."""
    found = file.stat()
    return str(file), found.st_size, found.st_mtime_ns


def _absolute(page: SavedPage) -> SavedPage:
    """A page whose file a worker finds, whatever folder it works in."""
    return replace(page, file=page.file.absolute()) if isinstance(page, FilePage) else page


def _shown(found: Iterator[Summary], progress: Progress) -> Iterator[Summary]:
    for one in found:
        progress.add(1)
        yield one


def say_done(done: int, chunks: int) -> None:
    """Say how many chunks an earlier run of the same replay has done, if it has done any."""
    if done:
        print(f"cluster: {done} of {chunks} chunks done before", file=sys.stderr)
