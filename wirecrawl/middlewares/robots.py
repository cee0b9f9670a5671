"""robots.txt: Scrapy obeys it; a page that it forbids is known by the class of its error."""

import logging
from typing import Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.robotstxt import RobotsTxtMiddleware
from scrapy.exceptions import DownloadCancelledError, IgnoreRequest
from scrapy.robotstxt import ProtegoRobotParser, RobotParser

from wirecrawl.errors import BodyError, error_line

ARCHIVE = "public_archive"  # key in a request's meta: it is for the documented interface of a public archive
_log = logging.getLogger(__name__)
# Bytes of a robots.txt that are read, as many as RFC 9309 asks for (2.5). All of its rules are tried for each request:
# 10 MB of them, all wildcards, take a second each time, this part a twentieth of that.
_MOST = 500 * 1024


def _is_no_error(record: logging.LogRecord) -> bool:
    return record.levelno < logging.ERROR


# Scrapy logs a robots.txt that it could not fetch with a traceback; `_robots_error` says the same in one line.
logging.getLogger("scrapy.downloadermiddlewares.robotstxt").addFilter(_is_no_error)


class ForbiddenByRobots(IgnoreRequest):
    """A request that is not sent, because the robots.txt of its host forbids it."""


class FirstRules(ProtegoRobotParser):
    """The rules of the first 500 kB of a robots.txt, up to the last whole line, without bytes that are no UTF-8."""

    @classmethod
    def from_crawler(cls, crawler: Crawler, robotstxt_body: bytes) -> Self:
        """As Scrapy makes it, of a part of the body."""
        whole = len(robotstxt_body) <= _MOST
        return super().from_crawler(crawler, robotstxt_body if whole else robotstxt_body[:_MOST].rpartition(b"\n")[0])


class RobotsRules(RobotsTxtMiddleware):
    """Scrapy's middleware, which raises the same IgnoreRequest for every cause: only its message would tell it."""

    async def process_request(self, request: Request) -> None:  # type: ignore[override]  # its spider is deprecated
        """Ask for the rules of the request's host, but for public archives: a backfill uses their interfaces alone."""
        if not request.meta.get(ARCHIVE):
            await super().process_request(request)

    def process_request_2(self, rp: RobotParser | None, request: Request) -> None:
        """Raise ForbiddenByRobots for a request that the rules forbid."""
        try:
            super().process_request_2(rp, request)
        except IgnoreRequest as error:
            raise ForbiddenByRobots(str(error)) from None

    def _robots_error(self, exc: Exception, netloc: str) -> None:
        """Log why a robots.txt could not be read. Of a host that does not answer, Politeness says so."""
        answered = isinstance(exc, (BodyError, DownloadCancelledError))
        _log.log(
            logging.WARNING if answered else logging.INFO,
            "%s: its robots.txt could not be read (%s)",
            netloc,
            error_line(exc),
        )
        super()._robots_error(exc, netloc)
