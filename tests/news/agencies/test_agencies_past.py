"""Where archives have an agency's stories: every dated address is found under one of the beginnings of its month."""

import re

import pytest

from tests.support.fixtures import ROOT
from wirecrawl.news.agencies import all_agencies, classify, get, of_url
from wirecrawl.storage.archive import open_sources
from wirecrawl.web.urls import host_of, path_of

FIXTURES = sorted({page.url for page in open_sources((str(ROOT / "fixtures"),)).pages() if page.url})
GIVEN = [
    "http://www.china.org.cn/china/Off_the_Wire/2020-04/17/content_75943843.htm",
    "https://www.china.org.cn/world/Off_the_Wire/2026-03/12/content_118377799.shtml",
    "http://news.xinhuanet.com/english/2008-04/09/content_7945866.htm",
    "http://news.xinhuanet.com/english2010/world/2010-10/08/c_13547668.htm",
    "http://news.xinhuanet.com/english/2015-12/21/c_134935806.htm",
    "http://www.xinhuanet.com/english/2018-01/03/c_136868968.htm",
    "https://english.news.cn/20230309/6fabecde80d94b56887f819e75715a93/c.html",
    "https://english.news.cn/asiapacific/20261002/dd66b1f28afb494995b6efcb416e422e/c.html",
    "https://en.yna.co.kr/view/AEN20260806001200315",
    "https://ria.ru/20210509/ataki-1731602766.html",
    "http://ria.ru/economy/20120105/532977408.html",
    "https://www.reuters.com/world/europe/rain-falls-2026-11-20/",
    "https://www.upi.com/Top_News/World-News/2026/01/09/rain/1767918326000/",
    "https://www.ansa.it/english/news/2026/11/20/rain_0b6b0d4e-1c1c-4c1c-8c1c-0123456789ab.html",
    "https://www.jta.org/2026/11/20/israel/rain-falls",
]
DATED = [url for url in {*FIXTURES, *GIVEN} if (own := of_url(url)) and classify(url, own).day]


def found(url: str, year: int, month: int) -> bool:
    """Whether an index that is asked for a month of the address's agency lists it."""
    agency = of_url(url)
    assert agency
    host = host_of(url).removeprefix("www.")
    return any(
        f"{host}{path_of(url)}".startswith(prefix) and (not pattern or re.fullmatch(pattern, url))
        for prefix, pattern in agency.past_prefixes(year, month)
    )


@pytest.mark.parametrize("url", sorted(url for url in DATED if url in GIVEN))
def test_a_dated_address_is_listed_in_its_month_alone(url: str) -> None:
    agency = of_url(url)
    assert agency
    day = classify(url, agency).day
    assert day
    assert found(url, day.year, day.month)
    assert not found(url, day.year, day.month % 12 + 1)


def test_most_dated_fixtures_are_listed() -> None:
    own = [(url, classify(url, agency).day) for url in DATED if (agency := of_url(url)) and not url.endswith(".json")]
    missing = [url for url, day in own if day and not found(url, day.year, day.month)]
    assert len(missing) < len(own) / 5, missing


@pytest.mark.parametrize("name", [agency.name for agency in all_agencies()])
def test_every_agency_says_where_its_past_is(name: str) -> None:
    for year in (2005, 2017, 2026):
        for prefix, pattern in get(name).past_prefixes(year, 2):
            assert re.fullmatch(r"[a-z0-9.-]+\.[a-z]+/[^{}\s]*", prefix)
            assert re.compile(pattern)
    assert get(name).past_prefixes(2026, 2)


@pytest.mark.parametrize(
    ("host", "tag"), [("jp", "ja"), ("kr", "ko"), ("japanese", "ja"), ("korean", "ko"), ("www", "zh")]
)
def test_hosts_of_xinhua_have_their_language(host: str, tag: str) -> None:
    languages = get("xinhua").languages
    assert max((name for name in languages if f"{host}.news.cn".endswith(name)), key=len)
    assert languages.get(f"{host}.news.cn", languages["news.cn"]) == tag
