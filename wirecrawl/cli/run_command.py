"""What `scrapy crawl` and `scrapy replay` share: run one spider, turn the verdict into the exit code."""

import argparse
import asyncio
import logging
import sys
from abc import abstractmethod
from collections.abc import Callable, Sequence
from typing import Any

from scrapy import Spider
from scrapy.commands import BaseRunSpiderCommand
from scrapy.crawler import Crawler
from scrapy.exceptions import UsageError

from wirecrawl.cli.after_run import after_run
from wirecrawl.cli.own_help import OwnHelp
from wirecrawl.cli.refusal import REFUSED, exit_code_of, refuse
from wirecrawl.configuration.assembly import prepare_data_folder, spider_lock, validate
from wirecrawl.configuration.feed_files import check_shared_files
from wirecrawl.configuration.saved_sources import saved_pages
from wirecrawl.errors import BadArgument, WirecrawlError, error_line
from wirecrawl.extensions.run_closer import RunCloser
from wirecrawl.news.agencies import Agency
from wirecrawl.run.verdict import EXIT_CODES
from wirecrawl.spiders.lists import ListSpider
from wirecrawl.utils.garbage import skip_last_collection

_LINES = "jsonlines"  # what `-o -` prints if no format is named: what data/feeds has
_SCRAPYDS = "_job"  # an argument that scrapyd adds to each run that it starts, and no spider reads
EndedRun = tuple[str, int, dict[str, Any] | None]  # spider, exit code, and report if it ran


class RunCommand(OwnHelp, BaseRunSpiderCommand):
    """Runs one spider and turns the verdict of its run into the exit code."""

    requires_project = True

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        """Read the options. One that cannot be meant ends the process with 2 and one line, not a page of usage."""
        for feeds in filter(None, (opts.output, opts.overwrite_output)):
            feeds[:] = [f"-:{_LINES}" if feed == "-" else feed for feed in feeds]
        try:
            super().process_options(args, opts)
            opts.spargs.pop(_SCRAPYDS, None)
        except UsageError as error:
            sys.exit(refuse(BadArgument(" ".join(str(error).split()))))

    def run_spider(self, args: list[str], opts: argparse.Namespace) -> None:
        """Run the one spider that `args` names; sets the exit code."""
        self.exitcode = exit_code_of(lambda: self._run_named(args, opts), self._place)

    def _run_named(self, args: list[str], opts: argparse.Namespace) -> int:
        crawler = self._crawler_of(args)
        start = self._start if issubclass(crawler.spidercls, ListSpider) else self.start_plain
        return start(crawler, opts.spargs)

    def _crawler_of(self, args: list[str], changed: Callable[[type], type] = lambda spider: spider) -> Crawler:
        """The crawler of the one spider that `args` names, or of what `changed` makes of it. Raises BadArgument."""
        assert self.crawler_process
        return self.crawler_process.create_crawler(changed(self._named(args)))

    def _named(self, args: list[str]) -> type[Spider]:
        """The one spider that `args` names. Raises BadArgument."""
        assert self.crawler_process
        known = self.crawler_process.spider_loader.list()
        if len(args) != 1 or args[0] not in known:
            asked = f"unknown spider {args[0]!r}" if len(args) == 1 else "name one spider"
            raise BadArgument(f"{asked}; there are: {', '.join(known)}")
        return self.crawler_process.spider_loader.load(args[0])

    @abstractmethod
    def start_plain(self, crawler: Crawler, arguments: dict[str, Any]) -> int:
        """Run a spider that is no agency's; returns the exit code. Raises BadArgument."""

    @property
    def _place(self) -> str:
        """What an error of the disk names when it names no file."""
        assert self.settings
        return str(self.settings["WIRECRAWL_DATA"])

    def _start(self, crawler: Crawler, arguments: dict[str, Any]) -> int:
        """Run a crawler; returns its exit code."""
        assert self.crawler_process
        name = crawler.spidercls.name
        agency: Agency = crawler.spidercls.agency  # type: ignore[attr-defined]
        validate(crawler.settings, name, agency, arguments)
        if not crawler.spidercls.kept:  # type: ignore[attr-defined]
            saved_pages(crawler.settings, agency)  # sources that cannot be read are refused before the run is locked
        with spider_lock(crawler.settings, name):
            prepare_data_folder(crawler.settings, name)
            running = self.crawler_process.crawl(crawler, **arguments)
            self._run_reactor()
        _raise_refused(running, name)
        code = self._exit_code(crawler)
        self._after_run(crawler)
        return code

    def _after_run(self, crawler: Crawler) -> None:
        """Metrics and notice of a run whose lock is free again: the next one need not wait for them."""
        assert self.crawler_process
        after_run(crawler.settings, self.crawler_process.spider_loader.list(), crawler.get_extension(RunCloser))

    def _run_reactor(self, stop_after_crawl: bool = True) -> None:
        assert self.crawler_process
        assert self.settings
        # What no handler prints need not be put together, a line for each story.
        logging.getLogger("scrapy").setLevel(self.settings["LOG_LEVEL"])
        self.crawler_process.start(stop_after_crawl)
        skip_last_collection()

    def _exit_code(self, crawler: Crawler) -> int:
        assert self.crawler_process
        if self.crawler_process.bootstrap_failed:  # Scrapy has said why
            return EXIT_CODES["broken"]
        closer = crawler.get_extension(RunCloser)
        if closer is None or not closer.ended:
            raise WirecrawlError(f"{crawler.spidercls.name}: the run was stopped before it began")
        return closer.exit_code

    def start_in_turn(self, spiders: Sequence[type[Spider]], arguments: dict[str, Any]) -> list[EndedRun]:
        """Run spiders one after the other; a feed that -O replaces is replaced by the first and appended to by others.

        A spider that cannot run, such as one whose crawl is going on (with --keep), has no report.
        """
        assert self.crawler_process
        assert self.settings
        for spider in spiders:
            validate(self.settings, spider.name, spider.agency, arguments)  # type: ignore[attr-defined]
        if len(spiders) > 1:
            check_shared_files(self.settings)
        ended: list[EndedRun] = []
        asyncio.get_event_loop().create_task(self._one_by_one(spiders, arguments, ended))
        self._run_reactor(stop_after_crawl=False)
        return ended

    async def _one_by_one(
        self, spiders: Sequence[type[Spider]], arguments: dict[str, Any], ended: list[EndedRun]
    ) -> None:
        assert self.settings
        from twisted.internet import reactor  # installed by now; before it is, this import would install another

        try:
            for spider in spiders:
                ended.append(await self._in_turn(spider, arguments))
                feeds = self.settings.getdict("FEEDS")
                for feed in feeds.values():
                    feed["overwrite"] = False
                self.settings.set("FEEDS", feeds, priority="cmdline")
        finally:
            reactor.stop()  # type: ignore[misc]

    async def _in_turn(self, spider: type[Spider], arguments: dict[str, Any]) -> EndedRun:
        assert self.crawler_process
        crawler = self.crawler_process.create_crawler(spider)
        try:
            with spider_lock(crawler.settings, spider.name):
                prepare_data_folder(crawler.settings, spider.name)
                await self.crawler_process.crawl(crawler, **arguments)
            code = self._exit_code(crawler)
            self._after_run(crawler)
        except REFUSED as error:
            code = refuse(error, self._place)
        closer = crawler.get_extension(RunCloser)
        return spider.name, code, closer.report if closer else None


def _raise_refused(running: Any, spider: str) -> None:
    """Raise the error that kept a run from its start, such as that of a ledger."""
    if isinstance(running, asyncio.Task) and running.done() and not running.cancelled():
        error = running.exception()
        if isinstance(error, REFUSED):
            raise error
        if error:
            raise WirecrawlError(f"{spider}: the run could not begin: {error_line(error)}") from error
