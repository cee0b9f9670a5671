"""The day in an address: written out, as a stamp, never a number of a story."""

import pytest

from wirecrawl.news.cleaning.address_day import day_in_address


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("news/2013/02/18/rain.html", "2013-02-18"),
        ("news/2013-02/18/content_25340717.htm", "2013-02-18"),
        ("gn/2013/02-18/10708819.shtml", "2013-02-18"),
        ("world/2013/2/8/rain", "2013-02-08"),
        ("2013/feb/18/rain", "2013-02-18"),
        ("economy/20130218/532977408.html", "2013-02-18"),
        ("rain-in-spain-20130218.html", "2013-02-18"),
        ("rain-in-spain--20130218093000", "2013-02-18"),
        ("20130218/rain", "2013-02-18"),
        ("news/20130218", None),
        ("news/20130218.html", None),
        ("news/2021/07/3abcdef0.html", None),
        ("news/2013/13/45/rain", None),
        ("news/1985/02/18/rain", None),
        ("rain-in-2013-12-steps-to-spain", None),
        ("news/rain", None),
    ],
)
def test_the_day_in_the_path(path: str, day: str | None) -> None:
    found = day_in_address(f"https://post.example/{path}")
    assert (found.isoformat() if found else None) == day


@pytest.mark.parametrize("url", [None, "", "http://[", "https://post.example/?date=2013/02/18"])
def test_what_has_no_path_has_no_day(url: str | None) -> None:
    assert day_in_address(url) is None
