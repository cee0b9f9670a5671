"""`scrapy explain URL|ID`: what became of a link or story, and why."""

import argparse

from wirecrawl.audit.explain import explain
from wirecrawl.cli.own_help import OwnHelp
from wirecrawl.cli.refusal import exit_code_of
from wirecrawl.configuration.assembly import reading_ledger
from wirecrawl.errors import BadArgument
from wirecrawl.utils.terminal import printable


class Command(OwnHelp):
    """Tells from the ledger what became of a link or story."""

    example = "explain xinhua:content_118900001"

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
        self.exitcode = exit_code_of(lambda: self._explain(args))

    def _explain(self, args: list[str]) -> int:
        assert self.settings
        if len(args) != 1:
            raise BadArgument("give one address, or one id as it stands in a feed")
        with reading_ledger(self.settings) as ledger:
            lines = explain(ledger, args[0])
        print("\n".join(map(printable, lines)))
        return 0
