"""Reuters: five eras of reuters.com and its national editions, for saved pages only.

The site refuses crawlers, so no crawl starts there; the spider is for replays. Times in metadata are UTC; the national
editions of 2014 print their local times.
"""

import re
from datetime import timedelta

from wirecrawl.news.agencies import Agency, Layout, Past, UrlShape

_SITE = ("reuters.com",)
_DAY = r"(?P<year>(?:19|20)\d\d)-?(?P<month>[01]\d)-?(?P<day>[0-3]\d)"
_SLUG = r"(?:[^/?]{0,200}-)?id"
# The number of the wire, mostly after letters for edition and desk: USKBN1430G4, INKBN0K80A0, USN08398806.
_NUMBER = r"(?P<id>[A-Z]{2}[A-Z0-9]{5,20}?)"
_QUERY = r"(?:\?.{0,300})?"


def _path(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_SHAPES = (
    # Until about 2017 the day is after the number, and in the national editions also in folders.
    UrlShape(
        "article",
        _SITE,
        _path(rf"/article/(?:[\w-]{{1,60}}/|\d{{4}}/\d\d/\d\d/){{0,2}}{_SLUG}{_NUMBER}(?:{_DAY})?/?{_QUERY}"),
    ),
    # Since 2021 the slug ends with the day; sections may change, so the slug is the id.
    UrlShape(
        "article",
        _SITE,
        _path(rf"/(?P<section>[\w-]{{1,60}}(?:/[\w-]{{1,60}}){{0,3}})/(?P<id>[\w%.-]{{5,200}}?-{_DAY})/?{_QUERY}"),
        slash=True,
    ),
    UrlShape("list", _SITE, _path(r"/(?P<section>[a-z-]{1,60}(?:/[a-z-]{1,60}){0,3})?/?")),
)
_PUBLISHED = "//meta/@*[. = 'article:published_time']/../@content"
_OG_PUBLISHED = "//meta/@*[. = 'og:article:published_time']/.."
# "Our Standards: The Thomson Reuters Trust Principles."
_STANDARDS = "descendant::p[starts-with(normalize-space(), 'Our Standards:')]"
_REUTERS_2024 = Layout(
    name="reuters-2024",
    hosts=_SITE,
    headline=("h1[data-testid='Heading']", "h1"),
    body=("[class*='article-body__content']",),
    published=(_PUBLISHED, f"{_OG_PUBLISHED}/@content", "[class*='date-line__date']"),
    bylines=("a[class*='author-name__author']",),
    drop=(
        "descendant::a/span[normalize-space() = ', opens new tab']",  # for screen readers, within the sentence
        "[data-testid='ResponsiveAdSlot']",
        "[class*='toolbar']",
        "[data-testid='ArticleToolbar']",
        "[data-testid^='gallery']",
        "[data-testid^='social_media']",
        "[data-testid^='primary-']",
        _STANDARDS,
        # beside a picture, and as the last line
        "descendant::text()[normalize-space() = 'Purchase Licensing Rights']/parent::*",
    ),
    years=(2021, 2100),
    seen="real page",
)
_REUTERS_2020 = Layout(
    name="reuters-2020",
    hosts=_SITE,
    headline=("h1[class*='ArticleHeader']", "h1[class*='Headline-headline']"),
    body=(".ArticleBodyWrapper",),
    published=(f"{_OG_PUBLISHED}/@content", f"{_OG_PUBLISHED}/@value", "[class*='ArticleHeader-date-line'] time"),
    bylines=("[class*='Byline-byline']",),
    drop=(
        "[class*='byline-container']",  # with "5 Min Read" and share buttons
        "[class*='RelatedCoverage-container']",
        "[class*='AdSlot']",
        "[class*='RCOMVideo']",
        "[class*='Slideshow-description']",
        "[class*='TrustBadge']",
    ),
    years=(2020, 2021),
    seen="real page",
)
_REUTERS_2019 = Layout(
    name="reuters-2019",
    hosts=_SITE,
    headline=(".ArticleHeader_headline",),
    body=(".StandardArticleBody_body",),
    # The printed time comes first, because this template's metadata has the time of the last change.
    published=(".ArticleHeader_date", f"{_OG_PUBLISHED}/@content"),
    bylines=(".BylineBar_byline",),
    drop=(
        ".RelatedCoverage_related-coverage-module",
        ".Slideshow_container",
        ".StandardArticleBody_trustBadgeContainer",
        "[class*='Image_expand-button']",
    ),
    years=(2017, 2020),
    seen="real page",
)
_REUTERS_2014 = Layout(
    name="reuters-2014",
    hosts=_SITE,
    headline=("#articleContent h1", "h1"),
    body=("#articleText",),
    # The printed line has ambiguous names of time zones ("4:33pm IST").
    published=("//meta/@name[. = 'REVISION_DATE']/../@content",),
    bylines=("#articleInfo .byline",),
    # In 2012 the line of writer, place and time stands within the text.
    drop=("#articleInfo", ".relatedRail", ".shareLinks", ".relatedPhoto"),
    years=(2008, 2017),
    seen="real page",
)

AGENCY = Agency(
    name="reuters",
    printed=("Reuters",),
    domains=_SITE,
    zone=timedelta(),
    languages={
        "reuters.com": "en",
        **{f"{tag}.reuters.com": tag for tag in ("de", "fr", "es", "it", "ru")},
        "jp.reuters.com": "ja",
        "cn.reuters.com": "zh",
        "br.reuters.com": "pt",
        "ara.reuters.com": "ar",
    },
    shapes=_SHAPES,
    layouts=(_REUTERS_2024, _REUTERS_2020, _REUTERS_2019, _REUTERS_2014),
    past=(
        Past("reuters.com/article/", r".*id[A-Z]{{2}}[A-Z0-9]{{5}}.*", years=(2006, 2021)),
        Past("reuters.com/", r".*-{year}-?{month}-?[0-9]{{2}}(/.*)?", years=(2020, 2100)),
    ),
    sources=(),
    no_crawl="its sites refuse crawlers",
    order=170,
)
