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
# What turns the direction of text around, with which a headline can be shown as another, and what no script needs: soft
# hyphen, zero-width space, word joiner, invisible operators, obsolete controls, annotations, byte order mark, tags,
# which can hide a text in a text, and code points that are no characters. The marks U+061C, U+200E and U+200F go too:
# they spell nothing, they only move punctuation and numbers between words of two directions, and a headline with one is
# another string than the same headline without it. What spells a script stays: the joiners U+200C and U+200D of Persian
# and Hindi, the signs of Arabic numbers, Mongolian selectors. A flag of a region (the group) is spelled with tags.
_INVISIBLE = re.compile(
    "[\xad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufdd0-\ufdef\ufeff\ufff9-\ufffb\ufffe\uffff]"
)
_FAR = re.compile("[\U0001fffe-\U0010ffff]")  # nearly no text has any; a pattern of what is removed there is slow
_ENDS = "".join(f"{chr(plane | 0xFFFE)}{chr(plane | 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000))
_INVISIBLE_FAR = re.compile(
    f"(\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{{3,6}}\U000e007f)|[\U000e0000-\U000e007f{_ENDS}]"
)


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
    text = _INVISIBLE.sub("", _CONTROLS.sub("", text))
    return _INVISIBLE_FAR.sub(r"\1", text) if _FAR.search(text) else text


def fold_space(text: str) -> str:
    r"""Return ``text`` stripped, with one space for any amount of Unicode white space, no-break and ideographic too.

    >>> fold_space("  Quake\u00a0hits\n\u3000Chile ")
    'Quake hits Chile'
    """
    if text.isprintable() and "  " not in text and text == text.strip():  # no printable white space but single spaces
        return text
    return " ".join(text.split())
