"""Interfax: its Russian site, its English one and the site of its regional desks.

The Russian pages are windows-1251. Times are those of Moscow. Each site counts its stories separately.
"""

import re
from datetime import timedelta

from wirecrawl.news.agencies import Agency, Layout, Source, UrlShape

_RUSSIAN, _ENGLISH, _REGIONAL = ("interfax.ru",), ("interfax.com",), ("interfax-russia.ru",)
_SHAPES = (
    # K: /world/1058734
    UrlShape("article", _RUSSIAN, re.compile(r"/(?P<section>[a-z][a-z_-]{1,30})/(?P<id>\d{4,8})")),
    # /newsroom/top-stories/98581/
    UrlShape("article", _ENGLISH, re.compile(r"/newsroom/[a-z-]{2,40}/(?P<id>\d{4,7})/"), prefix="en_", slash=True),
    # Until about 2013: /Center/news.asp?id=286800&sec=1671
    UrlShape(
        "article",
        _REGIONAL,
        re.compile(r"/(?P<section>[A-Za-z-]{2,30})/(?:news|view)\.asp\?id=(?P<id>\d{3,8})"),
        prefix="regional_",
    ),
    UrlShape("list", _RUSSIAN, re.compile(r"/rss\.asp"), source="feed"),
    UrlShape("list", _RUSSIAN, re.compile(r"/SEO_SiteMapLastChanges\.xml"), source="sitemap"),
    UrlShape("list", _RUSSIAN, re.compile(r"/(?:(?P<section>[a-z][a-z_-]{1,30})/?)?")),
    UrlShape("list", _ENGLISH, re.compile(r"/(?:newsroom/(?:[a-z-]{2,40}/)?)?")),
)
_SITE_2020 = Layout(
    name="interfax.ru",
    hosts=_RUSSIAN,
    headline=("h1[itemprop='headline']", "h1"),
    body=("article[itemprop='articleBody']",),
    published=("//article[@itemprop='articleBody']//time/@datetime", "//time/@datetime"),
    bylines=("article[itemprop='articleBody'] .author",),
    drop=("h1", "time", ".author", ".tags"),
    needs_address=True,
)
# Tables, and the time above the headline; older headlines beside them have the same class.
_REGIONAL_2012 = Layout(
    name="interfax-russia-2012",
    hosts=_REGIONAL,
    headline=("h1.bigblack",),
    body=("div.gm",),
    published=("//h1[contains(@class, 'bigblack')]/preceding-sibling::div[contains(@class, 'newstime')][1]",),
    years=(2005, 2015),
    seen="real page",
)

AGENCY = Agency(
    name="interfax",
    printed=("Interfax", "Интерфакс"),
    domains=(*_RUSSIAN, *_ENGLISH, *_REGIONAL),
    zone=timedelta(hours=3),
    place="Europe/Moscow",
    languages={"interfax.ru": "ru", "interfax.com": "en", "interfax-russia.ru": "ru"},
    shapes=_SHAPES,
    layouts=(_SITE_2020, _REGIONAL_2012),
    sources=(Source("https://www.interfax.ru/rss.asp", "feed"),),
    charset="windows-1251",
    order=190,
)
