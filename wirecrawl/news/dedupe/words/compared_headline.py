"""Prepares a headline for comparison: its words, marks, source and block keys, and whether it is one of a series."""

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from wirecrawl.items import Marks, Urgency
from wirecrawl.news import wire
from wirecrawl.news.dedupe.meaning.concepts import Concepts, concepts_of
from wirecrawl.news.dedupe.meaning.pair_keys import gist_of, pair_keys
from wirecrawl.news.dedupe.words.blocks import headline_keys
from wirecrawl.news.dedupe.words.series import tells_day, tells_series, tells_strength, tells_toll
from wirecrawl.news.dedupe.words.token import Token
from wirecrawl.news.dedupe.words.tokenizer import sentence_case, tokens

_RANKS: dict[Urgency | None, int] = {"flash": -3, "bulletin": -2, "urgent": -1, None: 0}
_PLAIN_LEAD = 1  # lead number of a mark that means a later version but has no number: "UPDATE-", "(Update)"
_SAYS_NOTHING = "newsalert"
_SERIES_NUMBER = re.compile(r" (\d{1,2})\s?[:/-]")
_ADDS = re.compile(r"\s*\((?:adds|recasts|updates)\b", re.IGNORECASE)  # behind a headline: a later version
_SPOKES = re.compile(r"^spokes\w+$")
_SAID = re.compile(
    r"(?:,|\s[-–—])\s(?:([^,:]{2,40})\s(?:says?|said|finds|shows|reports)|(?:says|said|dice|según|selon|sagt|laut)\s([^,:]{2,40}))$",
    re.IGNORECASE,
)
_SET_OFF = re.compile(r"[,–—-]")
_SHORTEST_SAID = 3  # words before a source: "Trump, Putin say" has none
_CUT_SIGNS = ("...", "…")
_CUT_DASH = " -"  # Yonhap's
_SHORTEST_PLURAL = 3  # letters: "boys", but not "gas"
# Genres of stories that sum up an event; such a story shares the thread of the event, but updates nothing.
WRAPS = frozenset(("Wrap-up", "Summary"))


@dataclass(eq=False)  # a long replay makes a million; making a frozen one takes five times as long
class ComparedHeadline:
    """A headline in the form in which headlines are compared.

    `source` is the folded attribution, whose words are not in `words`. `block_keys` are all the keys by which it is
    found: first `keys`, those of its words. `gist` has a number for what each word means; it shows whether a comparison
    is worth the time.
    """

    parsed: wire.ParsedHeadline
    marks: Marks
    words: tuple[Token, ...]
    keys: tuple[int, ...]
    block_keys: tuple[int, ...]
    gist: tuple[int, ...]
    source: tuple[str, ...]
    cut: bool  # the page printed its beginning only
    torn: bool = False  # the cut may be within its last word

    @cached_property
    def texts(self) -> tuple[str, ...]:
        return tuple(token.text for token in self.words)

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """Its labels and genre, folded; headlines with different ones belong to different works."""
        genre = {self.marks.genre} if self.marks.genre else set()
        return tuple(sorted({"".join(label.casefold().split()) for label in self.marks.labels} | genre))

    @cached_property
    def rank(self) -> tuple[int, bool]:
        """Its place among the stages of a story: flash, urgent, plain, leads; a writethru comes after its lead."""
        lead = self.marks.lead
        if lead is None:
            numbered = _SERIES_NUMBER.search(self.parsed.prefix)
            if self.labels and numbered:  # ROUNDUP 2: the second of its own series
                return (int(numbered[1]), False)
            staged = self.parsed.stage or _ADDS.match(self.parsed.suffix)
            plain = bool(staged) and self.marks.urgency is None and self.marks.handling is None
            lead = _PLAIN_LEAD if plain and not self.marks.writethru else _RANKS[self.marks.urgency]
        return (lead, self.marks.writethru)

    @cached_property
    def cased(self) -> bool:
        return sentence_case(list(self.words))

    @cached_property
    def series(self) -> bool:
        """Whether it is one of a series (markets, weather, results), where other figures mean another item."""
        if self.toll:
            return tells_day(self.words)
        if self.labels or self.parsed.periodic or tells_day(self.words):
            return True
        return tells_series(self.words, self.parsed.headline)

    @cached_property
    def toll(self) -> bool:
        """Whether it is about an event with dead, hurt or rescued people."""
        return tells_toll(self.words, self.parsed.headline)

    @cached_property
    def event(self) -> bool:
        """Whether its figures count or measure an event, so that they change while the event goes on."""
        return self.toll or tells_strength(self.words, self.parsed.headline)

    @cached_property
    def concepts(self) -> Concepts:
        """What it is about, in other words the same."""
        return concepts_of(self.words, self.cased, self.series)

    @property
    def pairs(self) -> tuple[int, ...]:
        """The block keys of what it is about."""
        return self.block_keys[len(self.keys) :]

    @property
    def mute(self) -> bool:
        """Whether its words do not say what the news is, as in AP's alerts, where only the text does."""
        return _SAYS_NOTHING in self.parsed.headline.casefold()


@lru_cache(maxsize=1 << 14)  # a ticker line is on fifty pages; an agency sends 16,384 lines in a month
def read_line(raw: str, agency: str | None) -> ComparedHeadline:
    """Read a headline by the grammar of its agency, or by `PLAIN` if `agency` is None.

    Raises KeyError for an agency without a grammar.

    >>> read_line("UPDATE 1-Fed could ditch forecasts of rates -Fisher", "reuters").source
    ('fisher',)
    """
    parsed = wire.parse_headline(raw, wire.table(agency) if agency else wire.PLAIN)
    core, source = _without_source(parsed)
    words = tuple(tokens(core))
    cut, torn = _cut(parsed.headline, parsed.suffix)
    keys, gist = tuple(headline_keys(words)), gist_of(words)
    block_keys = (*keys, *pair_keys(gist, agency))
    return ComparedHeadline(parsed, parsed.marks, words, keys, block_keys, gist, _source(source), cut, torn)


def _without_source(parsed: wire.ParsedHeadline) -> tuple[str, str]:
    """Return (headline without its source, source); a sign or a verb sets the source off: "..., police say"."""
    if parsed.attribution:
        return parsed.headline.removesuffix(parsed.attribution).rstrip(" -–—:"), parsed.attribution
    said = _SAID.search(parsed.headline) if _SET_OFF.search(parsed.headline) else None
    if said and parsed.headline.count(" ", 0, said.start()) >= _SHORTEST_SAID - 1:
        return parsed.headline[: said.start()], said[1] or said[2]
    return parsed.headline, ""


def _cut(headline: str, suffix: str) -> tuple[bool, bool]:
    """Return whether a headline was cut off, and whether the cut may be within its last word."""
    if suffix.lstrip().startswith(_CUT_SIGNS):
        return True, not suffix[0].isspace()
    if headline.endswith(_CUT_SIGNS):
        return True, not headline.rstrip(".…")[-1:].isspace()
    return suffix == _CUT_DASH, False


def _source(text: str) -> tuple[str, ...]:
    """Return the folded words of a source: plurals as singulars, spokesman and spokeswoman as spokesperson."""
    if not text:
        return ()
    words = [_SPOKES.sub("spokesperson", token.text) for token in tokens(text)]
    return tuple(word[:-1] if word.endswith("s") and len(word) > _SHORTEST_PLURAL else word for word in words)
