"""JTA, the Jewish Telegraphic Agency: one English site, on WordPress today, and its archive since 1923.

A story has no number today, so the address is the id. Times are those of New York.
"""

import re
from datetime import timedelta

from wirecrawl.news.agencies import Agency, Layout, Past, Source, UrlShape

_SITE = ("jta.org",)
_SHAPES = (
    # /2026/05/06/default/slug
    UrlShape(
        "article",
        _SITE,
        re.compile(r"/(?P<year>\d{4})/(?P<month>\d\d)/(?P<day>\d\d)/(?:(?P<section>[\w-]{2,40})/)?[\w%-]{3,300}"),
    ),
    # Until about 2013: /news/article/2012/01/10/3091104/slug
    UrlShape(
        "article",
        _SITE,
        re.compile(
            r"/(?P<section>news)/article/(?P<year>\d{4})/(?P<month>\d\d)/(?P<day>\d\d)/(?P<id>\d{4,9})(?:/[^/?]{1,300})?"
        ),
    ),
    # The old wire: /archive/slug
    UrlShape("article", _SITE, re.compile(r"/(?P<section>archive)/[\w%-]{3,300}")),
    UrlShape("list", _SITE, re.compile(r"/(?:category/[\w-]{2,40}/)?feed/?"), source="feed"),
    UrlShape("list", _SITE, re.compile(r"/(?:category/(?P<section>[\w-]{2,40}))?(?:/page/(?P<page>\d{1,3}))?/?")),
)
# K: the elements of a WordPress site
_SITE_2014 = Layout(
    name="jta-wordpress",
    hosts=_SITE,
    headline=("h1.entry-title", "h1"),
    body=(".entry-content",),
    published=("//meta/@property[. = 'article:published_time']/../@content", "time.entry-date"),
    bylines=(".byline .author", ".byline"),
    years=(2013, 2100),
    needs_address=True,
)
_SITE_2012 = Layout(
    name="jta-2012",
    hosts=_SITE,
    headline=("//p[@class='byline']/preceding-sibling::h2[1]",),
    body=("//*[h2 and p[@class='byline']]",),
    published=("h2 ~ p.byline",),
    # The last lines ask for donations and letters.
    drop=(
        "ul",
        "h2",
        "p.byline",
        "descendant::p[starts-with(normalize-space(), 'This article was made possible')]",
        "descendant::p[starts-with(normalize-space(), 'Click to login')]",
    ),
    years=(2009, 2013),
    seen="real page",
)

AGENCY = Agency(
    name="jta",
    printed=("JTA", "Jewish Telegraphic Agency"),
    domains=_SITE,
    zone=timedelta(hours=-5),
    place="America/New_York",
    languages={"jta.org": "en"},
    shapes=_SHAPES,
    layouts=(_SITE_2014, _SITE_2012),
    past=(
        Past("jta.org/{year}/{month}/"),
        Past("jta.org/news/article/{year}/{month}/", years=(1996, 2013)),
    ),
    sources=(Source("https://www.jta.org/feed", "feed"),),
    order=260,
)
