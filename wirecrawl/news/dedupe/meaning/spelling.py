"""Reads the spelling of words that no table knows: stems, endings, signs of scripts without spaces."""

import re
from collections.abc import Iterator

from wirecrawl.news.dedupe.words.token import Token

_ELIDED = re.compile(r"^(?:[a-z]{1,2}|dell|nell|sull|dall|all|jusqu)['’](?=\w{2})", re.IGNORECASE)  # l'Insee, d'Oran
_SUFFIXED = re.compile(r"['’](?:\w+)$")  # Malatya'da
_APOSTROPHE = re.compile("['’]")
_SHORTENED = ("'t", "’t", "'l", "’l", "'s", "’s")  # gov't, nat'l, and the possessive that is taken off already
HAN = re.compile(r"[\u3005\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
KANA = re.compile(r"[\u3040-\u30ff]")
HIRAGANA = re.compile(r"[\u3040-\u309f]+")
_KATAKANA = re.compile(r"[\u30a0-\u30ff]+")
# What is no part of the word itself: Korean particles behind it, the Arabic article before it, also with a preposition.
_PARTICLES = re.compile(
    r"(?<=[\uac00-\ud7a3]{2})(?:에서|으로|에게|부터|까지|은|는|이|가|을|를|에|로|의|와|과|도|서)$"
    r"|^(?:[وفبكل]?ال|لل)(?=\w{3})"
)
_STEM = 5  # letters of an unknown word that count: Exporte and Exporten, venezolanas and Venezuela


def bare_of(text: str, printed: str) -> str:
    """Return a word without an article before it or a case ending behind it."""
    if printed.isalpha() or printed.endswith(_SHORTENED) or not _APOSTROPHE.search(printed):
        return text
    bare = _ELIDED.sub("", printed)
    return (bare if bare != printed else _SUFFIXED.sub("", printed)).casefold() or text


def without_particles(text: str) -> str:
    """Return a word without Korean or Arabic particles; the search for them takes long, and most words are ASCII."""
    return text if text.isascii() else _PARTICLES.sub("", text)


def stem_of(text: str) -> str:
    """Return the beginning of a word, without a plural s if it is short."""
    return text[:_STEM] if len(text) > _STEM else text.removesuffix("s") if len(text) > 3 else text


def is_han(token: Token) -> bool:
    """Whether a word is a sign of Chinese or Japanese."""
    return token.kind == "word" and bool(HAN.match(token.text))


def signs_of(text: str) -> Iterator[str]:
    """The keys of signs that no table knows: katakana by words, kanji one by one, no hiragana."""
    for part in HIRAGANA.split(text):
        for word in _KATAKANA.findall(part):
            yield f"w:{word}"
        for sign in _KATAKANA.sub("", part):
            yield f"h:{sign}"
