"""Describes agencies as data: hosts, shapes of addresses, layouts by era, and where crawls start.

Each agency is a module of this package, which is found because it is there: there is no list to edit. Its wire marks
are a table in `wirecrawl.news.wire.tables`, and it has a spider of a few lines.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta, timezone, tzinfo
from functools import cache, cached_property, lru_cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Literal
from zoneinfo import ZoneInfo

from wirecrawl.web import urls

Kind = Literal["article", "list", "neither"]
SourceKind = Literal["start", "list", "ticker", "json", "feed", "sitemap"]


@dataclass(frozen=True)
class UrlShape:
    """A form of addresses. `path` must match the whole path, with the query if there is one.

    These named groups of `path` have a meaning: id (the id that the site gives the page), year, month, day, section,
    and page (the number of a later page of a list, or of a story that is split into several).
    A parameter of a story's query that `path` does not ask for is removed from its address.
    """

    kind: Kind
    hosts: tuple[str, ...]
    path: re.Pattern[str]
    prefix: str = ""  # comes before the id: "content_" makes content_40302849
    source: SourceKind = "list"  # the kind of a list of this shape
    slash: bool = False  # the site's own addresses of such stories end with a slash
    parameters: tuple[str, ...] = ()  # of the query, that tell stories apart which have no id of the site's own

    @cached_property
    def endings(self) -> tuple[str, ...]:
        """The hosts with a dot in front, to compare the ends of other hosts with."""
        return tuple(f".{host}" for host in self.hosts)


@dataclass(frozen=True)
class Layout:
    """Where one era of one site has the parts of a story.

    Selectors are CSS, or XPath if they begin with a slash or concat(. The first selector of a tuple that finds text is
    used. `body` is the smallest element with all paragraphs of the story; what `drop` selects in it is removed. A page
    fits if its headline or body is found; provenance.cleaner names the required part that is missing.
    """

    name: str
    hosts: tuple[str, ...]
    headline: tuple[str, ...]
    body: tuple[str, ...]
    published: tuple[str, ...] = ()
    source: tuple[str, ...] = ()  # the agency that wrote it; the words before the first comma
    bylines: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()
    years: tuple[int, int] = (1990, 2100)
    seen: str = "facts"  # "real page" if it was checked against a page as it was served


@dataclass(frozen=True)
class Source:
    """A page where a crawl starts."""

    url: str
    kind: SourceKind


@dataclass(frozen=True)
class Words:
    """Words that sites print in any case, with white space or underscores between them."""

    text: str  # "off the wire"

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Matches the words in a text."""
        return re.compile(r"[\s_]+".join(self.text.split()), re.IGNORECASE)

    @cached_property
    def longest(self) -> str:
        """The longest of the words, which is looked for first."""
        return max(self.text.split(), key=len)


@dataclass(frozen=True)
class Ticker:
    """A line of headlines on every page: the words at its beginning, the sign between two headlines, and its end."""

    hosts: tuple[str, ...]
    words: Words
    separator: str
    end: re.Pattern[str]

    @cached_property
    def heading(self) -> re.Pattern[str]:
        """Matches the words at the beginning of a text, with the colon that follows."""
        return re.compile(rf"\s*{self.words.pattern.pattern}\s*:?\s*", re.IGNORECASE)


@dataclass(frozen=True)
class Agency:
    """The description of one agency's pages."""

    name: str
    printed: tuple[str, ...]  # its names, as a source line prints them
    domains: tuple[str, ...]
    zone: timedelta  # UTC offset of the times printed on its pages; with summer time, the offset in winter
    languages: dict[str, str]  # host, domain or folder -> BCP 47 tag; the longest that fits is used
    shapes: tuple[UrlShape, ...]
    layouts: tuple[Layout, ...]
    sources: tuple[Source, ...]
    items: tuple[str, ...] = ()  # selectors for the lines of a list page
    item_time: str = ""  # selector for the time within a line
    tickers: tuple[Ticker, ...] = ()
    lists_anywhere: Words | None = None  # a link with these words leads to a list and is followed from any page
    no_crawl: str = ""  # the reason if it is never crawled live: "its sites refuse crawlers"
    place: str = ""  # IANA time zone, if the clock has summer time: "Europe/Kyiv"
    charset: str = ""  # of the pages of its sites that are not UTF-8 and do not state it: "gb18030"
    # On a page without an address, the layouts of the agency with the lowest number are tried first.
    order: int = 1000

    @property
    def clock(self) -> tzinfo:
        """The time zone of the times printed on its pages."""
        return ZoneInfo(self.place) if self.place else timezone(self.zone)

    def has_ticker(self, url: str) -> bool:
        """Whether the story pages of a site have one of the tickers."""
        return any(urls.host_of(url).endswith(host) for ticker in self.tickers for host in ticker.hosts)


@dataclass(frozen=True)
class Link:
    """A canonical address and what its shape says, before the page is fetched."""

    url: str
    kind: Kind
    id: str | None = None
    day: date | None = None
    section: str | None = None
    page: int = 1
    source: SourceKind = "list"


# A shape, and the groups that it found in a path.
_Found = tuple[UrlShape, dict[str, str | None]]
_MOST_PARAMETERS = 12  # of a query, that are tried one by one


def classify(url: str, agency: Agency) -> Link:
    """Return what an address is by its shape alone: article, list or neither.

    The address of a story comes back without what its shape does not need: an unknown query, a slash too many.
    Raises ValueError for an address that is not http or https.

    >>> story = "http://www.china.org.cn/world/Off_the_Wire/2017-02/16/content_40302849.htm"
    >>> classify(f"{story}?ref=rss&amp=1", get("xinhua")).url == story
    True
    """
    url = urls.canonical_url(url)
    path, host = urls.path_of(url), f".{urls.host_of(url)}"
    shapes = [shape for shape in agency.shapes if host.endswith(shape.endings)]
    found = _find(path, shapes)
    if shapes and (not found or "?" in path or path.endswith("/") != found[0].slash):
        spelled = _plainest(path, found, shapes)
        url, found = url.removesuffix(path) + spelled, _find(spelled, shapes)
    return _link(url, agency, *found) if found else Link(url, "neither")


def _find(path: str, shapes: list[UrlShape]) -> _Found | None:
    for shape in shapes:
        if found := shape.path.fullmatch(path):
            return shape, found.groupdict()
    return None


def _plainest(path: str, found: _Found | None, shapes: list[UrlShape]) -> str:
    """The plainest spelling of a path that is the same page; a path of no shape as it is."""
    for spelling in _spellings(path):
        other = _find(spelling, shapes)
        if other and (_same_story(found, other) if found else _is_meant(spelling, path, other[0])):
            return _own_form(spelling, other[0])
    return _own_form(path, found[0]) if found else path


def _spellings(path: str) -> Iterator[str]:
    """A path without its query, then with each parameter alone, then all of it; each without its last slash first."""
    base, _, query = path.partition("?")
    parameters = query.split("&", _MOST_PARAMETERS)[:_MOST_PARAMETERS] if query else []
    bases = [base.rstrip("/") or "/", base] if base.endswith("/") else [base, f"{base}/"]
    for kept in ("", *(f"?{parameter}" for parameter in parameters), f"?{query}" if query else ""):
        yield from (f"{spelled}{kept}" for spelled in bases)


def _same_story(found: _Found, other: _Found) -> bool:
    """Whether two spellings lead to one story. Without an id of the site's own, the query may tell stories apart."""
    return found == other and found[0].kind == "article" and bool(found[1].get("id"))


def _is_meant(spelling: str, path: str, shape: UrlShape) -> bool:
    """Whether a path of no shape may be read as a spelling of that shape.

    A list is one only without its last slash; a story that its query tells from others only with its query.
    """
    whole = not shape.parameters or spelling.partition("?")[2] == path.partition("?")[2]
    return (shape.kind == "article" and whole) or spelling == path.rstrip("/")


def _own_form(path: str, shape: UrlShape) -> str:
    """The path of a story as the site itself writes it: with a slash at its end or none, and no other parameters."""
    base, mark, query = path.partition("?")
    kept = [one for one in query.split("&") if one.partition("=")[0] in shape.parameters]
    own = f"{base}?{'&'.join(kept)}" if kept else path if mark else base.rstrip("/") + "/" * shape.slash
    return own if shape.kind == "article" and shape.path.fullmatch(own) else path


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


# Every module of this package describes an agency, except these.
_HELPERS = {"docs_page"}
NAMES = tuple(sorted(module.name for module in iter_modules(__path__) if module.name not in _HELPERS))


@cache
def get(name: str) -> Agency:
    """Return the agency of that name; only its own module is imported. Raises KeyError, naming the known ones.

    >>> get("xinhua").zone
    datetime.timedelta(seconds=28800)
    """
    if name not in NAMES:
        raise KeyError(f"unknown agency {name!r}; known: {', '.join(NAMES)}")
    agency = import_module(f"{__name__}.{name}").AGENCY
    assert isinstance(agency, Agency)
    return agency


@cache
def all_agencies() -> tuple[Agency, ...]:
    """Return every agency, by its `order` and then by name. This imports all of their modules.

    >>> all_agencies()[0].name
    'xinhua'
    """
    return tuple(sorted(map(get, NAMES), key=lambda agency: (agency.order, agency.name)))


def of_url(url: str | None) -> Agency | None:
    """Return the agency whose own site an address belongs to, or None. No two agencies share a domain.

    >>> of_url("https://english.news.cn/20260102/7750bcffbde844d885326071652da381/c.html").name
    'xinhua'
    """
    return _of_host(urls.host_of(url))


@lru_cache(maxsize=1024)  # a run asks about many pages of few hosts
def _of_host(host: str) -> Agency | None:
    return next((a for a in all_agencies() if any(urls.under(host, domain) for domain in a.domains)), None)
