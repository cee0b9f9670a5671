"""`scrapy explain URL|ID`: what became of a link or story, and why."""

import argparse
import sys

from scrapy.commands import ScrapyCommand

from wirecrawl.audit.explain import explain
from wirecrawl.cli.run_command import BROKEN, USAGE
from wirecrawl.configuration.assembly import open_ledger
from wirecrawl.errors import BadArgument, WirecrawlError
from wirecrawl.utils.terminal import printable


class Command(ScrapyCommand):
    """Tells from the ledger what became of a link or story."""

    requires_project = True
    requires_crawler_process = False

    def syntax(self) -> str:
        """How it is called."""
        return "[options] URL|ID"

    def short_desc(self) -> str:
        """One line for the list of commands."""
        return "Tell what became of a link or story, and why"

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Print what the ledger knows of the address or id."""
        assert self.settings
        try:
            if len(args) != 1:
                raise BadArgument("give one address, or one id as it stands in a feed")
            ledger = open_ledger(self.settings)
            for line in explain(ledger, args[0]):
                print(printable(line))
            ledger.close()
        except WirecrawlError as error:
            print(f"wirecrawl: {printable(str(error))}", file=sys.stderr)
            self.exitcode = USAGE if isinstance(error, BadArgument) else BROKEN
