"""Headlines that a run keeps from the pages it reads: none is lost for an odd time beside it."""

import pytest

from tests.support.stories import NOON, make_run
from wirecrawl.news.agencies import classify, get
from wirecrawl.news.discovery import Listing, ListItem, read_listing
from wirecrawl.run.reading.sightings import EarlierLook, changed_lines

URL = "http://www.china.org.cn/world/Off_the_Wire/2026-11/20/content_1000001.htm"
LIST = "https://english.news.cn/list/latestnews.htm"


@pytest.mark.parametrize(
    ("published", "time"),
    [
        ("2026-11-20T09:30:00+08:00", "2026-11-20T01:30:00+00:00"),
        ("2026-11-20T00:30:00-05:00", "2026-11-20T05:30:00+00:00"),
        (None, NOON),
    ],
)
def test_a_line_is_as_old_as_the_list_says_else_as_its_page(published: str | None, time: str) -> None:
    run = make_run()
    run.sight(Listing([ListItem(classify(URL, get("xinhua")), "Urgent: Rain", True, published)]), LIST, NOON)
    (sighting,) = run.sightings
    assert (sighting.raw, sighting.time, sighting.url, sighting.story) == (
        "Urgent: Rain",
        time,
        URL,
        "xinhua:content_1000001",
    )


def test_only_headlines_are_kept_and_the_ticker_on_top_comes_last() -> None:
    run = make_run()
    page = [ListItem(classify(URL, get("xinhua")), "Rain", True), ListItem(classify(LIST, get("xinhua")), "More")]
    run.sight(Listing(page, [ListItem(None, "Snow", True)]), LIST, NOON)
    assert [(sighting.raw, sighting.position, sighting.url) for sighting in run.sightings] == [
        ("Rain", 1, URL),
        ("Snow", 0, None),
    ]


def test_a_line_says_since_when_its_page_shows_it() -> None:
    run = make_run()
    before = EarlierLook(Listing([ListItem(None, "Rain", True)], [ListItem(None, "Snow", True)]), "2026-11-19T09:00:00")
    now = Listing([ListItem(None, "Rain", True), ListItem(None, "Hail", True)], [ListItem(None, "Snow", True)])
    run.sight(now, LIST, NOON, before)
    assert {one.raw: one.since for one in run.sightings} == {"Rain": before.time, "Snow": before.time, "Hail": None}


@pytest.mark.parametrize("odd", ["0001-01-01 00:00:00", "9999-12-31T23:59:59-05:00", "2026-02-30", "1970-01-01 00:00"])
def test_a_placeholder_for_a_time_costs_no_headline(odd: str) -> None:
    name = "0123456789abcdef" * 2
    body = f'{{"datasource": [{{"title": "Rain", "publishUrl": "/20261120/{name}/c.html", "publishTime": "{odd}"}}]}}'
    run = make_run()
    run.sight(read_listing(body.encode(), LIST, get("xinhua"), "json"), LIST, NOON)
    assert [sighting.raw for sighting in run.sightings] == ["Rain"]


EARLY, LATE = "2026-11-20T01:00:00+00:00", "2026-11-20T09:00:00+08:00"  # the same moment
OTHER = "2026-11-20T01:00:05+00:00"


def shown(text: str = "", published: str | None = None, modified: str | None = None) -> Listing:
    line = ListItem(classify(URL, get("xinhua")), text, bool(text), published, modified=modified)
    return Listing([line])


@pytest.mark.parametrize(
    ("old", "new", "changed"),
    [
        (shown("Rain"), shown("1st LD: Rain"), True),
        (shown("Rain", EARLY), shown("Rain", OTHER), True),
        (shown("", None, EARLY), shown("", None, OTHER), True),  # a sitemap's bare link
        (shown("", EARLY), shown("", OTHER), True),
        (shown("", None, None), shown("", None, EARLY), True),
        (shown("Rain", EARLY, EARLY), shown("Rain", LATE, LATE), False),
        (shown("Rain", EARLY, EARLY), shown("Rain"), False),
        (shown("Rain"), shown(""), False),
    ],
)
def test_a_line_is_changed_with_another_headline_or_time(old: Listing, new: Listing, changed: bool) -> None:
    assert changed_lines(old, new, lambda link: OTHER) == ({URL} if changed else set())


@pytest.mark.parametrize(
    ("time", "checked", "changed"),
    [(OTHER, EARLY, True), (EARLY, OTHER, False), (EARLY, None, False), (None, EARLY, False)],
)
@pytest.mark.parametrize("old", [None, Listing()])
def test_a_line_that_comes_back_is_changed_if_its_time_is_later_than_the_last_request(
    old: Listing | None, time: str | None, checked: str | None, changed: bool
) -> None:
    for new in (shown("Rain", time), shown("", None, time)):
        assert changed_lines(old, new, lambda link: checked) == ({URL} if changed else set())
