"""Page bytes to story fields, as one pure function.

The layout of the agency's era first; trafilatura on the whole page when no layout fits, and then
provenance.cleaner says so. The same bytes and address give the same story whatever ran before: no state is
kept, so it can run in the crawler, in another process or on another machine.
"""

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, tzinfo
from importlib.metadata import version
from typing import Any

from lxml import html

from wirecrawl import __version__
from wirecrawl.errors import EmptyPage
from wirecrawl.items import Capture, Provenance, Story
from wirecrawl.news import wire
from wirecrawl.news.agencies import Agency
from wirecrawl.news.cleaning.blocks import Block, Picture
from wirecrawl.news.cleaning.found import ExtractedPage
from wirecrawl.news.cleaning.known_layout.layout import read_layout
from wirecrawl.news.cleaning.language import language_of
from wirecrawl.news.cleaning.linked_data import linked_article
from wirecrawl.news.cleaning.not_story import refuse
from wirecrawl.news.cleaning.page_address import PageAddress, address_of, story_id_of, usual_charset
from wirecrawl.news.cleaning.publication import declared_languages, read_times, stated_update
from wirecrawl.news.cleaning.site_zone import zone_of_site
from wirecrawl.news.cleaning.wire_parts import read_copy
from wirecrawl.news.markup.base import base_of
from wirecrawl.news.markup.decode import parse
from wirecrawl.news.markup.references import without_references
from wirecrawl.news.markup.select import metas_and_scripts, title_of
from wirecrawl.news.wire import Table
from wirecrawl.news.wire.bare_places import with_bare_places
from wirecrawl.news.wire.credit import agency_of_host
from wirecrawl.web import urls
from wirecrawl.web.captures import original_page

_HEAD = 3  # paragraphs: a caption or a byline may stand before the dateline of copy on another site
_KEYWORD_SEPARATOR = re.compile(r"[,，;；、]")
_VERSIONS = {"wirecrawl": __version__, "trafilatura": version("trafilatura")}


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
    capture: Capture | None = None,
    drafted: Agency | None = None,
    tree: html.HtmlElement | None = None,
) -> Story:
    """The story of a page: `page` holds the body bytes as served, `url` its address (else its canonical link).

    `more` holds the later pages of a story cut into several, in order. `drafted` is an agency that is in no list
    yet, tried on a page of its own. `tree` is the page as it was parsed already, without what a public archive adds;
    it may be changed. `sha256` is that of `page`, hexadecimal, where it is known. `capture` is that of a page from a
    public archive, whose times are read as of the moment of the capture; a page of the Wayback Machine names its own,
    by its address or by its toolbar. The other arguments go to the story as they are. Raises PageError for bytes that
    are no page and EmptyPage for a page without text or picture; both name the page.

    >>> clean(b"<h1 id=title>Rain</h1><div id=container_txt><p>It rains. Endi</p></div>",
    ...       "http://www.china.org.cn/world/Off_the_Wire/2017-02/16/content_40302849.htm").text
    'It rains.'
    """
    sha256 = sha256 or hashlib.sha256(page).hexdigest()
    if tree is None:
        page, url, capture = original_page(page, url, capture)
        more = [original_page(later, None)[0] for later in more]
    name = url or record or "page"
    usual = usual_charset(url, drafted)
    tree = parse(page, content_type, name=name, usual=usual) if tree is None else tree
    moment = capture.time if capture else fetched
    address = address_of(tree, url, drafted, moment, captured=capture is not None)
    found = _read(tree, address, drafted)
    for later in more:
        found.add_page(_read(parse(later, content_type, name=name, usual=usual), address, drafted).parts)
    provenance = Provenance(
        sha256=sha256,
        record=record,
        status=status,
        cleaner=found.cleaner,
        versions=dict(_VERSIONS),
        capture=capture,
    )
    story = _story(tree, address, found, provenance)
    refuse(name, [story.headline or "", title_of(tree)], story.text.split("\n\n"))
    if not story.text and not story.images:
        raise EmptyPage(name, f"no story text found ({found.cleaner}); look at the page")
    story.first_seen, story.fetched = first_seen, fetched
    return story


def _read(tree: html.HtmlElement, address: PageAddress, drafted: Agency | None) -> ExtractedPage:
    found = read_layout(tree, address.url, address.day, drafted)
    if found.has_body:
        return found
    from wirecrawl.news.cleaning.whole_page.extract import read_page  # not in runs whose pages all have a layout

    return read_page(tree, found.cleaner, address.url)


def _story(tree: html.HtmlElement, address: PageAddress, found: ExtractedPage, provenance: Provenance) -> Story:
    """One long call: a line for each field of the feed, in the feed's order."""
    story_id = story_id_of(address, provenance.sha256)
    agency, table = _whose(found, address)
    meta, article = _stated(tree, address)
    declared = declared_languages(tree, found)
    published, updated = read_times(tree, meta, article, found, address, _zone(found, address, agency, declared))
    updated = updated or stated_update(article, address, meta, published)
    printed = without_references(found.headline or meta.get("og:title") or title_of(tree))
    headline, raw = wire.parse_headline(printed, table), wire.fold_space(printed)
    day = published.day if published else address.day
    own_page = address.agency is not None or found.own_site
    base = _base(tree, address, found)
    copy = read_copy(found.parts, {headline.headline, raw}, table, day, base, own_page=own_page)
    text = "\n\n".join(copy.paragraphs)
    return Story(
        id=story_id,
        thread=story_id,
        agency=agency,
        site=urls.host_of(address.url) or None,
        url=address.url,
        language=language_of(text or raw, address.url, address.agency, *declared),
        headline=headline.headline or None,
        headline_raw=raw or None,
        marks=headline.marks,
        dateline=copy.dateline,
        bylines=_people([*_each(found.bylines, lambda line: wire.parse_names(line, table)), *copy.bylines]),
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


def _stated(tree: html.HtmlElement, address: PageAddress) -> tuple[dict[str, str], dict[str, Any]]:
    """The metas of a page, and its story in its JSON-LD."""
    meta, scripts = metas_and_scripts(tree)
    return meta, linked_article(tree, address.url, meta, scripts)


def _base(tree: html.HtmlElement, address: PageAddress, found: ExtractedPage) -> str | None:
    """What the addresses of pictures are relative to; None for a page without an address, and without pictures."""
    pictured = any(isinstance(part, Picture) for part in found.parts)
    return base_of(tree, address.url) if address.url and pictured else None


def _whose(found: ExtractedPage, address: PageAddress) -> tuple[str | None, Table]:
    """Agency and grammar of a page: its site's, unless the page prints another source; else by dateline or credit.

    Where no layout fits, a place before a bare dash is a dateline once the agency is known.
    """
    if not address.url and found.agency and found.own_site:
        return found.agency.name, wire.table(found.agency.name)
    if address.agency:
        own = not found.source or any(name in found.source for name in address.agency.printed)
        table = wire.table_or_plain(address.agency.name)
        return (address.agency.name if own else None), table if found.agency else with_bare_places(table)
    name = _dateline_agency(found) or found.copy_of or agency_of_host(urls.host_of(address.url))
    return (name, with_bare_places(wire.table(name))) if name else (None, wire.PLAIN)


def _zone(found: ExtractedPage, address: PageAddress, writer: str | None, declared: Sequence[str | None]) -> tzinfo:
    """The zone of a page's clocks: that of the agency whose site it is, else of the paper, UTC where none tells."""
    if agency := address.agency or found.agency:
        return agency.clock
    if zone := zone_of_site(address.url, writer, *declared):
        return zone
    text = "\n".join(part.text for part in found.parts if isinstance(part, Block))
    return zone_of_site(None, None, language_of(text, address.url, None, *declared)) or UTC


def _dateline_agency(found: ExtractedPage) -> str | None:
    """The agency of the dateline in the first paragraphs, by the order of the tables."""
    head = [part.text for part in found.parts if isinstance(part, Block)][:_HEAD]
    return wire.agency_of_dateline(head)


def _keywords(printed: str) -> list[str]:
    return _unique(map(wire.fold_space, _KEYWORD_SEPARATOR.split(wire.clean_text(printed))))


def _each(lines: Iterable[str], read: Callable[[str], list[str] | None]) -> Iterator[str]:
    for line in lines:
        yield from read(line) or ()


def _unique(values: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(value for value in values if value))


def _people(names: Iterable[str]) -> list[str]:
    """Each name once: a dateline may print it in capitals again."""
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(name.casefold(), name)
    return [name for name in found.values() if name]
