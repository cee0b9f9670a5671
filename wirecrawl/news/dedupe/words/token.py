"""Reads the characters between two spaces into tokens: words and figures, each in one form.

Case, quotes, dashes, diacritics, dotted abbreviations, possessives, percent signs and British spellings are folded.
Articles and "and" are dropped. In scripts that write without spaces, each character is a word.
"""

import re
import unicodedata
from functools import cache
from importlib.resources import files
from typing import Literal, NamedTuple

from xxhash import xxh3_64_intdigest

from wirecrawl.news.dedupe.words.forms import CURRENCIES, HAN_NUMBERS, NUMBERS, ORDINALS, PHRASE_ENDS, SCALES, spelling

Kind = Literal["word", "figure", "identity"]
_HAN = "\u3005\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_TOKEN = re.compile(
    rf"(?P<dotted>(?:[^\W\d_]\.){{2,6}}(?:[^\W\d_](?![^\W\d_]))?)"
    r"|(?P<money>(?:US|HK|NT|NZ|A|C|R|S)?\$|[€£¥₹₩]|(?:Rs|Rp|RM|CHF|EUR|USD|GBP|INR)(?=\.?\d))"
    r"|(?P<percent>[%％])"
    r"|(?P<clock>\b\d{1,2}:\d{2}\b)"
    r"|(?P<nth>\b\d+(?:st|nd|rd|th|ST|ND|RD|TH|-(?:[ияею]|го|му))\b)"
    r"|(?P<counted>第\d+)"
    r"|(?P<glued>\b\d+(?:[.,]\d+){0,9}(?=(?:[kmbKMBT]|mn|bn|tn|mln|bln|tln|trn|pct|pc|km|kg|mph|kph|m)\b))"
    r"|(?P<code>\b(?!M\d\.\d)(?:[A-Za-z]+(?:['’][A-Za-z]+)?-?\d|\d+(?:-\d+){0,9}[A-Za-z])[A-Za-z\d]*)"
    r"|(?P<score>\d+(?:\.\d+)?(?:-\d++(?:\.\d++)?+)++)"
    r"|(?P<number>(?:^[+−-])?\d{1,3}(?:,\d{2}){0,9}(?:,\d{3}){1,9}(?:\.\d+)?(?!\d)|(?:^[+−-])?\d+,(?:\d{1,2}|\d{4,6})(?![\d,])|(?:^[+−-])?\d+(?:\.\d+)?)"
    rf"|(?P<han>[{_HAN}]|(?<=\d)[만억조])"
    rf"|(?P<word>[^\W\d_{_HAN}]+(?:['’ʼ][^\W\d_{_HAN}]++)*+)"
)
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
_DECIMAL_COMMA = re.compile(r"(?<=\d),(?=(?:\d{1,2}|\d{4,6})$)")  # 1,78 and 1,0812, but 1,780
_THOUSANDS = re.compile(r"(?<=\d)\.000$")  # 17.000, in most languages but English
_ENDING = re.compile(r"\D+$")
_QUARTERS = re.compile(r"([1-4])q|([12])h")
_DROPPED = frozenset(("a", "an", "the", "and", "et", "y", "und"))
SIDES = {"N": "north", "S": "south", "E": "east", "W": "west"}
_CORNERS = {"NE": "northeast", "NW": "northwest", "SE": "southeast", "SW": "southwest"}
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
MONEY = "$"
_BEFORE_FIGURES = frozenset(("Rs", "Rp", "RM", "CHF", "EUR", "USD", "GBP", "INR"))  # "Rs 5 crore" is 5 crore rupees
_JOINING = frozenset(
    (*NUMBERS, *ORDINALS, *SCALES, *PHRASE_ENDS)
)  # words that may be joined to those before or behind them


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


_MOST_CHUNKS = 1 << 16  # the words of a month of wire copy; they take 20 MB
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


class _Chunks(dict[str, tuple[Token, ...]]):
    """A cache of the tokens between two spaces; when it is full, it is emptied."""

    def __missing__(self, printed: str) -> tuple[Token, ...]:
        if len(self) >= _MOST_CHUNKS:
            self.clear()
        found = self[printed] = _chunk(printed)
        return found


CHUNKS = _Chunks()  # a look-up in a dict takes half the time of one in functools.lru_cache


def _chunk(printed: str) -> tuple[Token, ...]:
    """Read the tokens between two spaces. The tokenizer joins a currency sign to its figure by the prefix it has."""
    if printed.isascii() and printed.isalpha():  # true of nearly every word
        read = [_token("word", printed, "")]
    else:
        read = [_token(str(m.lastgroup), m[0], printed[m.end() : m.end() + 1]) for m in _TOKEN.finditer(printed)]
    return tuple([token for token in read if token])


def _token(kind: str, printed: str, after: str) -> Token | None:
    if kind == "word" and printed in _BEFORE_FIGURES:
        return _money(printed)
    if kind == "word":
        word = _word(printed)
        return _word_token(word, printed, after) if word else None
    if kind == "money":
        return _money(printed)
    if kind in ("number", "glued"):
        return Token(number(printed), "figure", printed, after)
    if kind == "score":
        return Token(printed, "figure", printed)
    if kind == "nth":
        return Token(f"#{_ENDING.sub('', printed)}", "identity", printed, loose=2)
    if kind == "counted":
        return Token(f"#{printed[1:]}", "identity", printed, loose=1)
    if kind == "percent":
        return _word_token("percent", printed)
    if kind == "dotted":
        bare = printed.replace(".", "")
        return _word_token(_CORNERS.get(bare) or spelling(bare.casefold()), bare)
    if kind == "han":
        return _word_token(printed, printed)
    return Token(_QUARTERS.sub(_turned, printed.replace("-", "").casefold()), "identity", printed)


def _word_token(word: str, printed: str, after: str = "") -> Token:
    ranked = rank(word, len(word)) if len(word) > 1 else 0  # the rank of a single sign depends on the next one
    return Token(word, "word", printed, after, ranked, 2 if word in _JOINING or printed in SIDES else 0)


def _money(printed: str) -> Token:
    """Return the name of a currency with the prefix by which the tokenizer joins it to its figure."""
    return Token(MONEY + CURRENCIES[printed.lower()], "word", printed, loose=2)


def _turned(found: re.Match[str]) -> str:
    """Write 4Q as Q4."""
    return f"{found[0][1]}{found[0][0]}"


def _word(printed: str) -> str:
    if printed in _CORNERS:
        return _CORNERS[printed]
    word = printed.casefold()
    if not word.isalpha():
        word = word.replace("’", "'").replace("ʼ", "'").removesuffix("'s").replace("'", "")
    if word in _DROPPED:
        return ""
    return word if word in NUMBERS else CURRENCIES.get(word) or spelling(word)


def number(printed: str) -> str:
    """Return one form of a number: "1,250.50" as "1250.5"."""
    digits = _DECIMAL_COMMA.sub(".", printed) if printed.count(",") == 1 else printed
    digits = digits.replace(",", "").replace("−", "-").removeprefix("+")
    digits = _THOUSANDS.sub("000", digits)
    return digits.rstrip("0").rstrip(".") if "." in digits else digits.lstrip("0") or "0"
