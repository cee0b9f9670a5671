"""The classes that an agency is described with: hosts, shapes of addresses, layouts, tickers, starting pages."""

import re
from dataclasses import dataclass
from datetime import timedelta, timezone, tzinfo
from functools import cached_property
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

    Selectors are CSS, or XPath if they begin with a slash, concat( or descendant::. The first selector of a tuple that
    finds text is used. `body` is the smallest element with all paragraphs of the story; what `drop` selects in it is
    removed: descendant:: looks there alone, a slash at the whole page. A page fits if its headline or body is found;
    provenance.cleaner names the required part that is missing.
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
    needs_address: bool = False  # many sites have such elements: a page without an address is not known by them
    seen: str = "facts"  # "real page" if it was checked against a page as it was served


@dataclass(frozen=True)
class Source:
    """A page where a crawl starts."""

    url: str
    kind: SourceKind


@dataclass(frozen=True)
class Past:
    """Where indexes of public archives have the stories of a month: how their addresses begin.

    `{year}` and `{month}` (two digits) stand for those of the month. Where they cannot stand in `prefix`, `pattern` is
    a regular expression for whole addresses. `years` are the first and the last one in which the form was used.
    """

    prefix: str  # "china.org.cn/world/Off_the_Wire/{year}-{month}/"
    pattern: str = ""  # ".*/{year}{month}[0-9]{{2}}/.*"
    years: tuple[int, int] = (1996, 2100)


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
    past: tuple[Past, ...] = ()  # where archives have its stories; without any, its hosts are looked through
    # On a page without an address, the layouts of the agency with the lowest number are tried first.
    order: int = 1000

    @property
    def clock(self) -> tzinfo:
        """The time zone of the times printed on its pages."""
        return ZoneInfo(self.place) if self.place else timezone(self.zone)

    def past_prefixes(self, year: int, month: int) -> list[tuple[str, str]]:
        """How the addresses of a month's stories begin, each with the pattern of whole addresses ("" for any)."""
        hosts = dict.fromkeys(host for shape in self.shapes if shape.kind == "article" for host in shape.hosts)
        forms = self.past or tuple(Past(f"{host}/") for host in hosts)
        names = {"year": f"{year:04}", "month": f"{month:02}"}
        return [
            (form.prefix.format(**names), form.pattern.format(**names))
            for form in forms
            if form.years[0] <= year <= form.years[1]
        ]

    def has_ticker(self, url: str) -> bool:
        """Whether the story pages of a site have one of the tickers."""
        return any(urls.host_of(url).endswith(host) for ticker in self.tickers for host in ticker.hosts)
