"""Headlines: the marks at their front, the site's name at their end, and who said it."""

import re
from dataclasses import dataclass, replace

from wirecrawl.items import Marks
from wirecrawl.wire.grammar import Stage, Table
from wirecrawl.wire.text import clean_text
from wirecrawl.wire.words import QUALIFIERS

_MAX_MARKS = 8  # the longest real pile is three (RPT-CORRECTED-UPDATE 1-); a longer one than this is text
_WIDE = "\t"  # stands for two or more spaces, which set off a site's name; clean text holds no tab
_JOINTS = " \t-–—|_"  # what stands before a site's name
_LONGEST_SITE = 32  # characters; French.xinhuanet.com has 20
_MIN_WORDS = 4  # before an attribution: "Chinese Super League: Evergrande" has three and is a lead-in
_MAX_SOURCE = 4  # words of an attribution: "Canadian foreign ministry spokesperson"


@dataclass(frozen=True)
class ParsedHeadline:
    """A headline taken apart; ``prefix + headline + suffix`` is the printed line, its white space folded."""

    raw: str
    headline: str
    marks: Marks
    stage: str
    attribution: str | None
    periodic: str | None
    prefix: str
    suffix: str


@dataclass(frozen=True)
class _Mark:
    printed: str
    stage: Stage | None  # None for a label
    genre: str | None
    edge: int  # where the mark ends and the next may begin; for a mark at the end, where it begins
    linked: bool  # joined to the next mark by a hyphen, so it counts only if that one is a mark


def parse_headline(raw: str, table: Table) -> ParsedHeadline:
    """Read the marks of a headline as printed on a page of the table's agency (table.stages, table.labels).

    A line that is nothing but marks is text; the headline is empty only if ``raw`` holds no text at all.

    >>> from wirecrawl.wire import table
    >>> parse_headline("1st LD: 45 killed in car bomb attack", table("xinhua")).marks.lead
    1
    """
    spaced = re.sub(r"\s+", _one_space, clean_text(raw).strip())
    line = spaced.replace(_WIDE, " ")
    ends, stop = _read_end(spaced, table)
    front = _read_front(line[:stop], table)
    start = front[-1].edge if front else 0
    headline = line[start:stop]
    return ParsedHeadline(
        raw=raw,
        headline=headline,
        marks=_marks(front + ends),
        stage=" ".join(mark.printed for mark in front + ends if mark.stage),
        attribution=_attribution(headline, table),
        periodic=_periodic(headline, table),
        prefix=line[:start],
        suffix=line[stop:],
    )


def _one_space(found: re.Match[str]) -> str:
    return _WIDE if len(found[0]) > 1 and "\n" not in found[0] else " "


def _read_front(line: str, table: Table) -> list[_Mark]:
    found: list[_Mark] = []
    while len(found) <= _MAX_MARKS and (mark := _mark_at(line, found[-1].edge if found else 0, table)):
        found.append(mark)
    while found and found[-1].linked:
        found.pop()
    return found if len(found) <= _MAX_MARKS and found and found[-1].edge < len(line) else []


def _mark_at(line: str, start: int, table: Table) -> _Mark | None:
    match = table.mark.match(line, start)
    if not match or not match.lastgroup:
        return None
    number, printed = int(match.lastgroup.removeprefix("mark")), match[match.lastgroup]
    if number < len(table.stages):
        mark = _Mark(printed, _numbered(list(table.stages.values())[number], printed), None, match.end(), False)
    else:
        genre = list(table.labels.values())[number - len(table.stages)]
        mark = _Mark(re.sub(r" \d{1,2}$", "", printed), None, genre, match.end(), False)
    return replace(mark, linked=bool(table.links) and match[0].endswith(table.links))


def _numbered(stage: Stage, printed: str) -> Stage:
    number = re.search(r"\d+", printed)
    return replace(stage, lead=int(number[0])) if number else stage


def _read_end(spaced: str, table: Table) -> tuple[list[_Mark], int]:
    ends: list[_Mark] = []
    stop = len(spaced)
    while True:
        mark = _end_mark_at(spaced, stop, table)
        before = mark.edge if mark else _site_start(spaced, stop, table)
        if not before:
            return ends, stop
        ends, stop = ([mark, *ends] if mark else ends), before


def _end_mark_at(spaced: str, stop: int, table: Table) -> _Mark | None:
    match = table.end.search(spaced, max(0, stop - _LONGEST_SITE), stop) if table.ends else None
    if not match or not match.lastgroup:
        return None
    stage = list(table.ends.values())[int(match.lastgroup.removeprefix("mark"))]
    printed = match[match.lastgroup]
    return _Mark(printed, _numbered(stage, printed), None, match.start(), False)


def _site_start(spaced: str, stop: int, table: Table) -> int:
    """Return where the site's name at the end begins, with its joint; 0 when there is none or nothing else."""
    for site in sorted(table.sites, key=len, reverse=True):
        if spaced.endswith(site, 0, stop):
            name = stop - len(site)
            start = _skip_back(spaced, name)
            joint = spaced[start:name]
            if joint.strip() or ("." in site and _WIDE in joint):
                return _channel_start(spaced, start, table)
    return 0


def _skip_back(spaced: str, stop: int) -> int:
    while stop and spaced[stop - 1] in _JOINTS:
        stop -= 1
    return stop


def _channel_start(spaced: str, stop: int, table: Table) -> int:
    window = spaced[max(0, stop - _LONGEST_SITE) : stop]
    channel = re.search(table.channel, window) if table.channel else None
    return stop - len(window) + channel.start() if channel else stop


def _marks(found: list[_Mark]) -> Marks:
    stages = [mark.stage for mark in found if mark.stage]
    return Marks(
        urgency=next((stage.urgency for stage in stages if stage.urgency), None),
        lead=next((stage.lead for stage in stages if stage.lead is not None), None),
        writethru=any(stage.writethru for stage in stages),
        handling=next((stage.handling for stage in stages if stage.handling), None),
        labels=[mark.printed for mark in found if not mark.stage],
        genre=next((mark.genre for mark in found if mark.genre), None),
    )


def _attribution(headline: str, table: Table) -> str | None:
    said, _, source = headline.rpartition(": ")
    words = source.split()
    enough = len(said.split()) >= _MIN_WORDS and 1 <= len(words) <= _MAX_SOURCE
    return source if enough and _names_source(words, said, table) else None


def _names_source(words: list[str], said: str, table: Table) -> bool:
    known = words[-1].lower() in table.attributions
    proper = all(word[0].isupper() for word in words) and _sentence_case(said)
    return proper or (known and all(_may_qualify(word, table) for word in words))


def _may_qualify(word: str, table: Table) -> bool:
    return word[0].isupper() or word in QUALIFIERS or word.lower() in table.attributions


def _sentence_case(said: str) -> bool:
    """Whether capitals tell names from words here, unlike in A Title With Capitals."""
    letters = [word[0] for word in said.split() if word[0].isalpha()]
    return 2 * sum(letter.islower() for letter in letters) > len(letters)


def _periodic(headline: str, table: Table) -> str | None:
    for pattern in table.periodicals:
        if match := re.match(pattern, headline, re.IGNORECASE):
            return ", ".join(match.groups()) or match[0]
    return None
