"""What follows a run that is in the ledger: its metrics, and the command for a changed verdict.

Neither changes the exit code of the run: what goes wrong is one line on standard error.
"""

from collections.abc import Callable, Iterable
from pathlib import Path
from shutil import which
from typing import Any

from scrapy.settings import BaseSettings

from wirecrawl.audit.metrics import metrics
from wirecrawl.audit.verdict_change import VerdictChange, verdict_change
from wirecrawl.cli.own_command import run_own_command
from wirecrawl.cli.refusal import REFUSED, complain, message_of
from wirecrawl.configuration.assembly import reading_ledger
from wirecrawl.configuration.values import data_folder, is_persistent, read_change_command, read_metrics_file
from wirecrawl.extensions.run_closer import RunCloser
from wirecrawl.utils.files import hold_lock, write_whole

_SECONDS = 30.0  # for the command
_PATIENCE = 10.0  # seconds for another run that writes its metrics


def after_run(settings: BaseSettings, spiders: Iterable[str], closer: RunCloser | None) -> None:
    """Write the metrics of all spiders (WIRECRAWL_METRICS) and run WIRECRAWL_ON_CHANGE, if a run was closed."""
    if closer is None or closer.report is None or not is_persistent(settings):
        return
    report, number = closer.report, closer.number
    _guarded("WIRECRAWL_METRICS", lambda: _write_metrics(settings, spiders))
    _guarded("WIRECRAWL_ON_CHANGE", lambda: _announce(settings, report, number, closer.report_file))


def _guarded(setting: str, work: Callable[[], None]) -> None:
    try:
        work()
    except REFUSED as error:
        complain(f"{setting}: {message_of(error)}")


def _write_metrics(settings: BaseSettings, spiders: Iterable[str]) -> None:
    """Write the file anew from the ledger, so that runs that end together lose nothing of each other."""
    if file := read_metrics_file(settings):
        with hold_lock(data_folder(settings).locks / "metrics.lock", _PATIENCE), reading_ledger(settings) as ledger:
            write_whole(file, [metrics(ledger, spiders).encode()])


def _announce(settings: BaseSettings, report: dict[str, Any], number: int, file: Path) -> None:
    if not (words := read_change_command(settings)):
        return
    if which(words[0]) is None:  # said after every run: the first change would be too late
        complain(f"WIRECRAWL_ON_CHANGE: {words[0]}: no such program")
        return
    with reading_ledger(settings) as ledger:
        change = verdict_change(ledger, report["spider"], number)
    if change and (wrong := run_own_command(words, _values(report, change, file), _SECONDS)):
        complain(f"WIRECRAWL_ON_CHANGE: {words[0]} {wrong}")


def _values(report: dict[str, Any], change: VerdictChange, file: Path) -> dict[str, str]:
    return {
        "WIRECRAWL_SPIDER": report["spider"],
        "WIRECRAWL_OLD_VERDICT": change.old,
        "WIRECRAWL_NEW_VERDICT": change.new,
        "WIRECRAWL_REASONS": "\n".join(report["reasons"] or report["notices"]),
        "WIRECRAWL_REPORT": str(file),
    }
