"""The difference of two texts, as `verify`, `drift` and `explain` print it."""

import pytest

from wirecrawl.audit.paragraph_diff import paragraph_diff


@pytest.mark.parametrize(
    ("before", "after", "difference"),
    [
        (["a", "b"], ["a", "b"], []),
        (["a", "b", "c"], ["a", "c"], [("-", "b")]),
        (
            ["-- a dateline", "++ a sum", "@@ a name"],
            [],
            [("-", "-- a dateline"), ("-", "++ a sum"), ("-", "@@ a name")],
        ),
        ([], ["-- a dateline"], [("+", "-- a dateline")]),
    ],
)
def test_every_paragraph_that_went_or_came_is_in_it(
    before: list[str], after: list[str], difference: list[tuple[str, str]]
) -> None:
    assert list(paragraph_diff(before, after)) == difference


def test_of_very_many_paragraphs_all_went_and_all_came() -> None:
    many = [str(number % 7) for number in range(6_000)]
    difference = list(paragraph_diff(many, many[1:]))
    assert [paragraph for sign, paragraph in difference if sign == "-"] == many
    assert [paragraph for sign, paragraph in difference if sign == "+"] == many[1:]
