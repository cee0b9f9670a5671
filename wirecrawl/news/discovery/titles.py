"""The words of a title, as feeds print them: escaped once or more, with HTML inside, with halves of surrogate pairs."""

import html
import re

_REFERENCE = re.compile(r"&(?:#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,7}|[A-Za-z][A-Za-z0-9]{1,31});")
_TAGS = re.compile(
    r"</?(?:(?P<breaking>br|p|div|li|ul|ol|h[1-6]|hr|tr|td)|a|abbr|b|big|cite|code|del|em|font|i|img|ins|mark|nobr|q|"
    r"s|small|span|strike|strong|style|sub|sup|time|tt|u|wbr)(?:[\s/][^<>]*)?>",
    re.IGNORECASE,
)
_UNSEEN = re.compile(
    r"<!--(?:.*?-->|.*\Z)|<(?P<name>script|style)(?:\s[^<>]*)?>(?:.*?</(?P=name)\s*+>|.*\Z)", re.DOTALL | re.IGNORECASE
)
_ESCAPES = 3  # how often a title may be escaped, one escape over the other


def plain_title(title: str) -> str:
    """A title without escapes and HTML; white space as it stands.

    >>> plain_title("&lt;b&gt;Urgent:&lt;/b&gt; Fish &amp;amp; chips, 1 &lt; 2")
    'Urgent: Fish & chips, 1 < 2'
    """
    for _ in range(_ESCAPES):
        if "<" in title:
            title = _TAGS.sub(lambda tag: " " if tag["breaking"] else "", _UNSEEN.sub("", title))
        if "&" not in title or (title := without_references(before := title)) == before:
            break
    return _TAGS.sub("", title) if "<" in title else title


def without_references(text: str) -> str:
    r"""A text with the characters that its references name. Two halves of a surrogate pair are one character.

    >>> without_references("&#8211; &nbsp; &#55357;&#56866; &#x110000; &unknown;")
    '– \xa0 😢 � &unknown;'
    """
    return without_surrogates(_REFERENCE.sub(lambda found: character(found[0]), text))


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
