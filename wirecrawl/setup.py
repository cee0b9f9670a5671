"""From Scrapy settings to the objects of a run. The only place that reads the WIRECRAWL_* settings."""

import atexit
import os
import shutil
from contextlib import AbstractContextManager, nullcontext
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from wirecrawl import __version__, agencies
from wirecrawl.agencies import Agency
from wirecrawl.archive import Saved, open_sources
from wirecrawl.archive.sources import SMALLEST, Reader, archives_of
from wirecrawl.archive.writing import Archive
from wirecrawl.arguments import read_arguments
from wirecrawl.clock import iso
from wirecrawl.delivery import complete
from wirecrawl.durable import make_folder
from wirecrawl.errors import ArchiveError, BadArgument, NoSpace
from wirecrawl.ledger import Ledger
from wirecrawl.lock import one_run
from wirecrawl.manners import Bounds
from wirecrawl.pruning import Retention
from wirecrawl.recovery import recover
from wirecrawl.run import Run
from wirecrawl.run_state import Limits
from wirecrawl.workers import Workers

if TYPE_CHECKING:
    from scrapy.settings import BaseSettings

DUPLICATES = ("drop", "mark")
ARCHIVED = ("all", "stories", "off")
_MB = 2**20
# UTC start of a run in file names: sortable, and with its microseconds no two runs share one.
STARTED = "%Y-%m-%dT%H-%M-%S.%fZ"
# Pages of a replay that pay for processes of their own: starting them takes as long as cleaning some 300.
_MANY_PAGES = 500


def open_run(settings: "BaseSettings", spider: str, agency: Agency, arguments: dict[str, str], *, replay: bool) -> Run:
    """A run of a spider; a replay has a ledger of its own, which goes with it, unless it is to be kept.

    Raises BadArgument for an argument or setting that cannot be meant, LedgerError for an unusable ledger.
    """
    read_duplicates(settings)
    started = datetime.now(UTC)
    given = read_arguments(agency, started, arguments)
    limits = read_limits(settings)
    data = data_folder(settings)
    kept = is_kept(settings)
    ledger = Ledger(data / "ledger.sqlite" if kept else "")
    run = Run(spider, agency, ledger, data, given, limits, replay, kept, started=started)
    if kept:
        run.recovered = [*complete(ledger.outputs, spider, data / "feeds" / spider), *recover(run)]
    if not replay:
        run.archive = _open_archive(settings, run)
    return run


def is_kept(settings: "BaseSettings") -> bool:
    """Whether what a run finds out stays in the ledger: always, but for a replay without --keep."""
    return not settings.getlist("WIRECRAWL_REPLAY_SOURCES") or settings.getbool("WIRECRAWL_REPLAY_KEEP")


def _open_archive(settings: "BaseSettings", run: Run) -> Archive | None:
    """Where a crawl keeps what it fetches, None when it is to keep nothing. Raises BadArgument."""
    kept, file_bytes, most_bytes = read_archive(settings)
    if kept == "off":
        return None
    about = {
        "software": f"wirecrawl/{__version__}",
        "format": "WARC File Format 1.1",
        "conformsTo": "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
        "isPartOf": run.spider,
        "description": f"crawl of {run.agency.name}, started {iso(run.started)}",
        "http-header-user-agent": str(settings["USER_AGENT"]),
        "robots": "obey" if settings.getbool("ROBOTSTXT_OBEY") else "ignore",
    }
    folder, name = run.data / "archive" / run.spider, f"{run.spider}-{run.started.strftime(STARTED)}"
    return Archive(folder, name, about, file_bytes, most_bytes, run.ledger.captures, kept == "stories")


def read_archive(settings: "BaseSettings") -> tuple[str, int, int]:
    """What an archive keeps (all, stories or off), bytes of a file, bytes of all files. Raises BadArgument."""
    kept = str(settings["WIRECRAWL_ARCHIVE"])
    if kept not in ARCHIVED:
        raise BadArgument(f"WIRECRAWL_ARCHIVE={kept}: give all, stories or off")
    file_mb, most_mb = (_setting(settings, name) for name in ("WIRECRAWL_ARCHIVE_FILE_MB", "WIRECRAWL_ARCHIVE_MB"))
    return kept, int(file_mb * _MB), int(most_mb * _MB)


def open_ledger(settings: "BaseSettings") -> Ledger:
    """The ledger of earlier runs. Raises BadArgument when there is none, LedgerError for an unusable one."""
    file = data_folder(settings) / "ledger.sqlite"
    if not file.is_file():
        raise BadArgument(f"{file}: no ledger; run `scrapy crawl` first, or name its folder with -s WIRECRAWL_DATA=DIR")
    return Ledger(file)


def alone(settings: "BaseSettings", spider: str) -> AbstractContextManager[None]:
    """Holds the lock of a spider while it runs, if the run is kept. Raises RunningAlready when entered."""
    if not is_kept(settings):
        return nullcontext()
    return one_run(data_folder(settings), spider, iso(datetime.now(UTC)))


def check(settings: "BaseSettings", spider: str, agency: Agency, arguments: dict[str, str]) -> None:
    """What cannot be meant is refused before anything is locked or written. Raises BadArgument, ArchiveError."""
    read_arguments(agency, datetime.now(UTC), arguments)
    read_limits(settings)
    read_duplicates(settings)
    read_archive(settings)
    open_workers(settings)
    open_readers(settings, 0)
    read_bounds(settings)
    read_header_bytes(settings)
    saved = saved_pages(settings, agency)
    if agency.no_crawl and saved is None:
        raise BadArgument(
            f"{spider} is not crawled live, {agency.no_crawl}; scrapy replay {spider} SOURCE reads saved pages"
        )


def prepare(settings: "BaseSettings", spider: str) -> None:
    """Folders, space and ledger of a run that holds its lock: whoever finds it held has not waited for any of them.

    Raises LedgerError, NoSpace, or OSError when the data folder cannot be written.
    """
    data = data_folder(settings)
    for folder in ("feeds", "reports"):
        make_folder(data / folder / spider)
    if is_kept(settings):
        _check_space(data, _setting(settings, "WIRECRAWL_MIN_FREE_MB"))
        Ledger(data / "ledger.sqlite").close()


def _check_space(data: Path, least: float) -> None:
    free = shutil.disk_usage(data).free / _MB
    if free < least:
        raise NoSpace(
            f"{data}: {free:.0f} MB are free, WIRECRAWL_MIN_FREE_MB asks for {least:.0f}; "
            "nothing was started: make room, or set it lower"
        )


def data_folder(settings: "BaseSettings") -> Path:
    """WIRECRAWL_DATA as an absolute path: it holds everything a run writes."""
    return Path(settings["WIRECRAWL_DATA"]).expanduser().absolute()


def saved_pages(settings: "BaseSettings", agency: Agency) -> Saved | None:
    """The saved pages of a replay of an agency, None for a live crawl. Raises ArchiveError."""
    sources = tuple(settings.getlist("WIRECRAWL_REPLAY_SOURCES"))
    if not sources:
        return None
    if settings.getbool("WIRECRAWL_REPLAY_ALL"):
        return saved_shares(settings)[agency.name]
    return _opened(sources, (agency.name,), settings["WIRECRAWL_REPLAY_URL"], _reader(settings))


def saved_shares(settings: "BaseSettings") -> dict[str, Saved]:
    """What the sources of a replay hold of each agency, by name. Raises ArchiveError when that is nothing."""
    sources = tuple(settings.getlist("WIRECRAWL_REPLAY_SOURCES"))
    shares = _by_agency(_opened(sources, agencies.NAMES, None, _reader(settings)))
    if not shares:
        raise ArchiveError(f"{', '.join(sources)}: no page of any agency in it; there are: {', '.join(agencies.NAMES)}")
    return shares


# A run asks for its pages when it is checked and when it starts, and each agency of --all for its share of them.
_opened = cache(open_sources)
_by_agency = cache(Saved.by_agency)


def _reader(settings: "BaseSettings") -> Reader:
    """Who looks through the archives of a replay: processes, where it is to have any."""
    size = sum(file.stat().st_size for file in archives_of(settings.getlist("WIRECRAWL_REPLAY_SOURCES")))
    return open_readers(settings, size // SMALLEST).each


def read_duplicates(settings: "BaseSettings") -> str:
    """WIRECRAWL_DUPLICATES: drop or mark. Raises BadArgument."""
    value = str(settings["WIRECRAWL_DUPLICATES"])
    if value not in DUPLICATES:
        raise BadArgument(f"WIRECRAWL_DUPLICATES={value}: give drop or mark")
    return value


def read_limits(settings: "BaseSettings") -> Limits:
    """How far a run looks. Raises BadArgument, naming the setting."""
    return Limits(
        recheck_hours=tuple(
            _number(settings, "WIRECRAWL_RECHECK_HOURS", h) for h in _list(settings, "WIRECRAWL_RECHECK_HOURS")
        ),
        window_hours=_setting(settings, "WIRECRAWL_WINDOW_HOURS"),
        compare_hours=_setting(settings, "WIRECRAWL_COMPARE_HOURS"),
        headline_hours=_setting(settings, "WIRECRAWL_HEADLINE_HOURS"),
        retention_days=_setting(settings, "WIRECRAWL_RETENTION_DAYS"),
        frozen_hours=_setting(settings, "WIRECRAWL_FROZEN_HOURS"),
        baseline_runs=int(_setting(settings, "WIRECRAWL_BASELINE_RUNS")),
        baseline_days=_setting(settings, "WIRECRAWL_BASELINE_DAYS"),
        list_pages=int(_setting(settings, "WIRECRAWL_LIST_PAGES")),
        lists=int(_setting(settings, "WIRECRAWL_LISTS")),
        story_pages=int(_setting(settings, "WIRECRAWL_STORY_PAGES")),
    )


def read_header_bytes(settings: "BaseSettings") -> int:
    """How long the headers of an answer may be. Raises BadArgument."""
    return int(_setting(settings, "WIRECRAWL_HEADER_KB") * 1024)


def read_bounds(settings: "BaseSettings") -> Bounds:
    """How a run treats each host. Raises BadArgument, naming the setting."""
    return Bounds(
        requests=int(_setting(settings, "WIRECRAWL_REQUESTS")),
        host_requests=int(_setting(settings, "WIRECRAWL_HOST_REQUESTS")),
        host_failures=int(_setting(settings, "WIRECRAWL_HOST_FAILURES")),
        crawl_delay=_setting(settings, "WIRECRAWL_CRAWL_DELAY"),
        retry_after=_setting(settings, "WIRECRAWL_RETRY_AFTER"),
    )


def open_workers(settings: "BaseSettings") -> Workers:
    """The processes that clean the pages of a crawl. Raises BadArgument, naming the setting."""
    return Workers(
        number=int(_setting(settings, "WIRECRAWL_WORKERS")),
        seconds=_setting(settings, "WIRECRAWL_CLEAN_SECONDS"),
        megabytes=_setting(settings, "WIRECRAWL_CLEAN_MB"),
    )


def open_readers(settings: "BaseSettings", pages: int) -> Workers:
    """The processes that read saved pages: WIRECRAWL_JOBS, else one a core where there are many pages.

    One job is this process itself. All that ask for as many share them. Raises BadArgument, naming the setting.
    """
    jobs = int(_setting(settings, "WIRECRAWL_JOBS"))
    if not jobs:
        jobs = len(os.sched_getaffinity(0)) if pages >= _MANY_PAGES else 1
    live = open_workers(settings)
    return _shared(jobs if jobs > 1 else 0, live.seconds, live.megabytes)


@cache
def _shared(number: int, seconds: float, megabytes: float) -> Workers:
    workers = Workers(number, seconds, megabytes)
    atexit.register(workers.close)
    return workers


def read_retention(settings: "BaseSettings") -> Retention:
    """How many days `scrapy prune` keeps what. Raises BadArgument, naming the setting."""
    days = {name: _setting(settings, f"WIRECRAWL_KEEP_{name.upper()}_DAYS") for name in ("feeds", "archive", "reports")}
    return Retention(**days, links=_setting(settings, "WIRECRAWL_RETENTION_DAYS"))


def _list(settings: "BaseSettings", name: str) -> list[str]:
    value = settings[name]
    return (
        [part for part in str(value).split(",") if part.strip()]
        if not isinstance(value, (list, tuple))
        else list(value)
    )


def _setting(settings: "BaseSettings", name: str) -> float:
    return _number(settings, name, settings[name])


def _number(settings: "BaseSettings", name: str, value: object) -> float:
    try:
        number = float(str(value))
    except ValueError:
        number = -1
    if not 0 <= number < float("inf"):
        raise BadArgument(f"{name}={settings[name]}: give numbers of 0 or more, as in {name}=1,6,24")
    return number
