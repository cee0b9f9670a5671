"""A headline ready to be compared: its words, its marks, its source, and whether it is one of a series."""

import re
from dataclasses import dataclass
from functools import cached_property

from wirecrawl import wire
from wirecrawl.dedupe.tokens import Token, sentence_case, tokens
from wirecrawl.items import Marks, Urgency

_RANKS: dict[Urgency | None, int] = {"flash": -3, "bulletin": -2, "urgent": -1, None: 0}
_PLAIN_LEAD = 1  # a mark that says "later" without a number: "UPDATE-", "(Update)"
# Words of items that come every day with other figures: prices, weather, results. Other figures are another item.
_SERIES = frozenset(
    """
    stock stocks share shares index indices nikkei dow nasdaq ftse dax kospi sensex nifty hangseng topix kosdaq taiex
    forex exchange rates rate yields yield bond bonds treasuries futures crude brent wti bullion gold silver copper
    lithium zinc nickel palm soybean soybeans wheat corn rubber coal ore commodities currency currencies ringgit baht
    rupiah peso lira rand franc closes close opens open settles settle market markets trading bourse
    weather temperature temperatures celsius fahrenheit forecast humidity aqi pollen rainfall
    profit profits earnings revenue revenues sales loss losses eps income turnover dividend ebitda guidance outlook
    gdp cpi ppi pmi inflation unemployment jobless exports imports surplus deficit payrolls output production
    bolsa acciones cotiza bourse actions aktien gewinn umsatz ergebnis beneficio beneficios benefice
    """.split()
)
_SERIES_HAN = (
    "股",
    "汇率",
    "指数",
    "收盘",
    "气温",
    "天气",
    "利润",
    "金价",
    "油价",
    "株",
    "為替",
    "終値",
    "증시",
    "환율",
    "코스피",
    "날씨",
)
# Money as such, not an amount of it: "Dollar rises".
_MONEY = frozenset(("usd", "eur", "gbp", "jpy", "cny", "krw", "inr", "rub"))
_SPOKES = re.compile(r"^spokes\w+$")
_SHORTEST_PLURAL = 3  # letters: "boys", but not "gas"
# Works of their own about an event; a Roundup and the like are tied to it by the thread alone.
WRAPS = frozenset(("Wrap-up", "Summary"))


@dataclass(frozen=True, eq=False)
class Line:
    """One headline as the decision sees it. `source` is its attribution, folded; it is not among the words."""

    parsed: wire.ParsedHeadline
    marks: Marks
    words: tuple[Token, ...]
    source: tuple[str, ...]
    cut: bool

    @cached_property
    def texts(self) -> tuple[str, ...]:
        return tuple(token.text for token in self.words)

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """What makes it another work: its labels and genre, folded."""
        return tuple(sorted({label.casefold() for label in self.marks.labels} | ({self.marks.genre or ""} - {""})))

    @cached_property
    def rank(self) -> tuple[int, bool]:
        """Its place in the life of a story: flash, urgent, plain, leads; a writethru is later than its lead."""
        lead = self.marks.lead
        if lead is None:
            plain = bool(self.parsed.stage) and self.marks.urgency is None and self.marks.handling is None
            lead = _PLAIN_LEAD if plain and not self.marks.writethru else _RANKS[self.marks.urgency]
        return (lead, self.marks.writethru)

    @cached_property
    def cased(self) -> bool:
        return sentence_case(list(self.words))

    @cached_property
    def series(self) -> bool:
        """Whether it is one of a series in which other figures are another item: a desk's, a market's, a result."""
        if self.labels or self.parsed.periodic:
            return True
        if any(word in self.parsed.headline for word in _SERIES_HAN):
            return True
        return any(token.text in _SERIES or self._money_as_such(at) for at, token in enumerate(self.words))

    def _money_as_such(self, at: int) -> bool:
        return self.words[at].text in _MONEY and (at == 0 or self.words[at - 1].kind == "word")


def read_line(raw: str, agency: str | None, marks: Marks | None = None) -> Line:
    """Read a headline by its agency's grammar, an unknown agency's as it stands. Raises KeyError for one without.

    `marks` are those of the story, where more is known than its headline says (a slug line, a note).

    >>> read_line("UPDATE 1-Fed could ditch forecasts of rates -Fisher", "reuters").source
    ('fisher',)
    """
    parsed = wire.parse_headline(raw, wire.table(agency) if agency else wire.PLAIN)
    core, source = _without_source(parsed)
    return Line(
        parsed,
        marks or parsed.marks,
        tuple(tokens(core)),
        _source(source),
        parsed.suffix.strip().startswith(("...", "…")),
    )


def _without_source(parsed: wire.ParsedHeadline) -> tuple[str, str]:
    if not parsed.attribution:
        return parsed.headline, ""
    return parsed.headline.removesuffix(parsed.attribution).rstrip(" -–—:"), parsed.attribution


def _source(text: str) -> tuple[str, ...]:
    """One form of a source: sources and officials in the singular, spokesman and spokeswoman as spokesperson."""
    words = [_SPOKES.sub("spokesperson", token.text) for token in tokens(text)]
    return tuple(word[:-1] if word.endswith("s") and len(word) > _SHORTEST_PLURAL else word for word in words)
