"""Where a sentence ends, in any script, by Unicode's property Sentence_Terminal.

Thai and Lao write no such mark: there the length of a text is the evidence. Tibetan's marks lack the property, and
keyboards of Armenian and of the scripts of India give a colon or a bar for their full stops.
"""

import regex

_CLOSERS = r"[\p{Pe}\p{Pf}\p{Pi}\"'\s]*"
_TIBETAN = r"\u0f0d-\u0f11\u0f14"
_TYPED = r"(?<=\p{Armenian}):|(?<=[\p{Devanagari}\p{Bengali}\p{Gurmukhi}\p{Gujarati}\p{Oriya}]\s?)\|"
_TERMINAL = rf"(?:[\p{{Sentence_Terminal}}…{_TIBETAN}]|{_TYPED})"
_END = regex.compile(rf"{_TERMINAL}{_CLOSERS}$")
_CLAUSE_END = regex.compile(rf"(?:{_TERMINAL}|[;:；：\p{{Pe}}\p{{Pf}}\p{{Pi}}\"'])\s*$")
# "3.5" and "news.cn" hold a stop too: one of ASCII ends a sentence before white space alone.
_ANYWHERE = regex.compile(rf"{_TERMINAL}{_CLOSERS}(?:\s|$)|[\p{{Sentence_Terminal}}{_TIBETAN}--[.!?]]", regex.VERSION1)
# Scripts without spaces between words (line breaks need a dictionary): Thai, Lao, Khmer, Burmese.
_UNMARKED = regex.compile(r"\p{Line_Break=SA}")
_LONG = 40  # letters of such a script; most headlines have fewer


def ends_sentence(text: str) -> bool:
    """Whether a text ends as a sentence does; closing quotes and brackets may follow.

    >>> [ends_sentence(text) for text in ("It rains.", "वर्षा हो रही है।", "Rain in Reykjavik", 'He said "no."')]
    [True, True, False, True]
    """
    return bool(_END.search(text, max(0, len(text) - _LONG))) or _is_long_unmarked(text)


def ends_clause(text: str) -> bool:
    """Whether a text ends as a sentence does, or with a colon, a semicolon, a closing quote or bracket."""
    return bool(_CLAUSE_END.search(text, max(0, len(text) - _LONG))) or _is_long_unmarked(text)


def has_sentence(text: str) -> bool:
    """Whether a sentence ends anywhere in a text.

    >>> [has_sentence(text) for text in ("It rains. More soon", "news.cn", "下雨了。更多")]
    [True, False, True]
    """
    return bool(_ANYWHERE.search(text)) or _is_long_unmarked(text)


def _is_long_unmarked(text: str) -> bool:
    return len(text) >= _LONG and not text.isascii() and len(_UNMARKED.findall(text)) >= _LONG
