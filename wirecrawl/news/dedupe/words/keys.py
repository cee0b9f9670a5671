"""Computes the keys by which texts and headlines count as equal: letters and digits, case and width folded."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

_THOUSANDS = re.compile(r",(?<=\d,)(?=\d{3}(?!\d))")  # begins with the comma, which is searched for fast
# Groups of letters and digits; a sign between two digits (2.5 is not 25); a sign before a number; any character beyond
# ASCII, since it may be a combining mark.
_KEPT = re.compile(r"[^\W_]+|(?<=\d)[.:/-](?=\d)|(?<![^\s(])[+-](?=\d)|[^\x00-\x7f]")
_NO_SIGNS = {n: None for n in range(128) if not (chr(n).isalnum() or chr(n).isspace())}
_DIGIT = re.compile(r"\d")


def fold(text: str) -> str:
    """Return the letters, digits and combining marks of a text in one case and one width.

    >>> fold("U.S. stocks, up  5％!")
    'usstocksup5'
    """
    if text.isascii() and text.isalnum():  # true of nearly every word
        return text.lower()
    folded = _THOUSANDS.sub("", unicodedata.normalize("NFKC", text).casefold())
    runs = _KEPT.findall(folded)
    if not folded.isascii():
        runs = [run for run in runs if run[0].isalnum() or run.isascii() or _is_mark(run)]
    return "".join(runs)


def _is_mark(character: str) -> bool:
    return unicodedata.category(character)[0] == "M"


_fold_word = lru_cache(maxsize=1 << 16)(fold)  # the words of a month of wire copy


@lru_cache(maxsize=64)  # each step of the decision on a story asks for it
def text_key(text: str) -> str | None:
    """Return the key of a text, or None if it has no letters: picture stories are no duplicates of each other."""
    folded = fold(text)
    return hashlib.sha256(folded.encode()).hexdigest() if folded else None


def headline_key(headline: str, labels: Iterable[str] = ()) -> str:
    """Return the key of a headline without stages. It includes the labels, because a Roundup is a different work.

    Words stay separate, because signs have a meaning in a short line ("+5" and "-5", "A/B").

    >>> headline_key("45 killed in car bomb", ["Roundup"])
    'roundup|45 killed in car bomb'
    """
    words = " ".join(_fold_words(headline)) or headline.casefold()
    return "|".join([*map(fold, labels), words]) if labels else words


def _fold_words(headline: str) -> list[str]:
    """Return the words, folded one by one; if no digit is near a sign, the signs are simply removed."""
    if headline.isascii():
        if headline.replace(" ", "").isalnum():
            return headline.lower().split()
        bare = headline.translate(_NO_SIGNS)
        if len(bare) == len(headline) or not _DIGIT.search(headline):
            return bare.lower().split()
    return [word for word in map(_fold_word, headline.split()) if word]
