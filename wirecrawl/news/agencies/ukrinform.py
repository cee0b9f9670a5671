"""Ukrinform: eight sites, one for each language, with one CMS, whose serial number is the id.

The lead of a story is a separate element (`newsHeading`) and belongs to the text. The sites print local time, in summer
an hour ahead of the offset given here; the time element has its offset.
"""

import re
from datetime import timedelta

from wirecrawl.news.agencies import Agency, Layout, Source, UrlShape

_LANGUAGES = {
    "ukrinform.net": "en",
    "ukrinform.ua": "uk",
    "ukrinform.ru": "ru",
    "ukrinform.de": "de",
    "ukrinform.es": "es",
    # K: these two and .jp complete the seven sister sites
    "ukrinform.fr": "fr",
    "ukrinform.pl": "pl",
    "ukrinform.jp": "ja",
}
_SITES = tuple(_LANGUAGES)
_SHAPES = (
    # /rubric-ato/4143504-war-update-70-clashes-on-frontline-since-morning.html
    UrlShape("article", _SITES, re.compile(r"/rubric-(?P<section>[\w-]+)/(?P<id>\d{6,8})-[\w-]{1,200}\.html")),
    # Until about 2013: /rus/news/slug_of_words_1048876
    UrlShape("article", _SITES, re.compile(r"/[a-z]{3}/news/[\w-]{2,300}?_(?P<id>\d{5,8})"), prefix="old_"),
    UrlShape("list", _SITES, re.compile(r"/rss/(?:block-lastnews|rubric-[\w-]+)"), source="feed"),
    UrlShape(
        "list", _SITES, re.compile(r"/(?:block-lastnews|rubric-(?P<section>[\w-]+))?/?(?:\?page=(?P<page>\d{1,3}))?")
    ),
)


def _classed(name: str) -> str:
    return f"@class[contains(concat(' ', normalize-space(.), ' '), ' {name} ')]"


_FURNITURE = ("aside", "section.read", "[data-name=int_hidden]", "img.pixel")
_NEWS = Layout(
    name="ukrinform",
    hosts=_SITES,
    headline=("h1.newsTitle",),
    # The smallest element with lead and text; on a page without a lead, the text alone.
    body=(f"//{_classed('newsHeading')}/../ancestor::*[descendant-or-self::*/{_classed('newsText')}][1]", ".newsText"),
    published=("//article//time/@datetime", "//time/@datetime"),
    bylines=(".newsAuthor",),
    drop=(*_FURNITURE, "header", "h1", "time", ".newsAuthor", ".newsPublisher"),
)
_INTERVIEW = Layout(
    name="ukrinform-interview",
    hosts=_SITES,
    headline=(".firstTitle",),
    body=("article.interviewBlock", ".interviewText"),
    published=("//article//time/@datetime", "//time/@datetime", ".firstDate"),
    drop=(*_FURNITURE, "header", ".firstTitle", ".firstDate"),
)
_SITE_2012 = Layout(
    name="ukrinform-2012",
    hosts=_SITES,
    headline=(".left_colum h1",),
    body=(".left_colum",),
    published=(".left_colum div.date",),
    # Behind the text are its source form, and forms for readers.
    drop=(
        "h1",
        "div.date",
        ".article_info",
        "//*[contains(@class, 'article_info')]/following-sibling::*",
    ),
    years=(2010, 2014),
    seen="real page",
)

AGENCY = Agency(
    name="ukrinform",
    printed=("Ukrinform", "Укрінформ", "Укринформ"),
    domains=_SITES,
    zone=timedelta(hours=2),
    place="Europe/Kyiv",
    languages=_LANGUAGES | {"ukrinform.ua/rus": "ru", "ukrinform.ua/eng": "en"},  # the folders of 2012
    shapes=_SHAPES,
    layouts=(_NEWS, _INTERVIEW, _SITE_2012),
    sources=(Source("https://www.ukrinform.net/rss/block-lastnews", "feed"),),
    items=("article h2 a",),
    order=30,
)
