"""As many pages as a measurement needs, made of a few: each with an address, a headline and a text of its own.

The pages that they are made of are saved ones: the project's fixtures, with menus, scripts and markup around them until
they are as large as real agency pages (of 32 real ones whose layout is known the median has 100 kB, 670 elements, 115
links, 25 scripts and a quarter of its bytes in scripts), or real ones that somebody has. Of a page's text every word of
four letters or more, names too, is replaced by an invented one, so that a story is like no other.
"""

import hashlib
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from wirecrawl.news import agencies
from wirecrawl.news.agencies import Agency
from wirecrawl.news.cleaning.clean import clean

_WORD = re.compile(rb"(?<![A-Za-z])[a-z]{4,}")
_NAME = re.compile(rb"(?<![A-Za-z])[A-Z][a-z]{3,}(?![A-Za-z])")
# Words by which wire copy is read, and days: they stay.
_KEPT = frozenset(
    b"January February March April June July August September October November December Sept Monday Tuesday Wednesday "
    b"Thursday Friday Saturday Sunday Xinhua Reuters Associated Press Anadolu Yonhap Kyodo Editor Editors Editing "
    b"Reporting Source Writers Roundup Backgrounder Feature Urgent Correction Commentary Interview Spotlight Explainer "
    b"Headlines Focus Watch Update Writethru Endi Endit Enditem Adjust".split()
)
_TEXT = re.compile(rb">[^<]+<")
_SCRIPT = re.compile(rb"<(script|style)\b.*?</\1>", re.DOTALL | re.IGNORECASE)
_NUMBER, _HEX = re.compile(r"\d{5,}(?!.*\d{5})"), re.compile(r"[0-9a-f]{32}(?!.*[0-9a-f]{32})")
_MONTHS = "January February March April May June July August September October November December".split()
_DAY_IN = re.compile(r"20\d\d-?[01]\d[-/]?[0-3]\d(?=/)")
_DAY_IN_TEXT = re.compile(rf"20\d\d-[01]\d-[0-3]\d|(?:{'|'.join(_MONTHS)}) \d{{1,2}}, \d{{4}}".encode())
_SYLLABLES = "ba de ki lo mu na po ra se ti vo za che gan hil mor nes pil tor wen".split()
# Ever more pages are of ever more days, not ever more alike on one day: 100,000 of them are of eighteen years.
_FIRST_DAY, _A_DAY = date(2007, 1, 1), 15
_LINKS, _SCRIPTS, _SCRIPT_BYTES = 115, 25, 1000


@dataclass(frozen=True, slots=True)
class Made:
    """A page: its address and its bytes."""

    url: str
    body: bytes


def pages(originals: Sequence[Made], count: int) -> Iterator[Made]:
    """`count` pages, made of the originals by turns, of one day after the other."""
    for number in range(count):
        original = originals[number % len(originals)]
        yield Made(_dated(address(original.url, number), number), rewritten(original.body, number))


def usable(original: Made, agency: Agency) -> bool:
    """Whether pages can be made of one: a layout fits, its address has a number to change, its text Latin letters."""
    before, after = (agencies.classify(url, agency) for url in (original.url, address(original.url, 7)))
    if before.kind != "article" or after.kind != "article" or before.id == after.id or before.page > 1:
        return False
    story = clean(original.body, original.url)
    words = sum(map(len, _WORD.findall(story.text.encode())))
    return not story.provenance.cleaner.startswith("trafilatura") and 3 * words > len(story.text)


def _dated(url: str, number: int) -> str:
    return _DAY_IN.sub(lambda found: _another_day(found[0], number), url)


def address(url: str, number: int) -> str:
    """The address of a page with another number or digest in it.

    >>> address("http://www.china.org.cn/world/2026-11/20/content_118900001.htm", 7)
    'http://www.china.org.cn/world/2026-11/20/content_100000007.htm'
    """
    if _HEX.search(url):
        return _HEX.sub(hashlib.md5(f"{url}{number}".encode()).hexdigest(), url)
    return _NUMBER.sub(lambda found: "1" + f"{number:0{len(found[0]) - 1}}"[-len(found[0]) + 1 :], url)


def rewritten(body: bytes, number: int) -> bytes:
    """A page with invented words and another day in its text; its markup and scripts stay as they are."""
    chance = random.Random(number)
    words: dict[bytes, bytes] = {}

    def invent(found: re.Match[bytes]) -> bytes:
        if found[0] not in words:
            words[found[0]] = "".join(chance.choices(_SYLLABLES, k=max(2, len(found[0]) // 3))).encode()
        return words[found[0]]

    def name(found: re.Match[bytes]) -> bytes:
        return found[0] if found[0] in _KEPT else invent(found).capitalize()

    def text(found: re.Match[bytes]) -> bytes:
        dated = _DAY_IN_TEXT.sub(lambda day: _another_day(day[0].decode(), number).encode(), found[0])
        return _WORD.sub(invent, _NAME.sub(name, dated))

    parts, last = [], 0
    for script in _SCRIPT.finditer(body):
        parts += [_TEXT.sub(text, body[last : script.start()]), script[0]]
        last = script.end()
    return b"".join([*parts, _TEXT.sub(text, body[last:])])


def _another_day(printed: str, number: int) -> str:
    """A printed day as that of a page, in the same form."""
    day = _FIRST_DAY + timedelta(days=number // _A_DAY)
    if printed[0].isdigit():
        return re.sub(r"\d{4}(-?)\d\d([-/]?)\d\d", rf"{day:%Y}\g<1>{day:%m}\g<2>{day:%d}", printed)
    return f"{_MONTHS[day.month - 1]} {day.day}, {day.year}"


def dressed(body: bytes) -> bytes:
    """A fixture with what stands around a story on a real page, before and behind it."""
    head, opened, rest = body.partition(b"<body")
    start, close, inner = rest.partition(b">")
    main, ended, tail = inner.rpartition(b"</body>")
    if not (opened and ended):
        return body
    around = (_scripts(0), _menu("top"), _menu("foot"), _scripts(1))
    return b"".join([head, around[0], opened, start, close, around[1], main, *around[2:], ended, tail])


@cache
def _menu(name: str) -> bytes:
    links = "".join(
        f'<li class="{name}-item item-{n} nav-link-wrapper" data-track="{name}:{n}:{"x" * 40}"><a class="{name}-link" '
        f'href="https://www.example.com/{name}/section-{n}/index.html" title="Section {n}">Section {n}</a></li>'
        for n in range(_LINKS // 2)
    )
    icons = f"<svg viewBox='0 0 24 24'><path d='{'M12 2L2 7l10 5 10-5-10-5z' * 20}'></path></svg>" * 20
    return f'<div class="{name}-wrapper"><nav class="{name}-menu"><ul>{links}</ul></nav>{icons}</div>'.encode()


@cache
def _scripts(part: int) -> bytes:
    code = f"window.dataLayer=window.dataLayer||[];function track{part}(e){{return e.dataset.track.split(':')}};"
    return "".join(f"<script>{(code * 20)[:_SCRIPT_BYTES]}</script>" for _ in range(_SCRIPTS // 2)).encode()
