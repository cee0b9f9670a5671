"""Large lists and tickers: what keeps a parser busy for days does not keep the crawl."""

from collections.abc import Iterator
from contextlib import closing

import pytest

from tests.support.newsroom import WIRE_LIST, headline, listing, story_url
from wirecrawl.errors import PageError
from wirecrawl.news.agencies import SourceKind
from wirecrawl.parallel.pool import ProcessPool
from wirecrawl.run.reading.listing_task import LARGE, ListingTask, read_listing_page
from wirecrawl.web.answer import Answer

_BUSY = "<a " + " ".join(f"a{n}=1" for n in range(200_000)) + ">"  # an hour of libxml2's time


@pytest.fixture(scope="module")
def workers() -> Iterator[ProcessPool]:
    with closing(ProcessPool(1, seconds=1, megabytes=512)) as workers:
        yield workers


@pytest.mark.parametrize("kind", ["list", None])
def test_a_page_that_keeps_its_reader_busy_is_given_up(workers: ProcessPool, kind: SourceKind | None) -> None:
    page = Answer(WIRE_LIST, 200, _BUSY.encode())
    with pytest.raises(PageError, match=r"node_7300001\.htm: the cleaner was stopped after 1 s"):
        read_listing_page(ListingTask("xinhua", page, kind), workers)


def test_a_large_list_shows_what_a_small_one_does(workers: ProcessPool) -> None:
    links = [(story_url(number), headline(number)) for number in range(1, 47)]
    small = Answer(WIRE_LIST, 200, listing(links).encode())
    large = Answer(WIRE_LIST, 200, (listing(links) + " " * LARGE).encode())
    assert read_listing_page(ListingTask("xinhua", large, "list"), workers) == read_listing_page(
        ListingTask("xinhua", small, "list"), workers
    )


def test_what_is_wrong_with_a_large_list_is_told(workers: ProcessPool) -> None:
    page = Answer("https://english.news.cn/ds_1.json", 200, b"<p>" * LARGE)
    with pytest.raises(PageError, match="not a list of stories in JSON"):
        read_listing_page(ListingTask("xinhua", page, "json"), workers)
