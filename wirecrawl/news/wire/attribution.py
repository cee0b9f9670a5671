"""Who said it: the source that a headline names behind its last colon or dash. It stays in the headline."""

import re

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.words import PREFIXES, QUALIFIERS

_MIN_WORDS = 4  # before a name: "Chinese Super League: Evergrande" has three and is a lead-in
_MIN_WORDS_KNOWN = 2  # before a word for a source: "Two killed: police"
_MAX_SOURCE = 4  # words of an attribution: "Canadian foreign ministry spokesperson"
_LONG_WORD = 4  # letters; shorter ones are small in a Title With Capitals too, and so are these
_SMALL_IN_TITLES = frozenset("about after amid from into over than that upon with".split())
_SIGN = re.compile("[:–—-]")  # one is in every joint
_GLUED = "-"  # a joint that is also met inside words: "tie-up"


def attribution(headline: str, table: Table) -> str | None:
    """Return the source at the end of a headline without marks (table.attribution_joints); None when unsure.

    >>> from wirecrawl.news.wire import table
    >>> attribution("Fed could ditch flawed 'dots' rates forecasts -Fisher", table("reuters"))
    'Fisher'
    """
    if not _SIGN.search(headline):  # nearly every headline
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
    """Whether a hyphen without spaces parts two words: "probe-WHO", but "ex-Goldman" and "Asia-Pacific" are one."""
    before = said.split()[-1]
    known = source.lower() in table.attributions
    return before.lower() not in PREFIXES and (known or bool(re.fullmatch(r"[a-z]{3,}|\d{4}", before)))


def _sentence_case(said: str) -> bool:
    """Whether capitals tell names from words here, unlike in A Title With Capitals."""
    return any(len(word) >= _LONG_WORD and word[0].islower() and word not in _SMALL_IN_TITLES for word in said.split())
