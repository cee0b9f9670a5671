"""White space and control characters: the first thing done to every string that enters the feed."""

import re

# ECMA-48: CSI ... final byte; OSC, DCS, SOS, PM and APC strings up to BEL or ST; all other ESC sequences.
# A string that never ends loses only its introducer, so that one stray byte cannot swallow a story.
_ESCAPES = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*+[ -/]*+[@-~]?+"
    r"|(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x80-\x9f\n]*+(?:\x07|\x1b\\|\x9c)"
    r"|\x1b[ -/]*+[0-~]?+"
)
_SPACING = re.compile(r"[\t\v\f\r]")
_CONTROLS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")
# Soft hyphen, zero-width space, word joiner, byte order mark; the joiners U+200C and U+200D spell Persian and Hindi.
_INVISIBLE = re.compile("[\xad\u200b\u2060\ufeff]")


def clean_text(text: str) -> str:
    r"""Return ``text`` without escape sequences, control characters (all but ``\n``) and invisible characters.

    Tab, carriage return, form feed and vertical tab part words, so they become a space (CR LF a line feed).

    >>> clean_text("\x1b[31mQuake\x1b[0m\x00 hits\tChile")
    'Quake hits Chile'
    """
    if text.isprintable():  # what is to be taken out is not; true of nearly every headline
        return text
    text = _ESCAPES.sub("", text)
    text = _SPACING.sub(" ", text.replace("\r\n", "\n"))
    return _INVISIBLE.sub("", _CONTROLS.sub("", text))


def fold_space(text: str) -> str:
    r"""Return ``text`` stripped, each run of Unicode white space (no-break and ideographic too) as one space.

    >>> fold_space("  Quake\u00a0hits\n\u3000Chile ")
    'Quake hits Chile'
    """
    return " ".join(text.split())
