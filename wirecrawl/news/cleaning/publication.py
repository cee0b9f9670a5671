"""When a story was published and updated, as its page prints or states it; the language that the page states."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, tzinfo
from functools import partial
from itertools import chain
from typing import Any

from lxml import html

from wirecrawl.news.cleaning.address_day import day_in_address
from wirecrawl.news.cleaning.cleaner import is_whole_page
from wirecrawl.news.cleaning.found import ExtractedPage
from wirecrawl.news.cleaning.linked_data import stated
from wirecrawl.news.cleaning.page_address import PageAddress
from wirecrawl.news.cleaning.site_zone import is_day_first
from wirecrawl.news.markup.relative import parse_relative
from wirecrawl.news.markup.times import Printed, parse_time, split_updated
from wirecrawl.news.markup.zones import with_zone

_META_UPDATES = ("article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "last-modified")
_LEAST_CHANGE = {"second": timedelta(seconds=1), "minute": timedelta(minutes=1), "day": timedelta(days=1)}
_META_TIMES = ("publishdate", "pubdate", "article:published_time")


def read_times(
    tree: html.HtmlElement,
    meta: Mapping[str, str],
    article: Mapping[str, Any],
    found: ExtractedPage,
    address: PageAddress,
    zone: tzinfo,
) -> tuple[Printed | None, Printed | None]:
    """Published and updated, as the page prints them; else the day in its address. `zone` is said to be assumed.

    `article` is the story in the page's JSON-LD, whose time has its offset; metas often have none.
    """
    updated = None
    day_first = day_first_by_language(tree, address.url) if found.day_first is None else found.day_first
    read = partial(_read_time, address=address, zone=zone, day_first=day_first)
    metas = (meta.get(name, "") for name in _META_TIMES)
    if address.captured:
        found.published = list(found.published)  # they are read again as relative times
    for printed in chain(found.published, stated(article, "datePublished"), metas):
        before, after = split_updated(printed)
        updated = updated or read(after)
        if published := read(before):
            if found.printed_time:
                published = replace(published, raw=found.printed_time)
            return with_zone(published, read(found.instant or "")), updated
    if relative := _relative_time(found, address, zone):
        return relative, updated
    whole = day_in_address(address.url) if is_whole_page(found.cleaner) else None
    return _if_possible(_of_address(address.day or whole, zone), address), updated


def _read_time(text: str, *, address: PageAddress, zone: tzinfo, day_first: bool | None = None) -> Printed | None:
    """The time in a text; none for one that a page which was captured before it cannot have printed."""
    return _if_possible(parse_time(text, zone, latest=address.latest, day_first=day_first), address)


def _if_possible(found: Printed | None, address: PageAddress) -> Printed | None:
    """A time, unless the page was captured before it."""
    is_later = found and address.captured and datetime.fromisoformat(found.iso) > address.captured
    return None if is_later else found


def _relative_time(found: ExtractedPage, address: PageAddress, zone: tzinfo) -> Printed | None:
    """The time of a captured page that prints it relative to the moment at which it was read, or without a day."""
    if address.captured is None:
        return None
    read = (parse_relative(text, address.captured, zone, address.day) for text in found.published)
    return next((time for time in read if _if_possible(time, address)), None)


def day_first_by_language(tree: html.HtmlElement, url: str | None) -> bool | None:
    """Whether 10/12/2018 is in December: of all languages only English has American pages.

    Of pages in English, and of those that declare no language, the country of the host tells.
    """
    tag = _language_of_root(tree).lower().replace("_", "-")
    if not tag or tag == "en":
        return is_day_first(url)
    return tag != "en-us"


def stated_update(
    article: Mapping[str, Any], address: PageAddress, meta: Mapping[str, str], published: Printed | None
) -> Printed | None:
    """The last change that the page states for search engines, when it is later than the publication it prints.

    Where a day alone is printed, later is only another day.
    """
    if published is None:
        return None
    for printed in update_times(article, meta):
        found = _read_time(printed, address=address, zone=UTC)
        if found and not found.zone_assumed and found.precision != "day":
            before = datetime.fromisoformat(published.iso)
            late = datetime.fromisoformat(found.iso) - before >= _LEAST_CHANGE[published.precision]
            return found if late else None
    return None


def update_times(article: Mapping[str, Any], meta: Mapping[str, str]) -> Iterator[str]:
    """The times of the last change as a page states them in its JSON-LD and metas, the surest first."""
    yield from stated(article, "dateModified")
    yield from (meta[name] for name in _META_UPDATES if name in meta)


def declared_languages(tree: html.HtmlElement, found: ExtractedPage) -> tuple[str | None, str | None]:
    """The language that a page states: on its root, in a meta."""
    return _language_of_root(tree), found.language


def _language_of_root(tree: html.HtmlElement) -> str:
    return tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or tree.get("xml:lang") or ""


def _of_address(day: date | None, zone: tzinfo) -> Printed | None:
    """The day in the address, which the page does not print: published_raw stays null."""
    found = parse_time(str(day or ""), zone)
    return replace(found, raw=None) if found else None
