"""`scrapy backfill SPIDER --from DAY --to DAY`: the stories of past days, from public archives of the web."""

import argparse
from typing import Any

from scrapy.crawler import Crawler

from wirecrawl.cli.run_command import RunCommand
from wirecrawl.errors import BadArgument
from wirecrawl.run.backfill.task import INDEXES, PREFERENCES
from wirecrawl.spiders.backfill_spider import BackfillSpider
from wirecrawl.spiders.lists import ListSpider

_OPTIONS = ("from", "to", "index", "prefer", "captured-until", "dry-run")


class Command(RunCommand):
    """Asks the index of an archive for the stories of some days, a month at a time, and reads their captures."""

    example = "backfill xinhua --from 2017-02-01 --to 2017-02-28 --dry-run"

    def syntax(self) -> str:
        """How it is called."""
        return "SPIDER --from DAY --to DAY [options]"

    def short_desc(self) -> str:
        """One line for the list of commands."""
        return "Fetch the stories of past days from the Wayback Machine or Common Crawl"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add the days and how they are looked for to what every run command has."""
        super().add_options(parser)
        parser.add_argument("--from", dest="from", metavar="DAY", help="first day of the stories, as in 2017-02-01")
        parser.add_argument("--to", dest="to", metavar="DAY", help="last day of the stories, as in 2017-02-28")
        parser.add_argument("--index", metavar="NAME", help=f"{' or '.join(INDEXES)}; default: {INDEXES[0]}")
        prefer = f"which copy of a story: {', '.join(PREFERENCES)}; default: {PREFERENCES[0]}"
        parser.add_argument("--prefer", metavar="WHICH", help=prefer)
        parser.add_argument("--captured-until", dest="captured-until", metavar="DAY", help="take no later captures")
        parser.add_argument("--limit", metavar="N", help="fetch at most N stories; the next run continues")
        parser.add_argument(
            "--dry-run", dest="dry-run", action="store_true", help="print what would be fetched, and fetch no page"
        )

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Run the spider on the archive."""
        assert self.settings
        given = {name: value for name in _OPTIONS if (value := getattr(opts, name))}
        self.settings.set("WIRECRAWL_BACKFILL", {"from": "", **given}, priority="cmdline")
        self.run_spider(args, opts)

    def _run_named(self, args: list[str], opts: argparse.Namespace) -> int:
        if opts.spargs:
            raise BadArgument("-a: scrapy backfill takes its own options instead, as in --limit 50")
        arguments: dict[str, Any] = {"limit": opts.limit} if opts.limit else {}
        return self._start(self._crawler_of(args, _backfill_of), arguments)

    def start_plain(self, crawler: Crawler, arguments: dict[str, Any]) -> int:
        """Refuse it: an index is asked for the addresses of agencies."""
        raise _no_agency(crawler.spidercls)


def _backfill_of(spider: type) -> type:
    """The spider that fills the past of an agency's spider. Raises BadArgument for a spider of no agency."""
    if not issubclass(spider, ListSpider):
        raise _no_agency(spider)
    return type(f"{spider.__name__}Backfill", (BackfillSpider,), {"name": spider.name, "agency": spider.agency})


def _no_agency(spider: type) -> BadArgument:
    return BadArgument(f"{spider.name} is no agency's spider, so no archive can be asked for its stories")  # type: ignore[attr-defined]
