"""Reads a headline or text as words and figures in one form each, so that two ways to write one thing are equal.

`chunks` reads the characters between two spaces. This module joins amounts of money, scales, spelled numbers, quarters
and phrases of several words, and distinguishes figures that name something from figures that count.
"""

from collections.abc import Iterable
from decimal import Decimal
from itertools import chain
from operator import attrgetter

from wirecrawl.news.dedupe.words.chunks import CHUNKS, MONEY, number
from wirecrawl.news.dedupe.words.forms import CURRENCIES, MONTHS, NUMBERS, ORDINALS, PHRASE_ENDS, PHRASES, SCALES
from wirecrawl.news.dedupe.words.token import SIDES, Token, plain

_YEARS = range(1900, 2100)
_CITIES = frozenset(("Lima",))  # numbers in another language
_MONEY_NAMES = frozenset(CURRENCIES.values())
_MONTH_NAMES = frozenset(MONTHS) | frozenset(MONTHS.values())
# Words after which a number is a name: "flight 370", "phase 3".
_NUMBERED = frozenset(
    "number flight boeing airbus article chapter route highway apollo game round phase day week group unit".split()
)
_COUNTED = _MONEY_NAMES | frozenset("percent killed dead die hurt injured wounded missing arrested people".split())
_LOOSE = attrgetter("loose")
# What stands behind a number that names: dates and hours, and in Korean a quarter, a round, a place in a row.
_NAMED_BEFORE = frozenset((*"年月日号時时点點년월일시", "분기", "차", "호", "번째"))
_DECADE, _DECADES = "대", frozenset(map(str, range(10, 100, 10)))  # in Korean a man in his twenties: 20대 남성
_ARTICLES = frozenset("der die das dem den des im am zum zur vom beim".split())  # before a noun, which has a capital
_POSSESSIVES = ("'s", "’s")  # "China's 5 provinces" are counted
_ZONES = frozenset(("gmt", "utc", "hrs", "hours"))


def tokens(text: str) -> list[Token]:
    """Return the words and figures of a text in order.

    >>> [token.text for token in tokens("U.S. gov't to spend $3.2 bln, five pct of the budget")]
    ['us', 'government', 'to', 'spend', '3200000000', 'usd', '5', 'percent', 'of', 'budget']
    """
    read = list(chain.from_iterable(map(CHUNKS.__getitem__, plain(text).split())))
    loose = max(map(_LOOSE, read), default=0)
    return _identities(_joined(read) if loose > 1 else read) if loose else read


def _joined(read: Iterable[Token]) -> list[Token]:
    """Return the tokens in order; those that belong together are joined."""
    found: list[Token] = []
    money: Token | None = None
    waiting = False  # whether the next token may be joined to the last one
    for token in read:
        if not token.loose and not waiting:
            found.append(token)
            continue
        if token.text[0] == MONEY:
            money, waiting = token, True
            continue
        if money and found and found[-1].kind == "figure" and token.text not in SCALES:
            found.append(Token(money.text[1:], "word", money.printed))
            money = None
        _add(found, token)
        waiting = token.loose > 0 or money is not None or found[-1].kind != "word"
    if money:
        found.append(Token(money.text[1:], "word", money.printed))
    return found


def _add(found: list[Token], token: Token) -> None:
    """Append a word, or join it to the words before it: three hundred, 3.2 bln, per cent, twenty one, N. Korea."""
    last = found[-1] if found else None
    if last and last.kind == "figure" and token.text in SCALES and "-" not in last.text:
        value = (Decimal(last.text) * SCALES[token.text]).normalize()
        found[-1] = Token(number(f"{value:f}"), "figure", last.printed)
    elif token.text in SCALES and last and last.text == "half":
        found[-1] = Token(number(f"{Decimal(SCALES[token.text]) / 2:f}"), "figure", token.printed)
    elif token.text in NUMBERS and not (last and token.printed in _CITIES):
        _add_number(found, last, token)
    elif last and token.text in ("quarter", "half") and last.text[0] == "#":
        found[-1] = Token(f"{token.text[0]}{last.text[1:]}", "identity", last.printed)
    elif token.text in ORDINALS:
        _add_ordinal(found, last, token)
    else:
        if last and last.printed in SIDES and token.printed[:1].isupper():
            found[-1] = Token(SIDES[last.printed], "word", last.printed)
        found.append(token)
        _join_phrase(found)


def _add_number(found: list[Token], last: Token | None, token: Token) -> None:
    value = NUMBERS[token.text]
    if last and _is_tens(last) and 0 < value < 10:
        found[-1] = Token(str(int(last.text) + value), "figure", last.printed)
    else:
        found.append(Token(str(value), "figure", token.printed))


def _add_ordinal(found: list[Token], last: Token | None, token: Token) -> None:
    value = int(ORDINALS[token.text])
    if last and _is_tens(last) and value < 10:
        value += int(last.text)
        found.pop()
    found.append(Token(f"#{value}", "identity", token.printed))


def _is_tens(token: Token) -> bool:
    """Whether a token is spelled tens, which ones may follow: twenty one, twenty-first."""
    return token.kind == "figure" and token.printed.isalpha() and token.text[-1] == "0"


def _join_phrase(found: list[Token]) -> None:
    for length in (3, 2):
        if len(found) >= length and found[-1].text in PHRASE_ENDS:
            phrase = PHRASES.get(tuple(token.text for token in found[-length:]))
            if phrase:
                found[-length:] = [Token(phrase, "word", "".join(token.printed for token in found[-length:]))]


def _identities(found: list[Token]) -> list[Token]:
    """Mark the figures that name something: days, years, clock times, and numbers after a name."""
    for at in [at for at, token in enumerate(found) if token.kind != "word"]:
        token = found[at]
        before = found[at - 1] if at else None
        after = found[at + 1] if at + 1 < len(found) else None
        for near in (before, after):
            if near is not None and near.text in MONTHS:
                found[found.index(near)] = Token(MONTHS[near.text], "word", near.printed)
        named = before and _behind_name(token, before, after, at) and sentence_case(found)
        if token.kind == "figure" and (named or _dated(token, before, after) or _is_ordinal(token, before, after)):
            found[at] = Token(token.text, "identity", token.printed)
    return found


def sentence_case(found: list[Token]) -> bool:
    """Whether only names have capitals, unlike in A Title With Capitals."""
    first = [token.printed[0] for token in found if token.kind == "word" and len(token.printed) > 3]
    return 5 * sum(letter.islower() for letter in first) >= 2 * len(first) > 0


def _dated(token: Token, before: Token | None, after: Token | None) -> bool:
    if after is not None and (after.text in _NAMED_BEFORE or (after.text == _DECADE and token.text in _DECADES)):
        return True
    if len(token.text) <= 2 and any(near is not None and near.text in _MONTH_NAMES for near in (before, after)):
        return True
    if len(token.printed) == 4 and token.printed.isdigit():
        return int(token.printed) in _YEARS or (after is not None and after.text in _ZONES)
    return before is not None and before.text in _NUMBERED and (not before.after or before.text == "number")


def _is_ordinal(token: Token, before: Token | None, after: Token | None) -> bool:
    """Whether a figure with a full stop is an ordinal, as in many languages ("1. Runde"), and ends no sentence."""
    if token.after != "." or after is None or not token.printed.isdigit() or len(token.printed) > 2:
        return False
    return before is None or after.printed[0].islower() or before.text in _ARTICLES


def _behind_name(token: Token, before: Token, after: Token | None, at: int) -> bool:
    """Whether a number belongs to the name before it, as in Shenzhou 11; not in "Some 45" or "Taliban 45 killed"."""
    if not token.printed.isdigit() or before.after or not before.printed[0].isupper() or before.kind != "word":
        return False
    if before.printed.endswith(_POSSESSIVES):
        return False
    return at > 1 and (after is None or after.text not in _COUNTED)
