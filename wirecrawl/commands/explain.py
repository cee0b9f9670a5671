"""`scrapy explain URL|ID`: what became of a link or story, and why, and what each version changed."""

import argparse
from pathlib import Path

from wirecrawl.audit.explain import explain, text_lines
from wirecrawl.audit.html_target import check_target
from wirecrawl.audit.version_page import MARK, version_page
from wirecrawl.cli.own_help import OwnHelp
from wirecrawl.cli.refusal import exit_code_of
from wirecrawl.configuration.assembly import reading_ledger
from wirecrawl.errors import BadArgument
from wirecrawl.utils.files import write_whole
from wirecrawl.utils.terminal import counted, printable


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
        return "Tell what became of a link or story, and what each version changed"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add --html to what every command has."""
        super().add_options(parser)
        where = "write a page with the versions of the story here, instead of text; an earlier page there is replaced"
        parser.add_argument("--html", type=Path, metavar="FILE", help=where)

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Print what the ledger knows of the address or id, or write it as a page."""
        self.exitcode = exit_code_of(lambda: self._explain(args, opts.html))

    def _explain(self, args: list[str], page: Path | None) -> int:
        assert self.settings
        if len(args) != 1:
            raise BadArgument("give one address, or one id as it stands in a feed")
        if page is not None:
            check_target(page, MARK, "scrapy explain")
        with reading_ledger(self.settings) as ledger:
            explanation = explain(ledger, args[0])
        if page is not None:
            write_whole(page.absolute(), [version_page(explanation).encode("utf-8", "replace")])
            print(printable(f"{page}: {counted(len(explanation.versions), 'version')}"))
        else:
            print("\n".join(map(printable, text_lines(explanation))))
        return 0
