"""Words and figures of a headline or text in one form each, so that two ways of writing one thing are equal.

Case, quotes, dashes, diacritics, dotted abbreviations, possessives, percent signs, money, scales, spelled
numbers and British spellings are folded; articles and "and" are left out; a character is a word in scripts
that write without spaces.
"""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from wirecrawl.dedupe.words import (
    CURRENCIES,
    HAN_NUMBERS,
    MONTHS,
    NUMBERS,
    ORDINALS,
    PHRASE_ENDS,
    PHRASES,
    SCALES,
    spelling,
)

Kind = Literal["word", "figure", "identity"]
_HAN = "\u3005\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_TOKEN = re.compile(
    rf"(?P<dotted>(?:[^\W\d_]\.){{2,6}}(?:[^\W\d_](?![^\W\d_]))?)"
    r"|(?P<money>(?:US|HK|NT|A|C|S)?\$|[€£¥₹₩]|(?:Rs|RM|CHF|EUR|USD|GBP|INR)(?=\.?\d))"
    r"|(?P<percent>[%％])"
    r"|(?P<clock>\b\d{1,2}:\d{2}\b)"
    r"|(?P<nth>\b\d+(?:st|nd|rd|th)\b)"
    r"|(?P<glued>\b\d+(?:[.,]\d+)*(?=(?:[kmbKMB]|mn|bn|tn|mln|bln|tln|trn|pct|pc|km|kg|mph|kph|m)\b))"
    r"|(?P<code>\b(?:[A-Za-z]+-?\d|\d+(?:-\d+)*[A-Za-z])[A-Za-z\d]*)"
    r"|(?P<score>\d+(?:\.\d+)?(?:-\d+(?:\.\d+)?)+)"
    r"|(?P<number>(?:^[+−-])?\d{1,3}(?:,\d{2})*(?:,\d{3})+(?:\.\d+)?(?!\d)|(?:^[+−-])?\d+(?:\.\d+)?)"
    rf"|(?P<han>[{_HAN}]|(?<=\d)[만억조])"
    rf"|(?P<word>[^\W\d_{_HAN}]+(?:['’ʼ][^\W\d_{_HAN}]+)*)"
)
_HAN_PERCENT = re.compile(r"百分之([\d.]+|[一二三四五六七八九十](?![一二三四五六七八九十]))")
_HAN_COUNTED = re.compile(r"[一二两三四五六七八九](?=[人名架起例座艘])")  # 三人 is 3人; in 三星 it is no number
_QUARTERS = re.compile(r"([1-4])q|([12])h")
_DROPPED = frozenset(("a", "an", "the", "and", "et", "y", "und"))
_SIDES = {"N": "north", "S": "south", "E": "east", "W": "west"}
_LETTERS = str.maketrans(
    {
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
)
_MARKS = re.compile(r"[\u0300-\u036f]")
_YEARS = range(1900, 2100)
_MONEY = "$"
_BEFORE_FIGURES = frozenset(("Rs", "RM", "CHF", "EUR", "USD", "GBP", "INR"))  # "Rs 5 crore" is 5 crore rupees
_MONEY_NAMES = frozenset(CURRENCIES.values())
_MONTH_NAMES = frozenset(MONTHS) | frozenset(MONTHS.values())
# What a number behind it names, whatever its case: "flight 370", "phase 3".
_NUMBERED = frozenset(
    "number flight boeing airbus article chapter route highway apollo game round phase day week group unit".split()
)
_COUNTED = _MONEY_NAMES | frozenset("percent killed dead die hurt injured wounded missing arrested people".split())
_ZONES = frozenset(("gmt", "utc", "hrs", "hours"))


@dataclass(frozen=True, slots=True)
class Token:
    """One word or figure: `text` folded, `printed` as it stood. A figure counts something (45 killed); an identity
    names one thing among its like (Q2, MH370, 3rd, 2014, March 13)."""

    text: str
    kind: Kind
    printed: str
    after: str = ""  # the sign behind it: the full stop of "Gov.", the colon of "Haiti:"


def plain(text: str) -> str:
    """A text in one width, without diacritics; letters keep their case."""
    if text.isascii():
        return text
    text = _HAN_PERCENT.sub(lambda found: f"{HAN_NUMBERS.get(found[1], found[1])}%", text)
    text = _HAN_COUNTED.sub(lambda found: HAN_NUMBERS[found[0]], text)
    bare = _MARKS.sub("", unicodedata.normalize("NFD", unicodedata.normalize("NFKC", text)))
    return unicodedata.normalize("NFC", bare).translate(_LETTERS)


def tokens(text: str) -> list[Token]:
    """The words and figures of a text in order.

    >>> [token.text for token in tokens("U.S. gov't to spend $3.2 bln, five pct of the budget")]
    ['us', 'government', 'to', 'spend', '3200000000', 'usd', '5', 'percent', 'of', 'budget']
    """
    found: list[Token] = []
    money: Token | None = None
    for chunk in plain(text).split():
        for token in _chunk(chunk):
            if token.text[0] == _MONEY:
                money = token
                continue
            if money and found and found[-1].kind == "figure" and token.text not in SCALES:
                found.append(Token(money.text[1:], "word", money.printed))
                money = None
            _add(found, token)
    if money:
        found.append(Token(money.text[1:], "word", money.printed))
    return _identities(found)


@lru_cache(maxsize=1 << 16)  # the words of a month of wire copy; 65,536 take 30 MB
def _chunk(chunk: str) -> tuple[Token, ...]:
    """The tokens of what stands between two spaces; a sign of money has a mark before it and waits for its figure."""
    return tuple(
        token
        for match in _TOKEN.finditer(chunk)
        if (token := _token(str(match.lastgroup), match[0], chunk[match.end() : match.end() + 1]))
    )


def _token(kind: str, printed: str, after: str) -> Token | None:
    if kind == "word" and printed in _BEFORE_FIGURES:
        return Token(_MONEY + CURRENCIES[printed.lower()], "word", printed)
    if kind == "word":
        word = _word(printed)
        return Token(word, "word", printed, after) if word else None
    if kind == "money":
        return Token(_MONEY + CURRENCIES[printed.lower()], "word", printed)
    if kind in ("number", "glued"):
        return Token(_number(printed), "figure", printed)
    if kind == "score":
        return Token(printed, "figure", printed)
    if kind == "nth":
        return Token(f"#{printed[:-2]}", "identity", printed)
    if kind == "percent":
        return Token("percent", "word", printed)
    if kind == "dotted":
        bare = printed.replace(".", "")
        return Token(spelling(bare.casefold()), "word", bare)
    if kind == "han":
        return Token(printed, "word", printed)
    return Token(_QUARTERS.sub(_turned, printed.replace("-", "").casefold()), "identity", printed)


def _turned(found: re.Match[str]) -> str:
    """4Q as Q4."""
    return f"{found[0][1]}{found[0][0]}"


def _word(printed: str) -> str:
    word = printed.casefold().replace("’", "'").replace("ʼ", "'").removesuffix("'s").replace("'", "")
    return "" if word in _DROPPED else CURRENCIES.get(word) or spelling(word)


def _number(printed: str) -> str:
    number = printed.replace(",", "").replace("−", "-")
    return number.rstrip("0").rstrip(".") if "." in number else number.lstrip("0") or "0"


def _add(found: list[Token], token: Token) -> None:
    """Append a word, or join it to those before it: three hundred, 3.2 bln, per cent, twenty one, N. Korea."""
    last = found[-1] if found else None
    if last and last.kind == "figure" and token.text in SCALES and "-" not in last.text:
        value = (Decimal(last.text) * SCALES[token.text]).normalize()
        found[-1] = Token(_number(f"{value:f}"), "figure", last.printed)
    elif token.text in NUMBERS:
        _add_number(found, last, token)
    elif last and token.text in ("quarter", "half") and last.text[0] == "#":
        found[-1] = Token(f"{token.text[0]}{last.text[1:]}", "identity", last.printed)
    elif token.text in ORDINALS:
        found.append(Token(f"#{ORDINALS[token.text]}", "identity", token.printed))
    else:
        if last and last.printed in _SIDES and token.printed[:1].isupper():
            found[-1] = Token(_SIDES[last.printed], "word", last.printed)
        found.append(token)
        _join_phrase(found)


def _add_number(found: list[Token], last: Token | None, token: Token) -> None:
    value = NUMBERS[token.text]
    if last and last.kind == "figure" and last.printed.isalpha() and last.text[-1] == "0" and 0 < value < 10:
        found[-1] = Token(str(int(last.text) + value), "figure", last.printed)
    else:
        found.append(Token(str(value), "figure", token.printed))


def _join_phrase(found: list[Token]) -> None:
    for length in (2, 3):
        if len(found) >= length and found[-1].text in PHRASE_ENDS:
            phrase = PHRASES.get(tuple(token.text for token in found[-length:]))
            if phrase:
                found[-length:] = [Token(phrase, "word", "".join(token.printed for token in found[-length:]))]


def _identities(found: list[Token]) -> list[Token]:
    """Mark the figures that name rather than count: days, years, clock times, and numbers behind a name."""
    cased: bool | None = None
    for at, token in enumerate(found):
        if token.kind == "identity" or (token.kind == "word" and token.text not in MONTHS):
            continue
        before = found[at - 1] if at else None
        after = found[at + 1] if at + 1 < len(found) else None
        if token.kind == "word":
            if any(near is not None and near.kind != "word" for near in (before, after)):
                found[at] = Token(MONTHS[token.text], "word", token.printed)
            continue
        cased = sentence_case(found) if cased is None else cased
        if _dated(token, before, after) or (cased and before and _behind_name(token, before, after, at)):
            found[at] = Token(token.text, "identity", token.printed)
    return found


def sentence_case(found: list[Token]) -> bool:
    """Whether capitals tell names from words here, unlike in A Title With Capitals."""
    first = [token.printed[0] for token in found if token.kind == "word" and len(token.printed) > 3]
    return 5 * sum(letter.islower() for letter in first) >= 2 * len(first) > 0


def _dated(token: Token, before: Token | None, after: Token | None) -> bool:
    if len(token.text) <= 2 and any(near is not None and near.text in _MONTH_NAMES for near in (before, after)):
        return True
    if len(token.printed) == 4 and token.printed.isdigit():
        return int(token.printed) in _YEARS or (after is not None and after.text in _ZONES)
    return before is not None and before.text in _NUMBERED and not before.after


def _behind_name(token: Token, before: Token, after: Token | None, at: int) -> bool:
    """Shenzhou 11 and Gaofen 12, but not "Some 45", "Haiti: 200", "Taliban 45 killed" or "Hawks 115-111"."""
    if not token.text.isdigit() or before.after or not before.printed[0].isupper() or before.kind != "word":
        return False
    return at > 1 and (after is None or after.text not in _COUNTED)
