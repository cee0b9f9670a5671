"""Proposes short and stable selectors: ids, classes and attributes that a person named, never positions in the tree.

It ignores a class that a build tool generated (css-1x2y3z, Body__a1B2c), one that describes the look (mt-4, col-md-8),
and one with a number of this one page (post-41877).
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from lxml import etree, html

from wirecrawl.news.markup.select import elements

_NAME = re.compile(r"[A-Za-z][\w-]{1,40}")
_MADE_UP = re.compile(
    r"(?:css|sc|jsx?|jss|emotion|styled|svelte|astro|chakra|Mui\w+|wp-image|ember|react)-.*|.*\d{3}.*"
)
# CSS modules: Body_text__a1B2c, Byline-byline-1sVmo. A person wrote the part before the hash.
_MODULE = re.compile(
    r"([A-Za-z][\w-]{2,30}?(?:__|_))(?=[\w-]*[\dA-Z])[\w-]{5,8}"
    r"|([A-Za-z][\w-]{2,30}?-)(?=[A-Za-z\d]*\d|[A-Za-z\d]+[A-Z])[A-Za-z\d]{5}"
)
# gHSkdP, the name of generated style; longer words (topStory) and words of _MEANING (artBody) are stable.
_STYLED = re.compile(r"(?=[a-zA-Z]*[a-z][A-Z])[a-zA-Z]{5,7}")
_LOOK = re.compile(
    r"(?:[mp][trblxy]?|w|h|gap|grid|col|row|flex|font|bg|border|rounded|shadow|items|justify|leading|tracking|align|"
    r"order|is|has|js|float|pull|clear|d|position|overflow|max|min|space|text|size|wp|no)-.{1,20}|"
    r"(?:row|col|container|wrapper|inner|outer|clearfix|cf|left|right|center|block|flex|grid|hidden|relative|prose|"
    r"active|wrap|box|col\d{1,2}|w\d{1,3}|h\d|p\d{1,2}|m[tb]\d{1,2}|group|lead|small|bold|mb|mt|italic|underline|"
    r"app|root|page|site|uppercase|truncate|collapse|show|visible|open|static|fixed|absolute|sticky|inline|section|first|last|odd|even)",
    re.IGNORECASE,
)
_MEANING = re.compile(
    r"article|story|body|content|text|entry|post|news|detail|headline|title|date|time|publi|author|byline|writer|"
    r"related|share|caption|advert|promo|tags|more|meta|info|editor",
    re.IGNORECASE,
)
_ATTRIBUTES = ("itemprop", "data-testid", "data-component")
_OWN_TAGS = frozenset(("article", "main", "time", "aside"))  # tags of which a page has few
_MOST_NAMES = 30  # of an element that are tried: each is looked for in the whole page
_LEVELS = 6  # ancestors whose names are tried for an element without a name


def selector_for(element: Any, tree: html.HtmlElement) -> str | None:
    """Return the shortest stable selector that matches this element of the page and no other; None if there is none.

    >>> page = html.fromstring("<div id='x41877'><p class='mt-4 lead-text'>A</p><p>B</p></div>")
    >>> selector_for(page[0], page), selector_for(page[1], page)
    ('.lead-text', None)
    """
    own = list(islice(names(element), _MOST_NAMES))
    for selector in own:
        if is_only(tree, selector, element):
            return selector
    for ancestor in list(element.iterancestors())[:_LEVELS]:
        for holder in (name for name in islice(names(ancestor), _MOST_NAMES) if is_only(tree, name, ancestor)):
            for joint in (" ", " > "):
                for selector in [*own, element.tag]:
                    if is_only(tree, f"{holder}{joint}{selector}", element):
                        return f"{holder}{joint}{selector}"
    return None


def is_only(tree: html.HtmlElement, selector: str, element: Any) -> bool:
    """Whether a selector matches this element of the page and no other."""
    return list(elements(tree, (selector,))) == [element]


def names(element: Any) -> Iterator[str]:
    """Yield selectors for an element by its own tag, ids, classes and attributes, the most meaningful first."""
    if not isinstance(element.tag, str):
        return
    words = [word for word in (element.get("class") or "").split() if is_stable(word)]
    own_id = element.get("id") or ""
    ids = [f"#{own_id}"] if is_stable(own_id) else []
    classes = [f".{word}" for word in words]
    named = [selector for selector in (*ids, *classes) if _MEANING.search(selector)]
    yield from ("h1",) if element.tag == "h1" else ()  # a page has one, or classes distinguish them
    yield from named
    yield from _attributes(element)
    if element.tag in _OWN_TAGS:
        yield element.tag
    yield from (selector for selector in (*ids, *classes) if selector not in named)
    yield from _modules(element)


def _attributes(element: etree._Element) -> Iterator[str]:
    for name in _ATTRIBUTES:
        value = element.get(name) or ""
        if _NAME.fullmatch(value) and not _MADE_UP.fullmatch(value):
            yield f"[{name}={value}]"


def _modules(element: etree._Element) -> Iterator[str]:
    """Yield selectors for the stable part of generated classes: Body_text__ of Body_text__a1B2c."""
    for word in (element.get("class") or "").split():
        if found := _MODULE.fullmatch(word):
            yield f"[class*={found[1] or found[2]}]"


def is_stable(word: str) -> bool:
    """Whether a person chose an id or a class for what the element means.

    >>> is_stable("story-body"), is_stable("css-1x2y3z"), is_stable("mt-4")
    (True, False, False)
    """
    return bool(
        _NAME.fullmatch(word)
        and not _MADE_UP.fullmatch(word)
        and not _MODULE.fullmatch(word)
        and not _LOOK.fullmatch(word)
        and not re.search(r"\d[A-Za-z]+\d", word)
        and (_MEANING.search(word) or not _STYLED.fullmatch(word))
    )
