"""BackfillSpider: the stories of past months, from captures that public archives have of an agency's pages.

An index says which captures there are; what is read of a capture goes the way of every page of a crawl.
"""

from collections.abc import AsyncIterator
from datetime import datetime
from itertools import islice
from typing import Any

from scrapy import Request
from scrapy.crawler import Crawler

from wirecrawl.configuration.assembly import open_ledger
from wirecrawl.configuration.values import data_folder
from wirecrawl.errors import LedgerError
from wirecrawl.items import Story
from wirecrawl.news.agencies import Link, classify
from wirecrawl.reasons import Reason, ReasonKind, because, words_of
from wirecrawl.run.backfill.progress import BackfillProgress
from wirecrawl.run.backfill.task import Month
from wirecrawl.run.backfill.wayback import raw_address
from wirecrawl.run.tallies import MonthTally
from wirecrawl.spiders.archive_indexes import ArchiveIndexes, IndexNotReached
from wirecrawl.spiders.capture_spider import CaptureSpider
from wirecrawl.storage.ledger.interface import Ledger
from wirecrawl.storage.ledger.rows import ListedCapture
from wirecrawl.web.captures import ARCHIVE_HOSTS

_BATCH = 100  # stories that are asked for together


class BackfillSpider(CaptureSpider):
    """Reads captures instead of an agency's lists; `scrapy backfill` makes one of the spider of an agency."""

    indexes: ArchiveIndexes
    known_ledger: Ledger | None = None  # of earlier runs; a dry run has another one of its own

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> "BackfillSpider":
        """Open the run. Raises BadArgument or LedgerError."""
        spider = super().from_crawler(crawler, *args, **kwargs)
        assert isinstance(spider, cls)
        spider.allowed_domains += ARCHIVE_HOSTS
        spider.indexes = ArchiveIndexes(spider.run, spider.task, crawler)
        if spider.task.dry_run and data_folder(crawler.settings).ledger.exists():
            spider.known_ledger = open_ledger(crawler.settings)
        delay = max(crawler.settings.getfloat(name) for name in ("WIRECRAWL_ARCHIVE_DELAY", "DOWNLOAD_DELAY"))
        spider.progress = BackfillProgress(spider.name, sum(1 for _ in spider.task.months()), delay)
        return spider

    async def start(self) -> AsyncIterator[Any]:
        """Ask for the months, the newest first, and for the captures of each before the index is asked for the next."""
        try:
            self.run.ledger.past.forget_listed(self.name)
            for month in self.task.months():
                if self.frontier.is_limit_reached or not self.crawler.crawling:
                    break
                async for request in self._month(month):
                    yield request
            self._warn_of_months()
        except LedgerError as error:
            self.run.tallies.errors.append(because(ReasonKind.LEDGER_FAILED, error))
        except Exception as error:  # Scrapy logs it and tells nobody
            self.run.tallies.errors.append(
                because(ReasonKind.UNHANDLED_AT, "start", f"{type(error).__name__}: {error}")
            )
            raise

    async def _month(self, month: Month) -> AsyncIterator[Request]:
        tally = MonthTally(month.name, month.is_whole)
        self.run.tallies.months.append(tally)
        if self.known.past.is_done(self.name, self.task.index, self.task.prefer, month.name):
            tally.state = "done before"
        else:
            await self._list_month(month, tally)
            stories = self.run.ledger.past.stories(self.run.number, month.name)
            while batch := list(islice(stories, _BATCH)):
                for request in self._requests(batch, month, tally):
                    yield request
                await self._all_answered()
                if self.frontier.is_limit_reached:
                    break
        self.progress.months += 1

    @property
    def known(self) -> Ledger:
        """The ledger that knows what the feed has."""
        return self.known_ledger or self.run.ledger

    async def _list_month(self, month: Month, tally: MonthTally) -> None:
        try:
            async for rows in self.indexes.ask(month):
                tally.rows += rows
                self.progress.rows += rows
        except IndexNotReached as error:
            tally.state, tally.why = "not reached", words_of(error.reason)

    def _warn_of_months(self) -> None:
        """Name the months that were not reached, by cause."""
        causes: dict[str, list[str]] = {}
        for tally in self.run.tallies.months:
            if tally.state == "not reached":
                causes.setdefault(tally.why, []).append(tally.month)
        for why, months in causes.items():
            self.run.tallies.warnings.append(because(ReasonKind.MONTHS_NOT_REACHED, ", ".join(months), why))

    # Stories of a month

    def _requests(self, batch: list[tuple[str, str]], month: Month, tally: MonthTally) -> list[Request]:
        """What is asked for of some stories; every other one gets its outcome here."""
        source = f"{self.task.index} {month.name}"
        with self.run.ledger.transaction():
            wanted = [(link, story) for story, address in batch if (link := self._wanted(story, address, source))]
            tally.stories += len(batch)
            self.progress.known += len(wanted)
            return [request for link, story in wanted if (request := self._first_request(link, story))]

    def _wanted(self, story: str, address: str, source: str) -> Link | None:
        """The link of a story that is to be asked for; None for one that this run met, that is known, or has none."""
        link = classify(address, self.agency)
        if self.frontier.is_limit_reached or not self.run.note_link(link, source):
            return None
        if self.run.ledger.links.has_other_link(self.run.number, link.url, story):
            self.run.set_outcome(link.url, "duplicate", because(ReasonKind.SAME_ID, story), story)
            return None
        page = self.known.pages.find(story) or self.known.pages.find(link.url)
        if page and page.sha256:
            self.run.set_outcome(link.url, "unchanged", because(ReasonKind.ALREADY_KNOWN), page.id)
            return None
        if self.known.past.has_miss(self.name, self.task.index, self.task.prefer, story):
            self.run.set_outcome(link.url, "empty", because(ReasonKind.ALREADY_KNOWN))
            return None
        return link if self.frontier.reserve_request() else None

    def _first_request(self, link: Link, story: str) -> Request | None:
        if self.task.dry_run:
            capture = self.take(story)
            print(link.day or "no day", link.url, self._address(capture) if capture else "")
            self.run.set_outcome(link.url, "filtered", because(ReasonKind.LIMIT))
            return None
        if self._is_given_up(link):
            return None
        if self.task.prefer == "live":
            return self._story(link, None).replace(dont_filter=True)
        capture = self.take(story)
        return self.capture_request_of(link.url, capture) if capture else None

    def _address(self, capture: ListedCapture) -> str:
        return capture.place.replace(" ", "#", 1).partition(" ")[0] or raw_address(capture.original, capture.time)

    def refusal_of(self, story: Story) -> Reason | None:
        """A story of other days than those asked for: the day in its address decides, else its publication."""
        self.troubled.pop(story.id, None)
        link = classify(story.url, self.agency) if story.url else None
        day = link.day if link else None
        if day is None and story.published:
            day = datetime.fromisoformat(story.published).astimezone(self.agency.clock).date()
        if day and self.task.first <= day <= self.task.last:
            self.progress.ended()
            return None
        return because(ReasonKind.OTHER_DAYS, day or "no day that it states")

    def closed(self, reason: str) -> None:
        """End the processes, and the ledger of a dry run."""
        super().closed(reason)
        if self.known_ledger:
            self.known_ledger.close()
