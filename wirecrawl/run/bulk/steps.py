"""What is done for one agency of a replay in steps: plan its pages, clean them in chunks, decide on its stories."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from wirecrawl.items import Headline, Story
from wirecrawl.news import agencies
from wirecrawl.parallel.pool import CHUNK
from wirecrawl.reasons import ReasonKind, because
from wirecrawl.run.arguments import Arguments
from wirecrawl.run.bulk.indexing import Share
from wirecrawl.run.bulk.job import Job, name_of, whole_file
from wirecrawl.run.deciding import headlines, pending_stories
from wirecrawl.run.frontier import Frontier
from wirecrawl.run.limits import RunLimits
from wirecrawl.run.lines import check, story_lines
from wirecrawl.run.measures import measures
from wirecrawl.run.replay.enter import enter, forget_aliases, stories_in
from wirecrawl.run.replay.plan import ReplayTask, plan
from wirecrawl.run.report import build_report, not_in_feed, write_report
from wirecrawl.run.state import Run, start_run
from wirecrawl.run.verdict import judge
from wirecrawl.storage.data_folder import DataFolder
from wirecrawl.storage.feed.formats import json_lines
from wirecrawl.storage.ledger.interface import Ledger

TASKS, RESULTS, ENDED = "tasks", "results", "ended"  # kinds of files
_ONLY, _COUNTS = "all", "counts"  # parts of a file
FINISHED = "finished"  # how a replay stops that is not stopped


@dataclass(frozen=True)
class RunPlan:
    """A temporary run of a spider that any machine can start; `open_ledger` opens its ledger."""

    spider: str
    agency: str
    started: datetime
    arguments: Arguments
    limits: RunLimits
    open_ledger: Callable[[], Ledger]

    def start(self) -> Run:
        """Start the run. Its ledger is gone when it is closed."""
        return start_run(
            self.spider,
            agencies.get(self.agency),
            self.open_ledger(),
            DataFolder(Path()),
            self.arguments,
            self.limits,
            replay=True,
            persistent=False,
            started=self.started,
        )


@dataclass(frozen=True)
class Planned:
    """The chunks of an agency in their order, how many of them were done before, and the pages in them."""

    chunks: tuple[str, ...]
    done: int
    pages: int


@dataclass(frozen=True)
class PlanStep:
    """Plan an agency: which pages are read, in chunks of `size` tasks. `sources` names the state of the sources."""

    job: Job
    share: Share
    plan: RunPlan
    size: int
    sources: str

    def run(self) -> Planned:
        """The chunks; the tasks of those that are not done are kept for whoever does them."""
        run = self.plan.start()
        tasks = plan(Frontier(run), self.share.load(self.job))
        run.ledger.close()
        chunks = [tasks[at : at + self.size] for at in range(0, len(tasks), self.size)]
        names = tuple(name_of(self.sources, chunk) for chunk in chunks)
        done = [self.job.has(RESULTS, name) for name in names]
        for name, chunk, there in zip(names, chunks, done, strict=True):
            if not there:
                save_chunk(self.job, name, chunk)
        return Planned(names, sum(done), sum(len(task.captures) for task in tasks))


def save_chunk(job: Job, name: str, chunk: list[ReplayTask]) -> None:
    """Keep the tasks of a chunk for whoever does them."""
    job.save(TASKS, name, {_ONLY: chunk})


@dataclass(frozen=True)
class CleanStep:
    """Read the pages of a chunk, each guarded by the limits of a page."""

    job: Job
    name: str

    def run(self) -> tuple[int, int]:
        """How many pages were read, and the stories that came of them. What was done before is not done again."""
        if not self.job.has(RESULTS, self.name):
            tasks = self.job.load(TASKS, self.name, _ONLY)
            found = list(self.job.pool().run(tasks, CHUNK))
            counts = sum(map(len, found)), sum(map(stories_in, found))
            self.job.save(RESULTS, self.name, {_COUNTS: counts, _ONLY: found})
        self.job.drop(TASKS, self.name)
        pages, stories = self.job.load(RESULTS, self.name, _COUNTS)
        return pages, stories

    def results(self) -> list[list[Any]]:
        """What came of the tasks, in their order; the chunk is done."""
        found: list[list[Any]] = self.job.load(RESULTS, self.name, _ONLY)
        return found


@dataclass(frozen=True)
class Decided:
    """A run that was decided: its exit code, its report without the links, and the lines of its feeds."""

    spider: str
    exit_code: int
    report: dict[str, Any]
    lines: dict[str, int]


@dataclass(frozen=True)
class DecideStep:
    """Decide on the stories of an agency whose chunks are done, and write its feeds and its report."""

    job: Job
    share: Share
    plan: RunPlan
    chunks: tuple[str, ...]
    mark: bool

    def run(self) -> Decided:
        """How the run ended; its files lie in the job, for the driver to fetch."""
        run = self.plan.start()
        try:
            self._enter(run)
            run.ledger.begin()
            candidates = story_lines(run, pending_stories(run), mark=self.mark)
            self._write(run, "stories", candidates)
            self._write(run, "headlines", (line for line in headlines(run) if check(run, line) is None))
            run.ledger.links.mark_unreached(run.number, because(ReasonKind.RUN_ENDED, FINISHED).stored)
            return self._ended(run)
        finally:
            run.ledger.close()

    def _enter(self, run: Run) -> None:
        """All pages are noted before the first list is read, as in a replay on one machine."""
        frontier = Frontier(run)
        plan(frontier, self.share.load(self.job))
        for name in self.chunks:
            for found in CleanStep(self.job, name).results():
                enter(frontier, found)
        with run.ledger.transaction():
            forget_aliases(frontier)

    def _write(self, run: Run, kind: str, lines: Iterable[Story | Headline]) -> None:
        with whole_file(ended_file(self.job, self.plan.spider, f"{kind}.jsonl")) as target:
            json_lines.write(_counted(run, lines), target)

    def _ended(self, run: Run) -> Decided:
        finished = datetime.now(UTC)
        written = run.tallies.written
        now = measures(run, finished, written[Headline])
        judgement = judge(run, now)
        report = build_report(run, judgement, finished, now, (), FINISHED)
        write_report(report, not_in_feed(run), ended_file(self.job, self.plan.spider, "report.json"))
        lines = {"stories": written[Story], "headlines": written[Headline]}
        return Decided(run.spider, judgement.exit_code, report, lines)


def _counted(run: Run, lines: Iterable[Story | Headline]) -> Iterator[Story | Headline]:
    for line in lines:
        run.tallies.written[type(line)] += 1
        yield line


def ended_file(job: Job, spider: str, name: str) -> Path:
    """Where a decided run leaves a feed or its report for the driver."""
    return job.path(ENDED, f"{spider}-{name}")
