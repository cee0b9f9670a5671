"""What `scrapy crawl` and `scrapy replay` share: run one spider, turn the verdict into the exit code."""

import argparse
import asyncio
import gc
import logging
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from scrapy import Spider
from scrapy.commands import BaseRunSpiderCommand
from scrapy.crawler import Crawler

from wirecrawl.configuration.assembly import prepare_data_folder, spider_lock, validate
from wirecrawl.configuration.saved_sources import saved_pages
from wirecrawl.errors import ArchiveError, BadArgument, RunningAlready, WirecrawlError
from wirecrawl.extensions.run_closer import RunCloser
from wirecrawl.news.agencies import Agency
from wirecrawl.utils.terminal import printable

USAGE, BROKEN, LOCKED = 2, 4, 5


class RunCommand(BaseRunSpiderCommand):
    """Runs one spider and turns the verdict of its run into the exit code."""

    requires_project = True

    def run_spider(self, args: list[str], opts: argparse.Namespace) -> None:
        """Run the spider named first; exit code 2, and one line, for what cannot be meant."""
        with self.refusing():
            known = self._known()
            if len(args) != 1 or args[0] not in known:
                asked = f"unknown spider {args[0]!r}" if len(args) == 1 else "name one spider"
                raise BadArgument(f"{asked}; there are: {', '.join(known)}")
            self.exitcode = self._start(self._create_crawler(args[0]), opts.spargs)

    def _known(self) -> list[str]:
        assert self.crawler_process
        return self.crawler_process.spider_loader.list()

    @contextmanager
    def refusing(self) -> Iterator[None]:
        """One line and an exit code for what cannot be run."""
        assert self.settings
        try:
            yield
        except (BadArgument, ArchiveError) as error:
            self.refuse(str(error), USAGE)
        except RunningAlready as error:
            self.refuse(str(error), LOCKED)
        except WirecrawlError as error:
            self.refuse(str(error), BROKEN)
        except OSError as error:
            self.refuse(f"{error.filename or self.settings['WIRECRAWL_DATA']}: {error.strerror or error}", BROKEN)

    def _start(self, crawler: Crawler, arguments: dict[str, Any]) -> int:
        """Run a crawler; returns its exit code."""
        assert self.crawler_process
        name = crawler.spidercls.name
        agency: Agency = crawler.spidercls.agency  # type: ignore[attr-defined]
        validate(crawler.settings, name, agency, arguments)
        saved_pages(crawler.settings, agency)  # sources that cannot be read are refused before the run is locked
        with spider_lock(crawler.settings, name):
            prepare_data_folder(crawler.settings, name)
            self.crawler_process.crawl(crawler, **arguments)
            self._run_reactor()
        return self._exit_code(crawler)

    def _run_reactor(self, stop_after_crawl: bool = True) -> None:
        assert self.crawler_process
        assert self.settings
        # What no handler prints need not be put together, a line for each story.
        logging.getLogger("scrapy").setLevel(self.settings["LOG_LEVEL"])
        self.crawler_process.start(stop_after_crawl)
        gc.freeze()  # the process ends here: a last search for garbage in all it holds takes half a second

    def _exit_code(self, crawler: Crawler) -> int:
        assert self.crawler_process
        if self.crawler_process.bootstrap_failed:  # Scrapy has said why
            return BROKEN
        closer = crawler.get_extension(RunCloser)
        if closer is None or not closer.ended:
            self.refuse(f"{crawler.spidercls.name}: the run was stopped before it began", BROKEN)
        return closer.exit_code if closer else BROKEN

    def refuse(self, message: str, exit_code: int) -> None:
        """Say in one line what cannot be meant or done."""
        print(f"wirecrawl: {printable(message)}", file=sys.stderr)
        self.exitcode = exit_code

    def start_in_turn(self, spiders: Sequence[type[Spider]], arguments: dict[str, Any]) -> list[int]:
        """Run spiders one after the other; returns their exit codes. Feeds that -O replaces are replaced once.

        One that is refused, as a spider whose crawl goes on is with --keep, is left out.
        """
        assert self.crawler_process
        assert self.settings
        for spider in spiders:
            validate(self.settings, spider.name, spider.agency, arguments)  # type: ignore[attr-defined]
        codes: list[int] = []
        asyncio.get_event_loop().create_task(self._one_by_one(spiders, arguments, codes))
        self._run_reactor(stop_after_crawl=False)
        return codes or [BROKEN]

    async def _one_by_one(self, spiders: Sequence[type[Spider]], arguments: dict[str, Any], codes: list[int]) -> None:
        assert self.settings
        from twisted.internet import reactor  # installed by now; before it is, this import would install another

        try:
            for spider in spiders:
                codes.append(await self._in_turn(spider, arguments))
                feeds = self.settings.getdict("FEEDS")
                for feed in feeds.values():
                    feed["overwrite"] = False
                self.settings.set("FEEDS", feeds, priority="cmdline")
        finally:
            reactor.stop()  # type: ignore[misc]

    async def _in_turn(self, spider: type[Spider], arguments: dict[str, Any]) -> int:
        assert self.crawler_process
        with self.refusing():
            crawler = self.crawler_process.create_crawler(spider)
            with spider_lock(crawler.settings, spider.name):
                prepare_data_folder(crawler.settings, spider.name)
                await self.crawler_process.crawl(crawler, **arguments)
            return self._exit_code(crawler)
        return self.exitcode
