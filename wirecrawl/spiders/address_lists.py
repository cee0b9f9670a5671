"""AddressSpider: the stories of a list of addresses, part by part."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable

from scrapy import Request

from wirecrawl.news.agencies import Link
from wirecrawl.run.address_file import read_addresses
from wirecrawl.run.address_frontier import select_addresses
from wirecrawl.spiders.lists import ListSpider
from wirecrawl.web.urls import host_of

_PAUSE = 0.02  # seconds between two looks whether the requests of a part are answered


class AddressSpider(ListSpider):
    """A spider that requests the stories of `-a urls=FILE`; WireSpider adds what it does with them."""

    # From the spider that adds the stories: Scrapy's feed exports cannot list an ABC.
    second_chances: Callable[[], Iterable[Request]]

    async def _listed_requests(self) -> AsyncIterator[Request]:
        """The stories of `-a urls=FILE`, some hundred at a time, so that a long list takes no more memory."""
        file = self.run.arguments.urls
        for selected in select_addresses(self.frontier, read_addresses(file), file.name) if file else ():
            for link, known in selected:
                if self._is_given_up(link):
                    continue
                yield self._story(link, known).replace(dont_filter=True)
            await self._all_answered()
            for request in self.second_chances():
                yield request

    def _is_given_up(self, link: Link) -> bool:
        """Whether the run requests nothing more from the host of a link, which gets its outcome here then."""
        if why := self.given_up.get(host_of(link.url)):
            self.run.set_outcome(link.url, "not reached", why)
        return why is not None

    async def _all_answered(self) -> None:
        """Wait until no request is open and no page is being cleaned."""
        engine = self.crawler.engine
        assert engine is not None
        assert engine.scheduler is not None
        assert engine.scraper.slot is not None
        while engine.downloader.active or engine.scheduler.has_pending_requests() or not engine.scraper.slot.is_idle():
            await asyncio.sleep(_PAUSE)
