"""The form of an agency's grammar: one closed table an agency, read by one engine.

A table holds words and small patterns, never code. Words of the headline are plain text in which ``{nth}``
stands for an ordinal (1st, 2e), ``{n}`` for a number and ``{words}`` for some words; a space in them is also met
as a hyphen or not at all (IPOVIEW, 1stLD). Patterns are regular expressions in which every repetition has a bound,
so that hostile text costs linear time.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from wirecrawl.items import Handling, Urgency
from wirecrawl.news.wire.words import EDITORS, NOTES, OUTLETS, PHOTO_CREDITS, PHOTO_TAILS, SIGN_OFFS, SOURCES

_SMALL = "a-zà-öø-ÿ"
_SLOTS = {
    r"\ \{words\}": r"[ -][^()\[\]:/]{1,60}",
    r"\{nth\}": r"\d{1,2}(?:st|nd|rd|th|er|e|ST|ND|RD|TH|ER|E)",
    r"\{n\}": r"\d{1,2}",
    r"\ ": "[ -]?",
}


@dataclass(frozen=True)
class Stage:
    """What a life-cycle mark says; a number printed in a slot (``{nth} LD``) is the lead number instead of ``lead``."""

    urgency: Urgency | None = None
    lead: int | None = None
    writethru: bool = False
    handling: Handling | None = None
    genre: str | None = None


@dataclass(frozen=True)
class Meaning:
    """What one phrase of a table means: a stage, or a label (stage None) with its IPTC genre."""

    stage: Stage | None
    genre: str | None
    numbered: bool  # a number in it is its own: the lead number of a stage, not the series number of a label


@dataclass(frozen=True, eq=False, kw_only=True)
class Table:
    """The grammar of one agency."""

    agency: str
    # If a dateline names two agencies, as in "(AP/Reuters)", the table with the lower number reads it.
    order: int = 1000
    # headline: its front
    stages: Mapping[str, Stage]  # life-cycle words: "{nth} LD"
    labels: Mapping[str, str | None]  # columns and their IPTC genre: "Backgrounder" -> "Background"
    joiners: tuple[str, ...]  # what ends a mark: ":"
    later_labels: tuple[str, ...] = ()  # labels only behind another mark: "UPDATE 1-Motorcycling-"
    links: tuple[str, ...] = ()  # what ends a mark only before another one: "3rd LD Writethru-Xinhua Insight:"
    spaced: bool = False  # a space alone may end a mark in capitals, before no small letter: "EXTRA Peace talks"
    brackets: tuple[str, str] = ("", "")  # opening and closing characters that may hold a mark: "[［", "]］"
    any_case: bool = False  # LD and Ld alike
    opener: str = ""  # pattern of what stands before everything and says nothing of the story: "BC-"
    # headline: its end
    ends: Mapping[str, Stage] = field(default_factory=dict)  # life-cycle marks at the end: "({n})"
    end_labels: Mapping[str, str | None] = field(default_factory=dict)  # labels at the end: "(IANS Interview)"
    tails: tuple[str, ...] = ()  # patterns of ends that say nothing of the story: cut marks, RIC codes, "+"
    sites: tuple[str, ...] = ()  # names of sites behind a dash or bar, or two spaces if they hold a dot: "China.org.cn"
    channel: str = ""  # pattern of a site's section before its name: "--时政"
    attributions: frozenset[str] = SOURCES  # sources after a joint: "report"
    # What stands before a source, the surest first.
    attribution_joints: tuple[str, ...] = (": ", " - ", " -- ", " – ", " — ")
    periodicals: tuple[str, ...] = ()  # patterns of items whose clock and day are their identity
    # body: its head
    datelines: tuple[str, ...] = ()  # patterns with the groups places, day, dash; by or names for reporters
    bare_datelines: tuple[str, ...] = ()  # the same without the agency's name: only on the agency's own pages
    by: str = "by"  # pattern of the word before a byline
    writers: str = ""  # pattern of the words before the names of an English byline
    roles: str = ""  # pattern of the words before the names of a Chinese byline
    outlets: tuple[str, ...] = OUTLETS  # patterns of what a byline names besides people: "Associated Press"
    # body: its end, and lines that are not story
    end_marks: tuple[str, ...] = ()
    initials: str = ""  # pattern of the desk's initials at the very end: "hh/ph"
    signatures: tuple[str, ...] = ()  # patterns of a closing credit without brackets, the group names in it
    sign_offs: tuple[str, ...] = SIGN_OFFS  # patterns of what a closing bracket of helpers says
    photo_credits: tuple[str, ...] = PHOTO_CREDITS  # patterns of what a closing bracket of a caption says
    photo_tails: tuple[str, ...] = PHOTO_TAILS  # patterns of credits without brackets of their own
    editors: str = EDITORS  # pattern of the words before the names of editors
    notes: tuple[str, ...] = NOTES  # patterns of the beginning of a note to editors
    trailers: tuple[str, ...] = ()  # patterns of the paragraph from which on nothing is story: "# Notebook"

    @cached_property
    def meanings(self) -> tuple[Meaning, ...]:
        """The phrases of the front in the order of their groups: stages, labels, later labels."""
        labels = {**self.labels, **dict.fromkeys(self.later_labels)}
        return _meanings(self.stages, labels)

    @cached_property
    def mark(self) -> re.Pattern[str]:
        """Matches the first mark with its joiner; the last group names its phrase by place in meanings."""
        return self._front(tuple(self.labels))

    @cached_property
    def later_mark(self) -> re.Pattern[str]:
        """Matches a mark behind another one."""
        return self._front((*self.labels, *self.later_labels))

    def _front(self, labels: tuple[str, ...]) -> re.Pattern[str]:
        joiner = rf"(?:\s?{either(self.joiners)}\s?{f'|{either(self.links)}' if self.links else ''})"
        series = rf"(?: \d{{1,2}}(?={joiner}))?" if self.spaced else r"(?: \d{1,2})?"  # "ROUNDUP 20 Tote" has none
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
        """The phrases of the end in the order of their groups: ends, end labels."""
        return _meanings(self.ends, self.end_labels)

    @cached_property
    def end(self) -> re.Pattern[str]:
        """Matches one mark at the end of a headline; the last group names it by place in end_meanings."""
        groups = _named([phrase(word) for word in (*self.ends, *self.end_labels)], 0)
        return self._compile(rf",?\s?(?:(?<!\w)|(?=\())(?:{groups})$")

    @cached_property
    def joint(self) -> re.Pattern[str]:
        """Matches a character without which no mark can stand at the front: that of a joiner or bracket."""
        signs = "".join(mark.strip()[:1] or " " for mark in self.joiners) + self.brackets[0]
        return re.compile("" if self.spaced or not signs else f"[{re.escape(signs)}]")

    @cached_property
    def longest_sites(self) -> tuple[str, ...]:
        """The names of sites, the longest first."""
        return tuple(sorted(self.sites, key=len, reverse=True))

    @cached_property
    def periodical(self) -> re.Pattern[str]:
        """Matches the beginning of an item whose clock and day are its identity."""
        return re.compile("|".join(f"(?:{pattern})" for pattern in self.periodicals), re.IGNORECASE)

    @cached_property
    def tail(self) -> re.Pattern[str]:
        """Matches one end that says nothing of the story."""
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
    end_marks=(r"Endit(?:em)?", r"ENDITEM", r"\(END\)", r"==Kyodo", r"-30-", r"###"),
    initials=r"(?:[A-Z]{2,4}|[a-z]{2,4})(?:/[a-z]{2,4}){1,4}",
)


def phrase(words: str) -> str:
    """Return the pattern of a phrase of the table, its slots filled.

    >>> phrase("UPDATE {n}")
    'UPDATE[ -]?\\\\d{1,2}'
    """
    pattern = re.escape(words)
    for slot, meaning in _SLOTS.items():
        pattern = pattern.replace(slot, meaning)
    return pattern


def either(words: Iterable[str]) -> str:
    """Return a pattern for any of the literal words; of none it never matches.

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
