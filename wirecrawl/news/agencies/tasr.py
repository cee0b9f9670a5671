"""TASR of Slovakia: its news site teraz.sk in Slovak. Its pages are read as a whole."""

import re
from datetime import timedelta

from wirecrawl.news.agencies import Agency, Source, UrlShape

_SITE = ("teraz.sk",)
_SHAPES = (
    # /ekonomika/slovenske-startupy-.../200322-clanok.html
    UrlShape("article", _SITE, re.compile(r"/(?P<section>[\w-]{2,40})/[\w-]{1,300}/(?P<id>\d{3,9})-clanok\.html")),
    UrlShape("list", _SITE, re.compile(r"/rss/[\w-]{2,40}\.rss"), source="feed"),
    UrlShape("list", _SITE, re.compile(r"/(?:(?P<section>[\w-]{2,40})/?)?")),
)

AGENCY = Agency(
    name="tasr",
    printed=("TASR", "Teraz.sk"),
    domains=_SITE,
    zone=timedelta(hours=1),
    place="Europe/Bratislava",
    languages={"teraz.sk": "sk"},
    shapes=_SHAPES,
    layouts=(),
    sources=(Source("https://www.teraz.sk/rss/vsetky-spravy.rss", "feed"),),
    order=380,
)
