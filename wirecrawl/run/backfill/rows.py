"""Rows of an index of a public archive: which of them are stories of the days that are asked for."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from wirecrawl.news.agencies import Agency, Link, classify
from wirecrawl.run.backfill.task import Month
from wirecrawl.storage.ledger.rows import ListedCapture
from wirecrawl.web.urls import host_of, under

OK = "200"
_LONGEST = 2000  # characters of an address
_TIME = 14  # digits


class IndexRow(NamedTuple):
    """A capture as an index lists it: `time` has 14 digits, `place` file, offset and length ("" for Wayback)."""

    original: str
    time: str
    status: str
    digest: str
    place: str = ""


class IndexAnswerError(ValueError):
    """An answer of an index that cannot be read, or that is not whole."""


def listed(rows: Iterable[IndexRow], agency: Agency, month: Month) -> Iterator[ListedCapture]:
    """The captures of stories of a month: HTTP 200, an address of the agency's stories, a day of the month in it.

    An address without a day may be of any: the day of its publication decides when it is read.
    """
    for row in rows:
        link = _story_link(row, agency)
        if link and (link.day is None or month.first <= link.day <= month.last):
            story = link.id or link.url
            yield ListedCapture(story, row.time, row.original, link.url, row.digest, row.place, link.page)


def _story_link(row: IndexRow, agency: Agency) -> Link | None:
    good_time = row.time.isascii() and row.time.isdecimal() and len(row.time) == _TIME
    if row.status != OK or not good_time or len(row.original) > _LONGEST:
        return None
    try:
        link = classify(row.original, agency)
    except ValueError:
        return None
    own = any(under(host_of(link.url), domain) for domain in agency.domains)
    return link if own and link.kind == "article" else None
