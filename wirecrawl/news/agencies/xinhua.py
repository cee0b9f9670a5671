"""Xinhua: three English sites, their Chinese sister sites, and two papers that republish its stories.

The sites are china.org.cn (which republishes the wire with its marks), news.cn (the current site, also served as
chinaview.cn) and xinhuanet.com (until about 2021; for replays of archives, no crawl starts there). All times on these
pages are UTC+8, and no page prints its time zone.
"""

import re
from datetime import timedelta

from wirecrawl.news.agencies import Agency, Layout, Past, Source, Ticker, UrlShape, Words

_DAY = r"(?P<year>\d{4})-?(?P<month>\d\d)[-/](?P<day>\d\d)"
_COMPACT_DAY = r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)"
_PAGE = r"(?:_(?P<page>[2-9]|[1-9]\d))?"
_XINHUANET = ("xinhuanet.com", "news.cn")
_NEWS = ("news.cn", "chinaview.cn", "xinhuanet.com")
_BRANCHES = ("world", "china")  # of china.org.cn's Off the Wire
_SECTIONS = ("asiapacific", "africa", "europe", "northamerica")  # of english.news.cn, before the day
_OFF_THE_WIRE = Words("off the wire")


def _path(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_SHAPES = (
    # .htm until 2022 at least, .shtml from June 2025; one CMS, so the number is the id.
    UrlShape(
        "article",
        ("china.org.cn",),
        _path(rf"/(?:(?P<section>[\w/-]+?)/)?{_DAY}/content_(?P<id>\d{{7,9}}){_PAGE}\.s?html?"),
        prefix="content_",
    ),
    # The form of 2004: /english/international/96576.htm
    UrlShape(
        "article", ("china.org.cn",), _path(r"/english/(?P<section>[\w-]+)/(?P<id>\d{5,6})\.htm"), prefix="english_"
    ),
    UrlShape(
        "list", ("china.org.cn",), _path(r"/(?P<section>[\w/-]+/)?node_(?P<id>\d{7})(?:_(?P<page>\d+))?\.s?html?")
    ),
    UrlShape("list", ("china.org.cn",), _path(r"/(?P<section>[\w/-]+/)?(?:index\.s?html?)?")),
    UrlShape("article", _NEWS, _path(rf"/(?:(?P<section>[\w/-]+?)/)?{_COMPACT_DAY}/(?P<id>[0-9a-f]{{32}})/c\.html?")),
    UrlShape(
        "article",
        _XINHUANET,
        _path(rf"/(?:(?P<section>[\w/-]+?)/)?{_DAY}/c_(?P<id>\d{{7,10}}){_PAGE}\.html?"),
        prefix="c_",
    ),
    UrlShape(
        "article",
        _XINHUANET,
        _path(rf"/(?:(?P<section>[\w/-]+?)/)?{_DAY}/content_(?P<id>\d{{7,8}}){_PAGE}\.html?"),
        prefix="content_",
    ),
    UrlShape("list", _NEWS, _path(r"/(?:[\w/-]+/)?ds_(?P<id>[0-9a-f]{32})\.json"), source="json"),
    UrlShape("list", _NEWS, _path(r"/(?:[\w/-]+/)?list/[\w-]+\.html?")),
    UrlShape("list", _NEWS, _path(r"/(?P<section>[\w/-]+/)?(?:index\.html?|home\.html?)?")),
)

_SISTERS = {
    "german": "de", "french": "fr", "spanish": "es", "russian": "ru", "japanese": "ja", "arabic": "ar", "korean": "ko"
}  # fmt: skip
_CHINA_ORG_CN = Layout(
    name="china.org.cn",
    hosts=("china.org.cn",),
    headline=("#title",),
    body=("#container_txt",),
    published=("#guild dd", "#guild"),
    source=("#guild dd", "#guild"),
    bylines=("#author", ".author"),
    drop=("#autopage", ".share", ".related", "#related"),
)
_NEWS_CN = Layout(
    name="news.cn-2020",
    hosts=_NEWS,
    headline=("h1 .title", "span.title", "h1", ".conTop h1"),
    body=("#detailContent", "#detail"),  # the smaller one comes first, if a page has both
    published=(
        ".info",
        "p.time",
        "span.time",
        ".header-time",
        ".h-time",
        ".time",
    ),
    editors=(".editor", ".editors", ".info"),
    drop=("#articleEdit", ".editor", ".share", ".relate", "#related"),
    years=(2020, 2100),
    seen="real page",
)
_XINHUANET_2018 = Layout(
    name="xinhuanet-2018",
    hosts=_XINHUANET,
    headline=(".h-title", "h1"),
    body=("#p-detail",),
    published=(".h-time",),
    editors=(".p-jc", ".editor"),
    drop=("#div_currpage", ".lb", ".zan-wap", ".tadd", ".p-tags", ".p-jc", ".video-url", ".share", ".relate-news"),
    years=(2017, 2021),
    seen="real page",
)
_XINHUANET_2010 = Layout(
    name="xinhuanet-2010",
    hosts=_XINHUANET,
    headline=("#Title", "#title", "h1"),
    body=("#Content", "#content"),
    published=(
        "#pubtime",
        ".sj",
    ),
    editors=(
        ".editor",
        "#editor",
        "//td[starts-with(normalize-space(), 'Editor:')][not(.//table)]",
        # ( 编辑： X )【字号：大 中 小】, | 责任编辑: X |
        "//td/@class[contains(., 'zrbj') or contains(., 'bai12')]/.."
        "/text()[contains(., '编辑') or contains(., '編輯')][1]",
    ),
    drop=("#div_currpage", ".share", ".relate", "#related"),
    years=(2007, 2018),
    seen="real page",
)
# Provincial channels of xinhuanet.com, about 2012: tables, no ids, paragraphs directly in the cell.
_XINHUANET_TABLE = Layout(
    name="xinhuanet-table",
    hosts=_XINHUANET,
    headline=("//td/b/font", "//td//h1"),
    body=("//td[count(p) >= 2]",),
    published=("//td[not(.//table)][contains(., '稿件来源')]",),
    bylines=("//td[not(.//table)][contains(., '作者：')]",),
    editors=("//td[not(.//table)][contains(., '编辑：')]",),
    years=(2005, 2016),
    seen="real page",
)
# Provincial channels of about 2012, also in traditional characters.
_XINHUANET_PROVINCE = Layout(
    name="xinhuanet-province",
    hosts=_XINHUANET,
    headline=(".wzlb_left_wz h1", "#Title"),
    body=(".wzlb_left_wz", "#Zoom"),
    published=(".wzlb_left_wz h6", "td.hei12"),
    editors=(
        "//p[starts-with(normalize-space(), '（责任编辑') or starts-with(normalize-space(), '（責任編輯')]",
        "//td[not(.//td)][starts-with(normalize-space(), '责任编辑') or starts-with(normalize-space(), '責任編輯')]",
    ),
    drop=(
        "h1",
        "h6",
        "descendant::p[starts-with(normalize-space(), '点击进入') or starts-with(normalize-space(), '點擊進入')]",
        "descendant::p[starts-with(normalize-space(), '（责任编辑') or starts-with(normalize-space(), '（責任編輯')]",
    ),
    years=(2010, 2016),
    seen="real page",
)
# Papers that republish Xinhua stories as they are; the dateline shows whose they are.
_PEOPLE = Layout(
    name="people.com.cn",
    hosts=("people.com.cn", "people.cn"),
    headline=(".rm_txt h1", "h1"),
    body=(".rm_txt_con",),
    published=(".channel .col-1-1",),
    editors=(".edit",),
    drop=(".bza", ".box_pic", ".edit", ".paper_num"),
    years=(2020, 2100),
    seen="real page",
)
_HUANQIU = Layout(
    name="huanqiu.com",
    hosts=("huanqiu.com",),
    headline=(".t-container-title h3", ".t-container-title", "h1"),
    body=("article section", "article"),
    published=(".metadata-info .time", ".time"),
    seen="real page",
)

AGENCY = Agency(
    name="xinhua",
    printed=("Xinhua", "新华"),
    domains=("china.org.cn", "news.cn", "chinaview.cn", "xinhuanet.com"),
    zone=timedelta(hours=8),
    languages={
        "china.org.cn": "en",
        **{f"{sister}.china.org.cn": tag for sister, tag in _SISTERS.items()},
        **{f"{sister}.news.cn": tag for sister, tag in _SISTERS.items()},
        "jp.news.cn": "ja",
        "kr.news.cn": "ko",
        "english.news.cn": "en",
        "chinaview.cn": "en",
        "xinhuanet.com/english": "en",
        "news.cn": "zh",
        "xinhuanet.com": "zh",
    },
    shapes=_SHAPES,
    layouts=(
        _CHINA_ORG_CN,
        _NEWS_CN,
        _XINHUANET_2018,
        _XINHUANET_2010,
        _XINHUANET_PROVINCE,
        _XINHUANET_TABLE,
        _PEOPLE,
        _HUANQIU,
    ),
    sources=(Source("http://www.china.org.cn/", "start"), Source("https://english.news.cn/", "start")),
    items=("#list .item .tit a", "#list .item a", ".columns1 ul > li > a", "ul.wz-list li a"),
    item_time=".time",
    charset="gb18030",
    past=(
        *(Past(f"china.org.cn/{branch}/Off_the_Wire/{{year}}-{{month}}/", years=(2009, 2100)) for branch in _BRANCHES),
        Past("xinhuanet.com/english/{year}-{month}/", years=(2005, 2021)),
        Past("news.xinhuanet.com/english/{year}-{month}/", years=(2005, 2018)),
        *(
            Past(f"news.xinhuanet.com/english2010/{section}/{{year}}-{{month}}/", years=(2009, 2012))
            for section in ("china", "world", "business", "sci", "health", "culture2010", "sports", "indepth")
        ),
        Past("news.cn/english/{year}-{month}/", years=(2018, 2023)),
        Past("english.news.cn/{year}{month}", years=(2021, 2100)),
        *(Past(f"english.news.cn/{section}/{{year}}{{month}}", years=(2021, 2100)) for section in _SECTIONS),
        Past("chinaview.cn/{year}{month}", years=(2021, 2100)),
    ),
    tickers=(
        Ticker(
            hosts=("china.org.cn",),
            words=_OFF_THE_WIRE,
            separator="•",
            end=re.compile(r"you\s+are\s+here", re.IGNORECASE),
        ),
    ),
    # The number of the Off-the-Wire list is not known; ticker, breadcrumb and section fronts link to it.
    lists_anywhere=_OFF_THE_WIRE,
    order=10,
)
