"""CNA, Taiwan's Central News Agency: Focus Taiwan in English and Japanese, www.cna.com.tw in Chinese.

A story's number is its day and a serial number of that day, which each edition counts separately. Times are UTC+8, and
no page prints its time zone. The feed of Focus Taiwan is served by FeedBurner.
"""

import re
from datetime import timedelta

from wirecrawl.news.agencies import Agency, Layout, Past, Source, UrlShape

_ENGLISH = ("focustaiwan.tw",)
_JAPANESE = ("japan.focustaiwan.tw",)
_CHINESE = ("cna.com.tw",)
_ID = r"(?P<id>(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)\d{4})"
# Advertisements have a time in place of the number (/ad/20230901170715), films a serial number (/video/004342598).
_STORY = re.compile(rf"/(?:news/)?(?P<section>[a-z-]{{2,30}})/{_ID}(?:\.aspx)?")
_FRONT = re.compile(r"/(?P<section>[a-z-]{2,30})?")

_SHAPES = (
    UrlShape("article", _JAPANESE, _STORY, prefix="ja_"),
    UrlShape("article", _ENGLISH, _STORY),
    UrlShape("list", _ENGLISH, _FRONT),
    UrlShape("article", _CHINESE, re.compile(rf"/(?:amp/)?news/(?P<section>[a-z]{{2,20}})/{_ID}\.aspx"), prefix="zh_"),
    UrlShape("list", _CHINESE, re.compile(r"/(?:list/(?P<section>[a-z]{2,20})\.aspx)?")),
    UrlShape("list", ("feeds.feedburner.com",), re.compile(r"/rsscna/[a-z]{2,30}"), source="feed"),
)
_FOCUS_TAIWAN = Layout(
    name="focustaiwan",
    hosts=_ENGLISH,
    headline=("h1 .h1t", "h1"),
    body=(".PrimarySide .paragraph",),
    published=(".updatetime",),
    drop=(".moreArticle", ".jsAdSlot", ".SimilarNews"),
)
# The text is directly in the column, between its heading and the advertisements.
_FOCUS_TAIWAN_TEXT = Layout(
    name="focustaiwan-text",
    hosts=_ENGLISH,
    headline=("h1 .h1t", "h1"),
    body=(".PrimarySide",),
    published=(".updatetime",),
    drop=(".Information", ".BottomAdGruop", ".jsAdSlot", ".SimilarNews", ".RecommendModule"),
    seen="real page",
)
_CNA = Layout(
    name="cna.com.tw",
    hosts=_CHINESE,
    headline=(".centralContent h1", "h1"),
    body=(".centralContent .paragraph",),
    published=(".centralContent .updatetime span:first-child", ".centralContent .updatetime"),
    # Links within the text and lists after it, which have the class of the text, too.
    drop=(".media", ".articlekeywordGroup", ".moreArticle", ".bottomBox", ".BtnShareGroup", ".articleADbox"),
    seen="real page",
)

AGENCY = Agency(
    name="cna",
    printed=("CNA", "Focus Taiwan", "中央社", "中央通訊社"),
    domains=(*_ENGLISH, *_CHINESE),
    zone=timedelta(hours=8),
    languages={"focustaiwan.tw": "en", "japan.focustaiwan.tw": "ja", "cna.com.tw": "zh"},
    shapes=_SHAPES,
    layouts=(_FOCUS_TAIWAN, _FOCUS_TAIWAN_TEXT, _CNA),
    past=(
        Past("focustaiwan.tw/", r".*/{year}{month}[0-9]{{6}}.*", years=(2009, 2100)),
        Past("japan.focustaiwan.tw/", r".*/{year}{month}[0-9]{{6}}.*", years=(2015, 2100)),
        Past("cna.com.tw/news/", r".*/{year}{month}[0-9]{{6}}\.aspx.*"),
    ),
    sources=(
        Source("https://feeds.feedburner.com/rsscna/engnews", "feed"),
        Source("https://focustaiwan.tw/news", "list"),
    ),
    order=70,
)
