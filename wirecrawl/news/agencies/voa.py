"""VOA: its English site, which has published nothing new since March 2025.

One CMS numbers the stories of all services, and the words before the number may change. Many stories are those of AP,
Reuters or AFP. The time of a page has its time zone in an attribute; the printed time has none.
"""

import re
from datetime import timedelta

from wirecrawl.news.agencies import Agency, Layout, Source, UrlShape

_SITE = ("voanews.com",)

_SHAPES = (
    UrlShape("article", _SITE, re.compile(r"/a/(?:[^/?]{1,300}/)?(?P<id>\d{5,8})\.html")),
    UrlShape("list", _SITE, re.compile(r"/sitemap[\w-]{0,60}\.xml(?:\.gz)?"), source="sitemap"),
    UrlShape("list", _SITE, re.compile(r"/z/(?P<id>\d{1,6})"), prefix="z_"),
    UrlShape("list", _SITE, re.compile(r"/p/(?P<id>\d{1,6})\.html"), prefix="p_"),
    UrlShape("list", _SITE, re.compile(r"/(?P<section>[a-z][a-z-]{2,40})?")),
)
_VOA = Layout(
    name="voa",
    hosts=_SITE,
    headline=("h1.pg-title", "h1"),
    body=("#article-content .wsw", "#article-content"),
    published=(
        "//time[ancestor::*[contains(concat(' ', normalize-space(@class), ' '), ' published ')]]/@datetime",
        ".published",
    ),
    bylines=(".publishing-details .links__item-link",),
    # Embedded lists, players and posts, but no pictures or captions.
    drop=(".media-block", ".media-block-wrap", ".share--box", ".c-mmp", ".media-pholder", ".quiz"),
    seen="real page",
)

AGENCY = Agency(
    name="voa",
    printed=("VOA", "Voice of America"),
    domains=_SITE,
    zone=timedelta(0),
    languages={"voanews.com": "en"},
    shapes=_SHAPES,
    layouts=(_VOA,),
    sources=(Source("https://www.voanews.com/sitemap.xml", "sitemap"),),
    order=80,
)
