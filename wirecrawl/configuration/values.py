"""What the WIRECRAWL_* settings say, each checked where it is read."""

import re
import shlex
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from wirecrawl.audit.prune import Retention
from wirecrawl.errors import BadArgument
from wirecrawl.run.backfill.task import BackfillTask, read_task
from wirecrawl.run.limits import RunLimits
from wirecrawl.storage.data_folder import DataFolder
from wirecrawl.utils.files import MB
from wirecrawl.web.host_rules import HostLimits

if TYPE_CHECKING:
    from scrapy.settings import BaseSettings

_PORT = re.compile("[0-9]{1,5}")
_LAST_PORT = 65_535
DUPLICATES = ("drop", "mark")
FORMULAS = ("text", "as-is")
LEDGERS = ("postgresql://", "postgres://")
ARCHIVED = ("all", "stories", "off")


@dataclass(frozen=True, slots=True)
class ProcessLimits:
    """Processes of a crawl (`workers`) and of a replay (`jobs`, 0: one a core for many pages), and limits of a page."""

    workers: int
    jobs: int
    seconds: float
    megabytes: float


@dataclass(frozen=True, slots=True)
class ClusterSettings:
    """The address of a cluster, the folder in which its machines leave finished chunks, and tasks of a chunk."""

    address: str
    work: Path
    chunk: int


def read_cluster(settings: "BaseSettings") -> ClusterSettings | None:
    """The cluster on which a replay is done, None for one on this machine. Raises BadArgument, naming the setting."""
    if not (address := settings["WIRECRAWL_CLUSTER"]):
        return None
    work = settings["WIRECRAWL_WORK"] or data_folder(settings).path / "work"
    chunk = int(number_of(settings, "WIRECRAWL_CHUNK"))
    if not chunk:
        raise BadArgument("WIRECRAWL_CHUNK=0: give a number of pages above 0, as in WIRECRAWL_CHUNK=1000")
    return ClusterSettings(str(address), Path(work).expanduser().absolute(), chunk)


def data_folder(settings: "BaseSettings") -> DataFolder:
    """The folder of WIRECRAWL_DATA, which holds everything that a run writes."""
    return DataFolder(Path(settings["WIRECRAWL_DATA"]).expanduser().absolute())


def is_persistent(settings: "BaseSettings") -> bool:
    """Whether a run is entered in the ledger for good: all are, but a replay without --keep and a dry run."""
    if settings.getdict("WIRECRAWL_BACKFILL").get("dry-run"):
        return False
    return not settings.getlist("WIRECRAWL_REPLAY_SOURCES") or settings.getbool("WIRECRAWL_REPLAY_KEEP")


def is_inspection(settings: "BaseSettings") -> bool:
    """Whether the command only looks at pages, as `scrapy parse` does: there is no run then, and nothing is written."""
    return settings.getbool("WIRECRAWL_INSPECTION")


def read_ledger(settings: "BaseSettings") -> str:
    """The address of the database that keeps the ledger, "" for the file in WIRECRAWL_DATA. Raises BadArgument."""
    value = str(settings["WIRECRAWL_LEDGER"] or "")
    if value and not value.startswith(LEDGERS):
        scheme = value.partition("://")[0] if "://" in value else "a path"  # the rest may hold a password
        raise BadArgument(f"WIRECRAWL_LEDGER={scheme}: give postgresql://USER@HOST/DATABASE, or nothing for a file")
    return value


def read_duplicates(settings: "BaseSettings") -> str:
    """WIRECRAWL_DUPLICATES: drop or mark. Raises BadArgument."""
    value = str(settings["WIRECRAWL_DUPLICATES"])
    if value not in DUPLICATES:
        raise BadArgument(f"WIRECRAWL_DUPLICATES={value}: give drop or mark")
    return value


def read_csv_formulas(settings: "BaseSettings") -> bool:
    """Whether CSV has formulas as text (WIRECRAWL_CSV_FORMULAS). Raises BadArgument."""
    value = str(settings["WIRECRAWL_CSV_FORMULAS"])
    if value not in FORMULAS:
        raise BadArgument(f"WIRECRAWL_CSV_FORMULAS={value}: give text or as-is")
    return value == "text"


def read_metrics_file(settings: "BaseSettings") -> Path | None:
    """The file of WIRECRAWL_METRICS; None for none. Raises BadArgument for a folder."""
    if not settings["WIRECRAWL_METRICS"]:
        return None
    file = Path(settings["WIRECRAWL_METRICS"]).expanduser().absolute()
    if file.is_dir() or not file.parent.is_dir():
        raise BadArgument(f"WIRECRAWL_METRICS={file}: give a file in a folder that is there, as in wirecrawl.prom")
    return file


def read_progress_seconds(settings: "BaseSettings") -> float:
    """Seconds between two lines that say how far a crawl is (WIRECRAWL_PROGRESS); 0 for none. Raises BadArgument."""
    return number_of(settings, "WIRECRAWL_PROGRESS")


def read_change_command(settings: "BaseSettings") -> list[str]:
    """The words of WIRECRAWL_ON_CHANGE; none for no command. Raises BadArgument for quotes without their end."""
    command = str(settings["WIRECRAWL_ON_CHANGE"] or "")
    try:
        return shlex.split(command)
    except ValueError as error:
        raise BadArgument(f"WIRECRAWL_ON_CHANGE={command}: {error}; give a program and its arguments") from error


def read_archive(settings: "BaseSettings") -> tuple[str, int, int]:
    """What an archive keeps (all, stories or off), bytes of a file, bytes of all files. Raises BadArgument."""
    kept = str(settings["WIRECRAWL_ARCHIVE"])
    if kept not in ARCHIVED:
        raise BadArgument(f"WIRECRAWL_ARCHIVE={kept}: give all, stories or off")
    file_mb, most_mb = (number_of(settings, name) for name in ("WIRECRAWL_ARCHIVE_FILE_MB", "WIRECRAWL_ARCHIVE_MB"))
    return kept, int(file_mb * MB), int(most_mb * MB)


def read_limits(settings: "BaseSettings") -> RunLimits:
    """How far a run looks. Raises BadArgument, naming the setting."""
    return RunLimits(
        recheck_hours=tuple(
            _number(settings, "WIRECRAWL_RECHECK_HOURS", h) for h in _list(settings, "WIRECRAWL_RECHECK_HOURS")
        ),
        window_hours=number_of(settings, "WIRECRAWL_WINDOW_HOURS"),
        compare_hours=number_of(settings, "WIRECRAWL_COMPARE_HOURS"),
        headline_hours=number_of(settings, "WIRECRAWL_HEADLINE_HOURS"),
        retention_days=number_of(settings, "WIRECRAWL_RETENTION_DAYS"),
        frozen_hours=number_of(settings, "WIRECRAWL_FROZEN_HOURS"),
        baseline_runs=int(number_of(settings, "WIRECRAWL_BASELINE_RUNS")),
        baseline_days=number_of(settings, "WIRECRAWL_BASELINE_DAYS"),
        list_pages=int(number_of(settings, "WIRECRAWL_LIST_PAGES")),
        lists=int(number_of(settings, "WIRECRAWL_LISTS")),
        story_pages=int(number_of(settings, "WIRECRAWL_STORY_PAGES")),
        requests=int(number_of(settings, "WIRECRAWL_REQUESTS")),
        host_requests=int(number_of(settings, "WIRECRAWL_HOST_REQUESTS")),
    )


def read_process_limits(settings: "BaseSettings") -> ProcessLimits:
    """How many processes read pages, and what each page may take. Raises BadArgument, naming the setting."""
    return ProcessLimits(
        workers=int(number_of(settings, "WIRECRAWL_WORKERS")),
        jobs=int(number_of(settings, "WIRECRAWL_JOBS")),
        seconds=number_of(settings, "WIRECRAWL_CLEAN_SECONDS"),
        megabytes=number_of(settings, "WIRECRAWL_CLEAN_MB"),
    )


def read_header_bytes(settings: "BaseSettings") -> int:
    """How long the headers of an answer may be. Raises BadArgument."""
    return int(number_of(settings, "WIRECRAWL_HEADER_KB") * 1024)


def read_ports(settings: "BaseSettings") -> frozenset[int]:
    """The ports that a run asks. Raises BadArgument."""
    given = _list(settings, "WIRECRAWL_PORTS")
    ports = frozenset(int(port) for port in map(str, given) if _PORT.fullmatch(port.strip()))
    if not ports or len(ports) != len(given) or max(ports) > _LAST_PORT:
        raise BadArgument(f"WIRECRAWL_PORTS={settings['WIRECRAWL_PORTS']}: give ports, as in WIRECRAWL_PORTS=80,443")
    return ports


def read_bounds(settings: "BaseSettings") -> HostLimits:
    """How a run treats each host. Raises BadArgument, naming the setting."""
    return HostLimits(
        requests=int(number_of(settings, "WIRECRAWL_REQUESTS")),
        host_requests=int(number_of(settings, "WIRECRAWL_HOST_REQUESTS")),
        host_failures=int(number_of(settings, "WIRECRAWL_HOST_FAILURES")),
        crawl_delay=number_of(settings, "WIRECRAWL_CRAWL_DELAY"),
        retry_after=number_of(settings, "WIRECRAWL_RETRY_AFTER"),
    )


def read_retention(settings: "BaseSettings") -> Retention:
    """How many days `scrapy prune` keeps what. Raises BadArgument, naming the setting."""
    days = {
        name: number_of(settings, f"WIRECRAWL_KEEP_{name.upper()}_DAYS") for name in ("feeds", "archive", "reports")
    }
    return Retention(**days, links=number_of(settings, "WIRECRAWL_RETENTION_DAYS"))


def read_backfill(settings: "BaseSettings") -> BackfillTask | None:
    """What `scrapy backfill` is asked for, None in any other run. Raises BadArgument, naming the option."""
    given = settings.getdict("WIRECRAWL_BACKFILL")
    return read_task(given, datetime.now(UTC).date()) if given else None


def read_archive_delay(settings: "BaseSettings") -> float:
    """Seconds between two requests to a public archive. Raises BadArgument."""
    return number_of(settings, "WIRECRAWL_ARCHIVE_DELAY")


def _list(settings: "BaseSettings", name: str) -> list[str]:
    value = settings[name]
    return (
        [part for part in str(value).split(",") if part.strip()]
        if not isinstance(value, (list, tuple))
        else list(value)
    )


def number_of(settings: "BaseSettings", name: str) -> float:
    """A setting that is a number of 0 or more. Raises BadArgument, naming it."""
    return _number(settings, name, settings[name])


def _number(settings: "BaseSettings", name: str, value: object) -> float:
    try:
        number = float(str(value))
    except ValueError:
        number = -1
    if not 0 <= number < float("inf"):
        raise BadArgument(f"{name}={settings[name]}: give numbers of 0 or more, as in {name}=1,6,24")
    return number
