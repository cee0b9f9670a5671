"""The body of a story: from its subtree to the page's own paragraphs and pictures.

This is the one place where paragraphs are made. Agencies write them as <p>, as <br>, as nested spans, as styled
elements, as bare text; trafilatura's result for such a subtree joins or cuts some of them and drops short ones, so the
blocks are read from the subtree itself, in document order. In a known body everything but lists of links is kept.
The same walk reads trafilatura's own result when a whole page had to be given to it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from wirecrawl.news.markup.sentences import ends_clause
from wirecrawl.news.wire import clean_text, fold_space

_BLOCKS = frozenset(
    "address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 "
    "h3 h4 h5 h6 header hr html li main ol p pre section summary table tbody td tfoot th thead tr ul "
    "head item list quote row".split()  # the last line: trafilatura's own names
)
_SKIPPED = frozenset(
    "audio button canvas iframe input map nav noscript object script select style svg template textarea title "
    "video".split()
)
_BREAKS = frozenset(("br", "lb"))
_CELLS = frozenset(("td", "th", "cell"))
# Where text without a paragraph of its own stands; a blank line there, behind a sentence, is all that parts two.
_BARE = frozenset(("article", "body", "center", "div", "main", "pre", "section", "td"))
_PICTURES = frozenset(("img", "graphic"))
_NOT_LETTERS = re.compile(r"[\W_]+")
_INDENTS = ("\u3000\u3000", "\xa0\xa0", "    ")
# Link text is marked in the pieces, with characters that no text may hold, until its paragraph is known.
_OPEN, _CLOSE = "\ufdd0", "\ufdd1"
_LINKED = re.compile(f"{_OPEN}([^{_CLOSE}]*){_CLOSE}")
_MARKERS = re.compile(f"[{_OPEN}{_CLOSE}]")
# A blank line, or a line that begins with an indent, in bare text: a break, unless it is amid a sentence.
_BLANK_LINE = re.compile(r"[ \t]*\r?\n(?:[ \t\xa0]*\r?\n)+|\r?\n(?=[ \t]*\u3000\u3000)")
_WHITE = re.compile(r"[\t\r\n]")


@dataclass(slots=True)
class Block:
    """One paragraph of the page. `linked`: letters of it that are link text; `links`; `caption`: a <figcaption>.

    `place` is the element of the tree that it stands in.
    """

    text: str
    linked: int = 0
    links: int = 0
    caption: bool = False
    place: Any = field(default=None, compare=False, repr=False)


@dataclass(slots=True)
class Picture:
    """A picture between the paragraphs, its address as printed."""

    src: str


Part = Block | Picture


def read_blocks(body: etree._Element, drop: frozenset[Any] = frozenset()) -> list[Part]:
    """Paragraphs and pictures of a subtree in document order; the elements in `drop` are left out.

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
        walk.leave(element, is_body=element is body)
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
    skipped: Any = None  # the last element that was left out; its end follows at once
    row: Any = None  # the row of a data table that the walk is in
    place: Any = None  # the innermost block that is open

    def enter(self, element: Any) -> bool:
        """Take in an element's own text; False when its subtree is to be skipped."""
        tag = element.tag
        if element in self.drop or tag in _SKIPPED or _hidden(element):
            self.skipped = element
            return False
        if tag in _PICTURES:
            self._picture(element)
        if tag in _BREAKS:
            self.pieces.append("\n")
        elif tag in _CELLS and self.row is not None and element.getparent() is self.row:
            self.pieces.append("\t" if element.getprevious() is not None else "")
        elif tag in _BLOCKS and self.row is None:
            self.flush()
            self.row = element if tag in ("tr", "row") and _is_data(element) else None
        if tag in _BLOCKS:
            self.place = element
        self.in_link += tag in ("a", "ref")
        self.in_caption += tag == "figcaption"
        self._add(element.text, bare=tag in _BARE)
        return True

    def leave(self, element: Any, *, is_body: bool) -> None:
        """Close an element and take in the text behind it."""
        tag = element.tag if isinstance(element.tag, str) else ""
        if element is self.row:
            self.row = None
        if tag in _BLOCKS and self.row is None:
            self.flush()
        if element is not self.skipped:
            self.in_link -= tag in ("a", "ref")
            self.in_caption -= tag == "figcaption"
            if tag in _BLOCKS:
                self.place = element.getparent()
        if not is_body:
            parent = element.getparent()
            self._add(element.tail, bare=parent is not None and parent.tag in _BARE)

    def _add(self, text: str | None, *, bare: bool = False) -> None:
        """Take in a text node; `bare`: right under a page block, where a blank line may part two paragraphs."""
        if text:
            white = _BLANK_LINE.sub("\x00", text) if bare and self.row is None and "\n" in text else text
            piece = _WHITE.sub(" ", white).replace("\x00", "\n")
            self.pieces.append(f"{_OPEN}{piece}{_CLOSE}" if self.in_link else piece)

    def _picture(self, element: Any) -> None:
        src = element.get("src") or element.get("data-src") or ""
        if not src or src.startswith("data:"):
            return
        if "".join(self.pieces).rpartition("\n")[2].strip():  # amid a sentence, which it must not cut
            self.pending.append(Picture(src.strip()))
        else:
            self.flush()
            self.parts.append(Picture(src.strip()))

    def _block(self, marked: str) -> Block:
        """A paragraph in which link text is marked, as a block that counts it."""
        if _OPEN not in marked:
            return Block(marked, caption=self.in_caption > 0, place=self.place)
        linked = _LINKED.findall(marked)
        cells = [fold_space(cell) for cell in _MARKERS.sub("", marked).split("\t")]
        return Block("\t".join(cells), sum(map(letter_count, linked)), len(linked), self.in_caption > 0, self.place)

    def flush(self) -> None:
        if not self.pieces:
            return
        text = "".join(self.pieces)
        if "\t" in text:
            paragraphs = ["\t".join(_tidy(cell) for cell in text.split("\t")).rstrip("\t")]
        else:
            paragraphs = [_tidy(part) for part in _split_breaks(text)]
        blocks = (self._block(paragraph) for paragraph in paragraphs)
        self.parts += [block for block in blocks if block.text.strip()]
        self.parts += self.pending
        self.pieces, self.pending = [], []


def letter_count(text: str) -> int:
    """Characters of a text that are no white space.

    >>> letter_count("a b")
    2
    """
    return len(text) - sum(map(str.isspace, text))


def _tidy(text: str) -> str:
    folded = fold_space(text)
    return folded if folded.isprintable() else fold_space(clean_text(text))


def _hidden(element: Any) -> bool:
    if not isinstance(element.tag, str):
        return False
    style = element.get("style") or ""
    return element.get("hidden") is not None or "display:none" in style.replace(" ", "").lower()


def _is_data(row: Any) -> bool:
    """A row of data has several cells and no cell holds a table or several paragraphs; else it is page layout."""
    cells = [cell for cell in row if cell.tag in _CELLS]
    return len(cells) > 1 and not any(
        cell.find(".//table") is not None or len(cell.findall(".//p")) > 1 for cell in cells
    )


def _split_breaks(text: str) -> Iterator[str]:
    """Paragraphs of a block whose line breaks are <br>: a blank line always parts, a single one where lines end
    sentences or begin with an indent; elsewhere it is a soft break inside a sentence."""
    if "\n" not in text:
        yield text
        return
    group: list[str] = []
    for line in [*text.split("\n"), ""]:
        if line.strip():
            group.append(line)
        elif group:
            yield from group if _are_paragraphs(group) else [" ".join(group)]
            group = []


def _are_paragraphs(lines: list[str]) -> bool:
    if len(lines) == 1:
        return True
    ended = sum(ends_clause(_MARKERS.sub("", line).rstrip()) for line in lines[:-1])
    indented = sum(_MARKERS.sub("", line).startswith(_INDENTS) for line in lines[1:])
    return 2 * max(ended, indented) >= len(lines) - 1


def letters(text: str) -> str:
    """Letters and digits alone, case folded: what is compared when a headline may be repeated.

    >>> letters("U.S. stocks rise")
    'usstocksrise'
    """
    return _NOT_LETTERS.sub("", text.casefold())
