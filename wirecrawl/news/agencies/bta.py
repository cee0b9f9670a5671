"""BTA of Bulgaria: one site in Bulgarian with a folder for English. Its pages are read as a whole.

A story has a number of its own in each language."""

import re
from datetime import timedelta

from wirecrawl.news.agencies import Agency, Source, UrlShape

_SITE = ("bta.bg",)
_SHAPES = (
    # /en/news/balkans/1156491-from-ai-minister-...
    UrlShape(
        "article",
        _SITE,
        re.compile(r"/(?:bg|en)/news/(?:(?P<section>[\w-]{2,40})/)?(?:[\w-]{2,60}/){0,2}(?P<id>\d{4,9})-[^/?]{1,400}"),
    ),
    UrlShape("list", _SITE, re.compile(r"/(?:bg|en)/rss/[\w-]{2,40}"), source="feed"),
    UrlShape(
        "list",
        _SITE,
        re.compile(r"/(?:bg|en)(?:/news(?:/(?P<section>[\w-]{2,40}))?)?/?(?:\?(?:.{1,200}&)?p=(?P<page>\d{1,4}))?"),
    ),
)

AGENCY = Agency(
    name="bta",
    printed=("БТА", "BTA"),
    domains=_SITE,
    zone=timedelta(hours=2),
    place="Europe/Sofia",
    languages={"bta.bg": "bg", "bta.bg/en": "en"},
    shapes=_SHAPES,
    layouts=(),
    sources=(Source("https://www.bta.bg/bg/rss/free", "feed"), Source("https://www.bta.bg/en/rss/free", "feed")),
    order=350,
)
