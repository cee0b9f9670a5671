"""Bernama: one site with a folder for each language.

The number in the query is the id; stories in all languages, and press releases by others, are counted together. Times
are UTC+8. The feed has ten items, which print the day without a time, so it should be crawled often.
"""

import re
from datetime import timedelta

from wirecrawl.news.agencies import Agency, Layout, Source, UrlShape

_SITE = ("bernama.com",)
_LANGUAGES = {"en": "en", "bm": "ms", "man": "zh", "ar": "ar", "tam": "ta", "es": "es"}
_FOLDER = rf"(?:{'|'.join(_LANGUAGES)})"
_SECTION = r"(?!press/|tv/)(?P<section>[a-z_-]{2,30})"
_NUMBER = r"\?id=(?P<id>\d{6,8})(?:&.{0,200})?"

_SHAPES = (
    # /en/news.php?id=2402227, with a section before or after it: /en/general/news.php, /en/news.php/general/news.php
    UrlShape(
        "article",
        _SITE,
        re.compile(rf"/{_FOLDER}/(?:{_SECTION}/)?news\.php/?(?:(?!press/|tv/)[a-z_-]{{2,30}}/news\.php)?{_NUMBER}"),
    ),
    UrlShape("article", _SITE, re.compile(rf"/bernama/v\d/newsindex\.php{_NUMBER}")),
    UrlShape("list", _SITE, re.compile(rf"/{_FOLDER}/rssfeed\.php"), source="feed"),
    UrlShape("list", _SITE, re.compile(rf"/(?:{_FOLDER}/(?:{_SECTION}/)?)?(?:index\.php)?")),
)
_BERNAMA = Layout(
    name="bernama",
    hosts=_SITE,
    headline=("h1",),
    body=(".NewsText", ".text-justify"),
    published=(".col-12.mt-3.mb-3 > div",),
)

AGENCY = Agency(
    name="bernama",
    printed=("BERNAMA", "Bernama"),
    domains=_SITE,
    zone=timedelta(hours=8),
    languages={"bernama.com": "en", **{f"bernama.com/{folder}/": tag for folder, tag in _LANGUAGES.items()}},
    shapes=_SHAPES,
    layouts=(_BERNAMA,),
    sources=(Source("https://www.bernama.com/en/rssfeed.php", "feed"),),
    order=100,
)
