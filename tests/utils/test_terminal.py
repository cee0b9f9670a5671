"""What a server sent reaches no terminal as an order to it."""

import io
import json
import logging
from collections.abc import Iterator

import pytest

from wirecrawl.utils.terminal import aligned, escaped, escaped_bytes, plain_log, printable

HOSTILE = "red \x1b[31m, bell \x07, C1 \x9b31m, turned \u202e round, two\nlines"


def test_a_printed_line_has_no_character_that_a_terminal_obeys() -> None:
    assert printable(HOSTILE) == "red ?[31m, bell ?, C1 ?31m, turned ? round, two?lines"
    assert printable("雨 é – plain\u3000\xa0") == "雨 é – plain\u3000\xa0"


@pytest.mark.parametrize("character", ["\x7f", "\x80", "\x9b", "\x9f"])
def test_json_is_escaped_and_means_the_same(character: str) -> None:
    value = {"headline_raw": f"Rain{character}雨\xa0~"}
    text = json.dumps(value, ensure_ascii=False)
    assert character not in escaped(text)
    assert json.loads(escaped(text)) == value
    assert escaped_bytes(text.encode()) == escaped(text).encode()


def test_a_line_without_such_characters_stays_as_it_is() -> None:
    line = '{"headline": "雨 é\xa0~"}'
    assert (escaped(line), escaped_bytes(line.encode())) == (line, line.encode())


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """A log at the root, as Scrapy sets one up."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(logging.Formatter("[%(name)s] %(message)s"))
    logging.root.addHandler(handler)
    yield stream
    logging.root.removeHandler(handler)


def test_the_log_is_printable_and_keeps_its_form_and_its_lines(log: io.StringIO) -> None:
    for _ in range(2):  # for a second crawler too
        plain_log()
    logging.getLogger("site").error("a\x1b[31m\nb\x9b")
    assert log.getvalue() == "[site] a?[31m\nb?\n"


def test_a_table_has_words_to_the_left_and_numbers_to_the_right() -> None:
    assert aligned([["agency", "new", "why"], ["ap", "7", "a reason"], ["xinhua", "-", ""]]) == [
        "agency  new  why",
        "ap        7  a reason",
        "xinhua    -",
    ]
