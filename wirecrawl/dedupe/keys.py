"""Keys under which texts and headlines are the same: letters and digits alone, case and width folded."""

import hashlib
import unicodedata
from collections.abc import Iterable


def fold(text: str) -> str:
    """Letters, digits and marks of a text in one case and one width.

    >>> fold("U.S. stocks, up  5％!")
    'usstocksup5'
    """
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(c for c in folded if c.isalnum() or unicodedata.category(c)[0] == "M")


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
    words = [word for word in map(fold, headline.split()) if word]
    return "|".join([*map(fold, labels), " ".join(words) or headline.casefold()])
