"""Reads a headline as concepts: known words by the tables, other words by their stems, names as they are."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby

from wirecrawl.news.dedupe.meaning.context import EVENTS, meant_in
from wirecrawl.news.dedupe.meaning.lexicon import NOTHING, Lexicon, of_latin, of_script, spaceless
from wirecrawl.news.dedupe.meaning.spelling import (
    HAN,
    HIRAGANA,
    KANA,
    bare_of,
    is_han,
    signs_of,
    stem_of,
    without_particles,
)
from wirecrawl.news.dedupe.relations.difference import is_known
from wirecrawl.news.dedupe.words.forms import CURRENCIES
from wirecrawl.news.dedupe.words.token import Token

_ROLES = re.compile(r"[^\u3040-\u309f][がはにをと]")
_GREEK, _HEBREW, _THAI = "\u0370", "\u0590", "\u0e00"  # where blocks of scripts begin
_PASSIVE = frozenset("被遭受")
_COUNTERS = frozenset("年月日号時时分级級度人名件个歳岁位例架艘")
_INTENTION = "to"
_TOWARDS = "へ"  # ends Japanese headlines that tell an intention
_ASKED = "か"  # ends Japanese headlines that tell what may be
_PLAN = "p"
_INTENDED = frozenset("vextdp")  # classes of deeds: "to sell" is an intention, "to China" is none
_MONEY = frozenset(CURRENCIES.values())  # no names, though printed with a capital: Yen
_EMPTY = frozenset(("percent", "percentpoint", "basispoints"))  # their figures are compared
_COMPOUNDING = ("de", "nl")
_PART = 5  # letters of a part of a German compound
Order = tuple[str, ...]


@dataclass(slots=True)
class Concepts:
    """What a headline is about. `names` are among the `keys`; `order` has names and countries as they come."""

    keys: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    figures: frozenset[str] = frozenset()
    identities: frozenset[str] = frozenset()
    offices: tuple[str, ...] = ()  # sorted; two presidents are there twice
    order: Order = ()
    moves: Order = ()  # directions as they come: up, down
    flags: frozenset[str] = frozenset()  # p, grow, neg
    full: dict[str, str] = field(default_factory=dict)  # unknown words, by the keys of their stems
    printed: frozenset[str] = frozenset()  # its words in one spelling
    series: bool = False  # whether the headline is one of a series (markets, weather, results)
    passive: bool = False  # whether a Chinese headline is in the passive
    roles: frozenset[str] | None = None  # of a Japanese headline: signs with the particle that says who does what
    script: str = ""  # latin, han, or the block of another one
    open: bool = False  # whether any unknown word may be a name: no script with capitals, or a Title With Capitals


@dataclass
class _Reader:
    keys: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    order: list[str] = field(default_factory=list)
    full: dict[str, str] = field(default_factory=dict)
    behind_to: bool = False  # whether the last word was "to"

    def add(self, key: str, name: bool = False) -> None:
        if self.behind_to and not name and key[0] in _INTENDED:
            self.keys.append(_INTENTION)
        self.behind_to = key == _INTENTION
        if self.behind_to:
            return
        name = name or key[0] == "l"
        self.keys.append(key)
        if name:
            self.names.append(key)
        if name or key[:2] in ("c:", "o:"):
            self.order.append(key)


def concepts_of(words: Sequence[Token], cased: bool, series: bool = False) -> Concepts:
    """Return the concepts of the words of a headline. `cased`: whether only its names have capitals.

    Only in a `series` do opening and closing mean the hours of a market.
    """
    reader = _Reader()
    joined = "".join([token.text for token in words])
    spaceless_too = HAN.search(joined)
    if spaceless_too:
        _read_mixed(reader, words, cased)
        if joined.endswith(_TOWARDS):
            reader.keys.append(_INTENTION)
        if joined.endswith(_ASKED):
            reader.keys.append(_PLAN)
    else:
        _read_words(reader, [token for token in words if token.kind == "word"], cased)
    for token in words:
        if token.text[0] == "#":
            reader.add(f"i:{token.text[1:]}")
    series = series and EVENTS.isdisjoint(reader.keys)
    meant = meant_in(reader.keys, series)
    reader.keys = [meant.get(key, key) for key in reader.keys]
    flags = frozenset(key for key in reader.keys if ":" not in key)
    return Concepts(
        frozenset(reader.keys) - flags,
        frozenset(reader.names),
        frozenset(token.text for token in words if token.kind == "figure"),
        frozenset(token.text for token in words if token.kind == "identity" and token.text[0] != "#"),
        tuple(sorted(key for key in reader.order if key[0] == "o")),
        tuple(key for key in reader.order if key[0] != "o"),
        tuple(key for key in reader.keys if key[:2] == "d:"),
        flags,
        reader.full,
        frozenset(token.text for token in words),
        series,
        bool(spaceless_too) and any(token.text in _PASSIVE for token in words),
        frozenset(_ROLES.findall(joined)) if spaceless_too and HIRAGANA.search(joined) else None,
        "han" if spaceless_too else _script(words),
        not cased,
    )


def _read_mixed(reader: _Reader, words: Sequence[Token], cased: bool) -> None:
    """Read a headline with words in a script without spaces."""
    japanese = any(KANA.match(token.text) for token in words if token.kind == "word")
    for han, run in groupby(words, key=is_han):
        read = list(run)
        if han:
            _read_spaceless(reader, "".join(token.text for token in read), _behind_figure(words, read[0]), japanese)
        else:
            _read_words(reader, [token for token in read if token.kind == "word"], cased)


def _script(words: Sequence[Token]) -> str:
    letter = next((token.text[0] for token in words if token.kind == "word"), "a")
    return "latin" if letter < _GREEK else "cyrillic" if letter < _HEBREW else "arabic" if letter < _THAI else "hangul"


def _behind_figure(words: Sequence[Token], token: Token) -> bool:
    at = next(at for at, word in enumerate(words) if word is token)
    return at > 0 and words[at - 1].kind != "word"


def _read_words(reader: _Reader, words: list[Token], cased: bool) -> None:
    """Read words of a script with spaces: phrases first, then single words."""
    texts = [bare_of(token.text, token.printed) for token in words]
    if not texts:
        return
    if texts[0][:1] < _GREEK:
        foreign = any(not token.printed.isascii() and token.printed.islower() for token in words)
        table = of_latin(texts, foreign)
    else:
        table = of_script(texts[0][0])
    apart = _separated(table, words, texts) if table.language in _COMPOUNDING else {}
    at = 0
    while at < len(texts):
        concept, length = table.phrase(texts, at) or (apart.get(at) or table.word(texts[at]), 1)
        if concept is None or (concept == NOTHING and length == 1 and cased and _names_with(table, words, at)):
            _read_unknown(reader, table, words[at], texts[at], cased and _is_name(table, words, at))
        elif concept != NOTHING:
            reader.add(concept)
        at += length


def _separated(table: Lexicon, words: Sequence[Token], texts: Sequence[str]) -> dict[int, str]:
    """Return the concepts of German and Dutch verbs whose prefix ends the clause, and of the prefix: stimmt ... zu."""
    found: dict[int, str] = {}
    verb = -1
    for at, text in enumerate(texts):
        ends = at == len(texts) - 1 or words[at].after.strip()
        if verb >= 0 and ends and (concept := table.phrases.get((texts[verb], text))):
            found |= {verb: concept, at: NOTHING}
        verb = -1 if ends else at if text in table.starts else verb
    return found


def _is_name(table: Lexicon, words: Sequence[Token], at: int) -> bool:
    """Whether an unknown word of a line where only names, first words and German nouns have capitals is a name."""
    if not words[at].printed[:1].isupper():
        return False
    return (at > 0 and table.language != "de") or not _is_common(words[at])


def _names_with(table: Lexicon, words: Sequence[Token], at: int) -> bool:
    """Whether a small word is printed as a name, as in "Frankfurt am Main"; German nouns may be small words too."""
    printed = words[at].printed
    return at > 0 and printed.istitle() and not words[at - 1].after.strip() and table.language not in ("de", "")


def _is_common(token: Token) -> bool:
    """Whether a word with a capital is in a dictionary, or is made of two such words: Messerangreifer."""
    word = token.printed.casefold()
    if is_known(token.text) or is_known(word):
        return True
    splits = range(_PART, len(word) - _PART + 1)
    return any(is_known(word[at:]) and is_known(word[:at].removesuffix("s")) for at in splits)


def _read_unknown(reader: _Reader, table: Lexicon, token: Token, text: str, name: bool) -> None:
    if table.language in _COMPOUNDING and (parts := table.compound(text)):
        for part in parts:
            reader.add(part)
        return
    bare = without_particles(text)
    if bare != text and (concept := table.word(bare)):
        if concept != NOTHING:
            reader.add(concept)
        return
    if bare in _MONEY:
        reader.add(f"u:{bare}")
    elif (len(bare) > 1 or token.printed.isupper()) and bare not in _EMPTY:
        key = f"w:{stem_of(bare)}"
        reader.full[key] = bare
        reader.add(key, name)
        if not name and token.printed[:1].isupper():
            reader.order.append(key)


def _read_spaceless(reader: _Reader, text: str, counted: bool, japanese: bool) -> None:
    """Read a run of Chinese or Japanese: forms of the tables first; what is left sign by sign."""
    if counted and text[0] in _COUNTERS:
        text = text[1:]
    for concept, form in spaceless("ja" if japanese else "zh").parts(text):
        if concept is None:
            for key in signs_of(form):
                reader.add(key, name=True)
        elif concept != NOTHING:
            reader.add(concept)
