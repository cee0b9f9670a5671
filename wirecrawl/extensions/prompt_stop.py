"""PromptStop: a run that is told to stop ends within seconds, whatever its servers and its pages do."""

import signal
import threading
from collections.abc import Callable
from types import FrameType
from typing import Any

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.http import Request, Response
from scrapy.utils.asyncio import call_later
from twisted.internet.defer import Deferred, succeed
from twisted.python.failure import Failure

_GRACE = 4  # seconds in which what is being fetched or read may end by itself
_SIGNALS = (signal.SIGINT, signal.SIGTERM)
_Handler = Callable[[int, FrameType | None], Any]


class PromptStop:
    """Gives what is open at a signal some seconds, then ends it.

    Scrapy waits for every request that it has begun: 30 seconds for a server that sends nothing, minutes for a queue
    with a delay. What is not done has no outcome, so the next run does it.
    """

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "PromptStop":
        stop = cls(crawler)
        crawler.signals.connect(stop.engine_started, signals.engine_started)
        return stop

    def engine_started(self) -> None:
        """Hear the signals as soon as Scrapy does, whose handlers are set when the reactor starts."""
        call_later(0, self._listen)

    def _listen(self) -> None:
        for number in _SIGNALS:
            before = signal.getsignal(number)
            if callable(before):
                signal.signal(number, self._handler(before))

    def _handler(self, before: _Handler) -> _Handler:
        def handle(number: int, frame: FrameType | None) -> None:
            timer = threading.Timer(_GRACE, self._end)
            timer.daemon = True
            timer.start()
            before(number, frame)

        return handle

    def _end(self) -> None:
        """Give up, in a thread of its own: the main thread may be waiting for a page that is being read."""
        from twisted.internet import reactor

        for pool in self.crawler.spider.pools if self.crawler.spider else ():  # type: ignore[attr-defined]
            pool.give_up()
        reactor.callFromThread(self._forget_requests)

    def _forget_requests(self) -> None:
        """Let the engine close without its open requests; Scrapy has no public way."""
        engine = self.crawler.engine
        slot = engine._slot if engine else None
        if engine is not None and slot is not None and slot.closing is not None and slot.inprogress:
            slot.inprogress = _Forgotten()
            # An answer that comes after all would be handed to an engine that has closed, which raises for each.
            engine.scraper.enqueue_scrape = _drop_answer  # type: ignore[method-assign]
            slot._maybe_fire_closing()


def _drop_answer(result: Response | Failure, request: Request) -> Deferred[None]:
    return succeed(None)


class _Forgotten(set[Any]):
    """No request, whatever is taken out of it: those that end after all are not missed."""

    def remove(self, element: Any) -> None:
        """Take nothing out."""
