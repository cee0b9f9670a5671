"""Asks the indexes of public archives for the captures of a month, page by page, and keeps them in the ledger."""

from collections.abc import AsyncIterator, Callable, Iterable, Iterator
from typing import ParamSpec, TypeVar

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import Response
from twisted.python.failure import Failure

from wirecrawl.middlewares.robots import ARCHIVE
from wirecrawl.reasons import Reason, ReasonKind, because
from wirecrawl.run.backfill.commoncrawl import COLLECTIONS, crawls_of, index_query, read_pages, read_rows
from wirecrawl.run.backfill.rows import IndexAnswerError, IndexRow, listed
from wirecrawl.run.backfill.task import BackfillTask, Month
from wirecrawl.run.backfill.wayback import ROWS, cdx_query, read_cdx
from wirecrawl.run.state import Run
from wirecrawl.spiders.responses import failure_reason

_PATIENCE = 4  # times as long as for a page: an index may look through millions of rows
_LARGEST = 32 * 2**20  # bytes of an answer: a page of Common Crawl has 15,000 rows
_MOST_PAGES = 2_000  # of the answers to one query
_OK, _NOT_FOUND = 200, 404
T = TypeVar("T")
P = ParamSpec("P")


class IndexNotReached(Exception):
    """An index that did not answer, or whose answer cannot be used."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason


class ArchiveIndexes:
    """The index that a backfill asks."""

    def __init__(self, run: Run, task: BackfillTask, crawler: Crawler) -> None:
        self._run, self._task, self._crawler = run, task, crawler
        self._collections: bytes | None = None  # the list of crawls, once it was asked for

    def ask(self, month: Month) -> AsyncIterator[int]:
        """Keep the captures of a month in the ledger; the number of rows of each answer. Raises IndexNotReached."""
        return self._ask_wayback(month) if self._task.index == "wayback" else self._ask_commoncrawl(month)

    async def _ask_wayback(self, month: Month) -> AsyncIterator[int]:
        for prefix, pattern in self._run.agency.past_prefixes(month.first.year, month.first.month):
            key: str | None = None
            keys: set[str] = set()
            rows = ROWS
            while True:
                answer = await self._answer(cdx_query(prefix, pattern, self._task, month, key, rows))
                page = _readable(read_cdx, answer.body)
                yield self._keep(page.rows, month)
                if page.key is None and len(page.rows) < rows:
                    break
                if page.key is None and rows == ROWS:
                    rows = ROWS + 1  # as many as were asked for and no key may be all there are, or a cut answer
                    continue
                if page.key is None or page.key in keys or len(keys) > _MOST_PAGES:
                    raise _unusable("rows without an end")
                keys.add(page.key)
                key, rows = page.key, ROWS

    async def _ask_commoncrawl(self, month: Month) -> AsyncIterator[int]:
        for crawl in await self._crawls_of(month):
            for prefix, _ in self._run.agency.past_prefixes(month.first.year, month.first.month):
                query = index_query(crawl, prefix)
                count = await self._answer(f"{query}&showNumPages=true", empty=_NOT_FOUND)
                pages = _readable(read_pages, count.body) if count.status == _OK else 0
                for number in range(pages):
                    answer = await self._answer(f"{query}&page={number}", empty=_NOT_FOUND)
                    if answer.status == _OK:
                        yield _readable(self._keep_rows_of, answer.body, month)

    async def _crawls_of(self, month: Month) -> list[str]:
        if self._collections is None:
            self._collections = (await self._answer(COLLECTIONS)).body
        body = self._collections
        return _readable(crawls_of, body, month.first, self._task.last)

    def _keep_rows_of(self, body: bytes, month: Month) -> int:
        return self._keep(read_rows(body), month)

    def _keep(self, rows: Iterable[IndexRow], month: Month) -> int:
        """Keep the captures among some rows; returns the number of rows. Raises IndexAnswerError for broken ones."""
        count = 0

        def counted() -> Iterator[IndexRow]:
            nonlocal count
            for row in rows:
                count += 1
                if row.time <= self._until:
                    yield row

        with self._run.ledger.transaction():
            captures = listed(counted(), self._run.agency, month)
            self._run.ledger.past.list_captures(self._run.number, month.name, captures)
        return count

    @property
    def _until(self) -> str:
        """The latest time of captures, 14 digits."""
        return f"{self._task.until:%Y%m%d}999999" if self._task.until else "9" * 14

    async def _answer(self, url: str, empty: int = _OK) -> Response:
        """The answer to a query; `empty` is a status that stands for no rows. Raises IndexNotReached."""
        meta = {
            ARCHIVE: True,
            "download_timeout": _PATIENCE * self._crawler.settings.getfloat("DOWNLOAD_TIMEOUT"),
            "download_maxsize": _LARGEST,
        }
        assert self._crawler.engine
        try:
            answer = await self._crawler.engine.download_async(Request(url, meta=meta, dont_filter=True))
        except Exception as error:  # whatever a server does costs its month alone
            raise IndexNotReached(failure_reason(Failure(error))) from error  # type: ignore[no-untyped-call]
        if answer.status not in (_OK, empty):
            raise IndexNotReached(because(ReasonKind.HTTP_STATUS, answer.status))
        return answer


def _readable(read: Callable[P, T], *given: P.args, **named: P.kwargs) -> T:
    """What is read of an answer. Raises IndexNotReached for one that cannot be read."""
    try:
        return read(*given, **named)
    except IndexAnswerError as error:
        raise _unusable(str(error)) from error


def _unusable(what: str) -> IndexNotReached:
    return IndexNotReached(because(ReasonKind.INDEX_ANSWER, what))
