"""What beside titles and headings tells the headline of a page: its address, its first paragraphs, its elements."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from urllib.parse import unquote, urlsplit

from lxml import html
from lxml.etree import XPath

from wirecrawl.news.cleaning.letters import letters
from wirecrawl.news.cleaning.title_parts import Wording

LONGEST = 300  # characters; more is a paragraph in a heading
LEAST_WORDS = 3  # of an address that spell a headline
_MOST = 8  # marked elements that are looked at
_CODE = 5  # digits
_PARAGRAPH, _PARAGRAPHS, _HEAD = 80, 4, 400  # characters of a paragraph, paragraphs, characters of each
_PLAIN = ("h2", "h3", "h4", "h5", "h6", "div", "span", "p", "td", "th", "b", "strong", "font", "center", "big")
_MARKS = XPath(
    "//*[@itemprop='headline' or contains(@class, 'headline') or contains(@class, 'entry-title')"
    " or contains(@id, 'headline')][not(ancestor-or-self::a) and not(.//a)]"
)
_BARE = XPath(f"//body//text()[string-length(.) > {_PARAGRAPH}][not(parent::script or parent::style)]")


def printed_in(tree: html.HtmlElement, wanted: frozenset[str]) -> frozenset[str]:
    """Which of some texts an element of the page prints: pages without headings print their headline so too."""
    starts = {key[0] for key in wanted}
    return frozenset(
        said
        for one in tree.iter(*_PLAIN)
        if (text := (one.text or "").strip()) and len(text) <= LONGEST
        if not text[0].isalnum() or text[0].casefold()[0] in starts
        if (said := letters(text)) in wanted
    )


def marked_headlines(tree: html.HtmlElement) -> list[str]:
    """The texts of elements whose names say that they are a headline, links to other stories left out."""
    found = (" ".join(one.text_content().split()) for one in _MARKS(tree)[:_MOST])
    return [text for text in dict.fromkeys(found) if 0 < len(text) <= LONGEST]


def words_of_address(path: Sequence[str]) -> str:
    """The words of an address that spell a headline: those of its longest part; "" where it has none."""
    spelled: list[list[str]] = [words_of(folder) for folder in path]
    longest = max(spelled, key=len, default=[])
    return Wording(" ".join(longest)).spelled if len(longest) >= LEAST_WORDS else ""


def folders(url: str | None) -> list[str]:
    """The parts of the path of an address, [] for none."""
    try:
        return [unquote(part) for part in urlsplit(url or "").path.split("/") if part]
    except ValueError:
        return []


def words_of(part: str) -> list[str]:
    """The words in a part of an address; numbers of five digits and more, and codes, are none."""
    words = re.split(r"[-_+., %]+", re.sub(r"\.\w{2,5}$", "", part))
    return [word for word in words if word.isalpha() or (word.isdigit() and len(word) < _CODE)]


def lead_words(tree: html.HtmlElement) -> frozenset[str]:
    """The words of the first paragraphs."""
    return frozenset(word for text in _paragraphs(tree) for word in Wording(text).words)


def _paragraphs(tree: html.HtmlElement) -> Iterator[str]:
    """The first long paragraphs; the first long texts of a page that has no paragraphs."""
    texts = (text for p in tree.iter("p") if len(text := p.text_content().strip()) > _PARAGRAPH)
    found = list(islice(texts, _PARAGRAPHS)) or list(map(str, _BARE(tree)[:_PARAGRAPHS]))
    yield from (text[:_HEAD] for text in found)
