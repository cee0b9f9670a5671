"""What may go: feed files, archive files and reports of long ago, and the ledger's rows that nothing needs any more.

What a feed held stays known for good: ids, versions, threads and keys of stories are never pruned, so nothing that is
pruned comes twice. A feed file that no commit lists is not touched: the next run has still to enter it. Neither is a
link, or an archive file that was not written here: the ledger lists those that were. Earlier versions listed none;
their files have the start of a run of the ledger in their name, and state that name in their first record.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from glob import escape
from pathlib import Path

from wirecrawl.run.state import STARTED
from wirecrawl.storage.archive.cdxj import index_of
from wirecrawl.storage.archive.record_reader import names_itself
from wirecrawl.storage.data_folder import DataFolder
from wirecrawl.storage.feed.names import ANY_FEED, REPLAY_PARTS, is_part, is_report
from wirecrawl.storage.ledger.damage import read_row
from wirecrawl.storage.ledger.interface import Ledger
from wirecrawl.utils.times import utc_iso


@dataclass(frozen=True, slots=True)
class Retention:
    """Days that each thing is kept; 0 keeps it for ever. From the WIRECRAWL_KEEP_* settings."""

    feeds: float = 0
    archive: float = 0
    reports: float = 0
    links: float = 0


@dataclass(frozen=True, slots=True)
class ExpiredFile:
    """A file that may go, and what it is."""

    kind: str
    file: Path
    size: int


def old_files(data: DataFolder, spider: str, ledger: Ledger, keep: Retention, now: datetime) -> Iterator[ExpiredFile]:
    """Files of a spider that are older than they are kept, by the time of their last change."""
    listed = {Path(path).parts[-2:] for path in ledger.leftovers.feed_paths()}
    for file in _older(data.feeds(spider), ANY_FEED, keep.feeds, now):
        if file.parts[-2:] in listed:
            yield ExpiredFile("feed", file, file.stat().st_size)
    for file in filter(is_part, _older(data.feeds(spider), REPLAY_PARTS, 1, now)):  # of a replay that was killed
        yield ExpiredFile("part", file, file.stat().st_size)
    for name in _archives_written_here(data.archive(spider), spider, ledger):
        for file in _older(data.archive(spider), escape(name), keep.archive, now):
            for one in filter(_is_plain, (file, index_of(file))):
                yield ExpiredFile("archive", one, one.stat().st_size)
    for file in filter(is_report, _older(data.reports(spider), "[0-9]*.json", keep.reports, now)):
        yield ExpiredFile("report", file, file.stat().st_size)


def _archives_written_here(folder: Path, spider: str, ledger: Ledger) -> list[str]:
    """Names of the archive files of a spider that this installation wrote and has finished."""
    whole, begun = (ledger.archive_files.listed(spider, whole=done) for done in (True, False))
    runs = ledger.statistics.runs(spider, "")
    starts = read_row(ledger.path, lambda: {datetime.fromisoformat(run["started"]).strftime(STARTED) for run in runs})
    name = re.compile(rf"{re.escape(spider)}-(.+)-\d{{5}}\.warc\.gz")
    unlisted = [file for file in folder.glob("*.warc.gz") if file.name not in {*whole, *begun} and _is_plain(file)]
    of_runs = (file for file in unlisted if (found := name.fullmatch(file.name)) and found[1] in starts)
    return sorted([*whole, *(file.name for file in of_runs if names_itself(file))])


def _older(folder: Path, pattern: str, days: float, now: datetime) -> list[Path]:
    before = now.timestamp() - 86400 * days
    return sorted(file for file in folder.glob(pattern) if days and _is_plain(file) and file.stat().st_mtime < before)


def _is_plain(file: Path) -> bool:
    """Whether a file stands there itself, and no link."""
    return file.is_file() and not file.is_symlink()


def old_links(ledger: Ledger, spider: str, keep: Retention, now: datetime) -> int:
    """How many rows of links and measures of a spider's old runs may go."""
    return ledger.runs.count_old(spider, _before(keep, now)) if keep.links else 0


def prune(old: list[ExpiredFile], ledger: Ledger, spider: str, keep: Retention, now: datetime) -> None:
    """Delete these files and the rows of old runs. Raises OSError, naming the file that could not be deleted."""
    for one in old:
        one.file.unlink()
    gone = [one.file.name for one in old if one.kind == "archive"]
    ledger.captures.forget(gone)
    ledger.archive_files.forget(gone)
    if keep.links:
        with ledger.transaction():
            ledger.runs.forget(spider, _before(keep, now))


def _before(keep: Retention, now: datetime) -> str:
    return utc_iso(now - timedelta(days=keep.links))
