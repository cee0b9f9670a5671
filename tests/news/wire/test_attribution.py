"""The source at the end of a headline: found where it is one, not guessed where it may be part of a name."""

import pytest

from wirecrawl.news.wire import table
from wirecrawl.news.wire.attribution import attribution

SAID = "Fed could ditch flawed forecasts of rates"


@pytest.mark.parametrize(
    ("headline", "source"),
    [
        (f"{SAID}: police", "police"),
        (f"{SAID}: foreign ministry spokesperson", "foreign ministry spokesperson"),
        (f"{SAID}: Canadian foreign ministry spokesperson", "Canadian foreign ministry spokesperson"),
        (f"{SAID}: Fisher", "Fisher"),
        (f"{SAID}: Richard W. Fisher", "Richard W. Fisher"),
        ("Two killed: police", "police"),  # a word for a source needs two words before it
        ("Rates could rise soon: Fisher", "Fisher"),  # a name needs four
    ],
)
def test_a_source_behind_the_last_colon_is_found(headline: str, source: str) -> None:
    assert attribution(headline, table("xinhua")) == source


@pytest.mark.parametrize(
    "headline",
    [
        SAID,
        f"{SAID}:",
        "Killed: police",
        "Rates could rise: Fisher",  # three words, as a lead-in has
        "Chinese Super League: Evergrande",
        f"{SAID}: the man from Canada who said",
        f"{SAID}: Canadian foreign trade ministry spokesperson",  # five words
        f"{SAID}: yesterday police",  # a small word that is no part of a source
        f"{SAID}: Fisher says",
        "Fed Could Ditch Flawed Forecasts Of Rates: Fisher",  # capitals name nobody here
        "Fed Moves from Rates Amid Talks: Fisher",  # these small words stand in titles too
        "Fed To Do As It Can: Fisher",  # and no short word tells
    ],
)
def test_what_may_be_something_else_is_no_source(headline: str) -> None:
    assert attribution(headline, table("xinhua")) is None


@pytest.mark.parametrize(
    ("headline", "source"),
    [
        (f"{SAID} -Fisher", "Fisher"),
        ("Airline to pay for crash probe-WHO", "WHO"),
        ("Japan to hold a vote in 2017-Kyodo", "Kyodo"),
        ("Two to leave the bank of ex-Goldman", None),
        ("Many fly to the new Asia-Pacific", None),
        ("The bank will now buy up-Fisher", None),  # fewer than three letters
        ("The bank will now buy cars-Fisher", "Fisher"),
        ("Sales fall in the year 17-Fisher", None),
        ("Sales fall in the year 2017-Fisher", "Fisher"),
        ("Sales of cars fall in anti-WHO", None),
    ],
)
def test_a_hyphen_joins_a_source_only_to_a_plain_word_or_a_year(headline: str, source: str | None) -> None:
    assert attribution(headline, table("reuters")) == source
