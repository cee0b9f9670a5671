"""The headline of a page that no layout fits, by all that names it, weighed together.

A heading may be the name of the site, a section or another story; og:title and <title> have names of the site joined to
them; JSON-LD may have an older wording. So each text that may be the headline is compared with all witnesses: these,
the words of the address, and the first paragraphs. The weights are chosen on 94 reviewed pages.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lxml import html

from wirecrawl.news.cleaning.headline_evidence import (
    LEAST_WORDS,
    LONGEST,
    folders,
    lead_words,
    marked_headlines,
    printed_in,
    words_of,
    words_of_address,
)
from wirecrawl.news.cleaning.letters import letters
from wirecrawl.news.cleaning.title_parts import Reading, Wording, outer_parts, readings, without_accents, without_names
from wirecrawl.news.wire.credit import is_agency

_HEADING, _LINKED, _META, _OTHER_META, _TITLE, _MARKED = 0.8, 1.0, 0.8, 0.4, 1.0, 0.5
_PRINTED = 0.3  # more for what readers see than for another wording of it
_SLUG, _WHOLE_SLUG, _LEAD = 0.6, 0.6, 1.0
_ENOUGH = 0.5  # of its words that a headline has in common with the first paragraphs
_CLEAR = 0.9
_AT_JOINT, _AT_WORD, _LONGER = 0.95, 0.3, 0.6  # agreement with a text that holds more, or less
_IS_SITE, _IS_SECTION, _IS_SHORT, _HAS_SITE, _IS_CUT, _HAS_NAMES = -3.0, -1.5, -1.0, -0.5, -0.5, -0.2
_CUT_MARK = re.compile(r"(?:\.\.\.|…)\s*$")
_SHORTEST_NAME = 3  # letters of a site's name that a host may hold by chance: "US" is in "austria.at"
_LONG = 100  # characters; a shorter headline without the sign of a cut is whole
_MOST = 8  # texts of a kind that are compared


@dataclass(frozen=True, slots=True)
class Named:
    """What names a story on its page: texts as printed, the names of the site, its sections, the page's address."""

    tree: html.HtmlElement
    linked: Sequence[str] = ()
    headings: Sequence[str] = ()
    meta: Sequence[str] = ()
    other_meta: Sequence[str] = ()
    titles: Sequence[str] = ()
    sites: Sequence[str] = ()
    sections: Sequence[str] = ()
    url: str | None = None


def choose_headline(named: Named) -> str | None:
    """The headline of a story as its page prints it, None where nothing names it.

    >>> page = html.fromstring("<html><title>Rain in Spain - Post</title><h1>The Post</h1></html>")
    >>> choose_headline(Named(page, headings=["The Post"], titles=["Rain in Spain - Post"], sites=["The Post"]))
    'Rain in Spain'
    """
    if sure := _undisputed(named):
        return sure
    choice = _Choice(named)
    ranked = choice.ranked()
    if not choice.is_clear(ranked):
        choice.look_at_elements(named.tree)
        ranked = choice.ranked()
    best = next((one for _, one in ranked), None)
    return _whole(best.text, [*named.linked, *named.headings, *named.meta]) if best else None


def _undisputed(named: Named) -> str | None:
    """The first heading, where the JSON-LD or og:title says the same and the title begins with it."""
    first = next(iter(named.headings), "")
    said = letters(first)
    stated = {letters(text) for text in (*named.linked, *named.meta)}
    begun = any(letters(title).startswith(said) for title in named.titles)
    return first if stated == {said} and begun and not Wording(first).is_short else None


def _whole(headline: str, others: Iterable[str]) -> str:
    """The wording that goes on where a headline was cut, as search engines ask for 110 characters."""
    stem = _CUT_MARK.sub("", headline).rstrip()
    if stem == headline and len(headline) < _LONG:
        return headline
    longer = (other for other in others if other.startswith(stem) and len(letters(other)) > len(letters(stem)))
    return next((other for other in longer if other[len(stem) :].lstrip()[:1].isalnum()), headline)


@dataclass(slots=True)
class _Witness:
    """A text that names the story, how much it counts, and its readings by their letters."""

    said: Wording
    weight: float
    joined: bool  # a site's name is usual in it
    readings: dict[str, Reading]


class _Choice:
    """All witnesses of one page, and what they say for a text."""

    def __init__(self, named: Named) -> None:
        self.sites = frozenset(filter(None, map(letters, named.sites)))
        self.hosts = tuple(letters(site) for site in named.sites if "." in site)
        path = folders(named.url)
        short = (folder for folder in path if len(words_of(folder)) < LEAST_WORDS)
        self.sections = frozenset(map(letters, (*named.sections, *short)))
        self.slug = words_of_address(path)
        self.witnesses = [
            [_witness(text, weight, joined) for text in dict.fromkeys(texts) if 0 < len(text) <= LONGEST][:_MOST]
            for texts, weight, joined in (
                ([text for text in named.headings if not self._is_site(text)], _HEADING, False),
                (named.linked, _LINKED, False),
                (named.meta, _META, True),
                (named.other_meta, _OTHER_META, True),
                (named.titles, _TITLE, True),
            )
        ]
        names = {(n, letters(one.cut[0])) for n, group in enumerate(self.witnesses) for one in _at_colons(group)}
        self.names = Counter(name for _, name in names)  # before a colon; one that most texts have is of the headline
        self.printed = frozenset(one.said.letters for one in self.witnesses[0])
        self.lead = lead_words(named.tree)

    def candidates(self) -> list[Wording]:
        """Each text that may be the headline; of those with the same letters the one that is printed."""
        headings, linked, *others = self.witnesses
        found: dict[str, Wording] = {}
        for witness in (one for group in (headings, *others, linked) for one in group):
            for key, reading in witness.readings.items():
                if key and key not in found:
                    found[key] = Wording(reading.text)
        return list(found.values())

    def score(self, wording: Wording) -> float:
        """How much the witnesses say for a text, less what says that it is no headline."""
        said = sum(max((self._agreement(wording, one) for one in group), default=0.0) for group in self.witnesses)
        words = wording.long_words
        lead = _LEAD * min(1.0, len(words & self.lead) / max(len(words), 1) / _ENOUGH)
        printed = _PRINTED * (wording.letters in self.printed)
        return said + lead + printed + self._of_address(wording) + self._flaws(wording)

    def ranked(self) -> list[tuple[float, Wording]]:
        """The candidates with their scores, the best first."""
        return sorted(((self.score(one), one) for one in self.candidates()), key=lambda pair: -pair[0])

    def is_clear(self, ranked: Sequence[tuple[float, Wording]]) -> bool:
        """Whether a heading is far before all other texts that do not hold it, or are held by it."""
        if not ranked or ranked[0][1].letters not in self.printed:
            return False
        best, chosen = ranked[0][0], ranked[0][1].letters
        rivals = (score for score, one in ranked[1:] if chosen not in one.letters and one.letters not in chosen)
        return best - next(rivals, 0.0) > _CLEAR

    def look_at_elements(self, tree: html.HtmlElement) -> None:
        """Hear the elements of the page that print a reading of a title, or say that they are the headline."""
        readings = ((key, one) for group in self.witnesses for said in group for key, one in said.readings.items())
        wanted = frozenset(key for key, one in readings if key and not Wording(one.text).is_short)
        marked = [_witness(text, _MARKED, False) for text in marked_headlines(tree)]
        self.witnesses.append(marked)
        self.printed |= printed_in(tree, wanted) | {one.said.letters for one in marked}

    def _agreement(self, wording: Wording, witness: _Witness) -> float:
        other, mine = witness.said, wording.letters
        if mine == other.letters:
            return witness.weight
        reading = witness.readings.get(mine)
        if reading is not None and reading.cut:
            joined = witness.joined and not (reading.at_colon and self.names[letters(reading.cut[0])] > 1)
            named = all(map(self._is_site, reading.cut))
            return witness.weight * (1 if named else _AT_JOINT if joined else _LONGER)
        part = 0.0
        if mine in other.letters:
            part = _LONGER if not wording.is_short and other.letters.startswith(mine) else _AT_WORD
        elif other.letters in mine:
            part = 1.0 if _is_cut(other.text) else len(other.letters) / len(mine)
        return witness.weight * max(part, wording.shared(other))

    def _is_site(self, part: str) -> bool:
        """Whether a part of a title names an agency, or the site as it states its name or as its host has it."""
        if letters(part) in self.sites or is_agency(part):
            return True
        bare = letters(without_accents(part))
        return len(bare) >= _SHORTEST_NAME and any(bare in host for host in self.hosts)

    def _of_address(self, wording: Wording) -> float:
        if not self.slug:
            return 0.0
        words, mine = set(self.slug.split()), set(wording.spelled.split())
        share = 2 * len(words & mine) / (len(words) + len(mine))
        return _SLUG * share + _WHOLE_SLUG * (wording.spelled == self.slug)

    def _flaws(self, wording: Wording) -> float:
        flaws = _IS_SHORT if wording.is_short else 0.0
        flaws += _IS_SECTION if wording.letters in self.sections else 0.0
        flaws += _IS_CUT if _is_cut(wording.text) else 0.0
        flaws += _HAS_NAMES if without_names(wording.text) != wording.text else 0.0
        if self._is_site(wording.text):
            return flaws + _IS_SITE
        return flaws + (_HAS_SITE if any(map(self._is_site, outer_parts(wording.text))) else 0.0)


def _at_colons(witnesses: Iterable[_Witness]) -> Iterator[Reading]:
    return (reading for one in witnesses for reading in one.readings.values() if reading.at_colon)


def _is_cut(text: str) -> bool:
    return text.endswith(("...", "…"))


def _witness(text: str, weight: float, joined: bool) -> _Witness:
    found: dict[str, Reading] = {}
    for reading in readings(text):
        found.setdefault(letters(reading.text), reading)
    return _Witness(Wording(text), weight, joined, found)
