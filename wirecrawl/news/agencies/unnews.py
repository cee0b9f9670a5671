"""UN News: one site with a folder for each language.

A story has one or more columns of text, with pictures and players between them; the standfirst is separate and does not
belong to the text. The attribute of the time element always says noon UTC, so only the printed day is used.
"""

import re
from datetime import timedelta

from wirecrawl.news.agencies import Agency, Layout, Past, Source, UrlShape

_SITE = ("news.un.org",)
# K: all but en, pt and zh
_TAGS = ("en", "ar", "es", "fr", "pt", "ru", "zh")


def _article(tag: str) -> UrlShape:
    # /en/story/2026/07/1167873, until 2017 with words after the number; feeds link to it below /feed/view (K).
    # Each language counts its stories separately, so the language is part of the id, except in English.
    path = rf"(?:/feed/view)?/{tag}/story/(?P<year>\d{{4}})/(?P<month>\d\d)/(?P<id>\d{{5,8}})(?:-[\w-]{{1,200}})?"
    return UrlShape("article", _SITE, re.compile(path), prefix="" if tag == "en" else f"{tag}_")


_ANY = "|".join(_TAGS)
_TOPIC = r"(?:topic|region)/(?P<section>[\w-]+)"
_SHAPES = (
    *map(_article, _TAGS),
    UrlShape(
        "list", _SITE, re.compile(rf"/feed/subscribe/(?:{_ANY})/news/(?:all|{_TOPIC}/feed)/rss\.xml"), source="feed"
    ),
    UrlShape("list", _SITE, re.compile(rf"/(?:{_ANY})(?:/news(?:/{_TOPIC})?)?/?(?:\?page=(?P<page>\d{{1,4}}))?")),
)
_COLUMN = "div[contains(concat(' ', normalize-space(@class), ' '), ' field--name-field-text-column ')]"
_SITE_2017 = Layout(
    name="unnews-2017",
    hosts=_SITE,
    headline=("h1 .field--name-title", "h1"),
    # The smallest element with all columns; if there is one only, that column.
    body=(
        f"/descendant::{_COLUMN}[1]/ancestor-or-self::*[count(descendant-or-self::{_COLUMN}) = count(//{_COLUMN})][1]",
        ".field--name-body",
    ),
    published=(".views-field-field-news-date time", "time.datetime"),
    drop=("aside", ".views-field-field-news-story-lead", ".views-field-field-news-date"),
    years=(2017, 2100),
)

AGENCY = Agency(
    name="unnews",
    printed=("UN News",),
    domains=_SITE,
    zone=timedelta(),
    languages={f"news.un.org/{tag}": tag for tag in _TAGS},
    shapes=_SHAPES,
    layouts=(_SITE_2017,),
    past=tuple(
        Past(f"news.un.org/{tag}/story/{{year}}/{{month}}/") for tag in ("en", "ar", "es", "fr", "pt", "ru", "zh")
    ),
    sources=(Source("https://news.un.org/feed/subscribe/en/news/all/rss.xml", "feed"),),
    items=("h2.node__title a",),
    item_time="time.datetime",
    order=40,
)
