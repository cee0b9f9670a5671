"""Whose dateline a paragraph begins with, where the agency of a page is not known.

The patterns of all tables take a millisecond for one paragraph. A dateline holds the name of its agency, so only those
tables are tried of which the paragraph has a word.
"""

import re
from collections.abc import Iterable
from functools import cache

from wirecrawl.news.wire.dateline import REACH, parse_dateline
from wirecrawl.news.wire.dates import DAY
from wirecrawl.news.wire.tables import all_tables

# What is no letter of the text in a pattern: escapes, openings of groups, classes, counts, and a letter that may be
# missing.
_SIGNS = re.compile(r"\\.|\(\?(?:P<\w+>|P=\w+|\w*:|<?[=!])|\[[^\]]*(?:\]|\Z)|\{[\d,]*\}|[^\W\d_](?=[?*]|\{0)")
_WORD = re.compile(r"[^\W\d_]+")


def agency_of_dateline(paragraphs: Iterable[str]) -> str | None:
    """Return the first agency, in the order of the tables, whose dateline one of the paragraphs begins with.

    >>> agency_of_dateline(["By Ann Shore", "LONDON, May 3 (Reuters) - It rains."])
    'reuters'
    """
    texts = list(paragraphs)
    begun = [text.strip()[:REACH] for text in texts]
    for name, table in all_tables().items():
        words = _words(table.datelines)
        for text, start in zip(texts, begun, strict=True):
            named = words is None or any(map(start.__contains__, words))
            if named and parse_dateline(text, table, None, own_page=False):
                return name
    return None


@cache
def _words(patterns: tuple[str, ...]) -> tuple[str, ...] | None:
    """The words of which a text that matches has one; None where a pattern has no words or does not heed their case."""
    words: set[str] = set()
    for pattern in patterns:
        found = _WORD.findall(_SIGNS.sub(" ", pattern.replace(DAY, " ")))
        if not found or "(?i" in pattern:
            return None
        words.update(found)
    return tuple(words)
