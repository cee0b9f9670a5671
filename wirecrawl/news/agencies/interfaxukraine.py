"""Interfax-Ukraine: one site with an edition for each language. Stories are numbered; the section before may change."""

import re
from datetime import timedelta

from wirecrawl.news.agencies import Agency, Layout, Source, UrlShape

_SITE = ("interfax.com.ua",)
_SHAPES = (
    # K: /news/economic/1038311.html; each edition has a number of its own for a story.
    UrlShape("article", _SITE, re.compile(r"/news/(?P<section>[a-z-]{2,40})/(?P<id>\d{4,8})\.html")),
    UrlShape("list", _SITE, re.compile(r"/news/last\.rss"), source="feed"),
    UrlShape("list", _SITE, re.compile(r"/(?:news(?:/(?P<section>[a-z-]{2,40}))?(?:\.html)?)?/?")),
)
_SITE_2021 = Layout(
    name="interfax.com.ua",
    hosts=_SITE,
    headline=("h1",),
    body=("article.article-content-view",),
    published=(
        "//meta/@property[. = 'article:published_time']/../@content",
        "//article//time/@datetime",
        ".article-time",
    ),
    drop=("h1", "time"),
    needs_address=True,
)

AGENCY = Agency(
    name="interfaxukraine",
    printed=("Interfax-Ukraine", "Інтерфакс-Україна", "Интерфакс-Украина"),
    domains=_SITE,
    zone=timedelta(hours=2),
    place="Europe/Kyiv",
    languages={"en.interfax.com.ua": "en", "ru.interfax.com.ua": "ru", "interfax.com.ua": "uk"},
    shapes=_SHAPES,
    layouts=(_SITE_2021,),
    sources=(Source("https://en.interfax.com.ua/news/last.rss", "feed"),),
    order=200,
)
