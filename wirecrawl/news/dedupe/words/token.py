"""One word or figure in one form, its hash and rank; folds the width, diacritics and Chinese numbers of a text."""

import re
import unicodedata
from functools import cache
from importlib.resources import files
from typing import Literal, NamedTuple

from xxhash import xxh3_64_intdigest

from wirecrawl.news.dedupe.words.forms import HAN_NUMBERS

Kind = Literal["word", "figure", "identity"]
_HAN_DIGITS = "一二三四五六七八九十"
_HAN_NUMBER = "[二三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九]"
_HAN_PERCENT = re.compile(rf"百分之([\d.]+|(?:{_HAN_NUMBER})(?![{_HAN_DIGITS}百点]))")
# 三人 becomes 3人 and 四十一号卫星 becomes 41号卫星; the signs in 三星 and 两国 are no numbers.
_HAN_COUNTED = re.compile(
    rf"(?<![{_HAN_DIGITS}百千万数几])({_HAN_NUMBER})(?=[人名架起例座艘胜负]|年期|号(?:卫星|台风|飞船|火箭|航班|线))"
)
# 第一批 becomes 第1批; 第一季度 is a quarter, which a table names.
_HAN_NTH = re.compile(rf"(?<=第)({_HAN_NUMBER})(?![{_HAN_DIGITS}百千万季])")
_HAN_SIGN = re.compile("[\u4e00-\u9fff]")
_HAN_MIXED = re.compile(r"(?<!\d)(\d{1,4})([万만])(\d)[千천]")  # 2万7千
_HAN_BILLIONS = re.compile(r"(?<!\d)(\d{1,4})[兆조] ?(?:(\d)[千천]|(\d{1,4}))([亿億억])")  # 1兆2000億, 12조1천억
_MIXED_SIGNS = frozenset("万만兆조")
_HAN_SPELLED = re.compile(f"[{_HAN_DIGITS}两百]")  # the patterns above need one of these
SIDES = {"N": "north", "S": "south", "E": "east", "W": "west"}
_LETTERS = {
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ı": "i",
    "æ": "ae",
    "œ": "oe",
    "ß": "ss",
    "Ø": "O",
    "Ł": "L",
    "Đ": "D",
    "Æ": "Ae",
    "Œ": "Oe",
}
_LETTER = re.compile(f"[{''.join(_LETTERS)}]")  # ten times as fast as str.translate if a text has none
_MARKS = re.compile(r"[\u0300-\u036f]")


class Token(NamedTuple):
    """One word or figure: `text` in one form, `printed` as on the page.

    A figure counts something (45 killed). An identity names one thing among others of its kind (Q2, MH370, 3rd, 2014,
    March 13).
    """

    text: str
    kind: Kind
    printed: str
    after: str = ""  # the sign that follows: the full stop of "Gov." and "1. Runde", the colon of "Haiti:"
    rank: int = 0  # decides which words a headline's keys are made of; 0 if it is not computed yet
    loose: int = 1  # 0 for a plain word, 1 for a figure or a name with digits, 2 if it may be joined to its neighbours
    number: int | None = None  # stands for what a word means; None if it is not looked up yet


_BEGINNING = 6  # letters that count: missile and missiles have one rank
_STEP = 3  # letters by which lengths must differ to count as different
BITS = 63  # SQLite's integers have a sign
_MASK = (1 << BITS) - 1


def hash_of(text: str) -> int:
    """Return a hash of 63 bits that is the same in every process and on every machine."""
    return xxh3_64_intdigest(text.encode()) & _MASK


def rank(beginning: str, length: int) -> int:
    """Return the rank of a word among the key words, the lowest first: long words, which are rarer, then by hash.

    Lengths are compared in steps, so that an ending seldom changes the choice.
    """
    return hash_of(beginning[:_BEGINNING]) - (length // _STEP << BITS)


FIGURE_RANK = rank("0", 0)  # of every figure: headlines with other figures find each other


def plain(text: str) -> str:
    """Return a text in one width and without diacritics, spelled Chinese numbers as digits; case does not change."""
    if text.isascii():
        return text
    if _HAN_SIGN.search(text):
        text = text.translate(_simplified())
    if not _MIXED_SIGNS.isdisjoint(text):
        text = _HAN_MIXED.sub(lambda found: str(int(found[1]) * 10_000 + int(found[3]) * 1_000), text)
        text = _HAN_BILLIONS.sub(_han_billions, text)
    if _HAN_SPELLED.search(text):
        text = _HAN_PERCENT.sub(lambda found: f"{_han_number(found[1])}%", text)
        text = _HAN_COUNTED.sub(lambda found: _han_number(found[1]), text)
        text = _HAN_NTH.sub(lambda found: _han_number(found[1]), text)
    bare = _MARKS.sub("", unicodedata.normalize("NFD", unicodedata.normalize("NFKC", text)))
    return _LETTER.sub(lambda found: _LETTERS[found[0]], unicodedata.normalize("NFC", bare))


@cache
def _simplified() -> dict[int, str]:
    """Return the simplified sign of each traditional one; the table is that of OpenCC (Apache License 2.0)."""
    traditional, simplified = files(__package__).joinpath("simplified.txt").read_text("utf-8").split()
    return dict(zip(map(ord, traditional), simplified, strict=True))


def _han_billions(found: re.Match[str]) -> str:
    """Write 1兆2000億 as 12000億."""
    return f"{int(found[1]) * 10_000 + int(found[2] or 0) * 1_000 + int(found[3] or 0)}{found[4]}"


def _han_number(printed: str) -> str:
    """Return a Chinese number below a hundred in digits: 十二 as 12. Digits are returned as they are."""
    tens, ten, ones = printed.rpartition("十")
    if not ten:
        return HAN_NUMBERS.get(ones, ones)
    return f"{HAN_NUMBERS.get(tens, '1')}{HAN_NUMBERS.get(ones, '0')}"
