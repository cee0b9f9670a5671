"""Reads the lines around a story: bylines, closing credits, editors, captions and notes to editors."""

import re
from collections.abc import Iterable
from functools import cache

from wirecrawl.news.wire.dateline import REACH, parse_dateline
from wirecrawl.news.wire.endmark import take_end_mark
from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.people import han_people, is_japanese_name, latin_names, without_place, without_post
from wirecrawl.news.wire.words import EDITORS_SIGNS

_LONGEST_LINE = 200  # characters of a line of names; a longer paragraph belongs to the story
_LONGEST_CREDIT = 1500  # characters; the longest sign-off seen names twenty helpers in about 600
_BARE_ROLE = 3  # characters: 通讯员; a longer role names the desk too, as 新华社记者 does
_SENTENCE_END = ".!?…”\"'’»)]）。！？"
_CAPITALS = re.compile(r"[A-Z][A-Z.'’-]+(?:[,/\s]|$)")
_CLOSING = re.compile(
    r"[(（\[【]([^()（）\[\]【】]{1,1500}(?:[(（][^()（）]{1,60}[)）][^()（）]{0,60})?)[)）\]】]"
    r"(?: Photo Gallery)?[.。]?$"
)
_CLOSED = (*")）]】", " Photo Gallery")  # what ends with none of these ends with no bracket
# What separates two names: a sign, "and", or white space between Chinese names.
_EDITOR_PARTS = re.compile(r"[、，,；;/]|\band\b|(?<=[㐀-鿿]{2})\s+(?=[㐀-鿿]{2})")
_LINE_PARTS = re.compile(r"[|｜]|(?<=】)|(?=【)|(?<=[）)])(?=[（(])")
_LABELS = re.compile(r"纠错|糾錯|打印|关闭|關閉|字[号號]\s?[:：].{0,8}|大 中 小|")
_HAN_HEAD = re.compile(r"[㐀-鿿\w\s]{2,20}[讯訊电電]\s?[(（](?P<names>[^()（）]{4,60})[)）]")
_HAN_REPORT = re.compile(
    r"【[㐀-鿿]{2,10}[訊讯]】\s?(?P<names>(?:本[報报])?[記记]者[㐀-鿿、 ]{2,20}?)(?:[㐀-鿿]{2,4})?[報报][道導导][:：，]"
)
_KANA = re.compile(r"[\u3040-\u309f]")
_AUTHOR = re.compile(r"(?:(?:by|authors?|作者|文)\s?[:：]\s?|by\s)", re.IGNORECASE)
# Who else contributed, in any agency's copy. The words are looked for first: nearly every paragraph begins like a name.
_CONTRIBUTED = "contributed to this "
_HELPED = re.compile(r"[A-Z][^.]{1,200}(?:\b[A-Z]\.[^.]{0,200}){0,3}\bcontributed to this (?:story|report|article)\.?$")
_DATED = re.compile(r"[\d\s:./年月日-]{6,40}(?:\s?(?:GMT|UTC)\S{0,6})?|(?:Source|来源)\s?[:：].{1,60}")


def parse_byline(paragraph: str, table: Table) -> tuple[list[str], str] | None:
    """Return (names, rest of the paragraph) of a byline that is a whole paragraph or comes before a dateline.

    A line that names nobody but the agency (table.outlets) is a byline without names.

    >>> from wirecrawl.news.wire import table
    >>> parse_byline("By Xinhua writers Sun Jinxia and Wu Qi", table("xinhua"))
    (['Sun Jinxia', 'Wu Qi'], '')
    """
    text = paragraph.strip().removeprefix("^")  # on AP's wire a byline begins with this sign
    if _fully(table.outlets, text.rstrip("= ")):
        return [], ""
    by = re.match(rf"(?:{table.by})\s+", text, re.IGNORECASE)
    if not by:
        return _han_byline(text, table)
    head, rest = _before_dateline(text, by.end(), table)
    writer = re.match(table.writers, head, re.IGNORECASE) if table.writers else None
    names = _people(head[writer.end() if writer else 0 :], table) if len(head) <= _LONGEST_LINE else None
    said = any(map(str.isalnum, head))
    return (names, rest) if said and names is not None and (writer or _full_names(names)) else None


def _people(printed: str, table: Table) -> list[str] | None:
    """Return the names in a list without outlets and posts: "MARK SHERMAN, Associated Press", "ANN LEE AP Writer"."""
    listed = re.split(r"\s*,\s*", without_place(printed.strip()))
    parts = [part for part in listed if part and not _fully(table.outlets, part)]
    return latin_names(", ".join(map(without_post, parts))) if parts else []


def _full_names(names: Iterable[str]) -> bool:
    """Whether every name has two words or more: "By Tuesday" names nobody."""
    return all(len(name.split()) > 1 or not name.isascii() for name in names)


def _before_dateline(text: str, start: int, table: Table) -> tuple[str, str]:
    for city in _CAPITALS.finditer(text, start, start + REACH):
        if text[city.start() - 1].isspace() and parse_dateline(text[city.start() :], table, None):
            return text[start : city.start()], text[city.start() :]
    return text[start:].rstrip(".,= "), ""


def _han_byline(text: str, table: Table) -> tuple[list[str], str] | None:
    """Read a byline such as 新华社记者张三 or 记者 张三; 记者观察 is the name of a column, not a byline."""
    role = re.match(table.roles, text) if table.roles and len(text) <= _LONGEST_LINE else None
    if not role or (len(role[0]) <= _BARE_ROLE and not text[role.end() :][:1].isspace()):
        return None
    people = han_people(text, table)
    return (people[0], "") if people and people[1] else None


def parse_closing_credit(paragraph: str, table: Table) -> tuple[list[str], str | None, str] | None:
    """Return (names, note as printed, rest) of the closing bracket that names people; None if there is none.

    A bracket that says more than names and roles, as an English sign-off does, is the note; so are the desk's
    initials (table.initials).

    >>> from wirecrawl.news.wire import table
    >>> parse_closing_credit("比赛结束。（记者张三、李四）", table("xinhua"))
    (['张三', '李四'], None, '比赛结束。')
    """
    text = paragraph.rstrip()
    match = _closing_bracket(text)
    if not match:
        return _signature(text, table)
    printed, rest = match[0], text[: match.start()].rstrip()
    if people := None if match[1].endswith("摄") else han_people(match[1], table):
        return people[0], None if people[1] else printed, rest
    if rest.endswith("。") and _KANA.search(rest) and is_japanese_name(match[1]):
        return [match[1]], None, rest
    by = parse_byline(match[1], table) if re.match(r"by\s", match[1], re.IGNORECASE) else None
    if by and by[0] and not by[1]:
        return by[0], None, rest
    # The initials of the desk may end with a bracket of their own: ab/cd (AFP, dpa).
    return ([], printed, rest) if _matches(table.sign_offs, match[1]) else _signature(text, table)


def names_in_head(paragraph: str, table: Table) -> list[str]:
    """The names in the bracket at the head of Chinese copy, which stays: 楚天都市報訊 （記者嚴瓏 通訊員黃冬香）.

    >>> from wirecrawl.news.wire import table
    >>> names_in_head("海口日报讯（记者张三 通讯员李四）有雨。", table("xinhua"))
    ['张三', '李四']
    """
    bracket = _HAN_HEAD.match(paragraph) or _HAN_REPORT.match(paragraph)
    people = han_people(bracket["names"], table) if bracket else None
    return people[0] if people and people[1] else []


def _signature(text: str, table: Table) -> tuple[list[str], str | None, str] | None:
    """Read a credit without brackets after the last sentence: (c)AFP/NAME, or the initials of the desk: hh/ph."""
    for pattern in table.signatures:
        if match := re.search(rf"(?:{pattern})$", text[-_LONGEST_LINE:]):
            names = latin_names(match.groupdict().get("names") or "") or []
            return names, None if names else match[0], text[: len(text) - len(match[0])].rstrip()
    match = re.search(rf"(?:^|(?<=\s))(?:{table.initials})$", text[-_LONGEST_LINE:]) if table.initials else None
    rest = text[: len(text) - len(match[0])].rstrip() if match else ""
    return ([], match[0], rest) if match and (not rest or _ended(rest, table)) else None


def _ended(rest: str, table: Table) -> bool:
    """Whether a text ends with a sentence or with the agency's end mark."""
    return rest[-1] in _SENTENCE_END or take_end_mark(rest, table)[1] is not None


def parse_editor(paragraph: str, table: Table) -> list[str] | None:
    """Return the names of an editors' line (table.editors), [] if it names nobody; None for any other paragraph.

    >>> from wirecrawl.news.wire import table
    >>> parse_editor("Source: Xinhua | 2018-01-03 10:11:12 | Editor: huaxia", table("xinhua"))
    ['huaxia']
    """
    text = paragraph.strip()
    if len(text) > _LONGEST_LINE or not table.editors or not any(map(text.__contains__, EDITORS_SIGNS)):
        return None
    editors = _any_of((table.editors,))
    parts = [part.strip(" 【】[]［］()（）") for part in _LINE_PARTS.split(text)]
    named = [match for part in parts if (match := editors.match(part))]
    if len(named) != 1:  # true of nearly all: a search of the whole text takes three times as long
        return None
    others = (part for part in parts if part is not named[0].string and not _LABELS.fullmatch(part))
    return _editor_names(named[0].string[named[0].end() :]) if all(map(_DATED.fullmatch, others)) else None


def _editor_names(printed: str) -> list[str] | None:
    names = [name.strip() for name in _EDITOR_PARTS.split(printed) if name.strip()]
    good = all(len(name.split()) <= 4 and not re.search(r"[:：]|[.!?。！？]$", name) for name in names)
    return names if good else None


def parse_caption(paragraph: str, table: Table) -> tuple[str, str] | None:
    """Return (caption, photo credit without brackets) of a paragraph that ends in a credit; None without one.

    >>> from wirecrawl.news.wire import table
    >>> parse_caption("A worker checks a turbine. (Xinhua/Wang Xi)", table("xinhua"))
    ('A worker checks a turbine.', 'Xinhua/Wang Xi')
    """
    text = paragraph.strip()
    match = _closing_bracket(text)
    if match and _fully(table.photo_credits, match[1].strip()):
        return text[: match.start()].rstrip(), match[1].strip()
    tail = _tail(text, table)
    return (text[: tail.start()].rstrip(), tail["credit"]) if tail else None


def _tail(text: str, table: Table) -> re.Match[str] | None:
    if not table.photo_tails or text.endswith("."):  # most paragraphs of a story, and no credit
        return None
    return _tails(table.photo_tails).search(text, max(0, len(text) - _LONGEST_LINE))


@cache
def _tails(photo_tails: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?:(?<=[\s。！？”）)」])|^)(?P<credit>{'|'.join(photo_tails)})(?<!\.)。?$")


def is_note(paragraph: str, table: Table) -> bool:
    """Whether the whole paragraph is a note to editors (table.notes): (Adds ...), Eds:, ATTN, an embargo.

    >>> from wirecrawl.news.wire import table
    >>> is_note("(Eds: adds quotes in paragraph 4)", table("xinhua"))
    True
    """
    text = paragraph.strip()
    if _matches(table.notes, text) or (_CONTRIBUTED in text and _HELPED.match(text)):
        return True
    return text[:1] in "(（" and text[-1:] in ")）" and _matches(table.notes, text[1:])


def is_trailer(paragraph: str, table: Table) -> bool:
    """Whether the story is over before this paragraph (table.trailers): dpa's "# Notebook", words on the agency.

    >>> from wirecrawl.news.wire import table
    >>> is_trailer("# Notebook", table("dpa"))
    True
    """
    return _matches(table.trailers, paragraph.strip())


def _closing_bracket(text: str) -> re.Match[str] | None:
    """Find the bracket at the end of a paragraph; it may contain one level of brackets."""
    ended = text.rstrip(".。").endswith(_CLOSED)
    return _CLOSING.search(text, max(0, len(text) - _LONGEST_CREDIT)) if ended else None


def _matches(patterns: tuple[str, ...], text: str) -> bool:
    return bool(patterns) and _any_of(patterns).match(text) is not None


def _fully(patterns: tuple[str, ...], text: str) -> bool:
    return bool(patterns) and _any_of(patterns).fullmatch(text) is not None


@cache
def _any_of(patterns: tuple[str, ...]) -> re.Pattern[str]:
    """Return one pattern for several: every paragraph of every page is matched against all of them."""
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))


def parse_names(line: str, table: Table) -> list[str]:
    """Return the names in the author line of a page, in any form; [] if none can be read with certainty.

    >>> from wirecrawl.news.wire import table
    >>> parse_names("作者：记者张三", table("xinhua")), parse_names("By Sun Jinxia; Wu Qi", table("xinhua"))
    (['张三'], ['Sun Jinxia', 'Wu Qi'])
    """
    if len(line) > _LONGEST_LINE:
        return []
    line = line.strip(" |")  # a bar separates the names from the date
    if by := parse_byline(line, table):
        return by[0]
    text = _AUTHOR.sub("", line, count=1)
    return people[0] if (people := han_people(text, table)) else latin_names(text) or []
