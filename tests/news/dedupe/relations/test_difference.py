"""How two sequences of words differ: forms of one word are none, figures and names are told apart."""

import pytest

from wirecrawl.news.dedupe.relations.difference import (
    ComparedText,
    Difference,
    common,
    compare,
    is_known,
    typing_error,
    variants,
)
from wirecrawl.news.dedupe.words.token import Token
from wirecrawl.news.dedupe.words.tokenizer import tokens


def compared(one: str, other: str) -> Difference:
    return compare(tuple(tokens(one)), tuple(tokens(other)))


def word(line: str) -> Token:
    (token,) = tokens(line)
    return token


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Calif. town floods", "California town floods"),
        ("Talks in Muller hall", "Talks in Mueller hall"),
        ("SW town floods", "southwestern town floods"),
        ("Town in N. Norway floods", "Town in northern Norway floods"),
        ("Talks with IMF end", "Talks with International Monetary Fund end"),
        ("An airbase floods", "An air base floods"),
        ("A househould floods", "A household floods"),
        ("Minister says town floods", "Minister: town floods"),
    ],
)
def test_another_form_of_a_word_is_no_difference(one: str, other: str) -> None:
    assert compared(one, other).same
    assert compared(other, one).same


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ca. town floods", "California town floods"),  # two letters begin too many words
        ("Calif town floods", "California town floods"),
        ("Talks with imf end", "Talks with International Monetary Fund end"),
        ("Minister says town floods", "Minister town floods"),
        ("Hunan farms flood", "Henan farms flood"),
    ],
)
def test_another_word_is_one(one: str, other: str) -> None:
    assert not compared(one, other).same


def test_figures_are_compared_in_place_and_identities_by_name() -> None:
    assert compared("45 killed in Iraq", "48 killed in Iraq").figures == [("45", "48")]
    assert compared("Search for MH370 goes on", "Search for MH371 goes on").identities == [("mh370", "mh371")]


def test_similarity_counts_the_words_in_common_and_not_the_figures_that_changed() -> None:
    found = compared("45 killed in Iraq blast", "48 killed in Iraq market blast")
    assert (found.matched, found.lengths, len(found.left)) == (5, (5, 6), 1)
    assert (found.overlap, round(found.similarity, 3)) == (1.0, round(2 * 4 / 11, 3))
    assert Difference().similarity == 0.0
    assert common(tuple(tokens("45 killed in Iraq")), tuple(tokens("48 hurt in Iraq"))) == 3


def test_a_figure_that_the_other_text_takes_for_a_name_is_compared_as_one() -> None:
    one, other = (ComparedText(tokens(line)) for line in ("Some 11 craft wait", "Crews see Shenzhou 11 craft wait"))
    assert [sorted(found) for found in (one.figures, one.names, other.figures, other.names)] == [["11"], [], [], ["11"]]
    assert compare(one, other).figures == compare(tuple(one), tuple(other)).figures == []


def test_the_comparison_ends_where_enough_is_known() -> None:
    one, other = "Rain falls on town and wind blows", "Snow falls on city and wind rests"
    whole = compared(one, other)
    part = compare(tuple(tokens(one)), tuple(tokens(other)), lambda found: bool(found.left))
    assert (len(part.left), len(whole.left)) == (1, 3)


@pytest.mark.parametrize(
    ("one", "other", "mistyped"),
    [
        ("household", "househould", True),
        ("committee", "committe", True),
        ("cats", "cast", False),  # both are words
        ("qzxv", "qzxw", False),  # neither is
        ("horse", "house", False),
        ("rain", "rein", False),
        ("Brevik", "Brevig", False),  # two names
        ("minister", "minsiter", True),
        ("Minister", "Minsiter", True),  # letters that changed places, a name or not
        ("household", "househoulds", False),  # two edits
        ("the", "teh", False),  # too short
    ],
)
def test_a_typing_error_is_one_edit_between_a_word_and_no_word(one: str, other: str, mistyped: bool) -> None:
    assert typing_error(word(one) if one != "the" else Token("the", "word", "the"), word(other)) is mistyped


def test_a_long_word_that_opens_a_sentence_is_no_name() -> None:
    one, other = word("Government"), word("Goverment")
    assert typing_error(one, other, opening=True)
    assert not typing_error(one, other)
    assert not variants((one,), (), opening=True)


@pytest.mark.parametrize(
    ("entry", "known"), [("household", True), ("househould", False), ("gobierno", True), ("", False)]
)
def test_dictionaries_know_words_of_four_languages(entry: str, known: bool) -> None:
    assert is_known(entry) is known
