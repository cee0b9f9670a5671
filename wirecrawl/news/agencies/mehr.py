"""Mehr of Iran: an English and a Persian site, with the CMS of other Iranian agencies.

Its pages are read as a whole. Times on the Persian site are those of Tehran in the Jalali calendar."""

import re
from datetime import timedelta

from wirecrawl.news.agencies import Agency, Source, UrlShape

_SITE = ("mehrnews.com",)
_STORY = re.compile(r"/news/(?P<id>\d{5,9})(?:/[^/?]{0,300})?/?")
_SHAPES = (
    # K: /news/240123/slug
    UrlShape("article", ("en.mehrnews.com",), _STORY),
    UrlShape("article", ("www.mehrnews.com",), _STORY, prefix="fa_"),  # each site has numbers of its own
    UrlShape("list", _SITE, re.compile(r"/rss(?:/tp/\d{1,5})?/?"), source="feed"),
    UrlShape("list", _SITE, re.compile(r"/sitemap/[\w/-]{2,60}\.xml"), source="sitemap"),
    UrlShape("list", _SITE, re.compile(r"/(?:(?:service|archive)/?(?P<section>[\w-]{0,60}))?")),
)

AGENCY = Agency(
    name="mehr",
    printed=("Mehr News Agency", "MNA", "خبرگزاری مهر"),
    domains=_SITE,
    zone=timedelta(hours=3, minutes=30),
    place="Asia/Tehran",
    languages={"en.mehrnews.com": "en", "mehrnews.com": "fa"},
    shapes=_SHAPES,
    layouts=(),
    sources=(Source("https://en.mehrnews.com/rss", "feed"),),
    order=310,
)
