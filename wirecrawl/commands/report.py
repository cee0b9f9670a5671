"""`scrapy report [SPIDER] [-n N]`: the last runs as a table; with `--html FILE`, the last days as a page."""

import argparse
import json
from collections.abc import Iterator
from contextlib import nullcontext
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from wirecrawl.audit.html_target import check_target
from wirecrawl.audit.report_page.page import read_page
from wirecrawl.audit.report_page.values import MARK
from wirecrawl.audit.report_page.words import listed, plural, size
from wirecrawl.cli.own_help import OwnHelp
from wirecrawl.cli.refusal import exit_code_of
from wirecrawl.configuration.assembly import has_ledger, reading_ledger
from wirecrawl.configuration.values import data_folder
from wirecrawl.errors import BadArgument
from wirecrawl.storage.ledger.interface import Ledger
from wirecrawl.utils.files import write_whole
from wirecrawl.utils.terminal import printable

_RUNS = 10
_DAYS, _MOST_DAYS = 30, 92  # a page has a column a day
_LIBRARIES = ("altair", "vl_convert", "jinja2")
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


class Command(OwnHelp):
    """Shows the last runs of a spider, or of all, as a table or as an HTML page."""

    example = "report xinhua --html xinhua.html --days 30"

    requires_project = True

    def syntax(self) -> str:
        """How it is called."""
        return "[options] [SPIDER]"

    def short_desc(self) -> str:
        """One line for the list of commands."""
        return "Show the last runs as a table, the newest last, or the last days as an HTML page"

    def long_desc(self) -> str:
        """What `--help` says."""
        return (
            "Show the last runs of a spider, or of all, as a table. With --html, write a page of the last run and the "
            "last days."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add -n, --html and --days to what every command has."""
        super().add_options(parser)
        add = parser.add_argument
        add("-n", dest="runs", type=int, metavar="N", help=f"how many runs the table has; default {_RUNS}")
        add("--html", metavar="FILE", type=Path, help="write a page to FILE; an earlier page there is replaced")
        add("--days", type=int, metavar="N", help=f"days of the page, today the last one; default {_DAYS}")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Print the table or write the page.

        Exit code 2 for an unknown spider, a table without runs and a FILE that cannot be meant, 4 when the ledger
        cannot be read or FILE not be written.
        """
        self.exitcode = exit_code_of(lambda: self._report(args, opts), str(opts.html or ""))

    def _report(self, args: list[str], opts: argparse.Namespace) -> int:
        self._check_spider(args)
        spider = args[0] if args else None
        if opts.html is not None:
            if opts.runs is not None:
                raise BadArgument(f"-n {opts.runs}: is for the table; a page has --days N")
            return self._write_page(spider, opts.html, _DAYS if opts.days is None else opts.days)
        if opts.days is not None:
            raise BadArgument(f"--days {opts.days}: is for the page of --html FILE; the table has -n N")
        return self._print_table(spider, _RUNS if opts.runs is None else opts.runs)

    def _check_spider(self, args: list[str]) -> None:
        assert self.crawler_process
        known = self.crawler_process.spider_loader.list()
        if len(args) > 1 or not set(args) <= set(known):
            raise BadArgument(f"{' '.join(args)}: name one spider, or none for all; there are: {', '.join(known)}")

    def _print_table(self, spider: str | None, count: int) -> int:
        assert self.settings
        if count < 1:
            raise BadArgument(f"-n {count}: give a number of runs, as in -n {_RUNS}")
        with reading_ledger(self.settings) as ledger:
            lines = list(table(ledger, spider, count))
        print("\n".join(map(printable, lines)))
        return 0

    def _write_page(self, spider: str | None, file: Path, days: int) -> int:
        assert self.settings
        if not 1 <= days <= _MOST_DAYS:
            raise BadArgument(f"--days {days}: give 1 to {_MOST_DAYS} days, as in --days {_DAYS}")
        if missing := [library for library in _LIBRARIES if not find_spec(library)]:
            raise BadArgument(
                f"--html needs {', '.join(missing)}; install it with `make extras` or `pip install 'wirecrawl[report]'`"
            )
        check_target(file, MARK, "scrapy report")
        data, folder = data_folder(self.settings), file.absolute().parent
        from wirecrawl.audit.report_page.rendering import render  # needs the libraries

        with reading_ledger(self.settings) if has_ledger(self.settings) else nullcontext() as ledger:
            page = read_page(ledger, data, spider, days, datetime.now(UTC), folder)
            content = render(page)  # some wrong values of rows are noticed when they are drawn
        write_whole(file.absolute(), [content])
        runs = listed([f"{one.name}, {plural(one.runs, 'run')}" for one in page.spiders])
        print(printable(f"{file}: {plural(days, 'day')}, {runs or 'no run yet'}; {size(len(content))}"))
        return 0


def table(ledger: Ledger, spider: str | None, count: int) -> Iterator[str]:
    """Lines of the table, the newest run last. Raises BadArgument when there is no run."""
    runs = ledger.runs.last(spider, count)[::-1]
    if not runs:
        raise BadArgument(f"{ledger.path}: no run{f' of {spider}' if spider else ''} in it yet")
    names = max(len(run["spider"]) for run in runs)
    yield (
        f"{'started (UTC)':19} {'spider':{names}} {'run':9} {'verdict':8}"
        + "".join(f"{name:>8}" for name in _COLUMNS)
        + "  why"
    )
    for run in runs:
        measures = ledger.runs.measures(run["run"])
        cells = [f"{measures[key]:.0f}" if key in measures else "-" for key in _COLUMNS.values()]
        yield (_start(run, names) + "".join(f"{cell:>8}" for cell in cells) + f"  {_why(run)}").rstrip()


def _start(run: dict[str, Any], names: int) -> str:
    """When, which spider, and how it ended; a run without an end goes on, or was killed and not followed by another."""
    started = datetime.fromisoformat(run["started"]).strftime("%Y-%m-%d %H:%M:%S")
    return f"{started:19} {run['spider']:{names}} {run['mode']:9} {run['verdict'] or 'no end':8}"


def _why(run: dict[str, Any]) -> str:
    """The first reason of a verdict, from the report of the run; nothing when that is no longer there."""
    try:
        reasons = json.loads(Path(run["report"] or "").read_bytes())["reasons"]
    except (OSError, ValueError, LookupError, TypeError):
        return ""
    return f"{reasons[0]}{f' (and {len(reasons) - 1} more)' if len(reasons) > 1 else ''}" if reasons else ""
