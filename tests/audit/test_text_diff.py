"""What a version changed: whole paragraphs, and the words of those that stayed in part."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wirecrawl.audit.text_diff import ParagraphChange, compare_texts, compare_words

TEXTS = st.lists(st.text("ab c.日\u3000é", min_size=1, max_size=12).filter(str.strip), max_size=6).map("\n\n".join)


def shown(before: str, after: str) -> str:
    forms = {"": "{}", "-": "[-{}-]", "+": "{{+{}+}}"}
    return "".join(forms[words.change].format(words.text) for words in compare_words(before, after))


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ("Three people were found.", "Five people were found.", "[-Three -]{+Five +}people were found."),
        ("He paid 1,200 yuan", "He paid 1,300 yuan", "He paid [-1,200 -]{+1,300 +}yuan"),
        ("三人在北京被发现。", "五人在上海被发现。", "[-三-]{+五+}人在[-北京-]{+上海+}被发现。"),
        ("the old man of Rome", "a new man in Rome", "[-the old man of -]{+a new man in +}Rome"),
        ("Rain fell", "Rain fell again", "Rain fell {+again+}"),
        ("", "Rain", "{+Rain+}"),
        ("Rain", "", "[-Rain-]"),
        ("مطر غزير في القاهرة", "مطر خفيف في القاهرة", "مطر [-غزير -]{+خفيف +}في القاهرة"),
    ],
)
def test_words_that_were_removed_and_added_are_marked(before: str, after: str, words: str) -> None:
    assert shown(before, after) == words


def test_a_paragraph_that_was_changed_is_not_one_removed_and_one_added() -> None:
    before = "It was cold on Monday.\n\nThree people were found by the police.\n\nMore to come.\n\nThe mayor spoke."
    after = "Five people were found by the police.\n\nThe search goes on.\n\nThe mayor spoke."
    assert [(one.change, one.text) for one in compare_texts(before, after)] == [
        ("-", "It was cold on Monday."),
        ("~", "Three Five people were found by the police."),
        ("-", "More to come."),
        ("+", "The search goes on."),
        ("", "The mayor spoke."),
    ]


@given(TEXTS, TEXTS)
def test_both_texts_can_be_read_from_the_difference(before: str, after: str) -> None:
    found = compare_texts(before, after)
    assert read(found, "-") == letters(before)
    assert read(found, "+") == letters(after)


def letters(text: str) -> list[str]:
    """The paragraphs of a text without their spaces, which a difference does not show."""
    return ["".join(part.split()) for part in text.split("\n\n") if part]


def read(found: list[ParagraphChange], own: str) -> list[str]:
    """The paragraphs of one of the two texts, as a difference has them."""
    parts = [one for one in found if one.change in ("", "~", own)]
    texts = ["".join(words.text for words in one.words if words.change in ("", own)) for one in parts]
    return letters("\n\n".join(texts))


def test_texts_that_are_too_long_to_compare_are_shown_whole() -> None:
    a, b = ("\n\n".join(f"{letter}{number}" for number in range(4_100)) for letter in "ab")
    assert [one.change for one in compare_texts(a, b)] == ["-"] * 4_100 + ["+"] * 4_100
    a, b = ("\n\n".join(f"{number} is a number {letter}" for number in range(600)) for letter in "ab")
    assert {one.change for one in compare_texts(a, b)} == {"-", "+"}
    assert [one.change for one in compare_words("a " * 10_001, "b " * 10_001)] == ["-", "+"]
