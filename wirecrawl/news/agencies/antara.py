"""Antara: the English site, the Indonesian one and its provincial sisters; layouts for saved pages only.

The sites are not crawled, because their pages forbid automated collection without written permission. The number of a
story is unique on its site only. Times are those of Jakarta.
"""

import re
from datetime import timedelta

from wirecrawl.news.agencies import Agency, Layout, UrlShape

_ENGLISH, _INDONESIAN, _ALL = ("en.antaranews.com",), ("www.antaranews.com",), ("antaranews.com",)
_SHAPES = (
    # /news/293043/slug; the words may be missing
    UrlShape("article", _ENGLISH, re.compile(r"/news/(?P<id>\d{4,8})(?:/[\w-]{1,200})?/?"), prefix="en_"),
    UrlShape("article", _INDONESIAN, re.compile(r"/berita/(?P<id>\d{4,8})(?:/[\w-]{1,200})?/?")),
    # jatim.antaranews.com and other provincial sites count their stories separately, so the address is the id.
    UrlShape("article", _ALL, re.compile(r"/(?:berita|news)/\d{4,8}(?:/[\w-]{1,200})?/?")),
    UrlShape("list", _ALL, re.compile(r"/rss/[\w-]{2,40}\.xml"), source="feed"),
    UrlShape("list", _ALL, re.compile(r"/(?:terkini|news|berita)?/?")),
)
_LINKS = (
    ".baca-juga",
    "descendant::*[self::p or self::span or self::b or self::strong]"
    "[starts-with(normalize-space(), 'Related news:') or starts-with(normalize-space(), 'Baca juga:')]",
)
_CREDITS = "//p[contains(@class, 'text-muted')]//text()"
_REPORTERS = f"{_CREDITS}[starts-with(normalize-space(), 'Reporter') or starts-with(normalize-space(), 'Pewarta')]"
_EDITORS = f"{_CREDITS}[starts-with(normalize-space(), 'Editor')]"
_SITE_2020 = Layout(
    name="antara-2020",
    hosts=_ALL,
    headline=(".wrap__article-detail-title h1", "h1"),
    body=(".wrap__article-detail-content",),
    published=(".wrap__article-detail-info span", ".text-secondary.font-weight-normal"),
    bylines=(_REPORTERS,),
    editors=(_EDITORS,),
    drop=_LINKS,
    years=(2020, 2100),
)
# The provincial sites, and the main one before: paragraphs separated by <br>.
_SITE_2018 = Layout(
    name="antara-2018",
    hosts=_ALL,
    headline=("h1.post-title",),
    body=(".post-content",),
    published=("//h1[contains(@class, 'post-title')]/following-sibling::p[1]",),
    bylines=(_REPORTERS,),
    editors=(_EDITORS,),
    drop=_LINKS,
)

AGENCY = Agency(
    name="antara",
    printed=("ANTARA", "Antara"),
    domains=_ALL,
    zone=timedelta(hours=7),
    languages={"en.antaranews.com": "en", "antaranews.com": "id"},
    shapes=_SHAPES,
    layouts=(_SITE_2020, _SITE_2018),
    sources=(),
    order=50,
)
