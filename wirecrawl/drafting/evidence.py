"""Finds where a page prints headline, time and author: for each a selector with its evidence.

The page's metadata (JSON-LD, meta elements) says what to look for. The selector is that of the visible element with the
same content, since that is what an editor changes.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from typing import Any, NamedTuple

from lxml import html

from wirecrawl.drafting.selectors import is_stable, selector_for
from wirecrawl.news import wire
from wirecrawl.news.cleaning.letters import letters
from wirecrawl.news.cleaning.linked_data import linked_article
from wirecrawl.news.cleaning.metadata import PageMetadata, read_stated
from wirecrawl.news.markup.select import metas, texts, title_of
from wirecrawl.news.markup.times import Printed, parse_time
from wirecrawl.web.urls import host_of

_TIME_METAS = ("article:published_time", "datePublished", "og:published_time", "publishdate", "pubdate", "date")
# Names and tags of elements, the most reliable first.
_HEADINGS = (r"\bh1\b", r"\bh2\b", r"headline|title")
_TIME_MARKED = (r"\btime\b", r"date|time|publi|stamp|tarih|fecha|datum", r"meta|info|byline")
_AUTHOR_MARKED = (r"\bauthor\b", r"byline|author|writer|autor")
_NAMING = ("id", "class", "itemprop", "rel", "data-testid")
_TRIED = 60  # elements of a kind whose selectors are looked for; of times in page order: the story's is the first one
_FEW = 3  # elements within a line that prints a time
_LONGEST_LINE = 120  # characters of a line with a time or an author
# The value after this key in the page's JSON-LD, with any spacing.
_LINKED_TIME = (
    "concat('', substring-before(substring-after(//script[contains(., 'datePublished')], 'datePublished'), ','))"
)
_SHORTEST_NAME = 4  # letters; shorter ones occur within too many words
_SURE = 60  # seconds by which two equal times may differ


class Choice(NamedTuple):
    """A selector and its evidence."""

    selector: str
    why: str


@dataclass(frozen=True, slots=True)
class Page:
    """A parsed page with its metadata."""

    tree: html.HtmlElement
    host: str
    stated: PageMetadata
    metas: dict[str, str]
    linked: dict[str, Any]  # the article of its JSON-LD


def read_page(tree: html.HtmlElement, url: str) -> Page:
    """Read the metadata of the parsed page of an address."""
    meta = metas(tree)
    return Page(tree, host_of(url), read_stated(tree, url), meta, linked_article(tree, url, meta))


def headline(page: Page) -> list[Choice]:
    """Return the heading that equals the headline in the metadata, else og:title; [] if the page has neither."""
    stated = letters(page.stated.headline or "")
    said = ((element, letters(str(element.text_content()))) for element in _called(page.tree, _HEADINGS))
    for element, found in islice((one for one in said if _is_headline(one[1], stated)), _TRIED):
        if selector := selector_for(element, page.tree):
            only = "the only one; " if selector == element.tag else ""
            return [Choice(selector, f"{element.tag!s}, {only}{_agreeing(found, page)}")]
    if page.metas.get("og:title"):
        return [Choice("//meta[@property='og:title']/@content", "no heading of the page says what it states")]
    return []


def _is_headline(found: str, stated: str) -> bool:
    """Whether a heading has the letters of the headline in the metadata; one may have a mark or site name more."""
    shorter, longer = sorted((found, stated), key=len)
    return len(longer) < 2 * len(shorter) and shorter in longer


def _agreeing(found: str, page: Page) -> str:
    """Return the evidence for a heading: the parts of the metadata that say the same."""
    witnesses = {
        "og:title": page.metas.get("og:title", ""),
        "JSON-LD": str(page.linked.get("headline") or ""),
        "the title": title_of(page.tree),
    }
    same = [name for name, text in witnesses.items() if letters(text) == found]
    within = [name for name, text in witnesses.items() if name not in same and text and found in letters(text)]
    if same:
        return f"equals {' and '.join(same)}"
    return f"is in {' and '.join(within)}" if within else "nothing else on the page says the same"


def _called(tree: html.HtmlElement, words: tuple[str, ...]) -> Iterator[Any]:
    """Yield the elements whose tag, id, classes or other names match one of the patterns, pattern by pattern."""
    body = tree.find("body")
    every = [(element, _own_words(element)) for element in (tree if body is None else body).iter("*")]
    for word in words:
        form = re.compile(word, re.IGNORECASE)
        yield from (element for element, own in every if form.search(own))


def _own_words(element: Any) -> str:
    return " ".join([element.tag, *(element.get(name) or "" for name in _NAMING)])


def published(page: Page, guess: str) -> list[Choice]:
    """Return up to two places that print the same time of publication, the most exact first; [] if there is none.

    `guess` is the day that trafilatura found, or "". If no element with a suitable name prints a time, a line that
    prints this day is used.
    """
    places = list(_times(page)) or list(_lines(page, guess))
    found = {choice.selector: (choice, time) for choice, time in places}
    said = page.stated
    texts = (*said.times, *said.weak_times, *said.element_times, *said.title_times)
    stated = (time for text in texts if (time := _read(text)))
    truth = next(stated, next((time for _, time in found.values()), None))
    agreed = [(choice, time) for choice, time in found.values() if truth and _same(time, truth)]
    # The sort is stable: equally exact ones stay in page order.
    agreed.sort(key=lambda pair: (pair[1].precision == "day", pair[1].zone_assumed))
    return [choice for choice, _ in agreed][:2]


def _times(page: Page) -> Iterator[tuple[Choice, Printed]]:
    for attribute in ("property", "name", "itemprop"):
        for name in _TIME_METAS:
            yield from _time(page, f"//meta[@{attribute}='{name}']/@content", "meta")
    printing = (element for element in _called(page.tree, _TIME_MARKED) if _prints_time(element))
    for element in islice(printing, _TRIED):
        if selector := selector_for(element, page.tree):
            path = _attribute(element)
            yield from _time(page, path, "its datetime attribute") if path else ()
            yield from _time(page, selector, f"{element.tag!s} on the page")
    yield from _time(page, _LINKED_TIME, "JSON-LD")


def _prints_time(element: Any) -> bool:
    return _read(element.get("datetime") or " ".join(element.itertext()).strip()) is not None


def _lines(page: Page, guess: str) -> Iterator[tuple[Choice, Printed]]:
    """Yield short lines, whatever their names, that print the day that trafilatura found."""
    day = _read(guess)
    lines = page.tree.iter("p", "span", "div", "li", "td", "small", "em", "b") if day else iter(())
    for element in islice(filter(_prints_time, lines), _TRIED):
        time = _read(" ".join(element.itertext()).strip())
        alone = (
            len(element) <= _FEW and element.find(".//a") is None
        )  # a line with a link has the time of another story
        if alone and time and day and _same(time, day) and (selector := selector_for(element, page.tree)):
            yield from _time(page, selector, f"{element.tag!s} on the page")


def _time(page: Page, selector: str, why: str) -> Iterator[tuple[Choice, Printed]]:
    text = next(texts(page.tree, (selector,), " "), "")
    if time := _read(text):
        yield Choice(selector, f"{why}: {text}"), time


def _attribute(element: Any) -> str | None:
    """Return an XPath to the datetime attribute of an element, None if it has none."""
    if not element.get("datetime"):
        return None
    words = [word for word in (element.get("class") or "").split() if is_stable(word)]
    held = f"[contains(@class, '{words[0]}')]" if words else ""
    return f"//{element.tag!s}{held}/@datetime"


def _read(text: str) -> Printed | None:
    return parse_time(text, UTC) if len(text) <= _LONGEST_LINE else None


def _same(one: Printed, other: Printed) -> bool:
    """Whether two printed times can be the same: the same moment, or without clock or zone the same day."""
    if "day" in (one.precision, other.precision) or one.zone_assumed or other.zone_assumed:
        return one.iso[:10] == other.iso[:10]
    return abs((_moment(one) - _moment(other)).total_seconds()) < _SURE


def _moment(time: Printed) -> datetime:
    return datetime.fromisoformat(time.iso)


def bylines(page: Page) -> list[Choice]:
    """Return the shortest element from which the author's name can be read; [] if there is none."""
    stated = [found for name in page.stated.authors[:_TRIED] if len(found := letters(name)) >= _SHORTEST_NAME]
    lines = [(" ".join(str(element.text_content()).split()), element) for element in _called(page.tree, _AUTHOR_MARKED)]
    named = [(text, element) for text, element in lines if _names_people(text, stated, page)]
    for text, element in sorted(named, key=lambda line: len(line[0]))[:_TRIED]:
        if selector := selector_for(element, page.tree):
            why = "names the author that the page states" if stated else "the page states no author itself"
            return [Choice(selector, f"{why}: {text}")]
    return []


def _names_people(text: str, stated: list[str], page: Page) -> bool:
    """Whether a line has names: one of the metadata, or without these, full names that are not the site's."""
    names = wire.parse_names(text, wire.PLAIN) if len(text) <= _LONGEST_LINE else []
    if stated:
        said = letters(text)
        return bool(names) and any(name in said for name in stated)
    site = letters(page.metas.get("og:site_name", "")[:_LONGEST_LINE]) + letters(page.host)
    return bool(names) and all(" " in name and letters(name) not in site for name in names)
