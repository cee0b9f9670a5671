"""Anadolu: one site in thirteen languages, with one number for a story in all languages.

The page's clock is UTC+3 and it prints no zone. The place is a separate line before the story.
"""

import re
from datetime import timedelta

from wirecrawl.news.agencies import Agency, Layout, Source, UrlShape

_SITE = ("aa.com.tr",)
# What the site calls its editions, and what they are: "ba" is Bosnian, "kk" Kurmanji, "ks" Sorani.
_EDITIONS = {
    "tr": "tr", "en": "en", "ba": "bs", "ru": "ru", "fr": "fr", "ar": "ar", "kk": "kmr", "ks": "ckb", "sq": "sq",
    "fa": "fa", "mk": "mk", "id": "id", "es": "es"
}  # fmt: skip
_EDITION = f"(?:{'|'.join(_EDITIONS)})"
_SHAPES = (
    # /tr/gundem/words-of-the-headline/3912126; galleries, infographics and forms have shorter numbers.
    UrlShape("article", _SITE, re.compile(rf"/{_EDITION}/(?P<section>[\w%-]+)/[^/?]+/(?P<id>\d{{6,7}})")),
    UrlShape("list", _SITE, re.compile(rf"/{_EDITION}/rss/default\?cat=[\w-]+"), source="feed"),
    UrlShape("list", _SITE, re.compile(rf"/(?:{_EDITION}(?:/(?P<section>[\w%-]+))?/?)?")),
)
_SITE_2026 = Layout(
    name="anadolu-2026",
    hosts=_SITE,
    headline=("h1",),
    # The page has utility classes only. The text is .prose; its parent has also the pictures and the place.
    body=("//div/@class[contains(concat(' ', ., ' '), ' prose ')]/../..",),
    # The time in <meta> is a later time than that of publication.
    published=(
        "concat(substring-before(substring-after(//script[contains(., '\"NewsArticle\"')"
        ' and contains(., \'"datePublished":"\')], '
        "'\"datePublished\":\"'), '\"'), '')",
        "//meta/@property[. = 'article:published_time']/../@content",
    ),
    bylines=("span.caustenMedium.text-base",),
    drop=(
        "//div/@class[contains(concat(' ', ., ' '), ' prose ')]/../../*"
        "[not(self::span[contains(@class, 'text-dateColor')]) and not(contains(concat(' ', @class, ' '), ' prose '))"
        " and not(contains(concat(' ', @class, ' '), ' content-media-slider '))]",
        ".content-media-slider > :not(.swiper)",
    ),
    years=(2026, 2100),
    seen="real page",
)
_SITE_2025 = Layout(
    name="anadolu-2025",
    hosts=_SITE,
    headline=(".detay-spot-category h1", "h1"),
    body=(".detay-icerik",),  # the standfirst is an h4 before it
    published=("span.tarih",),
    bylines=("//span[contains(concat(' ', @class, ' '), ' tarih ')]/preceding-sibling::span/text()[1]",),
    drop=(".detay-foto-editor", ".detay-paylas"),
    years=(2025, 2026),
    seen="real page",
)

AGENCY = Agency(
    name="anadolu",
    printed=("Anadolu", "AA"),
    domains=_SITE,
    zone=timedelta(hours=3),
    languages={"aa.com.tr": "tr", **{f"aa.com.tr/{edition}": tag for edition, tag in _EDITIONS.items()}},
    shapes=_SHAPES,
    layouts=(_SITE_2026, _SITE_2025),
    sources=tuple(
        Source(f"https://www.aa.com.tr/{edition}/rss/default?cat={category}", "feed")
        for edition, category in (
            ("en", "live"),
            ("en", "world"),
            ("en", "turkey"),
            ("en", "economy"),
            ("tr", "guncel"),
        )
    ),
    order=110,
)
