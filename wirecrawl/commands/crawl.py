"""`scrapy crawl SPIDER`: as everywhere in Scrapy, but the exit code tells how the run went."""

import argparse

from wirecrawl.cli.run_command import RunCommand


class Command(RunCommand):
    """Crawls an agency's live pages."""

    def syntax(self) -> str:
        """How it is called."""
        return "[options] SPIDER"

    def short_desc(self) -> str:
        """One line for the list of commands."""
        return "Crawl an agency live; exit code 0 good, 2 usage, 3 degraded, 4 broken, 5 locked"

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Run the spider."""
        self.run_spider(args, opts)
