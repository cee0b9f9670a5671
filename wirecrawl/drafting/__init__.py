"""Drafts the description of a new agency from one story page; `scrapy addagency` writes the result to files.

Every proposed value comes with its evidence, because a person has to compare the draft with the page.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

from wirecrawl.drafting import evidence
from wirecrawl.drafting.address import article_shape, domain_of, literal
from wirecrawl.drafting.body import Body, propose_body
from wirecrawl.drafting.evidence import Choice, Page
from wirecrawl.drafting.feed_sources import linked_source
from wirecrawl.errors import EmptyPage
from wirecrawl.items import REQUIRED, Story
from wirecrawl.news import wire
from wirecrawl.news.agencies import Agency, Kind, Layout, Source, UrlShape
from wirecrawl.news.cleaning.clean import clean
from wirecrawl.news.cleaning.whole_page.extract import read_page as read_whole
from wirecrawl.news.markup.decode import parse
from wirecrawl.news.markup.select import texts
from wirecrawl.news.markup.times import Printed, parse_time
from wirecrawl.web.urls import path_of

_TAG = re.compile(r"[a-z]{2,3}(?:[-_][A-Za-z]{2,4})?")
_PRINTED = 60  # characters of a name; a longer one is a slogan
# The home page and section fronts one level deep: this reaches stories, and no story has such an address.
_FRONTS = r"/(?:(?P<section>[a-z][a-z-]{1,40})/?)?"


@dataclass(frozen=True, slots=True)
class Draft:
    """A drafted agency with the story that it reads from the page. `why` maps (field, value) to the evidence."""

    agency: Agency
    why: Mapping[tuple[str, str], str]
    story: Story
    agreement: float  # how well its text agrees with trafilatura's, 0 to 1

    @property
    def missing(self) -> list[str]:
        """The required fields that the layout did not find, of headline, published and text."""
        lost = not self.agency.layouts[0].body or self.story.provenance.cleaner != self.agency.layouts[0].name
        found = {"headline": self.story.headline, "published": self.story.published_raw, "text": not lost}
        return [name for name in REQUIRED if not found[name]]


def draft(
    body: bytes,
    url: str,
    name: str,
    *,
    source: Source | None = None,
    content_type: str | None = None,
    status: int | None = None,
    fetched: str | None = None,
    record: str | None = None,
) -> Draft:
    """Draft an agency called `name` from the bytes of a page and its address.

    `source` is the feed that the user named, if any; `status`, `fetched` and `record` become fields of the story.
    Raises PageError for bytes that are no page, and EmptyPage for a page without story text; both messages name the
    address.
    """
    parts = _read(body, url, content_type)
    start, reason = (source, "named by --feed") if source else linked_source(parts.page.tree, url)
    agency = _agency(name, url, parts, start)
    story = clean(
        body,
        url,
        content_type=content_type,
        status=status,
        record=record,
        first_seen=fetched,
        fetched=fetched,
        drafted=agency,
    )
    why = {("sources", start.url): reason, ("shapes", "article"): article_shape(url).why, **_reasons(parts)}
    return Draft(agency, why, story, parts.body.agreement if parts.body else 0.0)


@dataclass(frozen=True, slots=True)
class _Parts:
    """The parts of a page that were found, with their evidence."""

    page: Page
    headline: list[Choice]
    published: list[Choice]
    time: Printed | None
    bylines: list[Choice]
    body: Body | None


def _read(body: bytes, url: str, content_type: str | None) -> _Parts:
    page = evidence.read_page(parse(body, content_type, name=url), url)
    whole = read_whole(parse(body, content_type, name=url), "", url)  # changes its tree, so it gets another one
    if not whole.parts:
        raise EmptyPage(url, "no story text found; name a page with one story of a few paragraphs")
    days = list(whole.published)
    published = evidence.published(page, days[-1] if days else "")
    return _Parts(
        page=page,
        headline=evidence.headline(page),
        published=published,
        time=_first_time(page, published),
        bylines=evidence.bylines(page),
        body=propose_body(page.tree, whole.parts),
    )


def _layout(name: str, parts: _Parts) -> Layout:
    year = parts.time.day.year if parts.time else None
    return Layout(
        name=f"{name}-{year}" if year else name,
        hosts=(_domain(parts.page),),
        headline=_selectors(parts.headline),
        body=(parts.body.choice.selector,) if parts.body else (),
        published=_selectors(parts.published),
        bylines=_selectors(parts.bylines),
        drop=_selectors(parts.body.drop) if parts.body else (),
        years=(year or 1990, 2100),
    )


def _agency(name: str, url: str, parts: _Parts, source: Source) -> Agency:
    domain = _domain(parts.page)
    language = (parts.page.tree.get("lang") or parts.page.metas.get("og:locale") or "").replace("_", "-")
    return Agency(
        name=name,
        printed=(_printed_name(parts.page, name),),
        domains=(domain,),
        zone=_zone(parts.time),
        languages={domain: language} if _TAG.fullmatch(language) else {},
        shapes=tuple(_shapes(url, domain, source)),
        layouts=(_layout(name, parts),),
        sources=(source,),
    )


def _printed_name(page: Page, name: str) -> str:
    """Return the name that the site gives itself, else the short name with a capital."""
    printed = wire.fold_space(wire.clean_text(page.metas.get("og:site_name", "")))
    return printed if 0 < len(printed) <= _PRINTED and printed.isprintable() else name.capitalize()


def _shapes(url: str, domain: str, source: Source) -> list[UrlShape]:
    shapes = [UrlShape("article", (domain,), re.compile(article_shape(url).path), slash=path_of(url).endswith("/"))]
    parts = urlsplit(source.url)
    if source.kind == "list":
        return [*shapes, UrlShape("list", (domain,), re.compile(_FRONTS))]
    path = literal(parts.path + (f"?{parts.query}" if parts.query else ""))
    kind: Kind = "list"
    return [UrlShape(kind, (domain_of(source.url),), re.compile(path), source=source.kind), *shapes]


def _first_time(page: Page, published: Sequence[Choice]) -> Printed | None:
    printed = (text for choice in published for text in texts(page.tree, (choice.selector,), " "))
    return next((time for text in printed if (time := parse_time(text, UTC))), None)


def _zone(time: Printed | None) -> timedelta:
    offset = datetime.fromisoformat(time.iso).utcoffset() if time else None
    return offset or timedelta()


def _reasons(parts: _Parts) -> dict[tuple[str, str], str]:
    """Return the evidence of every selector and of the time zone, by (field, value)."""
    body = parts.body
    fields = {
        "headline": parts.headline,
        "body": [body.choice] if body else [],
        "published": parts.published,
        "bylines": parts.bylines,
        "drop": body.drop if body else [],
    }
    found = {(field, choice.selector): choice.why for field, choices in fields.items() for choice in choices}
    time = parts.time
    zone = (
        f"printed on the page: {time.raw}" if time and not time.zone_assumed else "no zone is printed: UTC is a guess"
    )
    return {**found, ("zone", ""): zone}


def _selectors(choices: Sequence[Choice]) -> tuple[str, ...]:
    return tuple(choice.selector for choice in choices)


def _domain(page: Page) -> str:
    return page.host.removeprefix("www.")
