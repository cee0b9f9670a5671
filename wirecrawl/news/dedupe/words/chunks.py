"""Reads the characters between two spaces into tokens: words and figures, each in one form.

Case, quotes, dashes, dotted abbreviations, possessives, percent signs and British spellings are folded. Articles and
"and" are dropped. In scripts that write without spaces, each character is a word.
"""

import re

from wirecrawl.news.dedupe.meaning.numbers import number_of
from wirecrawl.news.dedupe.words.forms import CURRENCIES, NUMBERS, ORDINALS, PHRASE_ENDS, SCALES, spelling
from wirecrawl.news.dedupe.words.token import FIGURE_RANK, SIDES, Token, rank

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
_DECIMAL_COMMA = re.compile(r"(?<=\d),(?=(?:\d{1,2}|\d{4,6})$)")  # 1,78 and 1,0812, but 1,780
_THOUSANDS = re.compile(r"(?<=\d)\.000$")  # 17.000, in most languages but English
_ENDING = re.compile(r"\D+$")
_QUARTERS = re.compile(r"([1-4])q|([12])h")
_DROPPED = frozenset(("a", "an", "the", "and", "et", "y", "und"))
_CORNERS = {"NE": "northeast", "NW": "northwest", "SE": "southeast", "SW": "southwest"}
MONEY = "$"
_BEFORE_FIGURES = frozenset(("Rs", "Rp", "RM", "CHF", "EUR", "USD", "GBP", "INR"))  # "Rs 5 crore" is 5 crore rupees
_JOINING = frozenset(
    (*NUMBERS, *ORDINALS, *SCALES, *PHRASE_ENDS)
)  # words that may be joined to those before or behind them
_MOST_CHUNKS = 1 << 16  # the words of a month of wire copy; they take 20 MB


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
        token = _token("word", printed, "")
        return (token,) if token else ()
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
        return _figure(number(printed), printed, after)
    if kind == "score":
        return _figure(printed, printed)
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
        return _word_token(printed, printed)._replace(number=None)  # the signs beside it tell what it means
    return Token(_QUARTERS.sub(_turned, printed.replace("-", "").casefold()), "identity", printed)


def _word_token(word: str, printed: str, after: str = "") -> Token:
    ranked = rank(word, len(word)) if len(word) > 1 else 0  # the rank of a single sign depends on the next one
    loose = 2 if word in _JOINING or printed in SIDES else 0
    return Token(word, "word", printed, after, ranked, loose, number_of(word, printed, ranked))


def _figure(text: str, printed: str, after: str = "") -> Token:
    return Token(text, "figure", printed, after, rank=FIGURE_RANK, number=0)


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
