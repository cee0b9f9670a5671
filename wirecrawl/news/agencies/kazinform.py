"""Kazinform: its pages of 2020, for replay; it has no spider.

Times are UTC+6 until March 2024, and UTC+5 since then; the metadata has the offset.
"""

import re
from datetime import timedelta

from wirecrawl.news.agencies import Agency, Layout, UrlShape

_SITE = ("inform.kz",)
_SHAPES = (
    # One number with two addresses: /ru/words-of-the-headline_a3725092 and /ru/article/3725092
    UrlShape("article", _SITE, re.compile(r"/(?:ru|kz|qz|en|cn|ar)/(?:[\w-]+_a|article/)(?P<id>\d{5,8})")),
    UrlShape("list", _SITE, re.compile(r"/(?:(?:ru|kz|qz|en|cn|ar)(?:/[\w-]+_[tcs]\d{1,6})?/?)?")),
)
_SITE_2020 = Layout(
    name="kazinform-2020",
    hosts=_SITE,
    headline=(".article_title h1", "h1"),
    body=(".article_news_body",),
    published=("//meta/@property[. = 'article:published_time']/../@content",),
    bylines=(".author_article_block .name_p",),
    drop=(".frame_news_article", ".int_scr_inf"),
    years=(2020, 2023),
    seen="real page",
)

AGENCY = Agency(
    name="kazinform",
    printed=("Kazinform", "Казинформ", "КАЗИНФОРМ"),
    domains=_SITE,
    zone=timedelta(hours=6),
    languages={
        "inform.kz": "ru",
        "inform.kz/kz": "kk",
        "inform.kz/qz": "kk-Latn",
        "inform.kz/en": "en",
        "inform.kz/cn": "zh",
        "inform.kz/ar": "ar",
    },
    shapes=_SHAPES,
    layouts=(_SITE_2020,),
    sources=(),
    order=140,
)
