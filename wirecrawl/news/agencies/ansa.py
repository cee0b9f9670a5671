"""ANSA: an Italian site with an English section; a story has a UUID in its address.

Times are those of Italy, UTC+1 in winter; the metadata has the offset.
"""

import re
from datetime import timedelta

from wirecrawl.news.agencies import Agency, Layout, Past, Source, UrlShape

_SITE = ("ansa.it",)
_UUID = r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
_SHAPES = (
    UrlShape(
        "article",
        _SITE,
        re.compile(
            rf"/(?P<section>[\w/-]+?)/(?P<year>\d{{4}})/(?P<month>\d\d)/(?P<day>\d\d)/[^/?]+_(?P<id>{_UUID})\.html"
        ),
    ),
    UrlShape("list", _SITE, re.compile(r"/(?:[\w-]+/)+[\w-]+_rss\.xml"), source="feed"),
    UrlShape("list", _SITE, re.compile(r"/(?P<section>(?:[a-z_]+/){0,4})(?:[a-z_]+\.shtml)?")),
)
_SITE_2020 = Layout(
    name="ansa-2020",
    hosts=_SITE,
    headline=("h1.news-title", "h1"),
    body=(".news-txt", "[itemprop=articleBody]"),
    published=(
        "//meta/@property[. = 'article:published_time']/../@content",
        "//meta/@itemprop[. = 'datePublished']/../@content",
    ),
    bylines=("//@class[contains(., 'news-author')]/parent::*[not(contains(., 'Redazione'))]",),
    drop=(".news-caption", ".news-related", ".news-copy", ".tag-news"),
    years=(2020, 2100),
    seen="real page",
)

AGENCY = Agency(
    name="ansa",
    printed=("ANSA",),
    domains=_SITE,
    zone=timedelta(hours=1),
    place="Europe/Rome",
    languages={"ansa.it": "it", "ansa.it/english": "en"},
    shapes=_SHAPES,
    layouts=(_SITE_2020,),
    past=(Past("ansa.it/", r".*ansa\.it/.*/{year}/{month}/[0-9]{{2}}/.*"),),
    sources=(
        Source("https://www.ansa.it/english/news/english_nr_rss.xml", "feed"),
        Source("https://www.ansa.it/sito/ansait_rss.xml", "feed"),
    ),
    order=130,
)
