"""Requests for captures, and their answers as those of the original site."""

from dataclasses import replace
from datetime import UTC, datetime

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import Response

from wirecrawl.errors import ArchiveError
from wirecrawl.middlewares.robots import ARCHIVE
from wirecrawl.run.backfill.commoncrawl import record_request, record_source
from wirecrawl.run.backfill.wayback import raw_address
from wirecrawl.run.state import Run
from wirecrawl.spiders.responses import answer_of
from wirecrawl.storage.archive.foreign import read_foreign
from wirecrawl.storage.ledger.rows import ListedCapture
from wirecrawl.web.answer import Answer
from wirecrawl.web.captures import FOREIGN_RECORD

_OK, _PART = 200, 206


def capture_request(capture: ListedCapture, crawler: Crawler) -> Request:
    """The request for a capture, without a callback."""
    if not capture.place:
        return Request(raw_address(capture.original, capture.time), meta={ARCHIVE: True}, dont_filter=True)
    url, headers, length = record_request(capture.place)
    largest = min(length, crawler.settings.getint("DOWNLOAD_MAXSIZE"))
    meta = {ARCHIVE: True, FOREIGN_RECORD: capture, "download_maxsize": largest}
    return Request(url, headers=headers, meta=meta, dont_filter=True)


def captured_answer(response: Response, run: Run) -> Answer:
    """The answer of the original site that a response holds. Raises ArchiveError for a record that is not that one.

    A record of Common Crawl goes to the run's archive first; its answer names it there.
    """
    capture: ListedCapture | None = response.meta.get(FOREIGN_RECORD)
    if capture is None:
        return answer_of(response)
    source = record_source(capture.place)
    if response.status not in (_OK, _PART):
        raise ArchiveError(f"{source}: HTTP {response.status}")
    length = int(capture.place.rpartition(" ")[2])
    if len(response.body) != length:
        raise ArchiveError(f"{source}: {len(response.body)} bytes, and the index says {length}")
    fetched = response.meta.get("fetched")
    moment = datetime.fromisoformat(fetched) if fetched else datetime.now(UTC)
    found = read_foreign(response.body, capture.original, source, moment)
    answer = found.answer
    kind = (answer.content_type or "unk").partition(";")[0].strip() or "unk"
    record = run.archive.add_foreign(found.record, answer.url, kind) if run.archive else None
    return replace(answer, record=record)
