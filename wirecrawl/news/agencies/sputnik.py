"""Sputnik: its pages of 2020 in any edition, for replay; it has no spider.

The pages print GMT. The editions count their stories separately and changed their hosts, so the address is the id.
"""

import re
from datetime import timedelta

from wirecrawl.news.agencies import Agency, Layout, Past, UrlShape

_SITES = ("sputniknews.com", "sputnikglobe.com")
_DAY = r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)"
_SHAPES = (
    UrlShape("article", _SITES, re.compile(rf"/(?P<section>[\w-]+)/{_DAY}\d{{10}}-[^/?]+/?"), slash=True),
    UrlShape("article", _SITES, re.compile(rf"/{_DAY}/(?:[^/?]+-)?\d{{7,12}}\.html")),
    UrlShape("list", _SITES, re.compile(r"/export/rss2/(?:[\w-]+/){1,3}index\.xml"), source="feed"),
    UrlShape("list", _SITES, re.compile(r"/(?P<section>[a-z][a-z_-]*/)?")),
)
_SITE_2020 = Layout(
    name="sputnik-2020",
    hosts=("sputniknews.com",),
    headline=(".b-article__header-title h1", "h1"),
    body=("//@itemprop[. = 'articleBody']/../..",),  # the first paragraph is a separate element beside the text
    published=("//meta/@itemprop[. = 'datePublished']/../@content",),
    bylines=(".b-article__refs-author a",),
    drop=(
        "//@itemprop[. = 'articleBody']/../../*[not(@itemprop='articleBody') and not(@itemprop='description')]",
        ".b-inject",
    ),
    years=(2020, 2021),
    seen="real page",
)

AGENCY = Agency(
    name="sputnik",
    printed=("Sputnik",),
    domains=_SITES,
    zone=timedelta(),
    languages={"sputniknews.com": "en", "sputnikglobe.com": "en", "arabic.sputniknews.com": "ar"},
    shapes=_SHAPES,
    layouts=(_SITE_2020,),
    past=(
        Past("sputniknews.com/", r".*/{year}{month}[0-9]{{2}}.*", years=(2014, 2023)),
        Past("sputnikglobe.com/{year}{month}", years=(2022, 2100)),
    ),
    sources=(),
    order=150,
)
