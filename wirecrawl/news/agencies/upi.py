"""UPI: one English site of two eras and its feeds.

The last ten digits of an article's number are Unix seconds (nine before September 2001): …/2891789703256/ was made on
18 September 2026. The number is the id; the section before it and the words beside it may change.
Pages print US Eastern time without its zone; summer time is an hour ahead of the offset given here.
"""

import re
from datetime import timedelta

from wirecrawl.news.agencies import Agency, Layout, Past, Source, UrlShape

_SITE = ("upi.com",)
_FEEDS = ("rss.upi.com",)
_SECTION = r"[A-Z]\w*[_-](?:News|Industry)(?:/[A-Z][\w-]*)?"
_DAY = r"(?P<year>\d{4})/(?P<month>\d\d)/(?P<day>\d\d)"
_SHAPES = (
    # /Top_News/US/2026/01/08/slug/3571767918326/; until about 2013 …/UPI-47671329603686/; a query is for tracking.
    UrlShape(
        "article",
        _SITE,
        re.compile(
            rf"/(?P<section>{_SECTION}|Archives)/{_DAY}/\w[\w.,'%-]{{0,200}}/(?:UPI-)?(?P<id>\d{{12,14}})/?(?:\?.*)?"
        ),
        slash=True,
    ),
    UrlShape("list", _SITE, re.compile(rf"/(?:(?P<section>{_SECTION})/?(?:p(?P<page>\d{{1,3}})/?)?)?")),
    UrlShape("list", _FEEDS, re.compile(r"/news/\w{2,40}\.rss"), source="feed"),
)
_SITE_2016 = Layout(
    name="upi-2016",
    hosts=_SITE,
    headline=("h1",),
    body=("//article[p]",),
    published=(".article-date",),
    bylines=("//div[contains(@class, 'author-social')]//a[contains(@href, '/author/')]",),
    drop=(
        "//article//div[normalize-space() = 'Advertisement']",
        # K: links to other stories between the paragraphs
        "//article//p[starts-with(normalize-space(), 'RELATED ')]",
        "//article//*[self::div or self::ul][starts-with(normalize-space(), 'Read More')]",
    ),
    years=(2016, 2100),
)
_SITE_2014 = Layout(
    name="upi-2014",
    hosts=_SITE,
    headline=("#c_story h1",),
    body=(".st_text_c",),
    published=("#c_story .meta.grey", ".meta.grey"),
    years=(2010, 2015),
)
_SITE_2012 = Layout(
    name="upi-2012",
    hosts=_SITE,
    headline=("h1",),
    body=("#cont_2_ab_p #sv",),
    published=(".meta.grey",),  # K: as in 2014
    years=(2009, 2013),
)

AGENCY = Agency(
    name="upi",
    printed=("UPI", "United Press International"),
    domains=_SITE,
    zone=timedelta(hours=-5),
    place="America/New_York",
    languages={"upi.com": "en"},
    shapes=_SHAPES,
    layouts=(_SITE_2016, _SITE_2014, _SITE_2012),
    past=(Past("upi.com/", r".*/{year}/{month}/[0-9]{{2}}/.*"),),
    sources=(
        Source("https://rss.upi.com/news/news.rss", "feed"),
        Source("https://rss.upi.com/news/world_news.rss", "feed"),
    ),
    order=20,
)
