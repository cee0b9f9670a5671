"""A page that names more than a list may have costs a bounded time, and what is left out is said."""

import pytest

from wirecrawl.news.discovery import Listing, ListItem
from wirecrawl.run.reading import list_limits
from wirecrawl.run.reading.list_limits import bounded

LINE = ListItem(None, "Rain falls", headline=True)
BARE = ListItem(None)


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(list_limits, "MOST_LINKS", 6)
    monkeypatch.setattr(list_limits, "MOST_HEADLINES", 3)


def headlines(listing: Listing) -> int:
    return sum(one.headline for one in (*listing.seen, *listing.ticker))


def test_a_page_within_the_limits_is_as_it_was() -> None:
    page = Listing([BARE, LINE], [LINE], ["entry 3: no link"])
    assert bounded(page) is page


def test_more_links_are_left_out_and_counted() -> None:
    found = bounded(Listing([BARE] * 10, [], ["entry 3: no link"]))
    assert len(found.seen) == 6
    assert found.unread == ["entry 3: no link", "4 more links of this page are left out: a run takes the first 6"]


def test_a_link_stays_where_its_headline_is_one_too_many() -> None:
    found = bounded(Listing([LINE, BARE, LINE, LINE, LINE], [LINE]))
    assert (len(found.seen), headlines(found)) == (5, 3)
    assert [one.headline for one in found.seen] == [True, False, True, False, False]
    assert found.unread == ["2 more headlines of this page are left out: a run takes the first 3"]


def test_a_ticker_has_the_same_limit() -> None:
    found = bounded(Listing([LINE], [LINE] * 5))
    assert (len(found.ticker), headlines(found)) == (3, 3)
    assert found.unread == ["3 more headlines of this page are left out: a run takes the first 3"]
