"""Text for a terminal."""

import logging
from collections.abc import Iterator

import pytest

from wirecrawl.utils.terminal import aligned, plain_log


@pytest.fixture
def handler() -> Iterator[logging.Handler]:
    """A handler of the root logger, as Scrapy installs it."""
    own = logging.StreamHandler()
    own.setFormatter(logging.Formatter("{levelname}: {message}", style="{"))
    logging.root.addHandler(own)
    yield own
    logging.root.removeHandler(own)


def test_the_log_keeps_its_form_and_loses_control_characters(handler: logging.Handler) -> None:
    for _ in range(2):  # for a second crawler too
        plain_log()
    record = logging.LogRecord("a", logging.WARNING, "f", 1, "red \x1b[31m\nand more", None, None)
    assert handler.format(record) == "WARNING: red ?[31m\nand more"


def test_a_table_has_words_to_the_left_and_numbers_to_the_right() -> None:
    assert aligned([["agency", "new", "why"], ["ap", "7", "a reason"], ["xinhua", "-", ""]]) == [
        "agency  new  why",
        "ap        7  a reason",
        "xinhua    -",
    ]
