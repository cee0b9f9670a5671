"""The body of a story: from its subtree to the page's own paragraphs and pictures.

This is the one place where paragraphs are made. Agencies write them as <p>, as <br>, as nested spans, as styled
elements, as bare text; trafilatura's result for such a subtree joins or cuts some of them and drops short ones, so the
blocks are read from the subtree itself, in document order. In a known body everything but lists of links is kept.
The same walk reads trafilatura's own result when a whole page had to be given to it.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from lxml import etree

from wirecrawl.news.cleaning.letters import letter_count
from wirecrawl.news.cleaning.line_breaks import CLOSE, LINKED, MARKER, OPEN, part_wrapped, split_breaks
from wirecrawl.news.cleaning.pictures import PICTURES, noscript_pictures, picture_address
from wirecrawl.news.cleaning.unread import UNREAD, is_unread
from wirecrawl.news.markup.lines import BLOCKS, BREAKS, breaks_line, is_glued, is_own_line
from wirecrawl.news.markup.sentences import ends_sentence
from wirecrawl.news.wire import clean_text, fold_space

_OWN_BLOCKS = frozenset("head item list quote row".split())  # trafilatura's own names
_ALL_BLOCKS = BLOCKS | _OWN_BLOCKS
_SKIPPED = frozenset(
    "amp-ad amp-social-share amp-sticky-ad audio button canvas iframe input map nav noscript object rp rt script "
    "select style svg template textarea title video".split()
)
_STYLED = frozenset(("span", "font"))
_PIECES = 60  # of a hidden element's text; a word or two have fewer
_BREAKS, _LONG_CELL = 4, 120  # line breaks and characters of a cell that holds paragraphs, not a figure or a name
_CELLS = frozenset(("td", "th", "cell"))
# Where text without a paragraph of its own stands; a blank line there, behind a sentence, is all that parts two.
_BARE = frozenset(("article", "body", "center", "div", "main", "pre", "section", "td"))
# A blank line, or a line that begins with an indent, in bare text: a break, unless it is amid a sentence.
# Each begins at a line feed, so that long white space is looked at once.
_BLANK_LINE = re.compile(r"\r?\n(?:[ \t\xa0]*+\r?\n)++|\r?\n(?=[ \t]*+\u3000\u3000)")
_ICONS = re.compile(r"(?<!\S)[\ue000-\uf8ff]++(?!\S)")  # of a font of icons: letters that stand alone, and mean nothing
_WHITE = re.compile(r"[\t\r\n]")


@dataclass(slots=True)
class Block:
    """One paragraph of the page. `linked`: letters of it that are link text; `links`; `caption`: a <figcaption>.

    `hidden` is the outermost element around it that readers do not see until a script shows it, or None. `place` is
    the element of the tree that it stands in.
    """

    text: str
    linked: int = 0
    links: int = 0
    caption: bool = False
    hidden: Any = field(default=None, compare=False, repr=False)
    place: Any = field(default=None, compare=False, repr=False)


@dataclass(slots=True)
class Picture:
    """A picture between the paragraphs, its address as printed."""

    src: str
    place: Any = field(default=None, compare=False, repr=False)


Part = Block | Picture


def read_blocks(body: etree._Element, drop: frozenset[Any] = frozenset()) -> list[Part]:
    """Paragraphs and pictures of a subtree in document order; the elements in `drop` are left out.

    Hidden blocks are among them, and name the element that hides them; a hidden word amid a paragraph is left out.

    >>> from lxml import html
    >>> [b.text for b in read_blocks(html.fromstring("<div>One.<br>Two.<p>Three</p></div>"))]
    ['One.', 'Two.', 'Three']
    """
    walk = _Walk(drop)
    walker = etree.iterwalk(body, events=("start", "end", "comment", "pi"))
    for event, element in walker:
        if event == "start":
            if not walk.enter(element):
                walker.skip_subtree()
            continue
        walk.leave(element, is_body=element is body, is_element=event == "end")
    walk.flush()
    return walk.parts


@dataclass(slots=True)
class _Walk:
    drop: frozenset[Any]
    parts: list[Part] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    pending: list[Picture] = field(default_factory=list)  # pictures amid the paragraph that is being read
    in_link: int = 0
    in_caption: int = 0
    hidden: Any = None  # the outermost hidden element that is open
    skipped: Any = None  # the last element that was left out; its end follows at once
    row: Any = None  # the row of a data table that the walk is in
    place: Any = None  # the innermost block that is open
    lines: list[bool] = field(default_factory=list)  # of the elements that are open: whether each breaks a line

    def enter(self, element: Any) -> bool:
        """Take in an element's own text; False when its subtree is to be skipped."""
        tag = element.tag
        style = element.get("style")  # most elements have none, and need no closer look
        hidden = (style is not None or element.get("hidden") is not None) and is_hidden(element)
        breaking = tag in _ALL_BLOCKS if style is None and "-" not in tag else breaks_line(element)
        self.lines.append(breaking)
        unread = tag in UNREAD and is_unread(element, in_link=self.in_link > 0)
        if element in self.drop or tag in _SKIPPED or unread or (hidden and not _is_text(element)):
            self.skipped = element
            if tag == "noscript":
                self._pictures(noscript_pictures(element))
            return False
        self._open(element, breaking)
        self.in_link += tag in ("a", "ref")
        self.in_caption += tag == "figcaption"
        self.hidden = element if hidden and self.hidden is None else self.hidden
        if tag == "pre" and "\n" in (element.text or ""):
            for paragraph in part_wrapped(element.text):
                self._add(paragraph)
                self.pieces.append("\n\n")
        else:
            self._add(element.text, bare=tag in _BARE)
        return True

    def _open(self, element: Any, breaking: bool) -> None:
        """End the paragraph before an element, where it begins a line."""
        tag = element.tag
        if tag in PICTURES:
            self._pictures([element])
        if tag in BREAKS:
            self.pieces.append("\n")
        elif tag in _CELLS and self.row is not None and element.getparent() is self.row:
            self.pieces.append("\t" if element.getprevious() is not None else "")
        elif breaking and self.row is None:
            self.flush()
            self.row = element if tag in ("tr", "row") and _is_data(element) else None
        elif tag in _STYLED and self.pieces and self.pieces[-1].isspace() and is_own_line(element):
            self.pieces.append("\n")
        elif tag == "span" and is_glued(element):
            self.pieces.append(" ")
        if breaking:
            self.place = element

    def leave(self, element: Any, *, is_body: bool, is_element: bool) -> None:
        """Close an element and take in the text behind it; comments have nothing to close."""
        tag = element.tag if is_element else ""
        breaking = self.lines.pop() if is_element else False
        if element is self.row:
            self.row = None
        if breaking and self.row is None:
            self.flush()
        if is_element and element is not self.skipped:
            self.in_link -= tag in ("a", "ref")
            self.in_caption -= tag == "figcaption"
            self.hidden = None if element is self.hidden else self.hidden
            if breaking:
                self.place = element.getparent()
        if not is_body and (tail := element.tail):
            parent = element.getparent()
            self._add(tail, bare=parent is not None and parent.tag in _BARE)

    def _add(self, text: str | None, *, bare: bool = False) -> None:
        """Take in a text node; `bare`: right under a page block, where a blank line may part two paragraphs."""
        if text:
            parted = bare and self.row is None and (text.count("\n") > 1 or "\u3000" in text)
            white = _BLANK_LINE.sub("\x00", text) if parted else text
            piece = white if white.isprintable() else _WHITE.sub(" ", white).replace("\x00", "\n")
            self.pieces.append(f"{OPEN}{piece}{CLOSE}" if self.in_link else piece)

    def _pictures(self, elements: Iterable[Any]) -> None:
        for element in elements:
            src = picture_address(element)
            if src and "".join(self.pieces).rpartition("\n")[2].strip():  # amid a sentence, which it must not cut
                self.pending.append(Picture(src, element))
            elif src:
                self.flush()
                self.parts.append(Picture(src, element))

    def _block(self, marked: str) -> Block:
        """A paragraph in which link text is marked, as a block that counts it."""
        if OPEN not in marked:
            return Block(marked, caption=self.in_caption > 0, hidden=self.hidden, place=self.place)
        linked = LINKED.findall(marked)
        cells = [fold_space(cell) for cell in MARKER.sub("", marked).split("\t")]
        letters_in_links = sum(map(letter_count, linked))
        return Block("\t".join(cells), letters_in_links, len(linked), self.in_caption > 0, self.hidden, self.place)

    def flush(self) -> None:
        if not self.pieces:
            return
        text = "".join(self.pieces)
        if "\t" in text:
            paragraphs = ["\t".join(_tidy(cell) for cell in text.split("\t")).rstrip("\t")]
        else:
            paragraphs = [_tidy(part) for part in split_breaks(text)]
        blocks = (self._block(paragraph) for paragraph in paragraphs)
        self.parts += [block for block in blocks if block.text.strip()]
        self.parts += self.pending
        self.pieces, self.pending = [], []


def _tidy(text: str) -> str:
    folded = fold_space(text)
    if folded.isprintable():
        return folded
    pieces = MARKER.split(text)  # markers stand between them
    pieces[::2] = (_ICONS.sub("", clean_text(piece)) for piece in pieces[::2])
    return fold_space("".join(pieces))


def is_hidden(element: Any) -> bool:
    """Whether an element says that readers do not see it; a script may show it later."""
    if element.get("hidden") is not None:
        return True
    style = element.get("style")
    return bool(style) and "display:none" in style.replace(" ", "").lower()


def _is_text(element: Any) -> bool:
    """Whether a hidden element may hold paragraphs: words that scripts change amid a sentence are none."""
    if breaks_line(element):
        return True
    return ends_sentence("".join(islice(element.itertext(), _PIECES)))


def _is_data(row: Any) -> bool:
    """A row of data has several cells and no cell holds a table or several paragraphs; else it is page layout."""
    cells = [cell for cell in row if cell.tag in _CELLS]
    return len(cells) > 1 and not any(map(_holds_paragraphs, cells))


def _holds_paragraphs(cell: Any) -> bool:
    if cell.find(".//table") is not None or len(cell.findall(".//p")) > 1:
        return True
    return len(cell.findall(".//br")) >= _BREAKS and len("".join(cell.itertext())) >= _LONG_CELL
