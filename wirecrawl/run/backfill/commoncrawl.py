"""The indexes of Common Crawl: which crawls are asked, their queries, their answers, and where records lie."""

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any
from urllib.parse import quote

from wirecrawl.run.backfill.rows import IndexAnswerError, IndexRow
from wirecrawl.storage.archive.record_reader import LARGEST_BLOCK
from wirecrawl.web.captures import COMMON_CRAWL, COMMON_CRAWL_INDEX

COLLECTIONS = f"https://{COMMON_CRAWL_INDEX}/collinfo.json"
_WEEK = re.compile(r"CC-MAIN-(\d{4})-(\d{2})")
_YEARS = re.compile(r"CC-MAIN-(\d{4})(?:-(\d{4}))?")  # the first crawls took a year or two
_FILE = re.compile(r"(?:[A-Za-z0-9_-][A-Za-z0-9_.-]{0,200}/){1,12}[A-Za-z0-9_-][A-Za-z0-9_.-]{0,200}\.warc\.gz")
_BEHIND = 2  # months behind the last one in whose crawls its stories are looked for
_MOST_PAGES = 10_000
_MOST_OFFSET = 2**40


def crawls_of(body: bytes, first: date, last: date) -> list[str]:
    """The ids of the crawls from the month of `first` to two months behind that of `last`, the oldest first.

    Raises IndexAnswerError for what is no list of crawls.
    """
    try:
        found = json.loads(body)
        ids = [one["id"] for one in found] if isinstance(found, list) else []
    except (ValueError, TypeError, LookupError, RecursionError):
        ids = []
    if not ids:
        raise IndexAnswerError("no list of crawls")
    begin, end = _month(first), _month(last) + _BEHIND
    spans = {name: span for name in ids if isinstance(name, str) and (span := _span(name))}
    return [name for name, (one, other) in sorted(spans.items()) if one <= end and other >= begin]


def _month(day: date) -> int:
    return day.year * 12 + day.month


def _span(name: str) -> tuple[int, int] | None:
    """The months of a crawl, counted from the year 0."""
    if week := _WEEK.fullmatch(name):
        try:
            day = date.fromisocalendar(int(week[1]), int(week[2]), 1)
        except ValueError:
            return None
        return _month(day), _month(day) + 1  # a crawl takes a week or two, which may reach into the next month
    if years := _YEARS.fullmatch(name):
        return int(years[1]) * 12 + 1, int(years[2] or years[1]) * 12 + 12
    return None


def index_query(crawl: str, prefix: str) -> str:
    """The address of a query for the captures of a crawl whose addresses begin with `prefix`."""
    return f"https://{COMMON_CRAWL_INDEX}/{crawl}-index?url={quote(prefix, safe='/:')}*&output=json"


def read_pages(body: bytes) -> int:
    """The number of pages that an answer to showNumPages names. Raises IndexAnswerError."""
    try:
        pages = json.loads(body)["pages"]
    except (ValueError, TypeError, LookupError, RecursionError):
        raise IndexAnswerError("no number of pages") from None
    if not isinstance(pages, int) or not 0 <= pages <= _MOST_PAGES:
        raise IndexAnswerError("no number of pages")
    return pages


def read_rows(body: bytes) -> Iterator[IndexRow]:
    """The rows of a page, one a line. Raises IndexAnswerError for a line that is no JSON, as in a cut answer."""
    for line in body.split(b"\n"):
        if line.strip():
            try:
                found = json.loads(line)
            except (ValueError, RecursionError):
                raise IndexAnswerError("a line that is no JSON, or cut") from None
            if row := _row(found):
                yield row


def _row(found: Any) -> IndexRow | None:
    """A row whose record can be asked for."""
    if not isinstance(found, dict):
        raise IndexAnswerError("a line that is no row")
    names = ("url", "timestamp", "status", "digest", "filename", "offset", "length")
    url, time, status, digest, file, offset, length = (str(found.get(name, "")) for name in names)
    digits = offset.isdecimal() and offset.isascii() and length.isdecimal() and length.isascii()
    if not digits or not _FILE.fullmatch(file) or int(offset) > _MOST_OFFSET or not 0 < int(length) <= LARGEST_BLOCK:
        return None
    return IndexRow(url, time, status, digest, f"{file} {offset} {length}")


def record_request(place: str) -> tuple[str, dict[str, str], int]:
    """Address, headers and length of the request for a record.

    >>> record_request("crawl-data/a.warc.gz 100 50")
    ('https://data.commoncrawl.org/crawl-data/a.warc.gz', {'Range': 'bytes=100-149'}, 50)
    """
    file, offset, length = place.split(" ")
    start, size = int(offset), int(length)
    return f"https://{COMMON_CRAWL}/{file}", {"Range": f"bytes={start}-{start + size - 1}"}, size


def record_source(place: str) -> str:
    """What names a record: its file, with its offset.

    >>> record_source("crawl-data/a.warc.gz 100 50")
    'https://data.commoncrawl.org/crawl-data/a.warc.gz#100'
    """
    file, offset, _ = place.split(" ")
    return f"https://{COMMON_CRAWL}/{file}#{offset}"
