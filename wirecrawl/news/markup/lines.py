"""Where a page breaks a line, and the text of an element with a space there.

A browser begins a new line at <br>, at block elements and at elements whose style says so. Text that is joined without
a space there glues two words: "votes<br>to replace" is "votes to replace".
"""

import re
from itertools import islice
from typing import Any

from lxml import etree

BLOCKS = frozenset(
    "address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 "
    "h3 h4 h5 h6 header hr html li main ol p pre section summary table tbody td tfoot th thead tr ul".split()
)
BREAKS = frozenset(("br", "lb"))  # the second is trafilatura's own name
_WITHOUT_TEXT = frozenset(("script", "style", "template", "noscript", "rt", "rp"))
_DISPLAY = re.compile(
    r"display\s*:\s*(?P<inline>inline)?(?P<block>(?:block|flex|grid|table|list-item|flow-root)(?![\w-]))?", re.I
)
_BREAK = "\0"  # a page holds none: they are taken out before it is parsed
_CHILDREN = 60  # of a parent; farther on nobody looks for text between custom elements
_SHORT = 3  # letters; shorter pieces of text are a drop cap or a part of a word


def breaks_line(element: Any) -> bool:
    """Whether an element begins and ends a line.

    A custom element (a name with a hyphen) does where it stands among others and its parent has no text of its own:
    amid a sentence it is part of the sentence.

    >>> from lxml import html
    >>> [breaks_line(e) for e in html.fromstring("<div><p>A</p><b>B</b><i style='display:block'>C</i></div>")]
    [True, False, True]
    """
    tag, style = element.tag, element.get("style")
    if style and (display := _DISPLAY.search(style)) and (display["inline"] or display["block"]):
        return not display["inline"]
    return tag in BLOCKS or ("-" in tag and _is_among_lines(element))


def _is_among_lines(element: Any) -> bool:
    parent = element.getparent()
    if parent is None or (parent.text or "").strip() or (element.tail or "").strip():
        return False
    alone = element.getprevious() is None and element.getnext() is None
    return not alone and not any((child.tail or "").strip() for child in islice(parent, _CHILDREN))


def is_glued(element: Any) -> bool:
    """Whether a <span> follows another without white space where only its style can part their words.

    >>> from lxml import html
    >>> [is_glued(e) for e in html.fromstring("<h1><span>Council votes</span><span>to replace</span></h1>")]
    [False, True]
    """
    before = element.getprevious() if element.tag == "span" else None
    if before is None or before.tag != "span" or before.tail:
        return False
    left, right = before.text or "", next(element.itertext(), "")
    if len(before) or min(len(left), len(right)) < _SHORT or not (left[-1] + right[0]).isalnum():
        return False
    return " " in (left + right).strip() and not _is_written_without_spaces(left[-1])


def is_own_line(element: Any) -> bool:
    """Whether an element follows one of its kind, but of another style or id, behind a line break.

    So pages without blocks print headline, day and story.

    >>> from lxml import html
    >>> page = "<div><span id=title>Rain</span><br><span id=day>3 May</span> <span>2025</span></div>"
    >>> [is_own_line(e) for e in html.fromstring(page).iter("span")]
    [False, True, False]
    """
    breaking = element.getprevious()
    if breaking is None or breaking.tag != "br" or (breaking.tail and breaking.tail.strip()):
        return False
    before = breaking.getprevious()
    alike = before is not None and before.tag == element.tag and not (before.tail and before.tail.strip())
    return alike and before.attrib != element.attrib


def _is_written_without_spaces(letter: str) -> bool:
    """Whether a letter is Thai, Lao, Burmese, Chinese or Japanese."""
    return "\u0e00" <= letter <= "\u0eff" or "\u1000" <= letter <= "\u109f" or letter >= "\u2e80"


def text_of(element: Any) -> str:
    """The text of an element, with a space where the page breaks a line; other white space as it stands.

    >>> from lxml import html
    >>> text_of(html.fromstring("<h1>Council votes<br>to replace <b>two</b> ferries</h1>"))
    'Council votes to replace two ferries'
    """
    return element.text or "" if len(element) == 0 else " ".join(lines_of(element))


def lines_of(element: Any) -> list[str]:
    """The lines of an element's text, as the page breaks them, without white space at their ends and empty ones."""
    pieces: list[str] = []
    breaking: list[bool] = []  # of the elements that are open
    walker = etree.iterwalk(element, events=("start", "end", "comment", "pi"))
    for event, node in walker:
        if event == "start":
            breaking.append(node.tag in BREAKS or breaks_line(node))
            pieces.append(_BREAK if breaking[-1] or is_glued(node) else "")
            if node.tag in _WITHOUT_TEXT:
                walker.skip_subtree()
            else:
                pieces.append(node.text or "")
            continue
        if event == "end" and breaking.pop():
            pieces.append(_BREAK)
        if node is not element:
            pieces.append(node.tail or "")
    return [line for line in map(str.strip, "".join(pieces).split(_BREAK)) if line]
