"""RIA Novosti: ria.ru in Russian. Sputnik is the foreign service of the same house.

Times are those of Moscow. The time in the metadata has no time zone (20261119T1412), so the printed one is read first.
The sitemap of all days is read only if a crawl names it (-a sources=), because it has one sitemap for each day since
2001.
"""

import re
from datetime import timedelta

from wirecrawl.news.agencies import Agency, Layout, Past, Source, UrlShape

_SITE = ("ria.ru",)
_DAY = r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)"
_SHAPES = (
    # /20210509/ataki-1731602766.html; until about 2018 /economy/20120105/532977408.html
    UrlShape(
        "article",
        _SITE,
        re.compile(rf"(?:/(?P<section>[a-z][\w-]{{1,40}}))?/{_DAY}/(?:[^/?]{{1,200}}-)?(?P<id>\d{{6,12}})\.html"),
    ),
    UrlShape("list", _SITE, re.compile(r"/export/rss2/(?:[\w-]{1,40}/){0,2}index\.xml"), source="feed"),
    # sitemap_article.xml?date_start=20261119&date_end=20261119
    UrlShape("list", _SITE, re.compile(r"/sitemap_article(?:_index)?\.xml(?:\?.{0,80})?"), source="sitemap"),
    UrlShape("list", _SITE, re.compile(r"/(?:(?P<section>[a-z][\w-]{1,40})/?)?")),
)
_SITE_2019 = Layout(
    name="ria-2019",
    hosts=_SITE,
    headline=(".article__title",),
    # Each paragraph is a block of its own, between blocks of pictures and of links to other stories.
    body=(".article__text, .article__quote-text",),
    published=(".article__info-date a", ".article__info-date"),
    bylines=(".article__author-name",),
    years=(2018, 2100),
)
_SITE_2012 = Layout(
    name="ria-2012",
    hosts=_SITE,
    headline=("h1.article_header_title",),
    body=(".article_full_text",),
    published=("time.article_header_date",),
    drop=(".article_illustration", ".articles_playlist", "[class^='article_assessment']"),
    years=(2011, 2014),
    seen="real page",
)

# The first part of addresses until 2014
_SECTIONS = ("politics", "economy", "society", "world", "incidents", "science", "sport", "culture", "defense_safety")

AGENCY = Agency(
    name="ria",
    printed=("РИА Новости", "RIA Novosti"),
    domains=_SITE,
    zone=timedelta(hours=3),
    place="Europe/Moscow",
    languages={"ria.ru": "ru"},
    shapes=_SHAPES,
    layouts=(_SITE_2019, _SITE_2012),
    past=(
        Past("ria.ru/{year}{month}"),
        *(Past(f"ria.ru/{section}/{{year}}{{month}}", years=(2003, 2015)) for section in _SECTIONS),
    ),
    sources=(Source("https://ria.ru/export/rss2/archive/index.xml", "feed"),),
    order=210,
)
