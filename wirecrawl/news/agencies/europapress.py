"""Europa Press of Spain: one site in Spanish. Its pages are read as a whole.

The number of a story is the local time at which it was made, 20240528165120 for 16:51:20. K: the words before it."""

import re
from datetime import timedelta

from wirecrawl.news.agencies import Agency, Source, UrlShape

_SITE = ("europapress.es",)
_SHAPES = (
    # K: /madrid/noticia-ayuntamiento-...-20240528165120.html
    UrlShape(
        "article",
        _SITE,
        re.compile(
            r"/(?:(?P<section>[\w-]{2,40})/)?(?:[\w-]{2,60}/){0,3}noticia-[\w-]{1,300}"
            r"-(?P<id>(?P<year>20\d\d)(?P<month>\d\d)(?P<day>\d\d)\d{6})\.html"
        ),
    ),
    UrlShape("list", _SITE, re.compile(r"/rss/rss\.aspx(?:\?(?:ch|buscar)=[\w%+-]{1,60})?"), source="feed"),
    UrlShape("list", _SITE, re.compile(r"/(?:(?P<section>[\w-]{2,40})/)?")),
)

AGENCY = Agency(
    name="europapress",
    printed=("Europa Press", "EUROPA PRESS"),
    domains=_SITE,
    zone=timedelta(hours=1),
    place="Europe/Madrid",
    languages={"europapress.es": "es"},
    shapes=_SHAPES,
    layouts=(),
    sources=(Source("https://www.europapress.es/rss/rss.aspx", "feed"),),
    order=360,
)
