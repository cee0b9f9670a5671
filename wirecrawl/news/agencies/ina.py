"""INA of Iraq: one site in Arabic, English and Kurdish. No facts tell its markup, so its pages are read as a whole.

K: the shape of a story's address."""

import re
from datetime import timedelta

from wirecrawl.news.agencies import Agency, Source, UrlShape

_SITE = ("ina.iq",)
_SHAPES = (
    # K: /ar/local/251234-slug.html, /251234--.html
    UrlShape(
        "article",
        _SITE,
        re.compile(r"(?:/(?:ar|en|eng|kur))?(?:/(?P<section>[a-z_-]{2,20}))?/(?P<id>\d{4,8})-[^/?]{0,400}\.html"),
    ),
    UrlShape("list", _SITE, re.compile(r"/rss[a-z]{0,20}\.xml"), source="feed"),
    UrlShape("list", _SITE, re.compile(r"/(?:(?P<section>[a-z_-]{2,20}(?:/[a-z_-]{2,20})?)/?)?")),
)

AGENCY = Agency(
    name="ina",
    printed=("INA", "Iraqi News Agency", "واع"),
    domains=_SITE,
    zone=timedelta(hours=3),
    languages={"ina.iq": "ar", "ina.iq/en": "en", "ina.iq/eng": "en"},
    shapes=_SHAPES,
    layouts=(),
    sources=(Source("https://ina.iq/rssdzen.xml", "feed"),),
    order=330,
)
