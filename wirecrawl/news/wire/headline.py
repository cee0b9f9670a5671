"""Reads headlines: the marks at their beginning and end, and the name of the site at the end."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from wirecrawl.items import Marks
from wirecrawl.news.wire.attribution import attribution
from wirecrawl.news.wire.grammar import Meaning, Stage, Table
from wirecrawl.news.wire.text import clean_text

_MAX_MARKS = 8  # real headlines have up to three (RPT-CORRECTED-UPDATE 1-); more than this are text
_WIDE = "\t"  # replaces two or more spaces, which may precede a site's name; clean text has no tab
_JOINTS = " \t-–—|_"  # characters before a site's name
_LONGEST_SITE = 32  # characters; French.xinhuanet.com has 20
_LONGEST_END = 40  # characters; ", 10th Ld-Writethru" has 19
_LONGEST_TAIL = 120  # characters; a note to editors or a dozen RIC codes
_MAX_ENDS = 8  # real headlines have up to three (cut mark, slug stage, word count); more than this are text


class ParsedHeadline(NamedTuple):
    """The parts of a headline; ``prefix + headline + suffix`` is the printed line with its white space folded."""

    raw: str
    headline: str
    marks: Marks
    stage: str
    attribution: str | None
    periodic: str | None
    prefix: str
    suffix: str


class _Mark(NamedTuple):
    printed: str
    stage: Stage | None  # None for a label
    genre: str | None
    edge: int  # where a mark in front ends, and the next may begin; where a mark at the end begins
    linked: bool = False  # whether it counts only if another mark follows


def parse_headline(raw: str, table: Table) -> ParsedHeadline:
    """Read the marks of a headline as printed on a page of the table's agency (table.stages, table.labels).

    A line of nothing but marks is read as text, so the headline is empty only if ``raw`` has no text at all.

    >>> from wirecrawl.news.wire import table
    >>> parse_headline("1st LD: 45 killed in car bomb attack", table("xinhua")).marks.lead
    1
    """
    spaced = clean_text(raw).strip()
    if "  " in spaced or not spaced.isprintable():  # white space that is not single spaces is not printable
        spaced = re.sub(r"\s+", _one_space, spaced)
    line = spaced.replace(_WIDE, " ")
    ends, stop = _read_end(spaced, table)
    front, start = _read_front(line, stop, table)
    if start >= stop:
        front, ends, start, stop = [], [], 0, len(line)
    headline, found = line[start:stop], front + ends
    stage = " ".join([mark.printed for mark in found if mark.stage]) if found else ""
    said = attribution(headline, table)
    return ParsedHeadline(
        raw, headline, _marks(found), stage, said, _periodic(headline, table), line[:start], line[stop:]
    )


def _one_space(found: re.Match[str]) -> str:
    return _WIDE if len(found[0]) > 1 and "\n" not in found[0] else " "


def _read_front(line: str, stop: int, table: Table) -> tuple[list[_Mark], int]:
    """Return the marks in front and where the text begins; without text that is ``stop``, where the end begins."""
    opener = re.match(table.opener, line) if table.opener else None
    start = opener.end() if opener else 0
    found: list[_Mark] = []
    if not table.joint.search(line, start, stop):
        return found, start
    while len(found) <= _MAX_MARKS and (
        mark := _mark_at(line, found[-1].edge if found else start, stop, bool(found), table)
    ):
        found.append(mark)
    while found and found[-1].linked:
        found.pop()
    if len(found) > _MAX_MARKS:
        return [], 0
    return found, found[-1].edge if found else start


def _mark_at(line: str, start: int, stop: int, later: bool, table: Table) -> _Mark | None:
    match = (table.later_mark if later else table.mark).match(line, start, stop)
    mark = _read_mark(match, table.meanings) if match else None
    return mark._replace(linked=match[0].endswith(table.links)) if match and mark and table.links else mark


def _read_mark(match: re.Match[str], meanings: Sequence[Meaning]) -> _Mark | None:
    """Return the mark that a pattern matched, with the number that it prints."""
    if not match.lastgroup:
        return None
    meaning, printed = meanings[int(match.lastgroup.removeprefix("mark"))], match[match.lastgroup]
    if not meaning.stage:
        return _Mark(printed if meaning.numbered else _bare(printed), None, meaning.genre, match.end())
    number = re.search(r"\d+", printed) if meaning.numbered else None
    stage = replace(meaning.stage, lead=int(number[0])) if number else meaning.stage
    return _Mark(printed, stage, meaning.genre, match.end())


def _bare(label: str) -> str:
    """Return a label without its series number and, at the end of a headline, without its brackets."""
    return re.sub(r" \d{1,2}$", "", label).strip("()")


def _read_end(spaced: str, table: Table) -> tuple[list[_Mark], int]:
    ends: list[_Mark] = []
    stop = len(spaced)
    for _ in range(_MAX_ENDS):
        mark = _end_mark_at(spaced, stop, table)
        before = mark.edge if mark else _tail_start(spaced, stop, table) or _site_start(spaced, stop, table)
        text = len(spaced[:before].rstrip())
        if not text:
            return ends, stop
        ends, stop = ([mark, *ends] if mark else ends), text
    return [], len(spaced)


def _end_mark_at(spaced: str, stop: int, table: Table) -> _Mark | None:
    known = table.end_meanings
    match = table.end.search(spaced, max(0, stop - _LONGEST_END), stop) if known else None
    mark = _read_mark(match, known) if match else None
    return mark._replace(edge=match.start()) if match and mark else None


def _tail_start(spaced: str, stop: int, table: Table) -> int:
    match = table.tail.search(spaced, max(0, stop - _LONGEST_TAIL), stop) if table.tails else None
    return match.start() if match else 0


def _site_start(spaced: str, stop: int, table: Table) -> int:
    """Return where the joint before the site's name at the end begins; 0 if there is no such name, or nothing else."""
    if not spaced.endswith(table.longest_sites, 0, stop):  # true of nearly every headline
        return 0
    for site in table.longest_sites:
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
    if not found:
        return Marks()
    stages = [mark.stage for mark in found if mark.stage]
    return Marks(
        urgency=next((stage.urgency for stage in stages if stage.urgency), None),
        lead=next((stage.lead for stage in stages if stage.lead is not None), None),
        writethru=any(stage.writethru for stage in stages),
        handling=next((stage.handling for stage in stages if stage.handling), None),
        labels=[mark.printed for mark in found if not mark.stage],
        genre=next((mark.genre for mark in found if mark.genre), None),
    )


def _periodic(headline: str, table: Table) -> str | None:
    match = table.periodical.match(headline) if table.periodicals else None
    return ", ".join(filter(None, match.groups())) or match[0] if match else None
