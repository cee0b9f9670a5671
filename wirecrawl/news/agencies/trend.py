"""Trend of Azerbaijan: one site for each language. No facts tell its markup, so its pages are read as a whole.

K: the shape of a story's address."""

import re
from datetime import timedelta

from wirecrawl.news.agencies import Agency, Source, UrlShape

_SITE = ("trend.az",)
_SECTION = r"[a-z][\w-]{0,40}(?:/[a-z][\w-]{0,40}){0,3}"
_SHAPES = (
    # K: /business/energy/4012345.html
    UrlShape("article", _SITE, re.compile(rf"/(?P<section>{_SECTION})/(?P<id>\d{{6,8}})\.html")),
    UrlShape("list", _SITE, re.compile(r"/(?:rss|feeds/index\.rss|rss/index\.rss)/?"), source="feed"),
    UrlShape("list", _SITE, re.compile(rf"/(?:(?P<section>{_SECTION})/(?:page(?P<page>\d{{1,3}})/)?)?")),
)

AGENCY = Agency(
    name="trend",
    printed=("Trend", "Trend News Agency"),
    domains=_SITE,
    zone=timedelta(hours=4),
    languages={"en.trend.az": "en", "az.trend.az": "az", "ru.trend.az": "ru", "trend.az": "ru"},
    shapes=_SHAPES,
    layouts=(),
    sources=(Source("https://en.trend.az/rss", "feed"),),
    order=280,
)
