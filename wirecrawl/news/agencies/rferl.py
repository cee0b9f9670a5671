"""RFE/RL: the sites of its services, with one CMS, which is that of VOA too.

The number of a story is that of its site; each site has numbers of its own. The addresses of feeds (/api/epiqq) differ
for each service and change, so only one that is known to answer is asked for.
"""

import re
from datetime import timedelta

from wirecrawl.news.agencies import Agency, Layout, Source, UrlShape

_LANGUAGES = {
    "rferl.org": "en", "svaboda.org": "be", "svoboda.org": "ru", "radiosvoboda.org": "uk", "azattyq.org": "kk",
    "azatutyun.am": "hy", "ozodi.org": "tg", "ekhokavkaza.com": "ru",
}  # fmt: skip
_SITE = tuple(_LANGUAGES)


def _article(host: str) -> UrlShape:
    # /a/slug/33012345.html; the words may be missing
    prefix = "" if host == "rferl.org" else f"{host.partition('.')[0]}_"
    return UrlShape("article", (host,), re.compile(r"/a/(?:[^/?]{1,300}/)?(?P<id>\d{5,9})\.html"), prefix=prefix)


_SHAPES = (
    *map(_article, _SITE),
    UrlShape("list", _SITE, re.compile(r"/api/[a-z]{1,2}[\w-]{3,30}"), source="feed"),
    UrlShape("list", _SITE, re.compile(r"/z/(?P<id>\d{1,6})"), prefix="z_"),
    UrlShape("list", _SITE, re.compile(r"/p/(?P<id>\d{1,6})\.html"), prefix="p_"),
    UrlShape("list", _SITE, re.compile(r"/")),
)
_SITES = Layout(
    name="rferl",
    hosts=_SITE,
    headline=("h1.title", "h1.pg-title", "h1"),
    body=("#article-content .wsw", "#article-content"),
    published=(
        "//time[ancestor::*[contains(concat(' ', normalize-space(@class), ' '), ' published ')]]/@datetime",
        "span.date",
    ),
    bylines=(".publishing-details .links__item-link",),
    # Embedded lists, players and posts, but no pictures or captions.
    drop=(".media-block", ".media-block-wrap", ".share--box", ".c-mmp", ".media-pholder", ".quiz"),
    needs_address=True,
)

AGENCY = Agency(
    name="rferl",
    printed=("RFE/RL", "Радыё Свабода", "Радио Свобода", "Радіо Свобода"),
    domains=_SITE,
    zone=timedelta(),
    languages=_LANGUAGES,
    shapes=_SHAPES,
    layouts=(_SITES,),
    sources=(Source("https://www.svaboda.org/api/epiqq", "feed"),),
    order=250,
)
