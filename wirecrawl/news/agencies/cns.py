"""China News Service: chinanews.com.cn in Chinese, ecns.cn in English. Times are UTC+8.

The number of a story in Chinese is unique. The text ends before the editor's line and boxes of links.
"""

import re
from datetime import timedelta

from wirecrawl.news.agencies import Agency, Layout, Past, Source, UrlShape

_CHINESE, _ENGLISH = ("chinanews.com.cn", "chinanews.com"), ("ecns.cn",)
_SHAPES = (
    # /gn/2026/10-07/10708819.shtml
    UrlShape(
        "article",
        _CHINESE,
        re.compile(r"/(?P<section>[a-z]{2,12})/(?P<year>\d{4})/(?P<month>\d\d)-(?P<day>\d\d)/(?P<id>\d{6,9})\.s?html?"),
    ),
    # K: /news/2026-10-07/detail-ihewqksk1234567.shtml
    UrlShape(
        "article",
        _ENGLISH,
        re.compile(
            r"/(?P<section>[a-z-]{2,30})/(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)/detail-(?P<id>\w{8,24})\.shtml"
        ),
        prefix="en_",
    ),
    UrlShape("list", _CHINESE, re.compile(r"/rss/[\w-]{2,30}\.xml"), source="feed"),
    UrlShape("list", _CHINESE, re.compile(r"/(?P<section>[a-z]{2,12})?/?(?:index\.shtml)?")),
)
_SITE = Layout(
    name="chinanews",
    hosts=_CHINESE,
    headline=("#cont_1_1_2 h1", ".content_left_title"),
    body=(".left_zw",),
    published=(".left-t", ".left-time"),
    editors=(".left_name",),
    drop=("#function_code_page", ".left_name"),
    seen="real page",
)

AGENCY = Agency(
    name="cns",
    printed=("中国新闻网", "中新网", "中国新闻社", "中新社", "China News Service"),
    domains=(*_CHINESE, *_ENGLISH),
    zone=timedelta(hours=8),
    languages={"chinanews.com.cn": "zh", "chinanews.com": "zh", "ecns.cn": "en"},
    shapes=_SHAPES,
    layouts=(_SITE,),
    past=(
        *(Past(f"{site}/", r".*/{year}/{month}-[0-9]{{2}}/.*") for site in ("chinanews.com", "chinanews.com.cn")),
        Past("ecns.cn/", r".*/{year}-{month}-[0-9]{{2}}/detail-.*", years=(2012, 2100)),
    ),
    sources=(Source("https://www.chinanews.com.cn/rss/scroll-news.xml", "feed"),),
    charset="gb18030",
    order=220,
)
