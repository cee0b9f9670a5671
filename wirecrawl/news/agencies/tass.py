"""TASS: an English and a Russian site, which count their stories separately.

Times are those of Moscow, UTC+3. The pages have their time in Unix seconds, which a script converts.
"""

import re
from dataclasses import replace
from datetime import timedelta

from wirecrawl.news.agencies import Agency, Layout, Source, UrlShape

_SITES = ("tass.com", "tass.ru")
_ARTICLE = re.compile(r"/(?P<section>[a-z][a-z-]+)/(?P<id>\d{5,9})")
_SHAPES = (
    UrlShape("article", ("tass.com",), _ARTICLE),
    UrlShape("article", ("tass.ru",), _ARTICLE, prefix="ru_"),  # the sites count their stories separately
    UrlShape("list", _SITES, re.compile(r"/rss/v2\.xml"), source="feed"),
    # Since October 2020. No crawl starts there, because it lists the whole archive.
    UrlShape("list", _SITES, re.compile(r"/sitemap(?:/sitemap_\w+)?\.xml"), source="sitemap"),
    UrlShape("list", _SITES, re.compile(r"/(?P<section>[a-z][a-z-]+)?/?")),
)
_RUSSIAN = Layout(
    name="tass-2020",
    hosts=("tass.ru",),
    headline=("h1.news-header__title", "h1"),
    body=(".text-content",),  # has several .text-block; the lead above repeats one of their paragraphs
    published=(
        "concat('@', //dateformat[ancestor::*[contains(@class, 'news-header__date')]]/@time)",
        "concat('@', //dateformat/@time)",
    ),
    drop=(".news-media", ".text-include", ".tags"),
    years=(2020, 2100),
    seen="real page",
)

AGENCY = Agency(
    name="tass",
    printed=("TASS", "ТАСС"),
    domains=_SITES,
    zone=timedelta(hours=3),
    languages={"tass.com": "en", "tass.ru": "ru"},
    shapes=_SHAPES,
    layouts=(_RUSSIAN, replace(_RUSSIAN, name="tass.com", hosts=("tass.com",), seen="facts")),
    sources=(Source("https://tass.com/rss/v2.xml", "feed"),),
    order=120,
)
