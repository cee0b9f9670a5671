"""What holds for every line of every agency: nothing is lost, marks are read once, hostile lines cost little."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wirecrawl.items import Marks
from wirecrawl.news.wire import all_tables, clean_text, fold_space, parse_headline, table

COMMON = [
    "text",
    "Text",
    ":",
    "-",
    " - ",
    "--",
    "/",
    "|",
    "(",
    ")",
    "[",
    "]",
    "+",
    " =",
    "...",
    "…",
    " ",
    "  ",
    "\n",
    ",",
]
COMMON += [
    "BC-",
    "AP-",
    "US--",
    ",466",
    "<A.B>",
    "1st Ld",
    "-Writethru",
    "(2)",
    "(update)",
    "++",
    "///",
    "\x1b[31m",
    "\x00",
]


def pieces(agency: str) -> list[str]:
    """The words of a table, its slots filled, between marks that all tables know."""
    rules = table(agency)
    words = [*rules.stages, *rules.labels, *rules.later_labels, *rules.ends, *rules.end_labels, *rules.sites]
    filled = [re.sub(r"\{nth\}", "2nd", re.sub(r"\{n\}", "3", word.replace("{words}", "Nari"))) for word in words]
    return COMMON + filled + list(rules.joiners)


@pytest.mark.parametrize("agency", all_tables())
@settings(max_examples=100)
@given(data=st.data())
def test_every_line_is_kept_whole_and_read_once(agency: str, data: st.DataObject) -> None:
    raw = data.draw(st.lists(st.sampled_from(pieces(agency)), max_size=16).map("".join))
    parsed = parse_headline(raw, table(agency))
    folded = fold_space(clean_text(raw))
    assert parsed.prefix + parsed.headline + parsed.suffix == folded
    assert bool(parsed.headline) == bool(folded)
    again = parse_headline(parsed.headline, table(agency))
    assert (again.headline, again.marks, again.stage) == (parsed.headline, Marks(), "")


@pytest.mark.parametrize("agency", all_tables())
def test_hundred_kilobytes_of_marks_are_text(agency: str) -> None:
    rules, front = table(agency), next(iter(table(agency).stages), "Urgent")
    joiner = next(iter(rules.joiners), " ")
    for hostile in (
        f"{front}{joiner}",
        f"({front})",
        f"{joiner}{front}",
        " ...",
        "<A.B>",
        " (2)",
        "".join(pieces(agency)),
    ):
        raw = hostile * (100_000 // len(hostile))
        parsed = parse_headline(raw, rules)
        assert parsed.prefix + parsed.headline + parsed.suffix == fold_space(clean_text(raw))
