"""Says whether two headlines name times, extremes or turns that exclude each other: rain this week, rain next week.

Such words mean little by themselves, so that likeness does not count them; but another one makes another item.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise

from wirecrawl.news.dedupe.meaning.lexicon import of_latin, rows
from wirecrawl.news.dedupe.meaning.spelling import HAN
from wirecrawl.news.dedupe.words.compared_headline import ComparedHeadline
from wirecrawl.news.dedupe.words.token import Token
from wirecrawl.news.dedupe.words.tokenizer import tokens

_LONGEST = 4  # words of a form
# Small words that exclude each other before one word: a plane from Paris, a plane to Paris.
_OPPOSITE = {
    one: other
    for pair in (
        "from-to with-without for-against before-after aus-nach mit-ohne fur-gegen vor-nach con-sin avec-sans "
        "pour-contre con-senza per-contro com-sem met-zonder voor-tegen из-в с-без за-против до-после"
    ).split()
    for one, other in (pair.split("-"), pair.split("-")[::-1])
}
# What a time says of the moment of printing: "today" is no time of next week, "tomorrow" may be one of this week.
_TENSES = {
    "today": ("present",),
    "this": ("present",),
    "tomorrow": ("present", "future"),
    "yesterday": ("present", "past"),
    "next": ("future",),
    "last": ("past",),
}


def exclude_each_other(a: ComparedHeadline, b: ComparedHeadline) -> bool:
    """Whether both headlines have a word of one group of the table, and none in common.

    >>> from wirecrawl.news.dedupe.words.compared_headline import read_line
    >>> a, b, c = (read_line(f"Talks resume {when}", "ap") for when in ("this week", "next week", "on Monday"))
    >>> exclude_each_other(a, b), exclude_each_other(a, c)
    (True, False)
    """
    one, other = dict(members_of(a.words)), members_of(b.words)
    if _numbers(a.words) != _numbers(b.words):  # 48 hours are two days
        one.pop("unit", None)
    if any(members.isdisjoint(other[group]) for group, members in one.items() if group in other):
        return True
    ways, others = _ways(a.words), _ways(b.words)
    return any((_OPPOSITE[word], name) in others for word, name in ways - others)


def _numbers(words: tuple[Token, ...]) -> set[str]:
    return {word.text for word in words if word.kind != "word"}


def _ways(words: tuple[Token, ...]) -> set[tuple[str, str]]:
    """The small words that have an opposite, each with the word behind it."""
    return {(word.text, name.text) for word, name in pairwise(words) if word.text in _OPPOSITE}


@lru_cache(maxsize=1 << 12)  # a line is compared with many
def members_of(words: tuple[Token, ...]) -> dict[str, set[str]]:
    """The members of each group of the table that a headline has.

    >>> from wirecrawl.news.dedupe.words.compared_headline import read_line
    >>> members_of(read_line("Rain next week", "ap").words)["week"]
    {'next'}
    """
    found: dict[str, set[str]] = {}
    for name in _in_its_language([*_spaced(words), *_spaceless(words)], words):
        group, _, member = name.partition("/")
        found.setdefault(group, set()).add(member)
        if member in _TENSES:
            found.setdefault("tense", set()).update(_TENSES[member])
    return found


def _in_its_language(names: list[str], words: tuple[Token, ...]) -> Iterator[str]:
    """The names less those of forms that count in one language alone, in another: "son" is "are" in Spanish."""
    for name in names:
        bare, _, language = name.partition("=")
        if not language or language == of_latin([token.text for token in words]).language:
            yield bare


def _spaced(words: tuple[Token, ...]) -> Iterator[str]:
    """The names of forms of words, of two that begin with one word the longer."""
    forms, starts = _forms()
    texts = tuple(token.text for token in words)
    at = 0
    while at < len(texts):
        lengths = range(_LONGEST, 0, -1) if texts[at] in starts else ()
        length = next((n for n in lengths if texts[at : at + n] in forms), 1)
        yield from forms.get(texts[at : at + length], ())
        at += length


def _spaceless(words: tuple[Token, ...]) -> Iterator[str]:
    """The names of forms in a script without spaces."""
    joined = "".join(token.text for token in words)
    if HAN.search(joined):
        names, pattern = _signs()
        yield from (name for form in pattern.findall(joined) for name in names[form])


@cache
def _forms() -> tuple[dict[tuple[str, ...], list[str]], frozenset[str]]:
    """Each form in words as `tokens` gives them, with its names; and the words that one begins with."""
    forms: dict[tuple[str, ...], list[str]] = {}
    for name, printed in rows("contrasts"):
        form, mark, language = printed.partition("=")
        forms.setdefault(tuple(token.text for token in tokens(form)), []).append(f"{name}{mark}{language}")
    return forms, frozenset(form[0] for form in forms if form)


@cache
def _signs() -> tuple[dict[str, list[str]], re.Pattern[str]]:
    """Each form in Chinese or Japanese with its names, and a pattern of all, the longest first."""
    names = {form: found for words, found in _forms()[0].items() if HAN.search(form := "".join(words))}
    return names, re.compile("|".join(sorted(map(re.escape, names), key=len, reverse=True)))
