"""Keys under which texts and headlines are the same: letters and digits alone, case and width folded."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
# Runs of letters and digits; what stands between two digits (2.5 is not 25); a sign before a number;
# what may be a mark.
_KEPT = re.compile(r"[^\W_]+|(?<=\d)[.:/-](?=\d)|(?<![^\s(])[+-](?=\d)|[^\x00-\x7f]")
_NO_SIGNS = {n: None for n in range(128) if not (chr(n).isalnum() or chr(n).isspace())}
_DIGIT = re.compile(r"\d")


def fold(text: str) -> str:
    """Letters, digits and marks of a text in one case and one width.

    >>> fold("U.S. stocks, up  5％!")
    'usstocksup5'
    """
    if text.isascii() and text.isalnum():  # nearly every word
        return text.lower()
    folded = _THOUSANDS.sub("", unicodedata.normalize("NFKC", text).casefold())
    runs = _KEPT.findall(folded)
    if not folded.isascii():
        runs = [run for run in runs if run[0].isalnum() or run.isascii() or _is_mark(run)]
    return "".join(runs)


def _is_mark(character: str) -> bool:
    return unicodedata.category(character)[0] == "M"


_fold_word = lru_cache(maxsize=1 << 16)(fold)  # the words of a month of wire copy


@lru_cache(maxsize=64)  # asked for at each step of one story's decision
def text_key(text: str) -> str | None:
    """Key of a story's text, None when it has no letters (a picture story never repeats by its text)."""
    folded = fold(text)
    return hashlib.sha256(folded.encode()).hexdigest() if folded else None


def headline_key(headline: str, labels: Iterable[str] = ()) -> str:
    """Key of a headline without its life-cycle marks; labels stay in it: a Roundup is a work of its own.

    Signs carry meaning in a line of a few words ("+5" and "-5", "A/B"), so words are kept apart.

    >>> headline_key("45 killed in car bomb", ["Roundup"])
    'roundup|45 killed in car bomb'
    """
    words = " ".join(_fold_words(headline)) or headline.casefold()
    return "|".join([*map(fold, labels), words]) if labels else words


def _fold_words(headline: str) -> list[str]:
    """Its words, folded one by one; where no sign stands by a digit, signs are just left out."""
    if headline.isascii():
        if headline.replace(" ", "").isalnum():
            return headline.lower().split()
        bare = headline.translate(_NO_SIGNS)
        if len(bare) == len(headline) or not _DIGIT.search(headline):
            return bare.lower().split()
    return [word for word in map(_fold_word, headline.split()) if word]
