"""Elements amid a sentence that are no part of it: numbers of footnotes, words for who hears the page, old words."""

import re
from typing import Any

UNREAD = frozenset(("a", "del", "span", "sup"))
_NOTE = re.compile(r"\s?[\[(]\d{1,3}[\])]\s?")
# What a link says to those who hear the page: "opens in new window".
_UNSEEN = re.compile(r"(?<![a-z])(?:visually-?hidden|sr-?only|screen-?reader(?:-text|-only)?)(?![a-z])", re.IGNORECASE)


def is_unread(element: Any, *, in_link: bool) -> bool:
    """Whether the text of an element in UNREAD is left out; `in_link`: it stands in a link.

    >>> from lxml import html
    >>> is_unread(html.fragment_fromstring("<a href='#note1'>[1]</a>"), in_link=False)
    True
    """
    if element.tag == "span":
        return in_link and bool(_UNSEEN.search(element.get("class") or ""))
    if element.tag == "a":
        return _is_note_link(element)
    return _is_note_mark(element) if element.tag == "sup" else _is_replaced(element)


def _is_note_mark(element: Any) -> bool:
    """Whether a raised element is the number of a footnote: a link to a place on the page."""
    link = element.find("a")
    return link is not None and (link.get("href") or "").startswith("#")


def _is_note_link(link: Any) -> bool:
    """Whether a link is the number of a footnote: [1]."""
    return (link.get("href") or "").startswith("#") and bool(_NOTE.fullmatch(link.text or ""))


def _is_replaced(deleted: Any) -> bool:
    """Whether a page shows what it corrected beside what it says now."""
    behind = deleted.getnext()
    return behind is not None and behind.tag == "ins" and not (deleted.tail or "").strip()
