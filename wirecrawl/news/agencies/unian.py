"""UNIAN of Ukraine: a site in Russian, one in Ukrainian and one in English. Their pages are read as a whole.

The number of a story stands behind the words of its address, before 2012 in front of them."""

import re
from datetime import timedelta

from wirecrawl.news.agencies import Agency, Source, UrlShape

_SITE = ("unian.net", "unian.ua", "unian.info")
_SHAPES = (
    # /economics/finance/kurs-dolara-u-2027-roci-13500747.html
    UrlShape(
        "article",
        _SITE,
        re.compile(r"/(?P<section>[\w-]{2,40})/(?:[\w-]{2,40}/){0,2}[\w-]{1,300}-(?P<id>\d{6,9})\.html"),
    ),
    UrlShape("article", _SITE, re.compile(r"/news/(?P<id>\d{3,7})-[\w-]{1,300}\.html")),
    UrlShape("list", _SITE, re.compile(r"/detail/(?:all|main)_news(?:/(?P<page>\d{1,4}))?")),
    UrlShape("list", _SITE, re.compile(r"/(?:(?P<section>[a-z-]{2,40})(?:/[a-z-]{2,40})?)?")),
)

AGENCY = Agency(
    name="unian",
    printed=("УНИАН", "УНІАН", "UNIAN"),
    domains=_SITE,
    zone=timedelta(hours=2),
    place="Europe/Kyiv",
    languages={"unian.net": "ru", "unian.ua": "uk", "unian.info": "en"},
    shapes=_SHAPES,
    layouts=(),
    sources=(
        Source("https://www.unian.net/detail/all_news", "list"),
        Source("https://www.unian.ua/detail/all_news", "list"),
    ),
    items=("#block_allnews_list_items li",),
    order=390,
)
