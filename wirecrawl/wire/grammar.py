"""The form of an agency's grammar: one closed table an agency, read by one engine.

A table holds words and small patterns, never code. Words of the headline are plain text in which ``{nth}``
stands for an ordinal (1st, 2e) and ``{n}`` for a number; a space in them is also met as a hyphen. Patterns are
regular expressions in which every repetition has a bound, so that hostile text costs linear time.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from wirecrawl.items import Handling, Urgency
from wirecrawl.wire.words import EDITORS, HELPERS, NOTES, SOURCES

_SLOTS = {r"\{nth\}": r"\d{1,2}(?:st|nd|rd|th|er|e)", r"\{n\}": r"\d{1,2}", r"\ ": "[ -]"}


@dataclass(frozen=True)
class Stage:
    """What a life-cycle mark says; a number printed in the mark (``2nd LD``) is the lead number instead of ``lead``."""

    urgency: Urgency | None = None
    lead: int | None = None
    writethru: bool = False
    handling: Handling | None = None


@dataclass(frozen=True, eq=False, kw_only=True)
class Table:
    """The grammar of one agency."""

    agency: str
    # headline: marks at the front
    stages: Mapping[str, Stage]  # life-cycle words: "{nth} LD"
    labels: Mapping[str, str | None]  # columns and their IPTC genre: "Backgrounder" -> "Background"
    joiners: tuple[str, ...]  # what ends a mark: ":"
    links: tuple[str, ...] = ()  # what ends a mark only before another one: "3rd LD Writethru-Xinhua Insight:"
    brackets: tuple[str, str] = ("", "")  # opening and closing characters that may hold a mark: "[［", "]］"
    any_case: bool = False  # LD and Ld alike
    # headline: its end
    ends: Mapping[str, Stage] = field(default_factory=dict)  # life-cycle marks at the end: "({n})"
    sites: tuple[str, ...] = ()  # names of sites behind a dash or bar, or two spaces if they hold a dot: "China.org.cn"
    channel: str = ""  # pattern of a site's section before its name: "--时政"
    attributions: frozenset[str] = SOURCES  # sources after the last colon: "report"
    periodicals: tuple[str, ...] = ()  # patterns of items whose clock and day are their identity
    # body: its head
    datelines: tuple[str, ...] = ()  # patterns with the groups places, day, by, dash
    writers: str = ""  # pattern of the words before the names of an English byline
    roles: str = ""  # pattern of the words before the names of a Chinese byline
    # body: its end, and lines that are not story
    end_marks: tuple[str, ...] = ()
    sign_offs: tuple[str, ...] = HELPERS  # patterns of what a closing bracket of helpers says
    photo_credits: tuple[str, ...] = ()  # patterns of what a closing bracket of a caption says
    photo_tails: tuple[str, ...] = ()  # patterns of credits without brackets of their own
    editors: str = EDITORS  # pattern of the words before the names of editors
    notes: tuple[str, ...] = NOTES  # patterns of the beginning of a note to editors

    @cached_property
    def mark(self) -> re.Pattern[str]:
        """Matches one mark with its joiner; the last group names its phrase by place in stages, then labels."""
        phrases = [phrase(word) for word in self.stages] + [rf"{phrase(word)}(?: \d{{1,2}})?" for word in self.labels]
        groups = _named(phrases)
        joiner = rf"(?:\s?{either(self.joiners)}\s?{self._link})"
        if self.brackets[0]:
            opening, closing = (re.escape(characters) for characters in self.brackets)
            return self._compile(rf"(?P<open>[{opening}])?(?:{groups})(?(open)[{closing}]\s?{joiner}?|{joiner})")
        return self._compile(rf"(?:{groups}){joiner}")

    @property
    def _link(self) -> str:
        return f"|{either(self.links)}" if self.links else ""

    @cached_property
    def end(self) -> re.Pattern[str]:
        """Matches one life-cycle mark at the end of a headline; the last group names it by place in ends."""
        groups = _named([phrase(word) for word in self.ends])
        return self._compile(rf"\s?(?:{groups})$")

    def _compile(self, pattern: str) -> re.Pattern[str]:
        return re.compile(pattern, re.IGNORECASE if self.any_case else 0)


def phrase(words: str) -> str:
    """Return the pattern of a phrase of the table, its slots filled.

    >>> phrase("{nth} LD")
    '\\\\d{1,2}(?:st|nd|rd|th|er|e)[ -]LD'
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


def _named(phrases: list[str]) -> str:
    longest_first = sorted(enumerate(phrases), key=lambda pair: -len(pair[1]))
    return "|".join(f"(?P<mark{number}>{words})" for number, words in longest_first)
