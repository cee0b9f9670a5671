"""What an address of UPI tells before it is fetched."""

from datetime import UTC, date, datetime

import pytest

from wirecrawl.news.agencies import classify, get, of_url

UPI = get("upi")


@pytest.mark.parametrize(
    ("url", "number", "day", "section"),
    [
        (
            "https://www.upi.com/Top_News/World-News/2026/11/18/ferry-line-reopens/2891795014120/",
            "2891795014120",
            date(2026, 11, 18),
            "Top_News/World-News",
        ),
        (
            "https://www.upi.com/Odd_News/2026/11/18/goat/5611795014120/",
            "5611795014120",
            date(2026, 11, 18),
            "Odd_News",
        ),
        (
            "http://www.upi.com/Top_News/2012/02/18/Ferry-line/UPI-47671329603686/",
            "47671329603686",
            date(2012, 2, 18),
            "Top_News",
        ),
        (
            "http://www.upi.com/Business_News/Security-Industry/2002/08/08/UPI-News-Update/UPI-43481028841062/?st_rec=1",
            "43481028841062",
            date(2002, 8, 8),
            "Business_News/Security-Industry",
        ),
        (
            "https://www.upi.com/Archives/1982/06/18/A-deal/2671393220800/",
            "2671393220800",
            date(1982, 6, 18),
            "Archives",
        ),
    ],
)
def test_articles_of_every_era(url: str, number: str, day: date, section: str) -> None:
    link = classify(url, UPI)
    assert (link.kind, link.id, link.day, link.section) == ("article", f"upi:{number}", day, section)


def test_the_number_is_the_identity_whatever_stands_around_it() -> None:
    now = classify("https://www.upi.com/Top_News/US/2012/02/18/Other-words/47671329603686", UPI)
    then = classify("http://www.upi.com/Top_News/2012/02/18/Ferry-line/UPI-47671329603686/?spt=hs", UPI)
    assert now.id == then.id


def test_the_number_ends_in_unix_seconds_of_the_day_in_the_address() -> None:
    link = classify("https://www.upi.com/Top_News/US/2026/11/18/island-school/2901795014120/", UPI)
    assert link.id and datetime.fromtimestamp(int(link.id[-10:]), UTC).date() == link.day


@pytest.mark.parametrize(
    ("path", "page"),
    [("", 1), ("/", 1), ("/Top_News/", 1), ("/Top_News/US/", 1), ("/Odd_News/", 1), ("/Top_News/p2", 2)],
)
def test_a_front_is_a_list_and_never_a_story(path: str, page: int) -> None:
    link = classify(f"https://www.upi.com{path}", UPI)
    assert (link.kind, link.page) == ("list", page)


@pytest.mark.parametrize(
    "path",
    [
        "/Top_News/2026/11/18/",
        "/Top_News/US/2026/11/18/island-school/",
        "/Top_News/US/2026/11/18/island-school/290/",
        "/Top_News/US/2026/11/18/../2901795014120/",
        "/Top_News/US/2026/11/18/island-school/2901795014120/print/",
        "/News_Photos/view/upi/ac1f0f2a1c/The-week/",
        "/author/Dana-Whitlock/",
        "/search/?ss=ferry",
    ],
)
def test_other_pages_are_neither(path: str) -> None:
    assert classify(f"https://www.upi.com{path}", UPI).kind == "neither"


def test_feeds_are_lists_of_their_own_kind() -> None:
    link = classify("https://rss.upi.com/news/world_news.rss", UPI)
    assert (link.kind, link.source) == ("list", "feed")


@pytest.mark.parametrize(("host", "name"), [("www.upi.com", "upi"), ("yijiupi.com", None), ("upi.com.evil.com", None)])
def test_whose_site_an_address_belongs_to(host: str, name: str | None) -> None:
    found = of_url(f"https://{host}/Top_News/")
    assert (found.name if found else None) == name
