"""Text for a terminal: counts, tables, and lines without control characters, which a terminal would obey."""

import logging
import re
from collections.abc import Sequence

_CONTROLS = re.compile("[\x7f-\x9f]")  # DEL and the C1 controls; those below 32 JSON escapes itself
_CONTROL_BYTES = re.compile(rb"\x7f|\xc2[\x80-\x9f]")  # the same in UTF-8
_DEL, _BEFORE_C1 = b"\x7f", b"\xc2"

# What Python calls not printable and is only a space of its own width, or a joiner that spells Persian and Hindi.
_HARMLESS = frozenset("\xa0\u2002\u2003\u2009\u202f\u3000\u200c\u200d")
_NUMBER = re.compile(r"\d+|-")  # a dash stands for a number that is not known


def printable(text: str) -> str:
    """A line for a terminal, with a question mark for each control character."""
    return "".join(c if c.isprintable() or c in _HARMLESS else "?" for c in text)


def counted(number: int, noun: str) -> str:
    """A number with its noun, in the singular after 1.

    >>> counted(1, "update"), counted(0, "update"), counted(2, "story"), counted(2, "day")
    ('1 update', '0 updates', '2 stories', '2 days')
    """
    if number == 1:
        return f"1 {noun}"
    is_changed = noun.endswith("y") and not noun.endswith(("ay", "ey", "oy"))
    return f"{number} {noun[:-1]}ies" if is_changed else f"{number} {noun}s"


def aligned(rows: Sequence[Sequence[str]]) -> list[str]:
    """Lines of a table: each column as wide as its widest cell, numbers to the right and words to the left.

    >>> aligned([["agency", "new"], ["ap", "7"]])
    ['agency  new', 'ap        7']
    """
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    is_number = [all(_NUMBER.fullmatch(cell) for cell in column) for column in zip(*rows[1:], strict=True)]
    return ["  ".join(map(_padded, row, widths, is_number)).rstrip() for row in rows]


def _padded(cell: str, width: int, is_number: bool) -> str:
    return cell.rjust(width) if is_number else cell.ljust(width)


def escaped(json_text: str) -> str:
    r"""JSON that means the same, with no control character raw in it.

    >>> escaped('{"headline_raw": "\x9b31m"}')
    '{"headline_raw": "\\u009b31m"}'
    """
    return _CONTROLS.sub(lambda found: f"\\u{ord(found[0]):04x}", json_text)


def escaped_bytes(json_bytes: bytes) -> bytes:
    """As `escaped`, for JSON in UTF-8. A line without any such character is returned as it is."""
    # Nearly no line has one of the two bytes; to look for them takes a twentieth of the time of the pattern.
    if (_DEL in json_bytes or _BEFORE_C1 in json_bytes) and _CONTROL_BYTES.search(json_bytes):
        return escaped(json_bytes.decode()).encode()
    return json_bytes


def plain_log() -> None:
    """Let no control character reach the log. Call it for each crawler, since Scrapy sets the log up for each."""
    for handler in logging.root.handlers:
        if not isinstance(handler.formatter, _PlainFormatter):
            handler.setFormatter(_PlainFormatter(handler.formatter or logging.Formatter()))


class _PlainFormatter(logging.Formatter):
    """Log lines for a terminal: headers, addresses and messages of errors may hold what a server chose."""

    def __init__(self, given: logging.Formatter) -> None:
        super().__init__()
        self._given = given

    def format(self, record: logging.LogRecord) -> str:
        """The record as the given formatter writes it; of its control characters only line feeds stay."""
        return "\n".join(printable(line) for line in self._given.format(record).split("\n"))
