"""24.kg of Kyrgyzstan: the site in Russian, with folders for English and Kyrgyz.

The number in front of the words is the story's. Its pages are read as a whole: they state their parts for machines."""

import re
from datetime import timedelta

from wirecrawl.news.agencies import Agency, Source, UrlShape

_SITE = ("24.kg",)
_SHAPES = (
    # /obschestvo/374207_fermeram_.../ and /english/374207_.../
    UrlShape("article", _SITE, re.compile(r"/(?P<section>[a-z_]{2,40})/(?P<id>\d{3,8})_[\w-]{0,300}/"), slash=True),
    UrlShape("list", _SITE, re.compile(r"/rss/"), source="feed"),
    UrlShape("list", _SITE, re.compile(r"/(?:(?P<section>[a-z_]{2,40})/)?")),
)

AGENCY = Agency(
    name="kg24",
    printed=("24.kg",),
    domains=_SITE,
    zone=timedelta(hours=6),
    languages={"24.kg": "ru", "24.kg/english": "en", "24.kg/kyrgyzcha": "ky"},
    shapes=_SHAPES,
    layouts=(),
    sources=(Source("https://24.kg/rss/", "feed"),),
    order=290,
)
