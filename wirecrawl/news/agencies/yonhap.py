"""Yonhap: one address scheme and one markup for the Korean site and its six foreign editions.

The id of a story is in its address: edition, day, serial number and desk. This day may be months off (a story of
August has an address of July), so the day on the page is used. Times are UTC+9; the feeds of the foreign editions print
them without a time zone.
"""

import re
from datetime import timedelta

from wirecrawl.news.agencies import Agency, Layout, Past, Source, UrlShape

_SITE = ("yna.co.kr",)
_OLD = ("yonhapnews.co.kr",)
# AEN20190820002300325: A and the edition, the day, a serial of six digits, the desk in three. PYH (pictures) and MYH
# (films) have no story.
_ID = r"(?P<id>A[A-Z]{2}(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)\d{9})"

_SHAPES = (
    UrlShape("article", _SITE, re.compile(rf"/view/{_ID}(?:\?.{{0,200}})?")),
    # Until about 2018, the same number after a channel: /news/2013/01/15/0200000000AEN20130115001200315F.html
    UrlShape(
        "article", _OLD, re.compile(rf"/(?:[a-z]{{2,20}}/)?\d{{4}}/\d\d/\d\d/(?:\d{{1,4}}/)?\d{{10}}{_ID}F\.html")
    ),
    UrlShape("list", _SITE, re.compile(r"/(?:RSS|rss)/(?P<section>[\w-]{1,30})\.xml"), source="feed"),
    UrlShape("list", _SITE, re.compile(r"/sitemap\.xml"), source="sitemap"),
    UrlShape("list", _SITE, re.compile(r"/(?:(?P<section>[a-z-]{2,30})/)?(?:index|news|all)?(?:/(?P<page>\d{1,3}))?")),
)
_YONHAP = Layout(
    name="yonhap",
    hosts=_SITE,
    headline=(".title-article01 h1", ".title-article01 .tit", "h1"),
    body=(".story-news",),
    # The printed line has the time before the day; the meta element has seconds and the time zone.
    published=("//meta/@property[. = 'article:published_time']/../@content", ".update-time", ".info-con .txt"),
    bylines=(".writer-zone01 .tit-name",),
    drop=(".related-group", ".writer-zone01", "aside", ".keyword-zone01"),
    seen="real page",
)

_HOSTS = ("en", "cn", "jp", "ar", "sp", "fr", "www")

AGENCY = Agency(
    name="yonhap",
    printed=("Yonhap", "연합뉴스"),
    domains=(*_SITE, *_OLD),
    zone=timedelta(hours=9),
    languages={
        **{
            f"{mobile}{edition}.yna.co.kr": tag
            for mobile in ("", "m-")
            for edition, tag in {"en": "en", "cn": "zh", "jp": "ja", "ar": "ar", "sp": "es", "fr": "fr"}.items()
        },
        "yna.co.kr": "ko",
        "english.yonhapnews.co.kr": "en",
        "yonhapnews.co.kr": "ko",
    },
    shapes=_SHAPES,
    layouts=(_YONHAP,),
    past=(
        *(
            Past(f"{host}.yna.co.kr/view/", r".*/view/A[A-Z]{{2}}{year}{month}.*", years=(2018, 2100))
            for host in _HOSTS
        ),
        Past("english.yonhapnews.co.kr/", r".*A[A-Z]{{2}}{year}{month}[0-9]{{11}}F\.html.*", years=(2004, 2019)),
    ),
    sources=(Source("https://en.yna.co.kr/RSS/news.xml", "feed"),),
    order=60,
)
