"""Fetch single pages as a crawl would: robots.txt, limits, public addresses and the project's own name, and no more."""

from collections.abc import AsyncIterator
from typing import Any, ClassVar

from scrapy import Request, Spider
from scrapy.crawler import CrawlerProcessBase
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response
from twisted.python.failure import Failure

from wirecrawl.errors import PageError
from wirecrawl.reasons import words_of
from wirecrawl.spiders.responses import failure_reason
from wirecrawl.web.urls import host_of

_REDIRECTED = "www."  # a site may send its readers to or from it


class FetchSpider(Spider):
    """Asks once for each of `urls`; `got` holds the responses and `failed` the reasons, by the address asked for."""

    name = "fetch"
    custom_settings: ClassVar[dict[str, Any] | None] = {  # type: ignore[misc]  # as in Scrapy's own documentation
        "HTTPERROR_ALLOW_ALL": True,
        "RETRY_ENABLED": False,  # somebody waits, and asks again if it is worth it
    }

    def __init__(self, urls: list[str], got: dict[str, Response], failed: dict[str, str]) -> None:
        super().__init__()
        self.urls, self.got, self.failed = urls, got, failed
        self.allowed_domains = [host_of(url).removeprefix(_REDIRECTED) for url in urls]

    async def start(self) -> AsyncIterator[Any]:
        """One request an address."""
        for url in self.urls:
            yield Request(url, callback=self.keep, errback=self.fail, cb_kwargs={"asked": url}, dont_filter=True)

    def keep(self, response: Response, asked: str) -> None:
        """A response, whatever its status."""
        self.got[asked] = response

    def fail(self, failure: Failure) -> None:
        """No response: the reason in one line."""
        asked: str = failure.request.cb_kwargs["asked"]  # type: ignore[attr-defined]
        refused = isinstance(failure.value, IgnoreRequest)
        self.failed[asked] = str(failure.value) if refused else words_of(failure_reason(failure))


def fetch(process: CrawlerProcessBase, urls: list[str]) -> dict[str, Response]:
    """The responses of all addresses, by the address asked for. Runs the reactor, which can be done once a process.

    Raises PageError, naming address and reason, for the first that brought no page with status 200.
    """
    got: dict[str, Response] = {}
    failed: dict[str, str] = {}
    process.crawl(FetchSpider, urls=urls, got=got, failed=failed)
    process.start()
    for url in urls:
        if url not in got:
            raise PageError(url, f"{failed.get(url, 'not fetched')}; save the page and give it with --from")
        if got[url].status != 200:
            raise PageError(url, f"answered HTTP {got[url].status}; give the address of a page that is there")
    return got
