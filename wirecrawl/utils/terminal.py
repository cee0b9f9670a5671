"""What a server sent never reaches a terminal raw: a control character there is an order to it."""

import logging
import re

_CONTROLS = re.compile("[\x7f-\x9f]")  # DEL and the C1 controls; those below 32 JSON escapes itself
_CONTROL_BYTES = re.compile(rb"\x7f|\xc2[\x80-\x9f]")  # the same in UTF-8


def printable(text: str) -> str:
    """A line for a terminal: no control character reaches it."""
    return "".join(c if c.isprintable() else "?" for c in text)


def escaped(json_text: str) -> str:
    r"""JSON that means the same, with no control character raw in it.

    >>> escaped('{"headline_raw": "\x9b31m"}')
    '{"headline_raw": "\\u009b31m"}'
    """
    return _CONTROLS.sub(lambda found: f"\\u{ord(found[0]):04x}", json_text)


def escaped_bytes(json_bytes: bytes) -> bytes:
    """As `escaped`, of JSON in UTF-8; a line without any such character is looked through and no more."""
    return escaped(json_bytes.decode()).encode() if _CONTROL_BYTES.search(json_bytes) else json_bytes


def plain_log() -> None:
    """Let no control character through to where the log goes. Scrapy sets the log up anew for each crawler."""
    for handler in logging.root.handlers:
        given = handler.formatter or logging.Formatter()
        handler.setFormatter(_PlainFormatter(given._fmt, given.datefmt))


class _PlainFormatter(logging.Formatter):
    """Log lines for a terminal: headers, addresses and messages of errors may hold what a server chose."""

    def format(self, record: logging.LogRecord) -> str:
        """The record; only its line feeds stay."""
        return "\n".join(printable(line) for line in super().format(record).split("\n"))
