"""`scrapy crawl SPIDER`: as everywhere in Scrapy, but the exit code tells how the run went."""

import argparse
from typing import Any

from scrapy.crawler import Crawler

from wirecrawl.cli.run_command import RunCommand


class Command(RunCommand):
    """Crawls an agency's live pages."""

    example = "crawl xinhua -a limit=50"

    def syntax(self) -> str:
        """How it is called."""
        return "[options] SPIDER"

    def short_desc(self) -> str:
        """One line for the list of commands."""
        return "Crawl an agency live; exit code 0 good, 2 usage, 3 degraded, 4 broken, 5 locked"

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Run the spider."""
        self.run_spider(args, opts)

    def start_plain(self, crawler: Crawler, arguments: dict[str, Any]) -> int:
        """Run a spider that is no agency's as Scrapy's own command does; 1 is Scrapy's code where it cannot start."""
        assert self.crawler_process
        self.crawler_process.crawl(crawler, **arguments)
        self.crawler_process.start()
        return int(self.crawler_process.bootstrap_failed)
