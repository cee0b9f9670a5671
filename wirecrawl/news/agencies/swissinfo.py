"""SWI swissinfo.ch: one site with a folder for each language. Many of its stories are those of Keystone-SDA."""

import re
from datetime import timedelta

from wirecrawl.news.agencies import Agency, Layout, Source, UrlShape

_SITE = ("swissinfo.ch",)
_SHAPES = (
    # K: /eng/foreign-affairs/slug/89012345; the words may change
    UrlShape(
        "article",
        _SITE,
        re.compile(r"/[a-z]{3}/(?:(?P<section>[\w-]{2,60})/)?[^/?]{1,300}/(?P<id>\d{5,10})"),
    ),
    UrlShape("list", _SITE, re.compile(r"/[a-z]{3}/sitemap-news\.xml"), source="sitemap"),
    UrlShape("list", _SITE, re.compile(r"/[a-z]{3}(?:/(?P<section>[\w-]{2,60}))?/?")),
)
_SITE_2023 = Layout(
    name="swissinfo-2023",
    hosts=_SITE,
    headline=("h1",),
    body=(".article-main",),
    published=("//meta/@property[. = 'article:published_time']/../@content", "//time/@datetime"),
    drop=("h1", "time", "aside"),
    needs_address=True,
)
_LANGUAGES = {
    "eng": "en", "ger": "de", "fre": "fr", "ita": "it", "spa": "es", "por": "pt", "rus": "ru", "ara": "ar", "chi": "zh",
    "jpn": "ja",
}  # fmt: skip

AGENCY = Agency(
    name="swissinfo",
    printed=("SWI swissinfo.ch", "swissinfo"),
    domains=_SITE,
    zone=timedelta(hours=1),
    place="Europe/Zurich",
    languages={f"swissinfo.ch/{code}": tag for code, tag in _LANGUAGES.items()},
    shapes=_SHAPES,
    layouts=(_SITE_2023,),
    sources=(Source("https://www.swissinfo.ch/eng/sitemap-news.xml", "sitemap"),),
    order=240,
)
