"""Between the engine and the network: every request waits for its host's turn, and a host may be skipped.

Scrapy keeps one request at a time to a host and adapts its delay; robots.txt's Crawl-delay, Retry-After, back-off and
limits are what it leaves out. What they say is in `wirecrawl.web.host_rules`.
"""

import asyncio
import logging
import time

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import DownloadCancelledError, IgnoreRequest
from scrapy.http import Response
from scrapy.robotstxt import RobotParser

from wirecrawl.configuration.values import read_archive_delay, read_bounds
from wirecrawl.errors import error_line
from wirecrawl.reasons import Reason, ReasonKind, because, words_of
from wirecrawl.web.captures import ARCHIVE_HOSTS
from wirecrawl.web.host_rules import BUSY, UNREACHED, HostRules
from wirecrawl.web.urls import host_of

_log = logging.getLogger(__name__)

_LONGEST_CAUSE = 300  # characters of an error in a report
_STEP = 0.5  # seconds: as long a run that is told to stop may still wait


def _asks_for_rules(request: Request) -> bool:
    """Whether this is Scrapy's own request for a robots.txt."""
    return bool(request.meta.get("dont_obey_robotstxt"))


class HostSkipped(IgnoreRequest):
    """A request that is not sent, because of what its host answered or how many requests it got."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(words_of(reason))
        self.reason = reason


class Politeness:
    """Downloader middleware, nearest to the network: it sees every request, robots.txt and retries included.

    A request holds its host's gate until it is answered, so that what one answer asks for holds for the next request.
    """

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._rules = HostRules(read_bounds(crawler.settings))
        self._at_once = crawler.settings.getint("CONCURRENT_REQUESTS_PER_DOMAIN")
        self._gates: dict[str, asyncio.Semaphore] = {}
        if crawler.settings.getdict("WIRECRAWL_BACKFILL"):
            for host in ARCHIVE_HOSTS:
                self._gates[host] = asyncio.Semaphore(1)
                self._rules.host(host).delay = read_archive_delay(crawler.settings)
        self._inside: dict[Request, asyncio.Semaphore] = {}
        self._named: set[str] = set()  # hosts that a warning has named
        crawler.signals.connect(self.robots_parsed, signals.robots_parsed)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "Politeness":
        return cls(crawler)

    async def process_request(self, request: Request) -> None:
        """Wait for the host's turn. Raises HostSkipped with the reason."""
        if request.url.startswith("data:"):  # it leads to nobody: the pass that decides begins with it
            return
        host = host_of(request.url)
        gate = self._gates.setdefault(host, asyncio.Semaphore(self._at_once))
        await gate.acquire()
        self._inside[request] = gate
        if why := self._rules.refusal(host, rules=_asks_for_rules(request)):
            self._warn(host, why)
            raise HostSkipped(why)
        self._rules.count_request(host)
        turn = time.monotonic() + self._rules.wait(host, time.monotonic())
        while (left := turn - time.monotonic()) > 0:
            if not self._crawler.crawling:  # a run that is told to stop does not jump the queue on its way out
                raise HostSkipped(because(ReasonKind.STOPPED_WAITING, host))
            await asyncio.sleep(min(left, _STEP))

    def _warn(self, host: str, why: Reason) -> None:
        """Log, once a host, that the run requests nothing more from a host in trouble."""
        if why.kind in UNREACHED and host not in self._named:
            self._named.add(host)
            _log.warning(words_of(why))

    def _leave(self, request: Request) -> None:
        if gate := self._inside.pop(request, None):
            gate.release()

    def process_response(self, request: Request, response: Response) -> Response:
        """Note how the host answered."""
        if request in self._inside:
            self._leave(request)
            given = response.headers.get("Retry-After")
            asked = given.decode("latin-1") if given else None
            self._rules.answered(host_of(request.url), response.status, asked, time.monotonic())
            if _asks_for_rules(request):
                trouble = response.status >= 500 or response.status in BUSY
                self._rules.rules(host_of(request.url), f"HTTP {response.status}" if trouble else None)
        return response

    def process_exception(self, request: Request, exception: Exception) -> None:
        """Note that the host did not answer."""
        self._leave(request)
        if not isinstance(exception, IgnoreRequest):
            host, why = host_of(request.url), error_line(exception)[:_LONGEST_CAUSE]
            self._rules.failed(host, why)
            if _asks_for_rules(request) and not isinstance(exception, DownloadCancelledError):  # too large: no trouble
                self._rules.rules(host, why)

    def robots_parsed(self, robotparser: RobotParser, request: Request) -> None:
        """Keep to the Crawl-delay that a robots.txt asks of this crawler."""
        agent = self._crawler.settings["ROBOTSTXT_USER_AGENT"] or self._crawler.settings["USER_AGENT"]
        self._rules.robots(host_of(request.url), robotparser.crawl_delay(agent))
