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
