"""Characters that every format can hold, beside JSON, which can escape the others."""

import re

# All but the characters of XML 1.0, and of these without carriage return, DEL and the C1 controls.
_UNWRITABLE = re.compile("[^\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def writable(text: str) -> str:
    r"""A text with U+FFFD for each control character, lone surrogate and code point that is no character.

    A terminal obeys the first, UTF-8 cannot hold the second, and XML allows none of them, not even escaped.

    >>> writable("Quake \x1b[31mhits\x1b[0m Chile")
    'Quake �[31mhits�[0m Chile'
    """
    return _UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", text)
