"""`scrapy prune [SPIDER]`: what is older than the settings keep; shown, and deleted only with --delete."""

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path

from scrapy.commands import ScrapyCommand

from wirecrawl.audit.prune import Retention, old_files, old_links, prune
from wirecrawl.cli.run_command import BROKEN, LOCKED, USAGE
from wirecrawl.configuration.assembly import open_ledger, spider_lock
from wirecrawl.configuration.values import data_folder, read_retention
from wirecrawl.errors import BadArgument, RunningAlready, WirecrawlError
from wirecrawl.storage.ledger.interface import Ledger


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
        """Go through the spiders, one lock after the other; a spider that runs is left alone, with exit code 5."""
        assert self.settings
        assert self.crawler_process
        known = self.crawler_process.spider_loader.list()
        try:
            if unknown := [name for name in args if name not in known]:
                raise BadArgument(f"unknown spider {unknown[0]!r}; there are: {', '.join(known)}")
            keep = read_retention(self.settings)
            ledger = open_ledger(self.settings)
            for spider in args or known:
                self._prune(data_folder(self.settings), spider, ledger, keep, opts.delete)
            if opts.delete:
                ledger.shrink()
            ledger.close()
        except WirecrawlError as error:
            self._refuse(str(error), USAGE if isinstance(error, BadArgument) else BROKEN)
        except OSError as error:
            self._refuse(f"{error.filename}: {error.strerror or error}", BROKEN)

    def _prune(self, data: Path, spider: str, ledger: Ledger, keep: Retention, delete: bool) -> None:
        assert self.settings
        now = datetime.now(UTC)
        try:
            with spider_lock(self.settings, spider):
                old, rows = list(old_files(data, spider, ledger, keep, now)), old_links(ledger, spider, keep, now)
                if delete:
                    prune(old, ledger, spider, keep, now)
        except RunningAlready as error:
            self._refuse(f"{error}; {spider} was left alone", LOCKED)
            return
        for one in old:
            print(f"{'deleted' if delete else 'would delete'} {one.kind} {one.file} ({one.size} bytes)")
        if old or rows:
            size = sum(one.size for one in old)
            print(
                f"{spider}: {len(old)} files, {size} bytes, {rows} rows of the ledger{'' if delete else ' (dry run)'}"
            )

    def _refuse(self, message: str, exit_code: int) -> None:
        print(f"wirecrawl: {message}", file=sys.stderr)
        self.exitcode = exit_code
