"""Defines the table that describes an agency's marks; one engine reads the tables of all agencies.

A table holds words and small patterns, never code. Marks of headlines are plain text, in which ``{nth}`` stands for an
ordinal (1st, 2e), ``{n}`` for a number and ``{words}`` for some words. A space in a mark also matches a hyphen or
nothing (IPOVIEW, 1stLD). Patterns are regular expressions in which every repetition has an upper bound, so that hostile
text takes linear time only.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from wirecrawl.items import Handling, Urgency
from wirecrawl.news.wire.unknown_agencies import UNKNOWN
from wirecrawl.news.wire.words import EDITORS, NOTES, OUTLETS, PHOTO_CREDITS, PHOTO_TAILS, ROLES, SIGN_OFFS, SOURCES

_SMALL = "a-zà-öø-ÿ"
_SLOTS = {
    r"\ \{words\}": r"[ -][^()\[\]:/]{1,60}",
    r"\{nth\}": r"\d{1,2}(?:st|nd|rd|th|er|e|ST|ND|RD|TH|ER|E)",
    r"\{n\}": r"\d{1,2}",
    r"\ ": "[ -]?",
}


@dataclass(frozen=True)
class Stage:
    """The meaning of a life-cycle mark. A number printed in a slot (``{nth} LD``) replaces ``lead``."""

    urgency: Urgency | None = None
    lead: int | None = None
    writethru: bool = False
    handling: Handling | None = None
    genre: str | None = None


@dataclass(frozen=True)
class Meaning:
    """The meaning of one mark of a table: a stage, or a label (stage None) with its IPTC genre."""

    stage: Stage | None
    genre: str | None
    numbered: bool  # whether its words have a slot for a number; the series number of a label needs none


@dataclass(frozen=True, eq=False, kw_only=True)
class Table:
    """The grammar of one agency."""

    agency: str
    # If a dateline names two agencies, as in "(AP/Reuters)", the table with the lower number reads it.
    order: int = 1000
    # who it is
    names: str = ""  # pattern of its names in lines that name a source: "AP|(?i:the associated press)"
    hosts: tuple[str, ...] = ()  # of its sites, where no module of wirecrawl.news.agencies describes them
    # headline: its front
    stages: Mapping[str, Stage]  # life-cycle words: "{nth} LD"
    labels: Mapping[str, str | None]  # columns and their IPTC genre: "Backgrounder" -> "Background"
    joiners: tuple[str, ...]  # what ends a mark: ":"
    later_labels: tuple[str, ...] = ()  # words that are labels only after another mark: "UPDATE 1-Motorcycling-"
    links: tuple[str, ...] = ()  # what ends a mark only if another mark follows: "3rd LD Writethru-Xinhua Insight:"
    spaced: bool = False  # whether a space may end a mark in capitals: "EXTRA Peace talks"
    brackets: tuple[str, str] = ("", "")  # opening and closing characters that may enclose a mark: "[［", "]］"
    any_case: bool = False  # whether case does not matter: LD and Ld
    opener: str = ""  # pattern of a beginning without a meaning for the story: "BC-"
    # headline: its end
    ends: Mapping[str, Stage] = field(default_factory=dict)  # life-cycle marks at the end: "({n})"
    end_labels: Mapping[str, str | None] = field(default_factory=dict)  # labels at the end: "(IANS Interview)"
    tails: tuple[str, ...] = ()  # patterns of ends without a meaning for the story: cut marks, RIC codes, "+"
    sites: tuple[str, ...] = ()  # names of sites after a dash or bar; after two spaces if with a dot: "China.org.cn"
    channel: str = ""  # pattern of a site's section before its name: "--时政"
    attributions: frozenset[str] = SOURCES  # words that name a source after a joint: "report"
    # What comes before a source, the most reliable first.
    attribution_joints: tuple[str, ...] = (": ", " - ", " -- ", " – ", " — ")
    periodicals: tuple[str, ...] = ()  # patterns of items whose editions differ by clock and day
    # body: its head
    # Words of which every dateline has one. What has none of them is not compared with the patterns; () compares all.
    dateline_words: tuple[str, ...] = ()
    datelines: tuple[str, ...] = ()  # patterns with the groups places, day, dash, and by or names for reporters
    bare_datelines: tuple[str, ...] = ()  # the same for the agency's own pages only, mostly without its name
    by: str = "by"  # pattern of the word before a byline
    writers: str = ""  # pattern of the words before the names of an English byline
    roles: str = ROLES  # pattern of the words before the names of a Chinese byline
    outlets: tuple[str, ...] = OUTLETS  # patterns of names in a byline that are no people: "Associated Press"
    # body: its end, and lines that do not belong to the story
    end_marks: tuple[str, ...] = ()
    initials: str = ""  # pattern of the desk's initials at the very end: "hh/ph"
    signatures: tuple[str, ...] = ()  # patterns of a closing credit without brackets, with the group names
    sign_offs: tuple[str, ...] = SIGN_OFFS  # patterns of a closing bracket that names who helped
    photo_credits: tuple[str, ...] = PHOTO_CREDITS  # patterns of the closing bracket of a caption
    photo_tails: tuple[str, ...] = PHOTO_TAILS  # patterns of photo credits without brackets
    editors: str = EDITORS  # pattern of the words before the names of editors
    notes: tuple[str, ...] = NOTES  # patterns of the beginning of a note to editors
    trailers: tuple[str, ...] = ()  # patterns of the first paragraph after the story: "# Notebook"

    @cached_property
    def meanings(self) -> tuple[Meaning, ...]:
        """The meanings of the marks in front, in the order of the pattern's groups: stages, labels, later labels."""
        labels = {**self.labels, **dict.fromkeys(self.later_labels)}
        return _meanings(self.stages, labels)

    @cached_property
    def mark(self) -> re.Pattern[str]:
        """Matches the first mark with its joiner; the name of the last group has its index in `meanings`."""
        return self._front(tuple(self.labels))

    @cached_property
    def later_mark(self) -> re.Pattern[str]:
        """Matches a mark that follows another mark."""
        return self._front((*self.labels, *self.later_labels))

    def _front(self, labels: tuple[str, ...]) -> re.Pattern[str]:
        joiner = rf"(?:\s?{either(self.joiners)}\s?{f'|{either(self.links)}' if self.links else ''})"
        series = rf"(?: \d{{1,2}}(?={joiner}))?" if self.spaced else r"(?: \d{1,2})?"  # not the 20 of "ROUNDUP 20 Tote"
        stages = _named([phrase(word) for word in self.stages], 0)
        columns = _named([phrase(word) + series for word in labels], len(self.stages))
        mark = f"(?:{stages}|{columns})"
        joiner = rf"(?:{joiner}| (?![{_SMALL}])(?<![{_SMALL}] ))" if self.spaced else joiner
        if not self.brackets[0]:
            return self._compile(mark + joiner)
        opening, closing = (re.escape(characters) for characters in self.brackets)
        return self._compile(rf"(?P<open>[{opening}])?{mark}(?(open)[{closing}]\s?{joiner}?|{joiner})")

    @cached_property
    def end_meanings(self) -> tuple[Meaning, ...]:
        """The meanings of the marks at the end, in the order of the pattern's groups: ends, end labels."""
        return _meanings(self.ends, self.end_labels)

    @cached_property
    def end(self) -> re.Pattern[str]:
        """Matches one mark at the end of a headline; the name of the last group has its index in `end_meanings`."""
        groups = _named([phrase(word) for word in (*self.ends, *self.end_labels)], 0)
        return self._compile(rf",?\s?(?:(?<!\w)|(?=\())(?:{groups})$")

    @cached_property
    def joint(self) -> re.Pattern[str]:
        """Matches a character of a joiner or bracket; a headline without one has no mark in front."""
        signs = "".join(mark.strip()[:1] or " " for mark in self.joiners) + self.brackets[0]
        return re.compile("" if self.spaced or not signs else f"[{re.escape(signs)}]")

    @cached_property
    def longest_sites(self) -> tuple[str, ...]:
        """The names of sites, the longest first."""
        return tuple(sorted(self.sites, key=len, reverse=True))

    @cached_property
    def dateline_patterns(self) -> tuple[re.Pattern[str], ...]:
        """The patterns of datelines that name the agency. The cache of `re` is too small for those of all tables."""
        return tuple(map(re.compile, self.datelines))

    @cached_property
    def bare_dateline_patterns(self) -> tuple[re.Pattern[str], ...]:
        """The patterns of datelines on the agency's own pages."""
        return tuple(map(re.compile, self.bare_datelines))

    @cached_property
    def periodical(self) -> re.Pattern[str]:
        """Matches the beginning of an item whose editions differ by clock and day."""
        return re.compile("|".join(f"(?:{pattern})" for pattern in self.periodicals), re.IGNORECASE)

    @cached_property
    def tail(self) -> re.Pattern[str]:
        """Matches one end without a meaning for the story."""
        return re.compile(rf"(?:{'|'.join(self.tails) or '(?!)'})$")

    def _compile(self, pattern: str) -> re.Pattern[str]:
        return re.compile(pattern, re.IGNORECASE if self.any_case else 0)


# Reads pages whose agency has no table or is not known. It knows no stages or labels of headlines, but the notes to
# editors, editor lines and end marks that many agencies use.
PLAIN = Table(
    agency="",
    stages={},
    labels={},
    joiners=(),
    datelines=UNKNOWN,
    end_marks=(r"Endit(?:em)?", r"ENDITEM", r"\(END\)", r"==Kyodo", r"-30-", r"###"),
    initials=r"(?:[A-Z]{2,4}|[a-z]{2,4})(?:/[a-z]{2,4}){1,4}",
)


def phrase(words: str) -> str:
    """Return the pattern of a mark of the table, with patterns in place of its slots.

    >>> phrase("UPDATE {n}")
    'UPDATE[ -]?\\\\d{1,2}'
    """
    pattern = re.escape(words)
    for slot, meaning in _SLOTS.items():
        pattern = pattern.replace(slot, meaning)
    return pattern


def either(words: Iterable[str]) -> str:
    """Return a pattern that matches any of the literal words; without words, one that never matches.

    >>> either((":", "|"))
    '(?::|\\\\|)'
    """
    return "(?:" + ("|".join(map(re.escape, words)) or "(?!)") + ")"


def _meanings(stages: Mapping[str, Stage], labels: Mapping[str, str | None]) -> tuple[Meaning, ...]:
    marks = [Meaning(stage, stage.genre, "{n" in word) for word, stage in stages.items()]
    return (*marks, *(Meaning(None, genre, "{" in word) for word, genre in labels.items()))


def _named(phrases: list[str], first: int) -> str:
    longest_first = sorted(enumerate(phrases, first), key=lambda pair: -len(pair[1]))
    return "|".join(f"(?P<mark{number}>{words})" for number, words in longest_first) or "(?!)"
