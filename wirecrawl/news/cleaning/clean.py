"""Page bytes to story fields, as one pure function.

The layout of the agency's era first; trafilatura on the whole page when no layout fits, and then
provenance.cleaner says so. The same bytes and address give the same story whatever ran before: no state is
kept, so it can run in the crawler, in another process or on another machine.
"""

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta, tzinfo
from functools import partial
from importlib.metadata import version
from itertools import chain

from lxml import html

from wirecrawl import __version__
from wirecrawl.errors import EmptyPage
from wirecrawl.items import Provenance, Story
from wirecrawl.news import agencies, wire
from wirecrawl.news.agencies import Agency, Link
from wirecrawl.news.cleaning.blocks import Block
from wirecrawl.news.cleaning.found import ExtractedPage
from wirecrawl.news.cleaning.known_layout.layout import read_layout
from wirecrawl.news.cleaning.language import language_of
from wirecrawl.news.cleaning.metadata import read_publication, read_updates
from wirecrawl.news.cleaning.not_story import refuse
from wirecrawl.news.cleaning.whole_page.extract import read_page
from wirecrawl.news.cleaning.wire_parts import read_copy
from wirecrawl.news.markup.decode import parse
from wirecrawl.news.markup.select import metas, texts
from wirecrawl.news.markup.times import Printed, parse_time, split_updated
from wirecrawl.news.wire import Table
from wirecrawl.web import urls

_META_TIMES = ("publishdate", "pubdate", "article:published_time")
_CANONICAL = ("//link[@rel='canonical']/@href",)
_HEAD = 3  # paragraphs: a caption or a byline may stand before the dateline of copy on another site
_KEYWORD_SEPARATOR = re.compile(r"[,，;；、]")
_VERSIONS = {"wirecrawl": __version__, "trafilatura": version("trafilatura")}


@dataclass(frozen=True, slots=True)
class _Address:
    """What is known of a page before its content is read."""

    url: str | None
    link: Link | None
    agency: Agency | None
    latest: date | None = None  # of its days

    @property
    def day(self) -> date | None:
        return self.link.day if self.link else None


def clean(
    page: bytes,
    url: str | None = None,
    *,
    content_type: str | None = None,
    more: Sequence[bytes] = (),
    status: int | None = None,
    record: str | None = None,
    sha256: str | None = None,
    first_seen: str | None = None,
    fetched: str | None = None,
    drafted: Agency | None = None,
    tree: html.HtmlElement | None = None,
) -> Story:
    """The story of a page: `page` holds the body bytes as served, `url` its address (else its canonical link).

    `more` holds the later pages of a story cut into several, in order. `drafted` is an agency that is in no list
    yet, tried on a page of its own. `tree` is the page as it was parsed already; it may be changed. `sha256` is that
    of `page`, hexadecimal, where it is known. The other arguments go to the story as they are. Raises PageError for
    bytes that are no page and EmptyPage for a page without text or picture; both name the page.

    >>> clean(b"<h1 id=title>Rain</h1><div id=container_txt><p>It rains. Endi</p></div>",
    ...       "http://www.china.org.cn/world/Off_the_Wire/2017-02/16/content_40302849.htm").text
    'It rains.'
    """
    name = url or record or "page"
    usual = _usual_charset(url, drafted)
    tree = parse(page, content_type, name=name, usual=usual) if tree is None else tree
    address = replace(_address(tree, url, drafted), latest=_day_after(fetched))
    found = _read(tree, address, drafted)
    for later in more:
        found.parts += _read(parse(later, content_type, name=name, usual=usual), address, drafted).parts
    digest, versions = sha256 or hashlib.sha256(page).hexdigest(), dict(_VERSIONS)
    provenance = Provenance(sha256=digest, record=record, status=status, cleaner=found.cleaner, versions=versions)
    story = _story(tree, address, found, provenance)
    refuse(name, [story.headline or "", tree.findtext(".//title") or ""], story.text.split("\n\n"))
    if not story.text and not story.images:
        raise EmptyPage(name, f"no story text found ({found.cleaner}); look at the page")
    story.first_seen, story.fetched = first_seen, fetched
    return story


def _usual_charset(url: str | None, drafted: Agency | None) -> str:
    """The charset of a site's pages that state none, "" for UTF-8."""
    try:
        agency = drafted or agencies.of_url(url)
    except ValueError:  # no address; the story says so
        return ""
    return agency.charset if agency else ""


def _day_after(fetched: str | None) -> date | None:
    """The last day that a page may print that was fetched then, None where that is not known."""
    try:
        return datetime.fromisoformat(fetched or "").date() + timedelta(days=1)
    except (ValueError, OverflowError):
        return None


def _address(tree: html.HtmlElement, url: str | None, drafted: Agency | None) -> _Address:
    for candidate in (url,) if url else (*texts(tree, _CANONICAL), metas(tree).get("og:url", "")):
        try:
            canonical = urls.canonical_url(candidate)
        except ValueError:
            continue
        if not url and urls.path_of(canonical).count("/") == 1 and canonical.endswith("/"):
            continue  # the home page: a template's, which all pages of a site would share
        agency = drafted or agencies.of_url(canonical)
        link = agencies.classify(canonical, agency) if agency else None
        return _Address(link.url if link else canonical, link, agency)
    return _Address(None, None, None)


def _story_id(address: _Address, digest: str) -> str:
    if address.link and address.link.id:
        return address.link.id
    page = address.url.split("://", 1)[1] if address.url else digest
    if not address.agency:  # what slash a site's own addresses end with is known of agencies alone
        page = page.removesuffix("/")
    return urls.hashed_id(address.agency.name if address.agency else None, page)


def _read(tree: html.HtmlElement, address: _Address, drafted: Agency | None) -> ExtractedPage:
    found = read_layout(tree, address.url, address.day, drafted)
    return found if found.has_body else read_page(tree, found.cleaner, address.url)


def _story(tree: html.HtmlElement, address: _Address, found: ExtractedPage, provenance: Provenance) -> Story:
    """One long call: a line for each field of the feed, in the feed's order."""
    story_id = _story_id(address, provenance.sha256)
    agency, table = _whose(found, address)
    meta = metas(tree)
    published, updated = _times(tree, meta, found, address)
    updated = updated or _stated_update(tree, address, meta, published)
    printed = found.headline or meta.get("og:title") or tree.findtext(".//title") or ""
    headline, raw = wire.parse_headline(printed, table), wire.fold_space(printed)
    day = published.day if published else address.day
    own_page = address.agency is not None or found.own_site
    copy = read_copy(found.parts, {headline.headline, raw}, table, day, address.url, own_page=own_page)
    text = "\n\n".join(copy.paragraphs)
    return Story(
        id=story_id,
        thread=story_id,
        agency=agency,
        site=urls.host_of(address.url) or None,
        url=address.url,
        language=language_of(text or raw, address.url, address.agency, *_declared(tree, found)),
        headline=headline.headline or None,
        headline_raw=raw or None,
        marks=headline.marks,
        dateline=copy.dateline,
        bylines=_unique([*_each(found.bylines, lambda line: wire.parse_names(line, table)), *copy.bylines]),
        editors=_unique([*_each(found.editors, lambda line: wire.parse_editor(line, table)), *copy.editors]),
        notes=copy.notes,
        published=published.iso if published else None,
        published_raw=wire.clean_text(published.raw) if published and published.raw else None,
        published_precision=published.precision if published else None,
        published_zone_assumed=bool(published and published.zone_assumed),
        updated=updated.iso if updated else None,
        text=text,
        end_mark=copy.end_mark,
        images=copy.images,
        section=(address.link.section if address.link else None) or wire.clean_text(found.section or "") or None,
        keywords=_keywords(meta.get("keywords", "")),
        provenance=provenance,
    )


def _whose(found: ExtractedPage, address: _Address) -> tuple[str | None, Table]:
    """Agency and grammar of a page: its site's, unless the page prints another source; else by dateline or credit."""
    if not address.url and found.agency and found.own_site:
        return found.agency.name, wire.table(found.agency.name)
    if address.agency:
        own = not found.source or any(name in found.source for name in address.agency.printed)
        return (address.agency.name if own else None), _grammar(address.agency.name)
    head = [part.text for part in found.parts if isinstance(part, Block)][:_HEAD]
    for name, table in wire.all_tables().items():
        if any(wire.parse_dateline(text, table, None, own_page=False) for text in head):
            return name, table
    return (found.copy_of, wire.table(found.copy_of)) if found.copy_of else (None, wire.PLAIN)


def _grammar(agency: str) -> Table:
    """The agency's table; a drafted agency may have none yet."""
    try:
        return wire.table(agency)
    except KeyError:
        return wire.PLAIN


def _times(
    tree: html.HtmlElement, meta: Mapping[str, str], found: ExtractedPage, address: _Address
) -> tuple[Printed | None, Printed | None]:
    """Published and updated, as the page prints them; else the day in its address."""
    agency, updated = address.agency or found.agency, None
    zone = agency.clock if agency else UTC  # said to be assumed
    read = partial(parse_time, zone=zone, latest=address.latest, day_first=_day_first(_language_of_root(tree)))
    stated = (meta.get(name, "") for name in _META_TIMES)
    for printed in chain(found.published, read_publication(tree, address.url), stated):
        before, after = split_updated(printed)
        updated = updated or read(after)
        if published := read(before):
            return published, updated
    return _of_address(address.day, zone), updated


def _day_first(language: str) -> bool | None:
    """Whether 10/12/2018 is in December: of English pages only some say so, and of all others none is American."""
    tag = language.lower().replace("_", "-")
    if not tag or tag == "en":
        return None
    return tag != "en-us"


def _stated_update(
    tree: html.HtmlElement, address: _Address, meta: dict[str, str], published: Printed | None
) -> Printed | None:
    """The last change that the page states for search engines, when it is later than the publication it prints."""
    for printed in read_updates(tree, address.url, meta):
        found = parse_time(printed, UTC, latest=address.latest)
        if found and published and not found.zone_assumed and found.precision != "day":
            before = datetime.fromisoformat(published.iso)
            least = timedelta(minutes=1) if published.precision == "minute" else timedelta(seconds=1)
            late = datetime.fromisoformat(found.iso) - before >= least
            return found if late and published.precision != "day" else None
    return None


def _declared(tree: html.HtmlElement, found: ExtractedPage) -> tuple[str | None, str | None]:
    """The language that a page states: on its root, in a meta."""
    return _language_of_root(tree), found.language


def _language_of_root(tree: html.HtmlElement) -> str:
    return tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or tree.get("xml:lang") or ""


def _of_address(day: date | None, zone: tzinfo) -> Printed | None:
    """The day in the address, which the page does not print: published_raw stays null."""
    found = parse_time(str(day or ""), zone)
    return replace(found, raw=None) if found else None


def _keywords(printed: str) -> list[str]:
    return _unique(map(wire.fold_space, _KEYWORD_SEPARATOR.split(wire.clean_text(printed))))


def _each(lines: Iterable[str], read: Callable[[str], list[str] | None]) -> Iterator[str]:
    for line in lines:
        yield from read(line) or ()


def _unique(values: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(value for value in values if value))
