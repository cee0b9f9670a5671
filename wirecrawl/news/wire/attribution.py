"""Finds the source that a headline names after its last colon or dash. The source stays part of the headline."""

import re

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.words import PREFIXES, QUALIFIERS

_MIN_WORDS = 4  # words before a name; "Chinese Super League: Evergrande" has three, and they are a subject
_MIN_WORDS_KNOWN = 2  # words before a known word for a source: "Two killed: police"
_MAX_SOURCE = 4  # words of an attribution: "Canadian foreign ministry spokesperson"
_LONG_WORD = 4  # letters; shorter words have no capital even in a Title With Capitals, and neither have these
_SMALL_IN_TITLES = frozenset("about after amid from into over than that upon with".split())
_SIGN = re.compile("[:–—-]")  # every joint contains one of these
_GLUED = "-"  # a joint that also occurs within words: "tie-up"


def attribution(headline: str, table: Table) -> str | None:
    """Return the source at the end of a headline without marks (table.attribution_joints); None when unsure.

    >>> from wirecrawl.news.wire import table
    >>> attribution("Fed could ditch flawed 'dots' rates forecasts -Fisher", table("reuters"))
    'Fisher'
    """
    if not _SIGN.search(headline):  # true of nearly every headline
        return None
    for joint in table.attribution_joints:
        said, found, source = headline.rpartition(joint)
        if found and _is_source(said, source.split(), table) and (joint != _GLUED or _may_join(said, source, table)):
            return source.strip()
    return None


def _is_source(said: str, words: list[str], table: Table) -> bool:
    before = len(said.split())
    if before < _MIN_WORDS_KNOWN or not 1 <= len(words) <= _MAX_SOURCE:
        return False
    if words[-1].lower() in table.attributions:
        return all(word[0].isupper() or word in QUALIFIERS or word.lower() in table.attributions for word in words)
    return before >= _MIN_WORDS and all(word[0].isupper() for word in words) and _sentence_case(said)


def _may_join(said: str, source: str, table: Table) -> bool:
    """Whether a hyphen without spaces comes before a source ("probe-WHO"), and is not within a word ("ex-Goldman")."""
    before = said.split()[-1]
    known = source.lower() in table.attributions
    return before.lower() not in PREFIXES and (known or bool(re.fullmatch(r"[a-z]{3,}|\d{4}", before)))


def _sentence_case(said: str) -> bool:
    """Whether only names have capitals, unlike in A Title With Capitals."""
    return any(len(word) >= _LONG_WORD and word[0].islower() and word not in _SMALL_IN_TITLES for word in said.split())
