"""Whole replays of one archive on this machine: `--jobs 2` and `--cluster` with one and two workers, in one run.

.venv/bin/python -m bench.cluster SOURCE ...            pages a second, CPU and memory of each
... --rivals PYTHON SOURCE ...                          and of the same steps on Ray and on Spark, see cluster_rivals.py
.venv/bin/python -m bench.cluster --paper SOURCE ...    what a step takes, and from that what an archive takes
.venv/bin/python -m bench.cluster --plan 1000000        memory of driver and workers while so many pages are planned
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from hashlib import sha256
from itertools import product
from pathlib import Path

from bench.memory import Peak, memory
from wirecrawl.configuration.assembly import temporary_ledger
from wirecrawl.news import agencies
from wirecrawl.parallel.cluster import connect
from wirecrawl.run.arguments import Arguments
from wirecrawl.run.bulk.indexing import INDEX, OWN, Share, Summary
from wirecrawl.run.bulk.job import Job, name_of
from wirecrawl.run.bulk.steps import CleanStep, DecideStep, PlanStep, RunPlan
from wirecrawl.run.limits import RunLimits
from wirecrawl.storage.archive.archived import ArchivedPage, Index
from wirecrawl.storage.archive.sources import IndexTask, list_sources

_WAYS = (("--jobs", "2"), ("--cluster", "local:1"), ("--cluster", "local:2"))
_CORES, _LARGEST = 16, 0.4  # of a machine; the share of the largest agency, as assumed
_ARCHIVE = 10_000  # pages of an archive whose index is made
_AGENCY = "xinhua"
_SHARE = 500_000  # pages at most of an agency that is planned, by one worker
_USABLE = (0, 3)  # exit codes of a replay with feeds


def main(arguments: Sequence[str] | None = None) -> int:
    """Print one of the three tables."""
    parser = argparse.ArgumentParser(prog="python -m bench.cluster", description=__doc__)
    parser.add_argument("sources", nargs="*", metavar="SOURCE")
    parser.add_argument("--paper", action="store_true")
    parser.add_argument("--rivals", metavar="PYTHON", help="that has Ray or pyspark beside wirecrawl")
    parser.add_argument("--plan", type=int, metavar="PAGES")
    given = parser.parse_args(arguments)
    if given.plan:
        lines = _planned(given.plan)
    else:
        lines = _paper(given.sources) if given.paper else _whole(given.sources, given.rivals)
    for line in lines:
        print(line, flush=True)
    return 0


def _whole(sources: list[str], rivals: str | None) -> Iterator[str]:
    pages = sum(len(IndexTask(file, agencies.NAMES).run()[0].pages) for file in list_sources(sources).archives)
    yield f"{pages} pages, {len(os.sched_getaffinity(0))} cores\n"
    yield "| | CPU s | wall s | pages/s | MB, all processes | feeds |\n|---|---|---|---|---|---|"
    commands = [(f"`{' '.join(way)}`", [sys.executable, "-m", "scrapy", "replay", "--all", *way]) for way in _WAYS]
    for engine, workers in product(("ray", "spark"), "12") if rivals else ():
        commands.append((f"{engine}, workers: {workers}", [str(rivals), "bench/cluster_rivals.py", engine, workers]))
    for name, command in commands:
        yield _row(name, [*command, *sources], pages)


def _row(name: str, command: Sequence[str], pages: int) -> str:
    """What a whole program took that replays into a data folder."""
    with tempfile.TemporaryDirectory() as data:
        began = time.monotonic()
        environment = {**os.environ, "PYTHONPATH": os.getcwd()}  # of a script that is run by its path
        settings = ["-s", f"WIRECRAWL_DATA={data}"]
        process = subprocess.Popen([*command, *settings], env=environment, stderr=subprocess.DEVNULL)
        with Peak(process.pid) as peak:
            process.wait()
        wall = time.monotonic() - began
        if process.returncode not in _USABLE:
            return f"| {name} | ended with {process.returncode} |"
        cells = [f"{sum(peak.cpu.values()):.1f}", f"{wall:.1f}", f"{pages / wall:.0f}", f"{peak.together:.0f}"]
        return f"| {name} | {' | '.join(cells)} | {_digest(Path(data))} |"


def _digest(data: Path) -> str:
    files = sorted(data.glob("feeds/*/*.jsonl"))
    return sha256(b"".join(file.name.encode() + file.read_bytes() for file in files)).hexdigest()[:8]


def _paper(sources: list[str]) -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        index, clean, decide, pages = _steps(Path(folder), sources)
    taken = ", ".join(
        f"{name} {s * 1e3:.2f} ms" for name, s in (("index", index), ("clean", clean), ("decide", decide))
    )
    yield f"Measured over {pages} pages: {taken}\n"
    yield "| pages | index and clean on 1 / 10 / 100 machines | the largest decider |\n|---|---|---|"
    for number in (10**6, 10**8, 10**9):
        each = number * (index + clean) / _CORES
        machines = " / ".join(_time(each / count) for count in (1, 10, 100))
        yield f"| {number:.0e} | {machines} | {_time(number * _LARGEST * decide)} |"


def _steps(folder: Path, sources: list[str]) -> tuple[float, float, float, int]:
    """Seconds a page of indexing, cleaning and deciding, each in this process or the one below it."""
    job = Job(folder, 60, 1024)
    began = time.monotonic()
    found = [IndexTask(file, (_AGENCY,)).run()[0] for file in list_sources(sources).archives]
    indexed = time.monotonic()
    pages = sum(len(one.pages) for one in found)
    names = tuple(_saved(job, str(number), one.pages) for number, one in enumerate(found))
    share, plan = Share(_AGENCY, names, None), _run_plan(_AGENCY)
    job.save(INDEX, OWN, {})
    planned = PlanStep(job, share, plan, 1000, "").run()
    next(job.pool().run_one_by_one([IndexTask(Path(os.devnull), ())]))  # starts the process
    cleaning = time.monotonic()
    for name in planned.chunks:
        CleanStep(job, name).run()
    cleaned = time.monotonic()
    DecideStep(job, share, plan, planned.chunks, mark=False).run()
    decided = time.monotonic()
    job.pool().close()
    return (indexed - began) / pages, (cleaned - cleaning) / pages, (decided - cleaned) / pages, pages


def _run_plan(agency: str) -> RunPlan:
    return RunPlan(agency, agency, datetime.now(UTC), Arguments(), RunLimits(), temporary_ledger)


def _saved(job: Job, name: str, pages: list[tuple[ArchivedPage, str | None]]) -> str:
    """Keep an index as the step of it does."""
    numbered = [(number, page, digest) for number, (page, digest) in enumerate(pages)]
    summary = Summary(name, {_AGENCY: len(pages)}, 0, [], 0)
    job.save(INDEX, name, {" summary": summary, " revisits": Index().revisits, _AGENCY: numbered})
    return name


def _time(seconds: float) -> str:
    for size, unit in ((86400, "d"), (3600, "h"), (60, "min")):
        if seconds >= size:
            return f"{seconds / size:.1f} {unit}"
    return f"{seconds:.0f} s"


def _planned(pages: int) -> Iterator[str]:
    """Plan pages of two or more agencies, of an index that is made for it, on two workers of this machine."""
    with tempfile.TemporaryDirectory() as folder:
        job = Job(Path(folder), 60, 1024)
        names = [_made(job, number) for number in range(pages // _ARCHIVE)]
        job.save(INDEX, OWN, {})
        runner = connect("local:2")
        size = min(len(names) // 2, _SHARE // _ARCHIVE)
        began = time.monotonic()
        shares = [Share(_AGENCY, tuple(names[at : at + size]), None) for at in range(0, len(names), size)]
        steps = [PlanStep(job, share, _run_plan(_AGENCY), 1000, "") for share in shares]
        chunks = sum(len(one.chunks) for one in runner.run(steps))
        taken = time.monotonic() - began
        workers = runner.client.run(resource.getrusage, resource.RUSAGE_SELF).values()
        runner.close()
        peak = max(used.ru_maxrss for used in workers) / 1024
        own = memory(os.getpid(), "VmHWM")
    what = f"{pages} pages, {len(shares)} shares, {chunks} chunks"
    yield f"{what}: {taken:.0f} s; driver {own:.0f} MB, a worker {peak:.0f} MB"


def _made(job: Job, number: int) -> str:
    file = Path(f"/archives/CC-NEWS-{number:06}.warc.gz")
    pages: list[tuple[ArchivedPage, str | None]] = [
        (
            ArchivedPage(
                _address(number * _ARCHIVE + n), file=file, offset=n * 30_000, fetched="2026-11-20T12:00:00+00:00"
            ),
            None,
        )
        for n in range(_ARCHIVE)
    ]
    return _saved(job, name_of(number), pages)


def _address(number: int) -> str:
    return f"http://www.china.org.cn/world/2026-11/20/content_{100_000_000 + number}.htm"


if __name__ == "__main__":
    sys.exit(main())
