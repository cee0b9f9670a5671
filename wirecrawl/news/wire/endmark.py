"""Finds the mark at the end of a wire item, which proves that the text is complete."""

import re
from functools import cache

from wirecrawl.news.wire.grammar import Table

_REACH = 60  # characters; Enditem/ with three pairs of initials has 28
_ENDS = ".!?…”\"'’»)\\]）。！？\u0e00-\u0e7f"  # what may stand before a mark: an end of a sentence, any Thai letter
_SETS_OFF = re.compile(rf"[{_ENDS}(（]")


def take_end_mark(paragraph: str, table: Table) -> tuple[str, str | None]:
    """Return (paragraph without the mark, the mark as printed without full stop); None for the mark if there is none.

    The mark (table.end_marks) must be the whole paragraph or follow the end of a sentence, because Endi can be a name;
    Thai ends its sentences without a sign. Some put brackets around it.
    A mark that has brackets itself may follow anything; (END) follows the desk's e-mail address.

    >>> from wirecrawl.news.wire import table
    >>> take_end_mark("He asked the agency to go on. Endi.", table("xinhua"))
    ('He asked the agency to go on.', 'Endi')
    """
    text = paragraph.rstrip()
    start = max(0, len(text) - _REACH)
    if start:
        sign = _SETS_OFF.search(text, start - 1, len(text) - 1)
        if sign is None:  # true of most paragraphs of a story
            return text, None
        start = max(start, sign.start() - 1)  # a mark stands behind the sign, or begins with it and white space
    match = _closing(table).search(text, start) if table.end_marks else None
    return (text[: match.start()].rstrip(), match["mark"] or match["bracketed"]) if match else (text, None)


@cache
def _closing(table: Table) -> re.Pattern[str]:
    marks = "|".join(table.end_marks)
    ended = rf"(?:(?<=[{_ENDS}])|^)"
    bracketed = rf"{ended}\s*(?P<bracketed>[(（\[](?:{marks})[)）\]])"
    return re.compile(rf"(?:(?:{ended}|(?=\s[(（]))\s*(?P<mark>{marks})|{bracketed})[.。]?$")
