"""`scrapy addagency NAME URL`: a first draft of an agency from one of its pages, for a person to read."""

import argparse

from wirecrawl.cli.own_help import OwnHelp
from wirecrawl.cli.refusal import exit_code_of


class Command(OwnHelp):
    """Drafts an agency: layout, spider and a fixture whose test fails until it is reviewed."""

    example = "addagency polarwire https://polarwire.example/2026/11/20/ice-road-opens-41877/"

    requires_project = True

    def syntax(self) -> str:
        """How it is called."""
        return "[options] NAME URL"

    def short_desc(self) -> str:
        """One line for the list of commands."""
        return "Draft a new agency from one story page; exit code 0 drafted, 2 nothing written, 3 a field not found"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add --feed and --from to what every command has."""
        super().add_options(parser)
        parser.add_argument("--feed", metavar="URL", help="RSS, Atom or sitemap where a crawl of the agency starts")
        parser.add_argument("--from", dest="file", metavar="FILE", help="the page as saved; nothing is fetched then")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Check what is given and what is there, read the page, write the draft; sets the exit code."""
        from wirecrawl.cli.draft_agency import draft_agency  # Scrapy imports this file for each command

        assert self.crawler_process
        process = self.crawler_process
        self.exitcode = exit_code_of(lambda: draft_agency(process, args, opts.feed, opts.file))
