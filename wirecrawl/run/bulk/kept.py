"""A replay with --keep whose pages a cluster reads: this machine plans and decides, as ledger and feeds are its own.

What comes of a chunk stays in the working folder until the replay has ended, as when the cluster decides.
"""

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from wirecrawl.run.bulk.driver import Driver, say_done
from wirecrawl.run.bulk.job import name_of
from wirecrawl.run.bulk.steps import RESULTS, CleanStep, save_chunk
from wirecrawl.run.replay.plan import ReplayTask
from wirecrawl.storage.archive.saved import SavedPages


@dataclass(eq=False)
class KeptReplay:
    """The saved pages of an indexed replay, and what reads them in chunks of `size` tasks."""

    driver: Driver
    size: int
    _given_up: bool = field(default=False)

    def saved(self, agency: str) -> SavedPages:
        """The saved pages of an agency that has some."""
        return self.driver.shares[agency].load(self.driver.job)

    def run(self, tasks: Sequence[ReplayTask], patience: float) -> Iterator[list[Any]]:
        """What comes of each task, in their order; an empty list whenever nothing came for `patience` seconds.

        Raises ClusterError where the cluster was lost.
        """
        job, state = self.driver.job, self.driver.state()
        chunks = [list(tasks[at : at + self.size]) for at in range(0, len(tasks), self.size)]
        names = [name_of(state, chunk) for chunk in chunks]
        say_done(sum(job.has(RESULTS, name) for name in names), len(names))
        steps = deque[CleanStep]()
        for pending in self.driver.runner.handed_in(self._steps(names, chunks, steps)):
            while not pending.is_done(patience):
                yield []
                if self._given_up:
                    return
            pending.result()
            yield from steps.popleft().results()

    def _steps(
        self, names: Sequence[str], chunks: Sequence[list[ReplayTask]], handed_in: deque[CleanStep]
    ) -> Iterator[CleanStep]:
        for name, chunk in zip(names, chunks, strict=True):
            if not self.driver.job.has(RESULTS, name):
                save_chunk(self.driver.job, name, chunk)
            step = CleanStep(self.driver.job, name)
            handed_in.append(step)
            yield step

    def give_up(self) -> None:
        """Wait for no more chunks: the run was stopped."""
        self._given_up = True
