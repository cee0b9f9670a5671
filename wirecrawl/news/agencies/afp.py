"""Agence France-Presse: its fact checks and AFPBB, the Japanese edition, for saved pages only.

The wire itself is not public and its sites refuse crawlers, so no crawl starts there; the spider is for replays.
The fact checks print the clock of Paris, AFPBB that of Tokyo; no offset is right for both, so only days are read.
"""

import re
from datetime import timedelta

from wirecrawl.news.agencies import Agency, Layout, UrlShape

_CHECKS = ("factcheck.afp.com", "faktencheck.afp.com", "factuel.afp.com", "factual.afp.com")
_AFPBB = ("afpbb.com",)
_QUERY = r"(?:\?.{0,300})?"


def _path(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_SHAPES = (
    UrlShape("article", _CHECKS, _path(rf"/doc\.afp\.com\.(?P<id>[0-9A-Z]{{5,10}})/?{_QUERY}")),
    UrlShape("article", _AFPBB, _path(rf"/articles/-/(?P<id>\d{{6,8}})/?{_QUERY}"), prefix="afpbb_"),
    UrlShape("list", _CHECKS, _path(r"/sitemap\.xml"), source="sitemap"),
    UrlShape("list", _CHECKS, _path(r"/(?:list(?:/[\w-]{1,60}){0,3}/?)?")),
    UrlShape("list", _AFPBB, _path(r"/(?:(?:category|subcategory|list)/(?P<section>[\w-]{1,60})/?)?")),
)
_FACTCHECK = Layout(
    name="afp-factcheck",
    hosts=_CHECKS,
    headline=(".sub-header h1", "h1"),
    body=(".wrapper-body .field--name-body", ".wrapper-body"),
    published=(".informations .date-full-format",),
    # The desk that translated the story is in the place of an author.
    bylines=("//@class[contains(., 'person-link')]/../a[not(starts-with(normalize-space(), 'AFP'))]",),
    drop=(".field__label",),
    years=(2018, 2100),
    seen="real page",
)
_AFPBB_2018 = Layout(
    name="afpbb",
    hosts=_AFPBB,
    headline=("#article-contents h1.title", "h1.title"),
    body=(".article-body",),
    published=("//meta[@name='cXenseParse:afp-publicdate']/@content",),
    drop=(".article-sns", ".article-category", ".article-buy"),
    seen="real page",
)

AGENCY = Agency(
    name="afp",
    printed=("AFP", "Agence France-Presse"),
    domains=("afp.com", "afpbb.com"),
    zone=timedelta(hours=1),
    place="Europe/Paris",
    languages={
        "afp.com": "en",
        "faktencheck.afp.com": "de",
        "factuel.afp.com": "fr",
        "factual.afp.com": "es",
        "afpbb.com": "ja",
    },
    shapes=_SHAPES,
    layouts=(_FACTCHECK, _AFPBB_2018),
    sources=(),
    no_crawl="its sites refuse crawlers",
    order=180,
)
