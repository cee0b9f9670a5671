"""Tables of words with one meaning, a file for each language, and look-up in them.

A row of a table is "concept: form, form". Forms are written as `tokens` folds them and may have several words. A star
ends the stem of a form, after which any ending may follow. The class of a concept stands before its colon:

- `e` events, `t` tolls, `x` states of an event, `v` verbs and `n` nouns, `o` offices and institutions, `c` countries
- `l` leaders of countries and institutions: "l:putin/president/ru" holds the office o:president of c:ru
- `u` currencies, which no table names
- `d` directions, `s` sessions of a market, `g` works of another kind (reactions, explainers, memorials)
- `p` marks a plan, `to` an intention, `grow` a count that grew, `neg` a denial, `-` a word without meaning of its own
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

LATIN = ("en", "es", "pt", "fr", "de", "it", "tr", "id", "nl", "pl", "sv")
OTHERS = ("ru", "ar", "ko")
SPACELESS = ("zh", "ja")
_HAN = re.compile(r"[\u3005\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_EVERYWHERE = ("places", "days", "leaders")  # tables for all languages
_LONGEST = 5  # words of a form
OPENING = 2  # letters; no stem has fewer
NOTHING = "-"
_PART = 3  # letters of a part of a compound
# Endings of the other forms of an English word; a table gives those that are formed otherwise.
_PLURALS = ("s", "es")
_VERB_ENDINGS = ("s", "es", "ed", "ing")
_VERBS, _NOUNS = "vxtdp", "neo"


@dataclass
class Lexicon:
    """The forms of one or more languages."""

    language: str = ""  # empty for several
    words: dict[str, str] = field(default_factory=dict)
    stems: dict[str, str] = field(default_factory=dict)
    phrases: dict[tuple[str, ...], str] = field(default_factory=dict)
    starts: frozenset[str] = frozenset()  # first words of phrases
    lengths: dict[str, list[int]] = field(default_factory=dict)  # of the stems with one opening, the longest first

    def word(self, text: str) -> str | None:
        """The concept of a word, None if no table knows it."""
        return self.words.get(text) or self.by_stem(text)

    def by_stem(self, text: str) -> str | None:
        """The concept of the longest stem with which a word begins, None if no table knows one."""
        stems = self.stems
        for length in self.lengths.get(text[:OPENING], ()):
            if found := stems.get(text[:length]):
                return found
        return None

    def compound(self, text: str) -> list[str]:
        """The concepts of the two parts of a German or Dutch compound (Busunfall: bus, accident), [] if it is none."""
        for at in range(_PART, len(text) - _PART):
            tail = self.words.get(text[at:])
            head = tail and (self.words.get(text[:at]) or self.words.get(text[:at].removesuffix("s")))
            if head and tail:
                return [key for key in (head, tail) if ":" in key]
        return []

    def phrase(self, texts: Sequence[str], at: int) -> tuple[str, int] | None:
        """The concept of the longest phrase that begins at a word, and the number of its words."""
        if texts[at] not in self.starts:
            return None
        for length in range(min(_LONGEST, len(texts) - at), 1, -1):
            if found := self.phrases.get(tuple(texts[at : at + length])):
                return found, length
        return None


def rows(language: str) -> Iterator[tuple[str, str]]:
    """The (concept, form) pairs of a table, forms as written there."""
    text = files(__package__).joinpath("tables", f"{language}.txt").read_text("utf-8")
    for line in text.splitlines():
        if line and line[0] != "#":
            concept, _, forms = line.partition(": ")
            yield from [(concept, form.strip()) for form in forms.split(",")]


@cache
def lexicon(*languages: str, alone: bool = False) -> Lexicon:
    """The lexicon of some languages, `alone` or with places and days; of two rows with one form, the first counts."""
    found = Lexicon(languages[0] if len(languages) == 1 else "")
    for language in languages if alone else (*languages, *_EVERYWHERE):
        for concept, form in rows(language):
            _enter(found, concept, form)
    if "en" in languages:
        _inflect(found)
    found.starts = frozenset(phrase[0] for phrase in found.phrases)
    found.lengths = _lengths(found.stems)
    return found


def _lengths(stems: Iterable[str]) -> dict[str, list[int]]:
    found: dict[str, set[int]] = {}
    for stem in stems:
        found.setdefault(stem[:OPENING], set()).add(len(stem))
    return {opening: sorted(some, reverse=True) for opening, some in found.items()}


def _inflect(found: Lexicon) -> None:
    """Add the regular forms of English words: motorways, barricades, confiscated. Forms that a row gives stay."""
    for text, concept in list(found.words.items()):
        endings = _VERB_ENDINGS if concept[0] in _VERBS else _PLURALS if concept[0] in _NOUNS else ()
        if endings and ":" in concept and text.isascii() and text.isalpha() and len(text) > 2:
            for ending in endings:
                found.words.setdefault(_stem(text, ending) + ending, concept)


def _stem(text: str, ending: str) -> str:
    if text[-1] == "y" and text[-2] not in "aeou" and ending in ("es", "ed"):
        return f"{text[:-1]}i"
    return text[:-1] if text[-1] == "e" and ending != "s" else text


def _enter(found: Lexicon, concept: str, form: str) -> None:
    text = form.rstrip("*")
    if " " in text:
        found.phrases.setdefault(tuple(text.split()), concept)
    elif text:
        (found.words if text == form else found.stems).setdefault(text, concept)


# Countries that Chinese names by one sign before an office or beside another country: 俄总统, 美军, 中俄.
_SHORT_COUNTRIES = dict(
    zip(
        "俄美日韩英法德印巴以伊乌朝中加澳泰越菲缅叙土",
        "ru us jp kr uk fr de in pk il ir ua kp cn ca au th vn ph mm sy tr".split(),
        strict=True,
    )
)
_BEHIND_SHORT = (
    "总统|总理|首相|外长|外交|防长|国防|财长|央行|军|国会|议会|政府|方|媒|官员|企"
    "|高官|前总|副总|元首|领导人|驻|籍|将|拟|称|欲"
)
_BEFORE_OFFICE = re.compile(f"[{''.join(_SHORT_COUNTRIES)}]?(?:{_BEHIND_SHORT})")


@dataclass
class SpacelessLexicon:
    """The forms of Chinese or Japanese."""

    concepts: dict[str, str] = field(default_factory=dict)
    lengths: dict[str, tuple[int, ...]] = field(default_factory=dict)  # of the forms that begin with a sign

    def parts(self, text: str) -> Iterator[tuple[str | None, str]]:
        """The forms in a text, the longest first, with their concepts; None for the signs between them."""
        at = start = 0
        while at < len(text):
            form, concept = self._form(text, at)
            if not concept:
                at += 1
                continue
            if start < at:
                yield None, text[start:at]
            yield concept, form
            at = start = at + len(form)
        if start < at:
            yield None, text[start:at]

    def _form(self, text: str, at: int) -> tuple[str, str | None]:
        sign = text[at]
        for length in self.lengths.get(sign, ()):
            if concept := self.concepts.get(form := text[at : at + length]):
                return form, concept
        country = _SHORT_COUNTRIES.get(sign)
        return sign, f"c:{country}" if country and _BEFORE_OFFICE.match(text, at + 1) else None


@cache
def spaceless(language: str) -> SpacelessLexicon:
    """The lexicon of Chinese or Japanese. A Japanese headline without kana looks Chinese, so that has both."""
    found: dict[str, str] = {}
    for table in (language, *_EVERYWHERE, *(["ja"] if language == "zh" else [])):
        least = 2 if language == "zh" and table == "ja" else 1
        for concept, form in rows(table):
            if len(form) >= least and _HAN.match(form):
                found.setdefault(form, concept)
    lengths: dict[str, set[int]] = {}
    for form in found:
        lengths.setdefault(form[0], set()).add(len(form))
    return SpacelessLexicon(found, {sign: tuple(sorted(some, reverse=True)) for sign, some in lengths.items()})


@cache
def of_all() -> Lexicon:
    """The single words of all languages with spaces: a small word of one language is none in any."""
    found = Lexicon()
    for language in (*LATIN, *OTHERS, *_EVERYWHERE):
        table = lexicon(language, alone=True)
        for text, concept in table.words.items():
            if concept == NOTHING:
                found.words[text] = NOTHING
            else:
                found.words.setdefault(text, concept)
        for text, concept in table.stems.items():
            found.stems.setdefault(text, concept)
    found.lengths = _lengths(found.stems)
    return found


@cache
def _languages_of() -> dict[str, tuple[str, ...]]:
    """The languages whose table has a word, by which a language is recognised."""
    found: dict[str, tuple[str, ...]] = {}
    for language in LATIN:
        table = lexicon(language, alone=True)
        for text in table.words.keys() | {word for phrase in table.phrases for word in phrase}:
            found[text] = (*found.get(text, ()), language)
    return found


def of_latin(texts: Sequence[str], foreign: bool = False) -> Lexicon:
    """The lexicon of the language that knows the most of some words; of all languages if there are none.

    `foreign`: whether a small word has letters that English has not.
    """
    known = _languages_of()
    counts = dict.fromkeys(LATIN, 0)
    for text in texts:
        for language in known.get(text, ()):
            counts[language] += 1
    if foreign:
        counts["en"] = 0
    best = max(LATIN, key=counts.__getitem__)
    return lexicon(best) if counts[best] else lexicon(*LATIN)


def of_script(letter: str) -> Lexicon:
    """The lexicon of Russian, Arabic or Korean, by a letter."""
    return lexicon("ru" if letter < "\u0590" else "ar" if letter < "\u0e00" else "ko")
