"""Recognises items of a series (prices, weather, results, which come every day or hour) and events that are counted.

In a series, other figures mean another item. For an event, they mean an update.
"""

import re
from collections.abc import Sequence

from wirecrawl.news.dedupe.words.token import Token

SERIES = frozenset(
    """
    stocks index indices nikkei dow nasdaq ftse dax kospi sensex nifty topix kosdaq taiex ibex cac forex yields
    yield treasuries futures bullion currencies bourse weather rain showers sunny cloudy fog snow snowfall wind winds
    temperature temperatures celsius fahrenheit forecast humidity aqi pollen rainfall degrees grados grad graden
    degres gradi lows highs hottest coldest profit profits earnings revenue revenues turnover dividend ebitda
    eps gdp cpi ppi pmi inflation unemployment jobless payrolls surplus deficit bolsa cotiza aktien gewinn
    umsatz ergebnis beneficio beneficios benefice inzidenz jackpot lotto gallup lottozahlen lottery powerball
    megamillions euromillions euromillones loteria loto lotofacil quina sorteo wetter meteo cuaca погода осадки
    """.split()
)
# Words that mean a series only beside a movement: "Gold falls", but not "Gold mine collapses, 12 dead".
_WARES = frozenset(
    """
    shares share stock bonds bond rate rates crude oil brent wti gold silver copper lithium zinc nickel palm soybean
    soybeans soyoil wheat corn bitcoin ether rubber coal ore gas commodities ringgit baht rupiah peso lira rand
    franc market markets exports imports output production sales spread prices price usd eur gbp jpy cny krw inr rub
    myr idr aud cad hkd sgd twd nzd chf brl petrole petroleo barril
    """.split()
)
_MOVES = frozenset(
    """
    percent points pips up down higher lower rise rises rose fall falls fell gain gains gained lose loses lost climb
    climbs climbed slip slips slipped drop drops dropped edge edges ease eases jump jumps slump slumps surge surges
    strengthen strengthens weaken weakens open opens close closes end ends settle settles trade trades at against buys
    finit cloture ouvre ouvrent gagne perd recule progresse sube suben baja bajan abre cierra gana pierde steigt steigen
    fallt fallen sinkt sinken startet eroffnet schliesst
    """.split()
)
# Words of a daily count ("12 new cases", "in the past 24 hours"), after which the next day brings another.
_DAYS = (
    frozenset(("new", "cases")),
    frozenset(("new", "infections")),
    frozenset(("past", "day")),
    frozenset(("past", "hours")),
    frozenset(("24", "ultimas", "horas")),
    frozenset(("24", "dernieres", "heures")),
    frozenset(("24", "ultime", "ore")),
    frozenset(("за", "добу")),
    frozenset(("за", "сутки")),
    frozenset(("mega", "sena")),
    frozenset(("winning", "numbers")),
    frozenset(("box", "office")),
)
_TOLL = frozenset(
    """
    kill kills killed dead death deaths die dies injured injures hurt wounded missing toll trapped rescued evacuated
    arrested detained muertos muertes heridos morts blesses tote verletzte
    """.split()
)
_TOLL_HAN = re.compile("[死伤亡]|遇难|被困|获救|사망|부상")
# Events whose strength is measured, and later revised.
_MEASURED = frozenset("magnitude quake earthquake tremor richter seisme sismo terremoto temblor erdbeben".split())
_MEASURED_HAN = re.compile("地震|지진")
_SERIES_HAN = re.compile(
    "股|汇率|指数|收盘|[气高低]温|℃|天气|利润|中间价|气象|预警|金价|油价|株|為替|終値|증시|환율|코스피|날씨|맑음|흐림|기온|강수|미세먼지|天気|晴れ|曇り|花粉"
)
_UNITS = frozenset(("points", "pips", "cents", "paise"))  # units in which prices move
_PRICE = "preis"  # at the end of a word: Benzinpreis, Heizölpreis


def tells_toll(words: Sequence[Token], headline: str) -> bool:
    """Whether a headline is about an event with dead, hurt or rescued people, even if it names goods or money."""
    return any(token.text in _TOLL for token in words) or _has(_TOLL_HAN, headline)


def tells_day(words: Sequence[Token]) -> bool:
    """Whether a headline gives a daily count, also of dead people: the count of the next day is another item."""
    texts = {token.text for token in words}
    return any(day <= texts for day in _DAYS)


def tells_series(words: Sequence[Token], headline: str) -> bool:
    """Whether a headline without a toll is one of a series: on a market, the weather or a result.

    >>> from wirecrawl.news.dedupe.words.tokenizer import tokens
    >>> tells_series(tokens("Gold falls 2 pct"), ""), tells_series(tokens("Gold mine to cost 5 mln dollars"), "")
    (True, False)
    """
    texts = {token.text for token in words}
    if texts & SERIES or _has(_SERIES_HAN, headline):
        return True
    moved = texts & _MOVES
    return bool(moved and (_names_ware(words) or (texts & _UNITS and moved - _UNITS)))


def tells_strength(words: Sequence[Token], headline: str) -> bool:
    """Whether a headline is about an event that is measured, such as an earthquake."""
    return any(token.text in _MEASURED for token in words) or _has(_MEASURED_HAN, headline)


def _has(signs: re.Pattern[str], headline: str) -> bool:
    """Whether signs of Chinese, Japanese or Korean are in a headline; most headlines have no such sign at all."""
    return not headline.isascii() and bool(signs.search(headline))


def _names_ware(words: Sequence[Token]) -> bool:
    """Whether goods or a currency are named, and not an amount: "Dollar at", but not "5 dollars"."""
    return any(
        (token.text in _WARES or token.text.endswith(_PRICE)) and (at == 0 or words[at - 1].kind == "word")
        for at, token in enumerate(words)
    )
