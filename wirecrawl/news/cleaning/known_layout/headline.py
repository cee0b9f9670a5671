"""The headline of a known layout: the element that the page's title confirms, without the line above it."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from lxml import html

from wirecrawl.items import Marks
from wirecrawl.news import wire
from wirecrawl.news.agencies import Agency, Layout
from wirecrawl.news.cleaning.letters import letters
from wirecrawl.news.markup.lines import BREAKS, text_of
from wirecrawl.news.markup.select import TITLE, elements, texts

_OTHER_TITLE = "/html/head/meta[@property='og:title']/@content"
_MOST = 10  # elements that are compared with the title
_SURE = 12  # letters that headline and title begin with; fewer are a section or a site
_WORDS = 3
_KICKER = re.compile(
    r"(?<![a-z])(?:kicker|eyebrow|overline|super-?title|sur-?titre|over-?title|dachzeile|occhiello|antetitulo|rubrics?|"
    r"category|section-?(?:name|label|title))(?![a-z])",
    re.IGNORECASE,
)


def read_headline(tree: html.HtmlElement, layout: Layout, agency: Agency) -> str | None:
    """The headline as printed, its inner white space as it stands; None where no selector finds text."""
    titles = [letters(title) for title in texts(tree, (TITLE,))]
    found: list[str] = []
    for element in islice(elements(tree, layout.headline), _MOST):
        if text := text_of(element).strip():
            if not len(element) and _is_confirmed(text, titles):  # few pages ask for more than their title
                return text
            titles += [] if found else [letters(title) for title in texts(tree, (_OTHER_TITLE,))]
            text = _without_kicker(element, _without_small_print(element, text), titles, agency)
            if _is_confirmed(text, titles):
                return text
            found.append(text)
    if found:
        return next((text for text in found if not _is_short(text)), found[0])
    return next(texts(tree, layout.headline, fold=False), None)


def _is_short(text: str) -> bool:
    """Whether a text may be a section's name."""
    return len(text.split()) < _WORDS and len(letters(text)) < _SURE


def _is_confirmed(text: str, titles: Iterable[str]) -> bool:
    said = letters(text)
    return any(said and (said in title or said[:_SURE] == title[:_SURE]) for title in titles)


def _without_kicker(element: Any, text: str, titles: list[str], agency: Agency) -> str:
    """Cut the line above a headline, inside its element, if the title has the rest alone or its class names it.

    A wire mark stays, wherever it stands.
    """
    pieces = list(_pieces(element)) if len(element) else []
    if len(pieces) < 2 or any(letters(text) in title for title in titles):
        return text
    table = wire.table_or_plain(agency.name)
    marks = wire.parse_headline(text, table).marks
    for n, (_, named) in enumerate(pieces[:-1], 1):
        rest = " ".join(piece for piece, _ in pieces[n:])
        confirmed = len(letters(rest)) >= _SURE and any(letters(rest) in title for title in titles)
        if (confirmed or named) and marks in (Marks(), wire.parse_headline(rest, table).marks):
            return rest
    return text


def _without_small_print(element: Any, text: str) -> str:
    """Cut what stands in small print behind a headline, inside its element: a source, a counter."""
    last = element[-1] if len(element) else None
    if last is None or last.tag != "small" or (last.tail or "").strip():
        return text
    return text.removesuffix(text_of(last).strip()).strip() or text


def _pieces(element: Any) -> Iterator[tuple[str, bool]]:
    """The parts of a headline by the elements in it; each with whether its class is that of a line above."""
    lead = (element.text or "").strip()
    if lead:
        yield lead, False
    for child in element:
        inside = text_of(child).strip() if isinstance(child.tag, str) and child.tag not in BREAKS else ""
        if inside:
            yield inside, bool(_KICKER.search(f"{child.get('class') or ''}"))
        if (child.tail or "").strip():
            yield child.tail.strip(), False
