"""HostAnswers: how long each host takes to answer, and how many bytes it sends."""

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.http import Response

from wirecrawl.run.state import Run
from wirecrawl.run.tallies import AnswersOfHost
from wirecrawl.web.urls import host_of


class HostAnswers:
    """Counts each answer that arrives, with the size of its body as sent: redirects, robots.txt and retries included.

    The seconds are Scrapy's `download_latency`, from the request to the first byte of its answer.
    """

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "HostAnswers":
        counter = cls(crawler)
        crawler.signals.connect(counter.response_downloaded, signals.response_downloaded)
        return counter

    def response_downloaded(self, response: Response, request: Request) -> None:
        """Count an answer. A spider without a run, as that of `scrapy shell`, has nothing to count it in."""
        seconds = request.meta.get("download_latency")
        run: Run | None = getattr(self.crawler.spider, "run", None)
        if run is None or seconds is None:  # no host sent the page of a data: address
            return
        answers = run.tallies.hosts.setdefault(host_of(request.url), AnswersOfHost())
        answers.seconds.append(seconds)
        answers.size += len(response.body)
