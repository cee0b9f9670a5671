"""A headline ready to be compared: its words, its marks, its source, and whether it is one of a series."""

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from wirecrawl import wire
from wirecrawl.dedupe.blocks import headline_keys
from wirecrawl.dedupe.chunks import Token
from wirecrawl.dedupe.tokens import sentence_case, tokens
from wirecrawl.items import Marks, Urgency

_RANKS: dict[Urgency | None, int] = {"flash": -3, "bulletin": -2, "urgent": -1, None: 0}
_PLAIN_LEAD = 1  # a mark that says "later" without a number: "UPDATE-", "(Update)"
# Words of items that come every day with other figures: prices, weather, results. Other figures are another item.
_SERIES = frozenset(
    """
    stocks index indices nikkei dow nasdaq ftse dax kospi sensex nifty topix kosdaq taiex ibex cac forex yields
    yield treasuries futures bullion currencies bourse weather rain showers sunny cloudy fog snowfall
    temperature temperatures celsius fahrenheit forecast humidity aqi pollen rainfall degrees grados grad graden
    degres gradi lows highs hottest coldest profit profits earnings revenue revenues turnover dividend ebitda
    eps gdp cpi ppi pmi inflation unemployment jobless payrolls surplus deficit bolsa cotiza aktien gewinn
    umsatz ergebnis beneficio beneficios benefice
    """.split()
)
# The same where a movement is told of them: "Gold falls", but "Gold mine collapses, 12 dead".
_WARES = frozenset(
    """
    shares share stock bonds bond rate rates crude oil brent wti gold silver copper lithium zinc nickel palm soybean
    soybeans wheat corn rubber coal ore gas commodities ringgit baht rupiah peso lira rand franc market markets exports
    imports output production sales spread prices price usd eur gbp jpy cny krw inr rub myr
    """.split()
)
_MOVES = frozenset(
    """
    percent points pips up down higher lower rise rises rose fall falls fell gain gains gained lose loses lost climb
    climbs climbed slip slips slipped drop drops dropped edge edges ease eases jump jumps slump slumps surge surges
    strengthen strengthens weaken weakens open opens close closes end ends settle settles trade trades at against
    """.split()
)
# Of an event, whatever is bought or mined there.
_TOLL = frozenset(
    """
    kill kills killed dead death deaths die dies injured injures hurt wounded missing toll trapped rescued evacuated
    arrested detained muertos muertes heridos morts blesses tote verletzte
    """.split()
)
_TOLL_HAN = re.compile("[死伤亡]|遇难|被困|获救|사망|부상")
_SERIES_HAN = (
    "股",
    "汇率",
    "指数",
    "收盘",
    "气温",
    "天气",
    "利润",
    "中间价",
    "气象",
    "预警",
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
_SAYS_NOTHING = frozenset(("newsalert", "apnewsalert"))  # AP's alerts have their sentence in the text alone
_SERIES_NUMBER = re.compile(r" (\d{1,2})\s?[:-]")
_SPOKES = re.compile(r"^spokes\w+$")
_SHORTEST_PLURAL = 3  # letters: "boys", but not "gas"
# Works of their own about an event; a Roundup and the like are tied to it by the thread alone.
WRAPS = frozenset(("Wrap-up", "Summary"))


@dataclass(frozen=True, eq=False)
class Line:
    """One headline as the decision sees it. `source` is its attribution, folded; it is not among the words.

    `keys`: the blocks under which like lines meet.
    """

    parsed: wire.ParsedHeadline
    marks: Marks
    words: tuple[Token, ...]
    keys: tuple[int, ...]
    source: tuple[str, ...]
    cut: bool

    @cached_property
    def texts(self) -> tuple[str, ...]:
        return tuple(token.text for token in self.words)

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """What makes it another work: its labels and genre, folded."""
        genre = {self.marks.genre} if self.marks.genre else set()
        return tuple(sorted({"".join(label.casefold().split()) for label in self.marks.labels} | genre))

    @cached_property
    def rank(self) -> tuple[int, bool]:
        """Its place in the life of a story: flash, urgent, plain, leads; a writethru is later than its lead."""
        lead = self.marks.lead
        if lead is None:
            numbered = _SERIES_NUMBER.search(self.parsed.prefix)
            if self.labels and numbered:  # ROUNDUP 2: the second of its own series
                return (int(numbered[1]), False)
            plain = bool(self.parsed.stage) and self.marks.urgency is None and self.marks.handling is None
            lead = _PLAIN_LEAD if plain and not self.marks.writethru else _RANKS[self.marks.urgency]
        return (lead, self.marks.writethru)

    @cached_property
    def cased(self) -> bool:
        return sentence_case(list(self.words))

    @cached_property
    def series(self) -> bool:
        """Whether it is one of a series in which other figures are another item: a desk's, a market's, a result."""
        if self.toll:
            return False
        if self.labels or self.parsed.periodic or any(word in self.parsed.headline for word in _SERIES_HAN):
            return True
        words = set(self.texts)
        return bool(words & _SERIES or (self._wares() and words & _MOVES))

    @cached_property
    def toll(self) -> bool:
        """Whether it tells of an event, with its dead, hurt or rescued."""
        return not _TOLL.isdisjoint(self.texts) or bool(_TOLL_HAN.search(self.parsed.headline))

    def _wares(self) -> bool:
        """Whether it names a ware or money as such, not an amount of money: "Dollar at", but not "5 dollars"."""
        return any(
            token.text in _WARES and (at == 0 or self.words[at - 1].kind == "word")
            for at, token in enumerate(self.words)
        )

    @property
    def mute(self) -> bool:
        """Whether its words say nothing of the news behind it."""
        return not _SAYS_NOTHING.isdisjoint(self.texts)


@lru_cache(maxsize=1 << 14)  # a ticker's lines stand on fifty pages; 16,384 are what an agency sends in a month
def read_line(raw: str, agency: str | None) -> Line:
    """Read a headline by its agency's grammar, an unknown agency's as it stands. Raises KeyError for one without.

    >>> read_line("UPDATE 1-Fed could ditch forecasts of rates -Fisher", "reuters").source
    ('fisher',)
    """
    parsed = wire.parse_headline(raw, wire.table(agency) if agency else wire.PLAIN)
    core, source = _without_source(parsed)
    words = tuple(tokens(core))
    cut = parsed.suffix.strip().startswith(("...", "…"))
    return Line(parsed, parsed.marks, words, tuple(headline_keys(words)), _source(source), cut)


def _without_source(parsed: wire.ParsedHeadline) -> tuple[str, str]:
    if not parsed.attribution:
        return parsed.headline, ""
    return parsed.headline.removesuffix(parsed.attribution).rstrip(" -–—:"), parsed.attribution


def _source(text: str) -> tuple[str, ...]:
    """One form of a source: sources and officials in the singular, spokesman and spokeswoman as spokesperson."""
    if not text:
        return ()
    words = [_SPOKES.sub("spokesperson", token.text) for token in tokens(text)]
    return tuple(word[:-1] if word.endswith("s") and len(word) > _SHORTEST_PLURAL else word for word in words)
