"""Which headlines are of a series, and which tell of an event that is counted."""

import pytest

from wirecrawl.news.dedupe.words.series import tells_day, tells_series, tells_strength, tells_toll
from wirecrawl.news.dedupe.words.tokenizer import tokens


@pytest.mark.parametrize(
    "line",
    [
        "Tokyo stocks open 0.3 percent lower",
        "Gold falls 2 percent",
        "Oil prices rise on Monday",
        "Dollar at 112 yen",
        "Heavy rain expected in Reykjavik",
        "Quarterly profit of Volvo at 3 bln",
        "Ethanol gains 12 points",
        "Heizölpreis steigt",
        "沪深股市收盘",
        "코스피 상승",
        "北京今日气温 12 度",
    ],
)
def test_a_market_a_result_and_the_weather_are_series(line: str) -> None:
    assert tells_series(tokens(line), line)


@pytest.mark.parametrize(
    "line",
    [
        "Gold mine to cost 5 mln dollars",
        "Council votes for a new school",
        "Minister falls from horse",
        "Company gains 5 dollars",  # an amount, not money that moves
        "Talks open",
        "Team has 12 points",
    ],
)
def test_other_headlines_are_none(line: str) -> None:
    assert not tells_series(tokens(line), line)


@pytest.mark.parametrize(
    ("line", "tells"),
    [
        ("45 killed in blast", True),
        ("Toll of ferry accident rises", True),
        ("12 heridos en Lima", True),
        ("雅典火灾致 3 死", True),
        ("서울서 3명 부상", True),
        ("Council votes for a new school", False),
    ],
)
def test_an_event_with_its_dead_or_hurt_is_told_by_its_words(line: str, tells: bool) -> None:
    assert tells_toll(tokens(line), line) is tells


@pytest.mark.parametrize(
    ("line", "tells"),
    [
        ("12 new cases in Oslo", True),
        ("4 new infections in Oslo", True),
        ("30 die in past 24 hours", True),
        ("30 die in the past day", True),
        ("12 cases in Oslo", False),
        ("New school in Oslo", False),
    ],
)
def test_the_count_of_a_day_is_told_by_two_words(line: str, tells: bool) -> None:
    assert tells_day(tokens(line)) is tells


@pytest.mark.parametrize(
    ("line", "tells"),
    [("5.6-magnitude quake hits Chile", True), ("智利发生地震", True), ("Terremoto en Chile", True), ("Rain", False)],
)
def test_a_quake_is_measured(line: str, tells: bool) -> None:
    assert tells_strength(tokens(line), line) is tells
