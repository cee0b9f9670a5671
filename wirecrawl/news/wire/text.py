"""Removes control characters and folds white space; every string of the feed goes through this first."""

import re

# ECMA-48: CSI ... final byte; OSC, DCS, SOS, PM and APC strings up to BEL or ST; all other ESC sequences.
# If such a string never ends, only its first characters are removed, so that one stray byte cannot remove a story.
_ESCAPES = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*+[ -/]*+[@-~]?+"
    r"|(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x80-\x9f\n]*+(?:\x07|\x1b\\|\x9c)"
    r"|\x1b[ -/]*+[0-~]?+"
)
_SPACING = re.compile(r"[\t\v\f\r]")
_CONTROLS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")
# Soft hyphen, zero-width space, word joiner, byte order mark, and what turns the direction of text around, with which
# a headline can be shown as another. The joiners U+200C and U+200D stay: they spell Persian and Hindi.
_INVISIBLE = re.compile("[\xad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff]")


def clean_text(text: str) -> str:
    r"""Return ``text`` without escape sequences, control characters (all but ``\n``) and invisible characters.

    Tab, carriage return, form feed and vertical tab separate words, so each becomes a space; CR LF becomes a line feed.

    >>> clean_text("\x1b[31mQuake\x1b[0m\x00 hits\tChile")
    'Quake hits Chile'
    """
    if text.isprintable():  # true of nearly every headline: nothing that is removed is printable
        return text
    text = _ESCAPES.sub("", text)
    text = _SPACING.sub(" ", text.replace("\r\n", "\n"))
    return _INVISIBLE.sub("", _CONTROLS.sub("", text))


def fold_space(text: str) -> str:
    r"""Return ``text`` stripped, with one space for any amount of Unicode white space, no-break and ideographic too.

    >>> fold_space("  Quake\u00a0hits\n\u3000Chile ")
    'Quake hits Chile'
    """
    return " ".join(text.split())
