"""The Associated Press: apnews.com in two eras, and hosted.ap.org, which served its copy to member papers.

Metadata of apnews.com is UTC, in 2024 without saying so; what hosted.ap.org prints is US Eastern and says so.
Its robots.txt names the news sitemap (about 500 stories of a day) as discovery; there is no RSS.
"""

import re
from datetime import timedelta

from wirecrawl.news.agencies import Agency, Layout, Past, Source, UrlShape

_SITE = ("apnews.com",)
_HOSTED = ("hosted.ap.org",)
_HEX = r"(?P<id>[0-9a-f]{32})"
_QUERY = r"(?:\?.{0,300})?"


def _path(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_SHAPES = (
    # /article/slug-<hex>, /article/<hex> and, until about 2021, /<hex>: the hex is the id.
    UrlShape("article", _SITE, _path(rf"/(?:article/(?:[^/?]{{0,200}}-)?)?{_HEX}/?{_QUERY}")),
    UrlShape("article", ("apnewsarchive.com",), _path(rf"/\d{{4}}/[^/?]{{1,300}}/id-{_HEX}/?")),
    # Tomorrow's story may have the same slug and another CTIME, so the whole address is the id.
    UrlShape(
        "article",
        _HOSTED,
        _path(
            r"/dynamic/stories/\w/\w{2,80}"
            r"(?:\?(?:.{0,200}&)?CTIME=(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?:-\d\d){0,3}|\?.{0,200})?"
        ),
        parameters=("SITE", "SECTION", "TEMPLATE", "FORMAT", "CTIME"),
    ),
    # K: the member's name, the item, the slug.
    UrlShape("article", _HOSTED, _path(rf"/(?:[\w-]{{1,60}}/)?article/{_HEX}(?:/[^/?]{{1,200}})?/?{_QUERY}")),
    UrlShape("list", _SITE, _path(r"/(?:news-sitemap-content|(?:ap-)?sitemap(?:-\w{1,20})?)\.xml"), source="sitemap"),
    UrlShape("list", _SITE, _path(r"/(?:hub/)?(?P<section>[\w-]{1,80})?/?")),
)
_PUBLISHED = "//meta/@property[. = 'article:published_time']/../@content"
_APNEWS_2024 = Layout(
    name="apnews-2024",
    hosts=_SITE,
    headline=("h1.Page-headline",),
    body=(".RichTextStoryBody",),
    published=(_PUBLISHED,),
    bylines=(".Page-authors",),
    drop=(
        # An enhancement is a list of other stories, an advertisement or a graphic, unless it contains a figure.
        "descendant::*/@class[contains(., 'Enhancement')][contains(concat(' ', ., ' '), ' Enhancement ')]"
        "/parent::*[not(.//figure)]",
        ".HTMLModuleEnhancement",
        ".PageListEnhancementGeneric",
        ".Infobox",
        ".Advertisement",
    ),
    years=(2023, 2100),
    seen="real page",
)
_APNEWS_2023 = Layout(
    name="apnews-2023",
    hosts=_SITE,
    headline=("[data-key='card-headline'] h1", ".CardHeadline h1"),
    body=("[data-key='article']", ".WireStory .Article"),
    published=(_PUBLISHED, "[data-key='timestamp']"),
    bylines=("[class*='Component-bylines']",),
    drop=("[data-key='media-placeholder']", "[class*='ad-placeholder']", "[class*='RelatedStory']"),
    years=(2017, 2023),
    seen="real page",
)
_HOSTED_2016 = Layout(
    name="hosted.ap.org-2016",
    hosts=_HOSTED,
    headline=(".entry-title",),
    body=(".entry-content",),
    # The printed line has no year ("Jun 13, 4:03 PM EDT"); the address of the tracking pixel has the full date.
    published=(".timestamp", "//*[contains(@class, 'entry-content')]/img/@src"),
    bylines=(".author .fn",),
    drop=("descendant::img[@width='1']",),
    years=(2008, 2018),
    seen="real page",
)
_LIST_HEADING = (
    "descendant::text()[normalize-space() = 'Topics' or normalize-space() = 'Places in this Story' or"
    " normalize-space() = 'Trending']"
)
_HOSTED_2019 = Layout(
    name="hosted.ap.org-2019",
    hosts=_HOSTED,
    headline=(".ap-story-headline",),
    body=(".ap-story",),
    published=(".ap-story-timestamp", _PUBLISHED),
    bylines=(".ap-story-byline",),
    drop=(
        "h1",
        ".ap-story-headline",
        ".ap-story-timestamp",
        ".ap-story-byline",
        # Lists of topics, of places and of other stories, with a heading
        f"{_LIST_HEADING}/parent::*",
        f"{_LIST_HEADING}/parent::*/following-sibling::*[1][self::ul or self::ol]",
        "descendant::text()[starts-with(normalize-space(), 'View all')]"
        "/parent::*[string-length(normalize-space()) < 20]",
    ),
    years=(2018, 2100),
)

AGENCY = Agency(
    name="ap",
    printed=("AP", "Associated Press"),
    domains=("apnews.com", "hosted.ap.org", "apnewsarchive.com"),
    zone=timedelta(),
    languages={"apnews.com": "en", "hosted.ap.org": "en", "apnewsarchive.com": "en"},
    shapes=_SHAPES,
    layouts=(_APNEWS_2024, _APNEWS_2023, _HOSTED_2016, _HOSTED_2019),
    past=(
        Past("hosted.ap.org/dynamic/stories/", r".*[?&]CTIME={year}-{month}-.*", years=(2003, 2018)),
        Past("apnewsarchive.com/{year}/", years=(1996, 2016)),
        Past("apnews.com/", r".*[0-9a-f]{{32}}.*", years=(2013, 2100)),
    ),
    sources=(Source("https://apnews.com/news-sitemap-content.xml", "sitemap"),),
    items=(".PagePromo-title a",),
    order=160,
)
