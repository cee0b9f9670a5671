"""`scrapy parse URL`: the story of a page, or the links of a list, as its spider reads it, without a run."""

import argparse
import warnings

from scrapy.commands import parse as scrapys
from scrapy.exceptions import ScrapyDeprecationWarning

from wirecrawl.cli.own_help import InspectingCommand
from wirecrawl.errors import BadArgument


class Command(InspectingCommand, scrapys.Command):
    """Fetches a page and prints what its spider reads on it."""

    example = "parse https://english.news.cn/"

    def short_desc(self) -> str:
        """One line for the list of commands."""
        return "Fetch a page and print its story, or the links of a list; nothing is written"

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Print what the page holds; exit code 2 where no spider has such pages, 4 where there was no answer."""
        with warnings.catch_warnings():  # Scrapy's command does what Scrapy has deprecated
            warnings.filterwarnings("ignore", ".*returned a Deferred", ScrapyDeprecationWarning)
            super().run(args, opts)
        if self.spidercls is None:
            self.exitcode = BadArgument.exit_code
        elif self.first_response is None:
            self.exitcode = 4
