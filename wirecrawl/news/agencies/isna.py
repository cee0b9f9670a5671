"""ISNA of Iran: an English and a Persian site, with the CMS of other Iranian agencies.

The number of a story begins with its Jalali day. Pages are read as a whole. Times on the Persian site are those of
Tehran in the Jalali calendar.
"""

import re
from datetime import timedelta

from wirecrawl.news.agencies import Agency, Source, UrlShape

_SITE = ("isna.ir",)
_STORY = re.compile(r"/news/(?P<id>\d{10,14})(?:/[^/?]{0,300})?/?")
_SHAPES = (
    # K: the words after the number; the number is the Jalali day and a serial number: /news/1404042616251/slug
    UrlShape("article", ("en.isna.ir",), _STORY),
    UrlShape("article", ("www.isna.ir",), _STORY, prefix="fa_"),  # each site has numbers of its own
    UrlShape("list", _SITE, re.compile(r"/rss(?:/tp/\d{1,5})?/?"), source="feed"),
    UrlShape("list", _SITE, re.compile(r"/sitemap/[\w/-]{2,60}\.xml"), source="sitemap"),
    UrlShape("list", _SITE, re.compile(r"/(?:(?:service|archive)/?(?P<section>[\w-]{0,60}))?")),
)

AGENCY = Agency(
    name="isna",
    printed=("ISNA", "ایسنا"),
    domains=_SITE,
    zone=timedelta(hours=3, minutes=30),
    place="Asia/Tehran",
    languages={"en.isna.ir": "en", "isna.ir": "fa"},
    shapes=_SHAPES,
    layouts=(),
    sources=(Source("https://en.isna.ir/rss", "feed"),),
    order=300,
)
