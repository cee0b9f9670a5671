import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wirecrawl.news.wire import clean_text, fold_space

CONTROLS = "\x1b\x9b\x9c\x9d\x90\x07\x00[]m;31\\ \n\r\tAé新\xad\u200b\ufeff"
CONTROL_HEAVY = st.text(st.sampled_from(CONTROLS), max_size=60)


@pytest.mark.parametrize(
    ("dirty", "clean"),
    [
        ("\x1b[1;31mUrgent\x1b[0m: quake", "Urgent: quake"),
        ("\x9b31mUrgent", "Urgent"),
        ("\x1b]0;window title\x07Quake", "Quake"),
        ("\x1b]8;;http://a.example\x1b\\Quake", "Quake"),
        ("\x9d0;title\x9cQuake", "Quake"),
        ("\x1bPdevice string\x1b\\Quake", "Quake"),
        ("\x1b(BQuake", "Quake"),
        ("Quake\x00\x07\x7f hits", "Quake hits"),
        ("co\xadoper\u200bate\ufeff", "cooperate"),
        ("pay \u202etxt.exe\u202c now", "pay txt.exe now"),
        ("a\u2066b\u2069c\u200fd\u061ce", "abcde"),
        ("f\u2061g\u2063h\u206fi\ufff9j\ufffb", "fghij"),
        ("no\ufdd0 char\U0001fffeac\U0010ffffters\uffff", "no characters"),
        ("hidden\U000e0001\U000e0068\U000e0069\U000e007f text", "hidden text"),
        ("\U0001f3f4" + "\U000e0061" * 40, "\U0001f3f4"),  # no flag is so long
        ("one\ntwo\r\nthree", "one\ntwo\nthree"),
        ("cell\tcell", "cell cell"),
    ],
)
def test_escape_sequences_and_controls_leave_no_trace(dirty: str, clean: str) -> None:
    assert clean_text(dirty) == clean


@pytest.mark.parametrize(
    "text",
    [
        "می\u200cخواهم",  # Persian, spelled with a non-joiner
        "क्\u200dष",  # Hindi, with a joiner
        "\u0600123",  # the sign of an Arabic number
        "ᠠ\u180bᠡ\u180e",  # Mongolian
        "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f won",  # the flag of Scotland
        "\U0001f468\u200d\U0001f469 ❤\ufe0f \U00020000",
    ],
)
def test_signs_that_spell_something_stay(text: str) -> None:
    assert clean_text(text) == text


def test_a_sequence_that_never_ends_does_not_swallow_the_story() -> None:
    assert clean_text("\x1b]0;Quake hits Chile\nSecond line") == "0;Quake hits Chile\nSecond line"
    assert clean_text("\x1b[31") == ""


def test_all_unicode_white_space_folds_to_one_space() -> None:
    assert fold_space("\u3000新华社\u00a0\u2009北京 \n\t电\u2003") == "新华社 北京 电"


@given(st.one_of(st.text(), CONTROL_HEAVY))
def test_clean_text_is_final_and_free_of_controls(text: str) -> None:
    clean = clean_text(text)
    assert clean_text(clean) == clean
    assert all(char == "\n" or unicodedata.category(char) != "Cc" for char in clean)
