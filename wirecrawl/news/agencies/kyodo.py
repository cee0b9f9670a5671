"""Kyodo: its English site and the two Chinese ones.

Since 2025 each site counts its stories separately, and the Chinese sites began with one again. Before, a story had
twelve hexadecimal digits. Times are UTC+9, and no page prints its time zone.
"""

import re
from datetime import timedelta

from wirecrawl.news.agencies import Agency, Layout, Past, Source, UrlShape

_SITE = ("kyodonews.net",)
_NUMBERED = re.compile(r"/articles/-/(?P<id>\d{3,8})")

_SHAPES = (
    UrlShape("article", ("english.kyodonews.net",), _NUMBERED),
    UrlShape("article", ("china.kyodonews.net",), _NUMBERED, prefix="china_"),
    UrlShape("article", ("tchina.kyodonews.net",), _NUMBERED, prefix="tchina_"),
    UrlShape(
        "article",
        _SITE,
        re.compile(r"/news/(?P<year>\d{4})/(?P<month>\d\d)/(?P<id>[0-9a-f]{12})(?:-[^/?]{0,300})?\.html"),
    ),
    UrlShape("list", _SITE, re.compile(r"/(?:list/feed/rss4kyodonews-\w{1,20}|rss/news\.xml)"), source="feed"),
    UrlShape("list", _SITE, re.compile(r"/(?:(?:news|list)/(?P<section>[\w-]{1,60}))?")),
)
_KYODO = Layout(
    name="kyodo-2018",
    hosts=_SITE,
    headline=("h1",),
    body=("div.article-body",),
    published=("p.credit",),  # KYODO NEWS - Jul 23, 2021 - 19:40 | All, Japan
    drop=("p.credit",),
    years=(2018, 2100),
)

_HOSTS = ("english", "china", "tchina")

AGENCY = Agency(
    name="kyodo",
    printed=("Kyodo", "KYODO", "共同社"),
    domains=_SITE,
    zone=timedelta(hours=9),
    languages={"english.kyodonews.net": "en", "china.kyodonews.net": "zh", "tchina.kyodonews.net": "zh"},
    shapes=_SHAPES,
    layouts=(_KYODO,),
    past=(
        *(Past(f"{host}.kyodonews.net/news/{{year}}/{{month}}/", years=(2017, 2025)) for host in _HOSTS),
        *(Past(f"{host}.kyodonews.net/articles/-/", years=(2025, 2100)) for host in _HOSTS),
    ),
    sources=(Source("https://english.kyodonews.net/list/feed/rss4kyodonews-fzone", "feed"),),
    items=("div.sec-latest > ul > li a",),
    order=90,
)
