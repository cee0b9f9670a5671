"""The mark that closes a wire item; its presence proves that the text is whole."""

import re
from functools import cache

from wirecrawl.news.wire.grammar import Table

_REACH = 60  # characters; Enditem/ with three pairs of initials has 28


def take_end_mark(paragraph: str, table: Table) -> tuple[str, str | None]:
    """Return (paragraph without the mark and closing white space, the mark as printed without full stop or None).

    The mark (table.end_marks) is the whole paragraph or follows the end of a sentence, for Endi can be a name; one in
    brackets cannot, and may follow anything, as (END) follows the desk's e-mail address.

    >>> from wirecrawl.news.wire import table
    >>> take_end_mark("He asked the agency to go on. Endi.", table("xinhua"))
    ('He asked the agency to go on.', 'Endi')
    """
    text = paragraph.rstrip()
    match = _closing(table).search(text, max(0, len(text) - _REACH)) if table.end_marks else None
    return (text[: match.start()].rstrip(), match["mark"]) if match else (text, None)


@cache
def _closing(table: Table) -> re.Pattern[str]:
    marks = "|".join(table.end_marks)
    return re.compile(rf"(?:(?<=[.!?…”\"'’»)\]）。！？])|^|(?=\s[(（]))\s*(?P<mark>{marks})[.。]?$")
