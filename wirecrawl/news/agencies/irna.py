"""IRNA of Iran: an English and a Persian site, with the CMS of other Iranian agencies.

The pages of the Persian site are behind a script, its sitemaps are not. Pages are read as a whole. Times on the Persian
site are those of Tehran in the Jalali calendar.
"""

import re
from datetime import timedelta

from wirecrawl.news.agencies import Agency, Source, UrlShape

_SITE = ("irna.ir",)
_SHAPES = (
    # /news/86266841/Iran-strongly-rejects
    UrlShape("article", _SITE, re.compile(r"/news/(?P<id>\d{7,9})(?:/[^/?]{0,300})?/?")),
    UrlShape("list", _SITE, re.compile(r"/rss(?:/tp/\d{1,5})?/?"), source="feed"),
    UrlShape("list", _SITE, re.compile(r"/sitemap/[\w/-]{2,60}\.xml"), source="sitemap"),
    UrlShape("list", _SITE, re.compile(r"/(?:(?:service|archive)/?(?P<section>[\w-]{0,60}))?")),
)

AGENCY = Agency(
    name="irna",
    printed=("IRNA", "ایرنا"),
    domains=_SITE,
    zone=timedelta(hours=3, minutes=30),
    place="Asia/Tehran",
    languages={"en.irna.ir": "en", "irna.ir": "fa"},
    shapes=_SHAPES,
    layouts=(),
    sources=(Source("https://en.irna.ir/rss", "feed"),),
    order=320,
)
