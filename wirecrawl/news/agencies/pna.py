"""PNA of the Philippines: one site in English. Its pages are read as a whole; a story's address is its number."""

import re
from datetime import timedelta

from wirecrawl.news.agencies import Agency, Source, UrlShape

_SITE = ("pna.gov.ph",)
_SHAPES = (
    UrlShape("article", _SITE, re.compile(r"/articles/(?P<id>\d{6,9})")),
    UrlShape("list", _SITE, re.compile(r"/(?:categories/(?P<section>[\w-]{2,40}))?(?:\?p=(?P<page>\d{1,4}))?")),
)

AGENCY = Agency(
    name="pna",
    printed=("PNA", "Philippine News Agency"),
    domains=_SITE,
    zone=timedelta(hours=8),
    languages={"pna.gov.ph": "en"},
    shapes=_SHAPES,
    layouts=(),
    sources=(
        Source("https://www.pna.gov.ph/categories/national", "list"),
        Source("https://www.pna.gov.ph/categories/provincial", "list"),
    ),
    items=(".flex-1",),
    order=370,
)
