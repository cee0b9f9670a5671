"""A page that no layout fits: its own structure says where the story is, and in doubt trafilatura on the whole page.

trafilatura is slow and its result needs mending, so it is the second witness. Its options by measurement: on 60
reviewed agency pages the bag of words of its text agreed by F1 .953, with `fast` only by .915 (three stories were lost
nearly whole). No comments; `deduplicate` stays off: it keeps state that makes a result depend on the pages before it.
"""

import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from functools import cache
from typing import Any

from lxml import html
from lxml.etree import XPath

from wirecrawl.news import agencies, wire
from wirecrawl.news.agencies import Ticker
from wirecrawl.news.cleaning.blocks import Block, Part, read_blocks
from wirecrawl.news.cleaning.dropping import drop
from wirecrawl.news.cleaning.extractor import extractor
from wirecrawl.news.cleaning.found import ExtractedPage
from wirecrawl.news.cleaning.language import language_of
from wirecrawl.news.cleaning.letters import letters
from wirecrawl.news.cleaning.linked_data import drop_linked_data
from wirecrawl.news.cleaning.metadata import PageMetadata, read_stated
from wirecrawl.news.cleaning.page_times import drop_times
from wirecrawl.news.cleaning.publication import day_first_by_language, declared_languages
from wirecrawl.news.cleaning.whole_page.beside import beside
from wirecrawl.news.cleaning.whole_page.credits import (
    lone_dateline,
    read_credits,
    site_agency,
    without_signature,
)
from wirecrawl.news.cleaning.whole_page.editors import editor_lines
from wirecrawl.news.cleaning.whole_page.furniture import from_dateline, is_time_line, without_furniture
from wirecrawl.news.cleaning.whole_page.mend import by_extraction, by_structure
from wirecrawl.news.cleaning.whole_page.story_times import story_times
from wirecrawl.news.cleaning.whole_page.structure import HEADINGS, read_lines, read_structure
from wirecrawl.news.markup.select import metas
from wirecrawl.news.markup.sentences import has_sentence
from wirecrawl.news.markup.ticker import ticker_blocks

# Words amid a line that are read aloud and not seen, ", opens new tab", and how many comments a paragraph has.
_UNSEEN = XPath(
    "//p/node()[normalize-space()][1][self::a][string-length(normalize-space()) < 4 and "
    "not(translate(normalize-space(), '0123456789', ''))] | "
    "//*[self::span or self::small or self::em][contains(@style, 'clip:') or contains(@class, 'sr-only') or "
    "contains(@class, 'screen-reader') or contains(@class, 'visuallyhidden') or contains(@class, 'visually-hidden')]"
)
_MONTHS = 12
_LONGEST_META = 60  # letters beside the time, in a line that parts a standfirst from the story: names, a town
_NEW_YEAR = re.compile(
    r"(?<!\d)(?:0?1[-/.]0?1(?!\d)|\d{4}-?01-?01|0?1(?:er|º|\.)?\s(?:de\s)?jan|jan\w{0,6}\.?\s0?1(?!\d))", re.I
)


def read_page(tree: html.HtmlElement, cleaner: str, url: str | None = None) -> ExtractedPage:
    """Headline, date, author, agency and blocks of a whole page; empty parts when no text is found.

    Tickers are cut first: they are prose to a generic extractor. The tree is changed by that.
    """
    for block in ticker_blocks(tree, _tickers()):
        drop(block)
    stated = read_stated(tree, url)
    drop_times(stated.other_times)
    page = read_blocks(tree, frozenset(_UNSEEN(tree)))
    title, parts = _story(tree, page, stated)
    found = ExtractedPage(cleaner, headline=title, language=stated.language, section=stated.section)
    parts, signed = without_signature(_with_breaks(_without_standfirst(parts, page), stated.body))
    story = from_dateline(without_furniture(parts))
    lines = beside([part for part in page if not isinstance(part, Block) or part.hidden is None], story, title or "")
    times = story_times(
        stated,
        page,
        story,
        url,
        day_first_by_language(tree, url),
        lambda: _guessed_day(tree, stated.updates),
        lambda: language_of("\n".join(_texts(story)), url, None, *declared_languages(tree, found)) or "en",
    )
    found.published, found.day_first, found.instant = times.published, times.day_first, times.instant
    found.printed_time = times.printed
    found.copy_of, found.bylines = read_credits(lines, _texts(parts), stated, signed, lambda: _guessed_author(tree))
    found.editors = editor_lines(lines)
    story = [*lone_dateline(lines, found.copy_of or site_agency(url)), *story]
    # A page whose best text has no whole sentence is a menu, a breadcrumb, a teaser.
    found.parts = story if any(has_sentence(text) for text in _texts(story)) else []
    return found


@cache
def _tickers() -> tuple[Ticker, ...]:
    return tuple(ticker for agency in agencies.all_agencies() for ticker in agency.tickers)


def _story(tree: html.HtmlElement, page: list[Part], stated: PageMetadata) -> tuple[str | None, list[Part]]:
    """The headline and the parts of the story; trafilatura is asked where the structure of the page leaves a doubt."""
    lines = read_lines(page)
    structure = read_structure(lines, stated.headline)
    if structure.is_sure:
        return stated.headline, by_structure(page, lines, structure, stated.headline, stated.description)
    if not stated.has_article:
        drop_linked_data(tree)
    title = stated.headline or extractor().metadata.extract_title(tree)
    document = _extracted(tree)
    if document is None and _drop_controls(tree):
        document = _extracted(tree)
    if document is None or isinstance(document, dict):
        return title, []
    extracted = read_blocks(document.body) if document.body is not None else []
    return title, by_extraction(page, lines, structure, extracted, title, stated.description)


def _with_breaks(parts: list[Part], stated: str) -> list[Part]:
    """The parts; the paragraphs of the text that the page states in its JSON-LD, where they are that as one block."""
    if not stated or len(parts) != 1 or not isinstance(parts[0], Block) or letters(parts[0].text) != letters(stated):
        return parts
    return [Block(text) for line in stated.splitlines() if (text := wire.fold_space(wire.clean_text(line)))]


def _without_standfirst(parts: list[Part], page: Sequence[Part]) -> list[Part]:
    """The parts less a first one that the line with the time of the story parts from the others.

    It stands in a heading, or in another element than the second and the third.
    """
    blocks = [part for part in parts if isinstance(part, Block) and not part.caption][:3]
    if len(blocks) < 2 or any(block.place is None for block in blocks) or not _is_set_apart(*blocks):
        return parts
    places = {id(part): n for n, part in enumerate(page)}
    first, second = (places.get(id(block), 0) for block in blocks[:2])
    between = (part for part in page[first + 1 : second] if isinstance(part, Block))
    timed = any(is_time_line(part, _LONGEST_META) for part in between)
    return [part for part in parts if part is not blocks[0]] if timed else parts


def _is_set_apart(first: Block, second: Block, third: Block | None = None) -> bool:
    """Whether the first paragraph stands in a heading, or in another element than the next two."""
    if first.place.tag in HEADINGS:
        return True
    home = second.place.getparent()
    return third is not None and third.place.getparent() is home and home not in first.place.iterancestors()


def _extracted(tree: html.HtmlElement) -> Any:
    """trafilatura's document, None where it finds no text.

    Without its metadata: of an author of 64,000 brackets in a <meta>, its search for nicknames took a quarter of a
    minute.
    """
    return extractor().bare_extraction(tree, include_comments=False, with_metadata=False)


def _guessed_day(tree: html.HtmlElement, updates: Sequence[str]) -> str:
    """The day that htmldate finds, "" for none; it takes longer than all else here, so it is asked last."""
    guess = extractor().metadata.find_date(tree, **extractor().settings.set_date_params())
    return _sure(guess or "", tree, updates)


def _guessed_author(tree: html.HtmlElement) -> str:
    return extractor().metadata.extract_author(tree) or ""


def _drop_controls(tree: html.HtmlElement) -> bool:
    """Remove control characters from texts and attributes: where there is one, trafilatura finds no text.

    Returns whether there were any.
    """
    found = False
    for element in tree.iter():
        for name in ("text", "tail"):
            if (words := getattr(element, name)) and words != (cleaned := wire.clean_text(words)):
                setattr(element, name, cleaned)
                found = True
        for name, value in element.items():
            if value != (cleaned := wire.clean_text(value)):
                with suppress(ValueError):  # a name with control characters can be neither written nor removed
                    element.set(name, cleaned)
                    found = True
    return found


def _sure(day: str, tree: html.HtmlElement, updates: Sequence[str]) -> str:
    """trafilatura's day, but not that of a template or a change, nor a guess at 10/12/2018, which Americans write so.

    A first of January that the page has nowhere is made of the year in a copyright line.
    """
    if day and any(stated.startswith(day) for stated in (metas(tree).get("datecreated", ""), *updates)):
        return ""
    if day.endswith("-01-01") and not _NEW_YEAR.search(html.tostring(tree, encoding="unicode")):
        return ""
    year, month, number = (*day.split("-"), "", "")[:3]
    if not number or month == number or int(month) > _MONTHS or int(number) > _MONTHS:
        return day
    either = rf"0?{int(month)}/0?{int(number)}|0?{int(number)}/0?{int(month)}"
    printed = re.search(rf"(?<!\d)(?:{either})/{year}(?!\d)", tree.text_content())
    if not printed:
        return day
    first, second, _ = printed[0].split("/")
    return f"{year}-{int(first):02}-{int(second):02}" if _language(tree).endswith("-US") else ""


def _language(tree: html.HtmlElement) -> str:
    return tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or tree.get("xml:lang") or ""


def _texts(parts: Iterable[Part]) -> list[str]:
    return [part.text for part in parts if isinstance(part, Block)]
