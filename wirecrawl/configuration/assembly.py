"""From Scrapy settings to the objects of a run."""

import shutil
from collections.abc import Iterator
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext
from datetime import UTC, datetime
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from wirecrawl import __version__
from wirecrawl.configuration.feed_files import check_feed_files
from wirecrawl.configuration.values import (
    LEDGERS,
    data_folder,
    is_persistent,
    number_of,
    read_archive,
    read_archive_delay,
    read_backfill,
    read_bounds,
    read_change_command,
    read_csv_formulas,
    read_duplicates,
    read_header_bytes,
    read_ledger,
    read_limits,
    read_metrics_file,
    read_ports,
    read_process_limits,
    read_progress_seconds,
)
from wirecrawl.errors import BadArgument, NoSpace
from wirecrawl.news.agencies import Agency
from wirecrawl.run.arguments import read_arguments
from wirecrawl.run.recovery import recover
from wirecrawl.run.state import STARTED, Run, start_run
from wirecrawl.storage.archive.writer import Archive
from wirecrawl.storage.feed.delivery import complete
from wirecrawl.storage.ledger.damage import WRONG_VALUES, wrong_values
from wirecrawl.storage.ledger.interface import Ledger
from wirecrawl.storage.ledger.sql.ledger import SqlLedger
from wirecrawl.storage.ledger.sqlite.ledger import SqliteLedger
from wirecrawl.storage.ledger.sqlite.lock import FileLock
from wirecrawl.utils.files import MB, make_folder
from wirecrawl.utils.times import utc_iso

if TYPE_CHECKING:
    from scrapy.settings import BaseSettings


def open_run(settings: "BaseSettings", spider: str, agency: Agency, arguments: dict[str, str], *, replay: bool) -> Run:
    """A run of a spider; a replay has a ledger of its own, which goes with it, unless it is to be kept.

    Raises BadArgument for an argument or setting that cannot be meant, LedgerError for an unusable ledger.
    """
    read_duplicates(settings)
    started = datetime.now(UTC)
    given = read_arguments(agency, started, arguments)
    limits = read_limits(settings)
    data = data_folder(settings)
    persistent = is_persistent(settings)
    ledger = _ledger_of_run(settings, spider) if persistent else SqliteLedger("")
    past = read_backfill(settings)
    run = start_run(
        spider, agency, ledger, data, given, limits, past, replay=replay, persistent=persistent, started=started
    )
    if persistent:
        run.tallies.recovered = [*complete(ledger.outputs, spider, data.feeds(spider)), *recover(run)]
    if not replay and not (past and past.dry_run):
        run.archive = _open_archive(settings, run)
    return run


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
        "description": f"crawl of {run.agency.name}, started {utc_iso(run.started)}",
        "http-header-user-agent": str(settings["USER_AGENT"]),
        "robots": "obey" if settings.getbool("ROBOTSTXT_OBEY") else "ignore",
    }
    folder, name = run.data.archive(run.spider), f"{run.spider}-{run.started.strftime(STARTED)}"
    ledger = run.ledger
    return Archive(
        folder, name, about, file_bytes, most_bytes, ledger.captures, ledger.archive_files, kept == "stories"
    )


def temporary_ledger() -> Ledger:
    """The ledger of a temporary run, gone when it is closed."""
    return SqliteLedger("")


def open_ledger(settings: "BaseSettings") -> Ledger:
    """The ledger of earlier runs. Raises BadArgument when there is none, LedgerError for an unusable one."""
    if url := read_ledger(settings):
        ledger: Ledger = _postgres().PostgresLedger(url)
        return ledger
    file = data_folder(settings).ledger
    if not file.exists():
        raise BadArgument(f"{file}: no ledger; run `scrapy crawl` first, or name its folder with -s WIRECRAWL_DATA=DIR")
    return SqliteLedger(file)


def open_named_ledger(address: str, *, new: bool = False) -> SqlLedger:
    """The ledger in a file or at postgresql://..., which is created if `new`. Raises BadArgument and LedgerError."""
    if address.startswith(LEDGERS):
        ledger: SqlLedger = _postgres().PostgresLedger(address)
        return ledger
    if not new and not Path(address).is_file():
        raise BadArgument(f"{address}: no such file")
    return SqliteLedger(address)


def release(settings: "BaseSettings", spider: str) -> list[str]:
    """Let a spider run here whose last run was cut off elsewhere; returns where that was. Raises BadArgument."""
    if not (url := read_ledger(settings)):
        raise BadArgument("only a ledger in PostgreSQL (WIRECRAWL_LEDGER) has runs of other machines")
    with closing(_postgres().PostgresLedger(url)) as ledger:
        places: list[str] = ledger.release(spider)
    return places


def has_ledger(settings: "BaseSettings") -> bool:
    """Whether there is a ledger of earlier runs, or a database that is to hold it."""
    return bool(read_ledger(settings)) or data_folder(settings).ledger.exists()


def _postgres() -> Any:
    """The module of the ledger in PostgreSQL, imported where one is asked for. Raises BadArgument without psycopg."""
    if not find_spec("psycopg"):
        raise BadArgument(
            "WIRECRAWL_LEDGER=postgresql://... needs psycopg; install it with `make extras` "
            "or `pip install 'wirecrawl[postgres]'`"
        )
    return import_module("wirecrawl.storage.ledger.postgres.ledger")


# The ledgers whose connections hold the lock of a spider that is about to run, by spider.
_HELD: dict[str, Ledger] = {}


def _ledger_of_run(settings: "BaseSettings", spider: str) -> Ledger:
    if spider in _HELD:
        return _HELD[spider]
    url = read_ledger(settings)
    return _locked_ledger(settings, url, spider) if url else SqliteLedger(data_folder(settings).ledger)


def _locked_ledger(settings: "BaseSettings", url: str, spider: str) -> Ledger:
    data, postgres = data_folder(settings), _postgres()
    feeds = data.feeds(spider)
    holder = postgres.Holder(spider, utc_iso(datetime.now(UTC)), data.feeds_id(), feeds)
    ledger: Ledger = postgres.PostgresLedger(url, holder)
    return ledger


@contextmanager
def _lock_in_database(settings: "BaseSettings", url: str, spider: str) -> Iterator[None]:
    with closing(_locked_ledger(settings, url, spider)) as ledger:
        _HELD[spider] = ledger
        try:
            yield
        finally:
            del _HELD[spider]


@contextmanager
def reading_ledger(settings: "BaseSettings") -> Iterator[Ledger]:
    """The ledger of earlier runs, for reading. Raises as `open_ledger`, and LedgerError for a row with wrong values."""
    with closing(open_ledger(settings)) as ledger:
        try:
            yield ledger
        except WRONG_VALUES as error:
            raise wrong_values(ledger.path, error) from error


def spider_lock(settings: "BaseSettings", spider: str) -> AbstractContextManager[None]:
    """Holds the lock of a spider while it runs, if the run is kept. Raises RunningAlready when entered."""
    if not is_persistent(settings):
        return nullcontext()
    if url := read_ledger(settings):
        return _lock_in_database(settings, url, spider)
    return FileLock(data_folder(settings).locks).hold(spider, utc_iso(datetime.now(UTC)))


def validate(settings: "BaseSettings", spider: str, agency: Agency, arguments: dict[str, str]) -> None:
    """Check arguments and settings before anything is locked, started or written. Raises BadArgument."""
    read_arguments(agency, datetime.now(UTC), arguments)
    read_limits(settings)
    read_duplicates(settings)
    if read_ledger(settings) and is_persistent(settings):
        _postgres()
    read_archive(settings)
    read_process_limits(settings)
    read_bounds(settings)
    read_ports(settings)
    read_csv_formulas(settings)
    read_metrics_file(settings)
    read_progress_seconds(settings)
    read_change_command(settings)
    check_feed_files(settings)
    read_header_bytes(settings)
    read_archive_delay(settings)
    past = read_backfill(settings)
    is_offline = settings.getlist("WIRECRAWL_REPLAY_SOURCES") or (past and past.prefer != "live")
    if agency.no_crawl and not is_offline:
        raise BadArgument(
            f"{spider} is not crawled live, {agency.no_crawl}; scrapy replay {spider} SOURCE reads saved pages"
        )


def prepare_data_folder(settings: "BaseSettings", spider: str) -> None:
    """Folders, space and ledger of a run that holds its lock: whoever finds it held has not waited for any of them.

    Raises LedgerError, NoSpace, or OSError when the data folder cannot be written.
    """
    data = data_folder(settings)
    for folder in (data.feeds(spider), data.reports(spider)):
        make_folder(folder)
    if is_persistent(settings):
        _check_space(data.path, number_of(settings, "WIRECRAWL_MIN_FREE_MB"))
        if not read_ledger(settings):
            SqliteLedger(data.ledger).close()


def _check_space(data: Path, least: float) -> None:
    free = shutil.disk_usage(data).free / MB
    if free < least:
        raise NoSpace(
            f"{data}: {free:.0f} MB are free, WIRECRAWL_MIN_FREE_MB asks for {least:.0f}; "
            "nothing was started: make room, or set it lower"
        )
