import unicodedata

import pytest
from hypothesis import given, settings
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
        ("one\ntwo\r\nthree", "one\ntwo\nthree"),
        ("cell\tcell", "cell cell"),
    ],
)
def test_escape_sequences_and_controls_leave_no_trace(dirty: str, clean: str) -> None:
    assert clean_text(dirty) == clean


def test_a_sequence_that_never_ends_does_not_swallow_the_story() -> None:
    assert clean_text("\x1b]0;Quake hits Chile\nSecond line") == "0;Quake hits Chile\nSecond line"
    assert clean_text("\x1b[31") == ""


def test_all_unicode_white_space_folds_to_one_space() -> None:
    assert fold_space("\u3000新华社\u00a0\u2009北京 \n\t电\u2003") == "新华社 北京 电"


@settings(deadline=None)
@given(st.one_of(st.text(), CONTROL_HEAVY))
def test_clean_text_is_final_and_free_of_controls(text: str) -> None:
    clean = clean_text(text)
    assert clean_text(clean) == clean
    assert all(char == "\n" or unicodedata.category(char) != "Cc" for char in clean)
