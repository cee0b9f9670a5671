"""`scrapy prune [SPIDER]`: what is older than the settings keep; shown, and deleted only with --delete."""

import argparse
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from scrapy.commands import ScrapyCommand

from wirecrawl.audit.prune import Retention, old_files, old_links, prune
from wirecrawl.cli.refusal import exit_code_of, refuse
from wirecrawl.configuration.assembly import open_ledger
from wirecrawl.configuration.values import data_folder, read_retention
from wirecrawl.errors import BadArgument, RunningAlready
from wirecrawl.run.lock import hold_lock
from wirecrawl.storage.ledger.sqlite.ledger import Ledger
from wirecrawl.utils.terminal import printable
from wirecrawl.utils.times import utc_iso


class Command(ScrapyCommand):
    """Deletes what is older than the WIRECRAWL_KEEP_* settings keep it."""

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
            codes = [self._prune(data, spider, ledger, keep, delete) for spider in args or known]
            if delete:
                ledger.shrink()
        return max(codes)

    def _prune(self, data: Path, spider: str, ledger: Ledger, keep: Retention, delete: bool) -> int:
        now = datetime.now(UTC)
        try:
            with hold_lock(data, spider, utc_iso(now)):
                old, rows = list(old_files(data, spider, ledger, keep, now)), old_links(ledger, spider, keep, now)
                if delete:
                    prune(old, ledger, spider, keep, now)
        except RunningAlready as error:
            return refuse(RunningAlready(f"{error}; {spider} was skipped"))
        for one in old:
            print(printable(f"{'deleted' if delete else 'would delete'} {one.kind} {one.file} ({one.size} bytes)"))
        if old or rows:
            size = sum(one.size for one in old)
            print(
                f"{spider}: {len(old)} files, {size} bytes, {rows} rows of the ledger{'' if delete else ' (dry run)'}"
            )
        return 0
