"""Character references that are left in a text: what was escaped once more than it is read."""

import html
import re

_REFERENCE = re.compile(r"&(?:#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,7}|[A-Za-z][A-Za-z0-9]{1,31});")


def without_references(text: str) -> str:
    r"""A text with the characters that its references name. Two halves of a surrogate pair are one character.

    >>> without_references("&#8211; &nbsp; &#55357;&#56866; &#x110000; &unknown;")
    '– \xa0 😢 � &unknown;'
    """
    return without_surrogates(_REFERENCE.sub(lambda found: character(found[0]), text)) if "&" in text else text


def character(reference: str) -> str:
    """What a character reference names, as browsers read it; half a surrogate pair as it is."""
    if reference[1] == "#":
        number = int(reference[3:-1], 16) if reference[2] in "xX" else int(reference[2:-1])
        if 0xD800 <= number <= 0xDFFF:
            return chr(number)
    return html.unescape(reference)


def without_surrogates(text: str) -> str:
    """A text whose pairs of surrogates are the characters that they mean, and single ones U+FFFD."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
