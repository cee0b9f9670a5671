"""Keys under which headlines and texts are the same."""

import pytest

from wirecrawl.news.dedupe.words.keys import fold, headline_key, text_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("45 killed in car bomb", "45 Killed in Car-Bomb".replace("-", " ")),
        ("45 killed in car bomb", "  45 killed, in car bomb! "),
        ("1,250 dead", "1250 dead"),
        ("ＮＡＴＯ ５％", "NATO 5%"),
        ("China's plan", "Chinas plan"),
        ("Straße", "STRASSE"),
    ],
)
def test_case_width_and_signs_that_say_nothing_are_folded(one: str, other: str) -> None:
    assert headline_key(one) == headline_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Index +5", "Index -5"),
        ("Rate of 2.5", "Rate of 25"),
        ("Match ends 1:0", "Match ends 10"),
        ("Year 2025/26", "Year 202526"),
        ("1,25 dead", "1,250 dead"),
        ("man made rain", "manmade rain"),
        ("चि", "च"),  # a vowel sign is a mark, not a sign that says nothing
    ],
)
def test_signs_that_carry_meaning_keep_headlines_apart(one: str, other: str) -> None:
    assert headline_key(one) != headline_key(other)


def test_labels_are_part_of_the_key_and_a_headline_of_signs_is_its_own() -> None:
    assert headline_key("Rain", ["Roundup", "News Focus"]) == "roundup|newsfocus|rain"
    assert headline_key("???") == "???"
    assert headline_key("???") != headline_key("!!!")


def test_a_text_has_one_key_over_its_spacing_and_case_and_none_without_letters() -> None:
    assert text_key("It rained.\n\nIt stopped.") == text_key("IT RAINED.  It stopped")
    assert text_key("It rained.") != text_key("It rains.")
    assert text_key(" \n — ") is None


@pytest.mark.parametrize(
    ("text", "folded"),
    [("U.S. stocks, up  5％!", "usstocksup5"), ("(+5)", "+5"), ("x+5", "x5"), ("a_b", "ab"), ("", "")],
)
def test_a_folded_text_has_letters_digits_and_signs_before_numbers(text: str, folded: str) -> None:
    assert fold(text) == folded
