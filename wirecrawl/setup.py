"""From Scrapy settings to the objects of a run. The only place that reads the WIRECRAWL_* settings."""

import shutil
from contextlib import AbstractContextManager, nullcontext
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from wirecrawl.agencies import Agency
from wirecrawl.archive import Saved, open_sources
from wirecrawl.arguments import read_arguments
from wirecrawl.clock import iso
from wirecrawl.errors import BadArgument, NoSpace
from wirecrawl.ledger import Ledger
from wirecrawl.lock import one_run
from wirecrawl.manners import Bounds
from wirecrawl.pruning import Retention
from wirecrawl.recovery import recover
from wirecrawl.run import Run
from wirecrawl.run_state import Limits
from wirecrawl.workers import Cleaners

if TYPE_CHECKING:
    from scrapy.settings import BaseSettings

DUPLICATES = ("drop", "mark")


def open_run(settings: "BaseSettings", spider: str, agency: Agency, arguments: dict[str, str], *, replay: bool) -> Run:
    """A run of a spider; a replay keeps its ledger in memory.

    Raises BadArgument for an argument or setting that cannot be meant, LedgerError for an unusable ledger.
    """
    read_duplicates(settings)
    started = datetime.now(UTC)
    given = read_arguments(agency, started, arguments)
    limits = read_limits(settings)
    data = data_folder(settings)
    if not replay:
        data.mkdir(parents=True, exist_ok=True)
    ledger = Ledger(":memory:" if replay else data / "ledger.sqlite")
    run = Run(spider, agency, ledger, data, given, limits, replay, started)
    if not replay:
        run.recovered = recover(run)
    return run


def open_ledger(settings: "BaseSettings") -> Ledger:
    """The ledger of earlier runs. Raises BadArgument when there is none, LedgerError for an unusable one."""
    file = data_folder(settings) / "ledger.sqlite"
    if not file.is_file():
        raise BadArgument(f"{file}: no ledger; run `scrapy crawl` first, or name its folder with -s WIRECRAWL_DATA=DIR")
    return Ledger(file)


def alone(settings: "BaseSettings", spider: str) -> AbstractContextManager[None]:
    """Holds the lock of a live spider while it runs; a replay needs none. Raises RunningAlready when entered."""
    if saved_pages(settings) is not None:
        return nullcontext()
    return one_run(data_folder(settings), spider, iso(datetime.now(UTC)))


def check(settings: "BaseSettings", spider: str, agency: Agency, arguments: dict[str, str]) -> None:
    """Everything that can be refused before a run starts.

    Raises BadArgument, ArchiveError, LedgerError, NoSpace, or OSError when the data folder cannot be written.
    """
    read_arguments(agency, datetime.now(UTC), arguments)
    read_limits(settings)
    read_duplicates(settings)
    open_cleaners(settings)
    read_bounds(settings)
    replay = saved_pages(settings) is not None
    if agency.no_crawl and not replay:
        raise BadArgument(
            f"{spider} is not crawled live, {agency.no_crawl}; scrapy replay {spider} SOURCE reads saved pages"
        )
    data = data_folder(settings)
    for folder in ("feeds", "reports"):
        (data / folder / spider).mkdir(parents=True, exist_ok=True)
    if not replay:
        _check_space(data, _setting(settings, "WIRECRAWL_MIN_FREE_MB"))
        Ledger(data / "ledger.sqlite").close()


def _check_space(data: Path, least: float) -> None:
    free = shutil.disk_usage(data).free / 2**20
    if free < least:
        raise NoSpace(
            f"{data}: {free:.0f} MB are free, WIRECRAWL_MIN_FREE_MB asks for {least:.0f}; "
            "nothing was started: make room, or set it lower"
        )


def data_folder(settings: "BaseSettings") -> Path:
    """WIRECRAWL_DATA as an absolute path: it holds everything a run writes."""
    return Path(settings["WIRECRAWL_DATA"]).expanduser().absolute()


def saved_pages(settings: "BaseSettings") -> Saved | None:
    """The saved pages of a replay, None for a live crawl. Raises ArchiveError."""
    sources = tuple(settings.getlist("WIRECRAWL_REPLAY_SOURCES"))
    return open_sources(sources, settings["WIRECRAWL_REPLAY_URL"]) if sources else None


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
    )


def read_bounds(settings: "BaseSettings") -> Bounds:
    """How a run treats each host. Raises BadArgument, naming the setting."""
    return Bounds(
        requests=int(_setting(settings, "WIRECRAWL_REQUESTS")),
        host_requests=int(_setting(settings, "WIRECRAWL_HOST_REQUESTS")),
        host_failures=int(_setting(settings, "WIRECRAWL_HOST_FAILURES")),
        crawl_delay=_setting(settings, "WIRECRAWL_CRAWL_DELAY"),
        retry_after=_setting(settings, "WIRECRAWL_RETRY_AFTER"),
    )


def open_cleaners(settings: "BaseSettings") -> Cleaners:
    """The cleaners of a run. Raises BadArgument, naming the setting."""
    return Cleaners(
        workers=int(_setting(settings, "WIRECRAWL_WORKERS")),
        seconds=_setting(settings, "WIRECRAWL_CLEAN_SECONDS"),
        megabytes=_setting(settings, "WIRECRAWL_CLEAN_MB"),
    )


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
