"""`scrapy crawl SPIDER`: as everywhere in Scrapy, but the exit code tells how the run went."""

import argparse

from scrapy.exceptions import UsageError

from wirecrawl.runcommand import RunCommand


class Command(RunCommand):
    """Crawls an agency's live pages."""

    def syntax(self) -> str:
        """How it is called."""
        return "[options] SPIDER"

    def short_desc(self) -> str:
        """One line for the list of commands."""
        return "Crawl an agency live; exit code 0 good, 2 usage, 3 degraded, 4 broken"

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Run the spider. Raises UsageError for more than one."""
        if len(args) > 1:
            raise UsageError("one spider a run; start the command once for each", print_help=False)
        self.run_spider(args, opts)
