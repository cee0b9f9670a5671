"""Block keys: like headlines and like texts share some, others share none."""

import pytest

from wirecrawl.news.dedupe.words.blocks import headline_keys, printed_words, text_keys
from wirecrawl.news.dedupe.words.tokenizer import tokens

LINE = "Rescuers search collapsed factory for 45 missing workers in Dhaka suburb"
TEXT = " ".join(f"word{n}" for n in range(60))


def keys(line: str) -> set[int]:
    return set(headline_keys(tokens(line)))


@pytest.mark.parametrize(
    "other",
    [
        LINE.replace("45", "48"),
        "Rescuers search collapsed factory for",
        LINE.replace("Rescuers", "Police"),
        LINE + " on Monday",
        LINE.replace("workers", "worker"),
    ],
)
def test_like_headlines_share_a_key(other: str) -> None:
    assert keys(LINE) & keys(other)


def test_short_words_that_are_added_leave_the_keys_of_the_long_ones() -> None:
    line = "Extraordinary parliamentary commission investigates accident"
    assert keys(line) == keys(f"{line} in May of it all")


def test_unlike_headlines_share_none() -> None:
    assert not keys(LINE) & keys("Parliament of Iceland votes on budget after night of debate")


@pytest.mark.parametrize(("line", "count"), [(LINE, 5), ("Rain falls soon", 2), ("Rain falls", 1), ("Rain", 1)])
def test_a_headline_has_five_keys_and_a_short_one_fewer(line: str, count: int) -> None:
    assert len(headline_keys(tokens(line))) == count


def test_the_order_of_words_behind_the_first_four_changes_no_key() -> None:
    assert keys(LINE) == keys("Rescuers search collapsed factory in Dhaka suburb for 45 missing workers")


def test_headlines_in_scripts_without_spaces_share_keys_by_pairs_of_characters() -> None:
    one, other = keys("冰岛首都连续九天降雨交通受阻"), keys("快讯冰岛首都连续九天降雨交通受阻")
    assert one & other
    assert not one & keys("央行宣布下调存款准备金率")


def test_the_keys_of_every_headline_fit_the_ledger() -> None:
    assert all(0 <= key < 1 << 63 for key in (*keys(LINE), *text_keys(TEXT)))


def test_a_text_has_twelve_keys_of_four_words_in_a_row_and_a_short_one_fewer() -> None:
    assert (len(text_keys(TEXT)), list(text_keys(TEXT))) == (12, sorted(text_keys(TEXT)))
    assert len(text_keys("one two three four five")) == 2
    assert len(text_keys("one two three four")) == 1
    assert len(text_keys("one two")) == 1
    assert text_keys("") == ()


def test_texts_that_share_most_of_their_words_share_keys_and_others_none() -> None:
    assert len(set(text_keys(TEXT)) & set(text_keys(TEXT + " and more words at its end"))) >= 9
    assert text_keys(TEXT.upper()) == text_keys(TEXT)
    assert not set(text_keys(TEXT)) & set(text_keys(" ".join(f"other{n}" for n in range(60))))


def test_printed_words_are_folded_and_han_is_read_by_character() -> None:
    assert printed_words("Ｒain in 2026, 雨が降る") == ["rain", "in", "2026", "雨", "が", "降", "る"]
