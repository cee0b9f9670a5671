"""`scrapy replay --cluster`: the steps of a replay on a cluster, and what they leave in the data folder."""

import shutil
import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from wirecrawl.configuration.assembly import prepare_data_folder, temporary_ledger, validate
from wirecrawl.configuration.processes import MODULES
from wirecrawl.configuration.values import (
    ClusterSettings,
    data_folder,
    read_duplicates,
    read_limits,
    read_process_limits,
)
from wirecrawl.errors import BadArgument, ClusterError, named_by_user
from wirecrawl.news import agencies
from wirecrawl.parallel.cluster import connect
from wirecrawl.run.arguments import read_arguments
from wirecrawl.run.bulk.driver import Driver
from wirecrawl.run.bulk.job import Job, name_of, whole_file
from wirecrawl.run.bulk.kept import KeptReplay
from wirecrawl.run.bulk.steps import FINISHED, Decided, RunPlan, ended_file
from wirecrawl.run.report import six_lines
from wirecrawl.run.verdict import EXIT_CODES
from wirecrawl.storage.archive.sources import Sources, list_sources
from wirecrawl.storage.feed.names import KINDS, REPLAY, feed_name
from wirecrawl.utils.files import from_here, make_folder

if TYPE_CHECKING:
    from scrapy.settings import BaseSettings

EndedRun = tuple[str, int, dict[str, Any] | None]
_WHOLE = (EXIT_CODES["good"], EXIT_CODES["degraded"])  # of runs that need nothing again
Spiders = Callable[[str], Any]  # the spider of an agency, by its name


def check_options(settings: "BaseSettings") -> None:
    """Raise BadArgument for options that a replay on a cluster does not have."""
    if (asked := list(settings.getdict("FEEDS"))) and not settings.getbool("WIRECRAWL_REPLAY_KEEP"):
        raise BadArgument(f"--cluster: writes WIRECRAWL_DATA/feeds alone, not {asked[0]}; use `scrapy export` on these")


def replay_on_cluster(
    settings: "BaseSettings", cluster: ClusterSettings, named: Any, spider_of: Spiders, arguments: dict[str, str]
) -> list[EndedRun]:
    """Replay the sources for the one spider `named`, or with None for every agency; returns how each run ended.

    Raises BadArgument for what cannot be used, ClusterError for a cluster that was lost.
    """
    with _indexed(settings, cluster, named, arguments) as (driver, found):
        try:
            return _replay(settings, driver, [named or spider_of(name) for name in found], arguments, cluster.chunk)
        except KeyboardInterrupt:
            raise _stopped(cluster) from None


def keep_replay(
    settings: "BaseSettings",
    cluster: ClusterSettings,
    named: Any,
    spider_of: Spiders,
    arguments: dict[str, str],
    run: Callable[[list[Any]], list[EndedRun]],
) -> list[EndedRun]:
    """As `replay_on_cluster`, entered in the ledger: `run` runs spiders here, whose pages the cluster reads."""
    with _indexed(settings, cluster, named, arguments) as (driver, found):
        kept = KeptReplay(driver, cluster.chunk)
        ended = run([_with(kept, named or spider_of(name)) for name in found])
        if all(report and report["stopped"] == FINISHED and code in _WHOLE for _, code, report in ended):
            driver.job.end()  # else the same command goes on from here
        return ended


def _with(kept: KeptReplay, spider: Any) -> Any:
    return type(spider.__name__, (spider,), {"name": spider.name, "agency": spider.agency, "kept": kept})


@contextmanager
def _indexed(
    settings: "BaseSettings", cluster: ClusterSettings, named: Any, arguments: dict[str, str]
) -> Iterator[tuple[Driver, list[str]]]:
    """A driver on the cluster that has looked through the sources, and the agencies that it has found."""
    if named:
        validate(settings, named.name, named.agency, arguments)
    names = (named.agency.name,) if named else agencies.NAMES
    asked = tuple(settings.getlist("WIRECRAWL_REPLAY_SOURCES"))
    with named_by_user():
        sources = list_sources(asked, settings["WIRECRAWL_REPLAY_URL"])
    job = _job(settings, cluster, name_of(asked, names, arguments))
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with closing(connect(cluster.address)) as runner:
        driver = Driver(runner, job, sources, names)
        try:
            runner.check([job.folder, *_samples(sources)])
            found = driver.index()
        except KeyboardInterrupt:
            raise _stopped(cluster) from None
        if not found:
            raise BadArgument(f"{', '.join(asked)}: no page of any agency in it; there are: {', '.join(names)}")
        yield driver, found


def _stopped(cluster: ClusterSettings) -> ClusterError:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # leaving the cluster takes a second
    return ClusterError(f"{cluster.address}: stopped; the same command goes on from here")


def _job(settings: "BaseSettings", cluster: ClusterSettings, name: str) -> Job:
    limits = read_process_limits(settings)
    job = Job(cluster.work / name, limits.seconds, limits.megabytes, MODULES)
    make_folder(job.folder)
    return job


def _samples(sources: Sources) -> Iterable[Path]:
    """A file that every worker must see: of all sources the first."""
    yield from [file.absolute() for file in sources.archives if isinstance(file, Path)][:1]
    yield from (Path(page.position[0]).absolute() for page in sources.pages[:1])


def _replay(
    settings: "BaseSettings", driver: Driver, spiders: list[Any], arguments: dict[str, str], size: int
) -> list[EndedRun]:
    started = datetime.now(UTC)
    limits, plans = read_limits(settings), []
    for spider in spiders:
        validate(settings, spider.name, spider.agency, arguments)
        given = read_arguments(spider.agency, started, arguments)
        plans.append(RunPlan(spider.name, spider.agency.name, started, given, limits, temporary_ledger))
    mark = read_duplicates(settings) == "mark"
    ended = [_fetched(settings, driver.job, decided) for _, decided in driver.replay(plans, size, mark=mark)]
    driver.job.end()
    return ended


def _fetched(settings: "BaseSettings", job: Job, decided: Decided) -> EndedRun:
    """Bring the feeds and the report of a run into the data folder, and print its six lines unless there is a table."""
    spider, data = decided.spider, data_folder(settings)
    prepare_data_folder(settings, spider)
    feeds = {kind: data.feeds(spider) / feed_name(REPLAY, kind) for kind in KINDS}
    report = data.reports(spider) / f"{REPLAY}.json"
    for kind, file in feeds.items():
        _copy(ended_file(job, spider, f"{kind}.jsonl"), file)
    _copy(ended_file(job, spider, "report.json"), report)
    if not settings.getbool("WIRECRAWL_REPLAY_ALL"):
        _print_report(decided.report, {from_here(str(feeds[kind])): decided.lines[kind] for kind in KINDS}, report)
    return spider, decided.exit_code, decided.report


def _copy(source: Path, target: Path) -> None:
    with source.open("rb") as found, whole_file(target) as written:
        shutil.copyfileobj(found, written)


def _print_report(report: dict[str, Any], feeds: Mapping[str, int], file: Path) -> None:
    files = [name for name, lines in feeds.items() if lines]
    print("\n".join(six_lines(report, files, Path(from_here(str(file))))), file=sys.stderr)
