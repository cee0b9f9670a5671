"""`scrapy report [SPIDER] [-n N]`: the last runs as a table, from the ledger."""

import argparse
import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from scrapy.commands import ScrapyCommand

from wirecrawl.cli.refusal import exit_code_of
from wirecrawl.configuration.assembly import reading_ledger
from wirecrawl.errors import BadArgument
from wirecrawl.storage.ledger.interface import Ledger
from wirecrawl.utils.terminal import printable

_RUNS = 10
# Heading of a column and the measure behind it.
_COLUMNS = {
    "links": "links",
    "new": "outcome:new",
    "upd": "outcome:update",
    "dup": "outcome:duplicate",
    "same": "outcome:unchanged",
    "gone": "outcome:gone",
    "empty": "outcome:empty",
    "failed": "outcome:failed",
    "left": "outcome:not reached",
    "lines": "headlines",
    "secs": "seconds",
}


class Command(ScrapyCommand):
    """Shows the last runs of a spider, or of all."""

    requires_project = True

    def syntax(self) -> str:
        """How it is called."""
        return "[options] [SPIDER]"

    def short_desc(self) -> str:
        """One line for the list of commands."""
        return "Show the last runs as a table, the newest last"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add -n to what every command has."""
        super().add_options(parser)
        parser.add_argument("-n", dest="runs", type=int, default=_RUNS, metavar="N", help=f"how many; default {_RUNS}")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Print the table; exit code 2 for an unknown spider or one that has not run."""
        self.exitcode = exit_code_of(lambda: self._print(args, opts.runs))

    def _print(self, args: list[str], count: int) -> int:
        assert self.settings
        assert self.crawler_process
        known = self.crawler_process.spider_loader.list()
        if len(args) > 1 or not set(args) <= set(known):
            raise BadArgument(f"{' '.join(args)}: name one spider, or none for all; there are: {', '.join(known)}")
        if count < 1:
            raise BadArgument(f"-n {count}: give a number of runs, as in -n {_RUNS}")
        with reading_ledger(self.settings) as ledger:
            lines = list(table(ledger, args[0] if args else None, count))
        print("\n".join(map(printable, lines)))
        return 0


def table(ledger: Ledger, spider: str | None, count: int) -> Iterator[str]:
    """Lines of the table, the newest run last. Raises BadArgument when there is no run."""
    runs = ledger.runs.last(spider, count)[::-1]
    if not runs:
        raise BadArgument(f"{ledger.path}: no run{f' of {spider}' if spider else ''} in it yet")
    names = max(len(run["spider"]) for run in runs)
    yield (
        f"{'started (UTC)':19} {'spider':{names}} {'verdict':8}" + "".join(f"{name:>8}" for name in _COLUMNS) + "  why"
    )
    for run in runs:
        measures = ledger.runs.measures(run["run"])
        cells = [f"{measures[key]:.0f}" if key in measures else "-" for key in _COLUMNS.values()]
        yield (_start(run, names) + "".join(f"{cell:>8}" for cell in cells) + f"  {_why(run)}").rstrip()


def _start(run: dict[str, Any], names: int) -> str:
    """When, which spider, and how it ended; a run without an end goes on, or was killed and not followed by another."""
    started = datetime.fromisoformat(run["started"]).strftime("%Y-%m-%d %H:%M:%S")
    return f"{started:19} {run['spider']:{names}} {run['verdict'] or 'no end':8}"


def _why(run: dict[str, Any]) -> str:
    """The first reason of a verdict, from the report of the run; nothing when that is no longer there."""
    try:
        reasons = json.loads(Path(run["report"] or "").read_bytes())["reasons"]
    except (OSError, ValueError, LookupError, TypeError):
        return ""
    return f"{reasons[0]}{f' (and {len(reasons) - 1} more)' if len(reasons) > 1 else ''}" if reasons else ""
