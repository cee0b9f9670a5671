"""`scrapy prune [SPIDER]`: what is older than the settings keep; shown, and deleted only with --delete."""

import argparse
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime

from wirecrawl.audit.prune import ExpiredFile, Retention, old_files, old_links, prune
from wirecrawl.cli.own_help import OwnHelp
from wirecrawl.cli.refusal import exit_code_of, refuse
from wirecrawl.configuration.assembly import open_ledger, spider_lock
from wirecrawl.configuration.values import data_folder, read_retention
from wirecrawl.errors import BadArgument, RunningAlready
from wirecrawl.storage.data_folder import DataFolder
from wirecrawl.storage.ledger.interface import Ledger
from wirecrawl.utils.terminal import counted, printable

_NOTHING = (
    "nothing to prune: no file and no row is older than WIRECRAWL_KEEP_*_DAYS and WIRECRAWL_RETENTION_DAYS allow "
    "(0 is for ever)"
)


class Command(OwnHelp):
    """Deletes what is older than the WIRECRAWL_KEEP_* settings keep it."""

    example = "prune xinhua --delete"

    requires_project = True

    def syntax(self) -> str:
        """How it is called."""
        return "[options] [SPIDER ...]"

    def short_desc(self) -> str:
        """One line for the list of commands."""
        return "Show what is older than it is kept; --delete deletes it"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add --delete to what every command has."""
        super().add_options(parser)
        parser.add_argument("--delete", action="store_true", help="delete it; without this nothing is changed")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Prune the spiders one after the other; one that is running is skipped, and the exit code is then 5."""
        self.exitcode = exit_code_of(lambda: self._prune_all(args, opts.delete))

    def _prune_all(self, args: list[str], delete: bool) -> int:
        assert self.settings
        assert self.crawler_process
        known = self.crawler_process.spider_loader.list()
        if unknown := [name for name in args if name not in known]:
            raise BadArgument(f"unknown spider {unknown[0]!r}; there are: {', '.join(known)}")
        keep, data = read_retention(self.settings), data_folder(self.settings)
        with closing(open_ledger(self.settings)) as ledger:
            lines, codes = [], [0]
            for spider in args or known:
                try:
                    lines += self._prune(data, spider, ledger, keep, delete)
                except RunningAlready as error:
                    codes.append(refuse(RunningAlready(f"{error}; {spider} was skipped")))
            if delete:
                ledger.shrink()
        if not lines and max(codes) == 0:
            print(_NOTHING)
        return max(codes)

    def _prune(self, data: DataFolder, spider: str, ledger: Ledger, keep: Retention, delete: bool) -> list[str]:
        """Prune one spider and print what was pruned; returns the lines. Raises RunningAlready."""
        assert self.settings
        now = datetime.now(UTC)
        with spider_lock(self.settings, spider):
            old, rows = list(old_files(data, spider, ledger, keep, now)), old_links(ledger, spider, keep, now)
            if delete:
                prune(old, ledger, spider, keep, now)
        lines = list(_lines(spider, old, rows, delete))
        if lines:
            print("\n".join(map(printable, lines)))
        return lines


def _lines(spider: str, old: list[ExpiredFile], rows: int, delete: bool) -> Iterator[str]:
    for one in old:
        yield f"{'deleted' if delete else 'would delete'} {one.kind} {one.file} ({counted(one.size, 'byte')})"
    if old or rows:
        size = counted(sum(one.size for one in old), "byte")
        sums = f"{counted(len(old), 'file')}, {size}, {counted(rows, 'row')} of the ledger"
        yield f"{spider}: {sums}{'' if delete else ' (dry run)'}"
