"""What wirecrawl knows of an agency, as data: hosts, URL shapes, layouts by era, homes to start from.

An agency is one file here (its pages), one table in `wirecrawl.news.wire` (its grammar) and a spider of a few
lines. Nothing here runs; `wirecrawl.web.urls`, `wirecrawl.news.cleaning.clean` and `wirecrawl.news.discovery` read it.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta, timezone, tzinfo
from functools import cache, cached_property, lru_cache
from importlib import import_module
from typing import Literal
from zoneinfo import ZoneInfo

from wirecrawl.web import urls

Kind = Literal["article", "list", "neither"]
SourceKind = Literal["start", "list", "ticker", "json", "feed", "sitemap"]


@dataclass(frozen=True)
class UrlShape:
    """Pages whose address has one form. `path` is matched against the whole path (and query, if it has one).

    Named groups of `path` that are understood: id (the site's own id), year, month, day, section, page
    (number of a later page: of a list, or of a story cut into several).
    """

    kind: Kind
    hosts: tuple[str, ...]
    path: re.Pattern[str]
    prefix: str = ""  # written before the id, as the site does: content_40302849
    source: SourceKind = "list"  # how a list of this shape is read

    @cached_property
    def endings(self) -> tuple[str, ...]:
        """What a host of these ends in, with a dot before it."""
        return tuple(f".{host}" for host in self.hosts)


@dataclass(frozen=True)
class Layout:
    """Where one era of one site keeps the parts of a story. Selectors are CSS, or XPath if they begin
    with a slash or concat(.

    Of each tuple the first selector that finds text wins. `body` is the narrow subtree that holds the
    story's paragraphs; `drop` is taken out of it. A page fits when headline or body are found; a required
    part that is missing is named in provenance.cleaner.
    """

    name: str
    hosts: tuple[str, ...]
    headline: tuple[str, ...]
    body: tuple[str, ...]
    published: tuple[str, ...] = ()
    source: tuple[str, ...] = ()  # who wrote it; the words before the first comma
    bylines: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()
    years: tuple[int, int] = (1990, 2100)
    seen: str = "facts"  # "real page" when checked against a page as it was served


@dataclass(frozen=True)
class Source:
    """A page where discovery starts."""

    url: str
    kind: SourceKind


@dataclass(frozen=True)
class Words:
    """Words as sites print them: in any case, with white space or underscores between them."""

    text: str  # "off the wire"

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Finds the words in a text."""
        return re.compile(r"[\s_]+".join(self.text.split()), re.IGNORECASE)

    @cached_property
    def longest(self) -> str:
        """The word by which a page is searched first."""
        return max(self.text.split(), key=len)


@dataclass(frozen=True)
class Ticker:
    """A line of headlines on every page: the words it begins with, what stands between two, where it ends."""

    hosts: tuple[str, ...]
    words: Words
    separator: str
    end: re.Pattern[str]

    @cached_property
    def heading(self) -> re.Pattern[str]:
        """Matches the words where a text begins, with the colon behind them."""
        return re.compile(rf"\s*{self.words.pattern.pattern}\s*:?\s*", re.IGNORECASE)


@dataclass(frozen=True)
class Agency:
    """Everything wirecrawl knows of one agency's pages."""

    name: str
    printed: tuple[str, ...]  # its names in a source line
    domains: tuple[str, ...]
    zone: timedelta  # offset of the clock printed on its pages, in winter where it keeps summer time
    languages: dict[str, str]  # host or domain -> BCP 47; the longest that fits wins
    shapes: tuple[UrlShape, ...]
    layouts: tuple[Layout, ...]
    sources: tuple[Source, ...]
    items: tuple[str, ...] = ()  # selectors of the lines of a list page
    item_time: str = ""  # selector of the time within the line
    tickers: tuple[Ticker, ...] = ()
    lists_anywhere: Words | None = None  # in the text of links to lists that are followed from any page
    no_crawl: str = ""  # why it is never crawled live: "its sites refuse crawlers"
    place: str = ""  # IANA zone of a clock that keeps summer time: "Europe/Kyiv"
    charset: str = ""  # of the pages of its sites that are not UTF-8 and do not state it: "gb18030"

    @property
    def clock(self) -> tzinfo:
        """The zone of the times printed on its pages."""
        return ZoneInfo(self.place) if self.place else timezone(self.zone)

    def has_ticker(self, url: str) -> bool:
        """Whether the story pages of a site have a ticker."""
        return any(urls.host_of(url).endswith(host) for ticker in self.tickers for host in ticker.hosts)


@dataclass(frozen=True)
class Link:
    """An address and what its shape tells, before anything is fetched."""

    url: str
    kind: Kind
    id: str | None = None
    day: date | None = None
    section: str | None = None
    page: int = 1
    source: SourceKind = "list"


def classify(url: str, agency: Agency) -> Link:
    """Tell by its shape alone what an address is to an agency: article, list or neither.

    Raises ValueError for an address that is not http or https.

    >>> classify("http://www.china.org.cn/world/Off_the_Wire/2017-02/16/content_40302849.htm", get("xinhua")).id
    'xinhua:content_40302849'
    """
    url = urls.canonical_url(url)
    path, host = urls.path_of(url), f".{urls.host_of(url)}"
    for shape in agency.shapes:
        if host.endswith(shape.endings) and (found := shape.path.fullmatch(path)):
            return _link(url, agency, shape, found.groupdict())
    return Link(url, "neither")


def _link(url: str, agency: Agency, shape: UrlShape, part: dict[str, str | None]) -> Link:
    own_id = part.get("id")
    return Link(
        url=url,
        kind=shape.kind,
        id=f"{agency.name}:{shape.prefix}{own_id.lower()}" if own_id else None,
        day=_day(part),
        section=part.get("section"),
        page=int(part.get("page") or 1),
        source=shape.source,
    )


def _day(part: dict[str, str | None]) -> date | None:
    try:
        return date(int(part.get("year") or 0), int(part.get("month") or 0), int(part.get("day") or 0))
    except ValueError:  # no date in the address, or an impossible one
        return None


NAMES = (
    "xinhua",
    "upi",
    "ukrinform",
    "unnews",
    "antara",
    "yonhap",
    "cna",
    "voa",
    "kyodo",
    "bernama",
    "anadolu",
    "tass",
    "ansa",
    "kazinform",
    "sputnik",
    "ap",
    "reuters",
    "afp",
)


@cache
def get(name: str) -> Agency:
    """The agency of that name. Raises KeyError, naming the known ones.

    >>> get("xinhua").zone
    datetime.timedelta(seconds=28800)
    """
    if name not in NAMES:
        raise KeyError(f"unknown agency {name!r}; known: {', '.join(NAMES)}")
    agency = import_module(f"wirecrawl.news.agencies.{name}").AGENCY
    assert isinstance(agency, Agency)
    return agency


def of_url(url: str | None) -> Agency | None:
    """The agency whose own site an address belongs to, or None.

    >>> of_url("https://english.news.cn/20260102/7750bcffbde844d885326071652da381/c.html").name
    'xinhua'
    """
    return _of_host(urls.host_of(url))


@lru_cache(maxsize=1024)  # hosts, not pages
def _of_host(host: str) -> Agency | None:
    return next((a for a in map(get, NAMES) if any(urls.under(host, domain) for domain in a.domains)), None)
