"""The words of a title, as feeds print them: escaped once or more, with HTML inside, with halves of surrogate pairs."""

import re

from wirecrawl.news.markup.references import without_references

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
