"""VNA: VietnamPlus, its news site, in Vietnamese, English and other languages.

Each language numbers its stories separately. The lead is a separate element and belongs to the text. Times are UTC+7.
"""

import re
from datetime import timedelta

from wirecrawl.news.agencies import Agency, Layout, Source, UrlShape

_SITE = ("vietnamplus.vn",)


def _article(edition: str) -> UrlShape:
    # /slug-post1101437.vnp, and its twin for phones that ends in .amp
    host = f"{edition or 'www'}.vietnamplus.vn"
    path = re.compile(r"/[\w-]{3,300}-post(?P<id>\d{4,9})\.(?:vnp|amp)")
    return UrlShape("article", (host,), path, prefix=f"{edition}_" if edition else "")


def _classed(name: str) -> str:
    return f"@class[contains(concat(' ', normalize-space(.), ' '), ' {name} ')]"


_SHAPES = (
    *map(_article, ("en", "fr", "es", "zh", "ru", "")),
    UrlShape("list", _SITE, re.compile(r"/sitemaps/[\w-]{2,40}\.xml"), source="sitemap"),
    UrlShape("list", _SITE, re.compile(r"/rss/[\w/-]{2,60}\.rss"), source="feed"),
    UrlShape("list", _SITE, re.compile(r"/(?:(?P<section>[\w-]{2,60})/?)?")),
)
_SITE_2023 = Layout(
    name="vietnamplus-2023",
    hosts=_SITE,
    headline=("h1.article__title", "h1"),
    # The smallest element with lead and text; on a page without a lead, the text alone.
    body=(
        f"//{_classed('article__sapo')}/../ancestor::*[descendant::*/{_classed('article__body')}][1]",
        ".article__body",
    ),
    published=("//meta/@property[. = 'article:published_time']/../@content", "//time/@datetime"),
    bylines=(".article__author",),
    drop=("h1", "time", ".article__header", ".article__meta", ".article__author", ".article__tag", ".article__story"),
    years=(2023, 2100),
    needs_address=True,
)

AGENCY = Agency(
    name="vna",
    printed=("VNA", "TTXVN", "VietnamPlus", "Vietnam+"),
    domains=_SITE,
    zone=timedelta(hours=7),
    languages={**{f"{tag}.vietnamplus.vn": tag for tag in ("en", "fr", "es", "zh", "ru")}, "vietnamplus.vn": "vi"},
    shapes=_SHAPES,
    layouts=(_SITE_2023,),
    sources=(Source("https://www.vietnamplus.vn/sitemaps/google-news.xml", "sitemap"),),
    order=270,
)
