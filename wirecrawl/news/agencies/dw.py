"""Deutsche Welle: one site with a folder for each language, and its feeds.

The number at the end of an address is the story's. A story often ends with the initials of its writers and its sources.
Its pages are read as a whole: they state their parts for machines, and each year has another markup.
"""

import re
from datetime import timedelta

from wirecrawl.news.agencies import Agency, Source, UrlShape

_SITE = ("dw.com",)
_SHAPES = (
    # /en/slug/a-71234567, until 2022 /en/slug/a-60234567; a live blog or a video has another letter
    UrlShape("article", _SITE, re.compile(r"/[a-z]{2,3}(?:/[^/?]{1,300})?/a-(?P<id>\d{5,9})")),
    UrlShape("list", ("rss.dw.com",), re.compile(r"/(?:xml|rdf)/rss-[\w-]{2,40}"), source="feed"),
    UrlShape("list", _SITE, re.compile(r"/[a-z]{2,3}/(?:news|article)-sitemap\.xml"), source="sitemap"),
    UrlShape("list", _SITE, re.compile(r"/[a-z]{2,3}(?:/[^/?]{1,100}/s-\d{3,9})?/?")),
)

AGENCY = Agency(
    name="dw",
    printed=("DW", "Deutsche Welle"),
    domains=_SITE,
    zone=timedelta(hours=1),
    place="Europe/Berlin",
    languages={f"dw.com/{tag}": tag for tag in ("en", "de", "es", "fr", "ru", "uk", "ar", "fa", "tr", "id")},
    shapes=_SHAPES,
    layouts=(),
    sources=(Source("https://rss.dw.com/xml/rss-en-all", "feed"),),
    order=230,
)
