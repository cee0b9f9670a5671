"""Selectors of a layout: CSS, or XPath when they begin with a slash or concat(; compiled once."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from cssselect import HTMLTranslator
from lxml import html
from lxml.etree import XPath

from wirecrawl.agencies import Words

_XPATH = ("/", "concat(")
# Most selectors are a class, an id or an attribute, or a few of them below each other: ".news-header h1".
_STEP = re.compile(
    r"(?P<tag>[a-z][a-z0-9]*)?(?:\.(?P<class>[\w-]+)|#(?P<id>[\w-]+)|"
    r"\[(?P<attribute>[a-z-]+)(?P<relation>[*^]?)=(?P<quote>['\"])(?P<value>[^'\"\s]+)(?P=quote)\])?"
)


@cache
def _compiled(selector: str) -> XPath:
    path = selector if selector.startswith(_XPATH) else _path(selector)
    return XPath(path, smart_strings=False)  # nobody asks an attribute for its element


def _path(selector: str) -> str:
    """A CSS selector as XPath; classes, ids and other attributes are looked for among the attributes.

    That takes a quarter to a third of the time of cssselect's own form, which asks every element for its class.
    """
    steps = [_STEP.fullmatch(step) for step in selector.split()]
    if all(steps):
        return "/".join(_step(step.groupdict()) for step in steps if step)
    return HTMLTranslator().css_to_xpath(selector, "descendant::")


def _step(part: dict[str, str | None]) -> str:
    elements = f"descendant::{part['tag'] or '*'}"
    if name := part["class"]:
        whole = f"contains(concat(' ', normalize-space(.), ' '), ' {name} ')"
        return f"{elements}/@class[contains(., '{name}')][{whole}]/.."
    if name := part["id"]:
        return f"{elements}/@id[. = '{name}']/.."
    if value := part["value"]:
        test = {"": f". = '{value}'", "*": f"contains(., '{value}')", "^": f"starts-with(., '{value}')"}
        return f"{elements}/@{part['attribute']}[{test[part['relation'] or '']}]/.."
    return elements


def elements(tree: html.HtmlElement, selectors: Iterable[str]) -> Iterator[html.HtmlElement]:
    """Elements that any of the selectors finds, selector by selector, in document order.

    >>> [e.text for e in elements(html.fromstring("<div><b>1</b><i>2</i></div>"), ("i", "//b"))]
    ['2', '1']
    """
    for selector in selectors:
        yield from (found for found in _compiled(selector)(tree) if isinstance(found, html.HtmlElement))


def texts(tree: html.HtmlElement, selectors: Iterable[str], *, fold: bool = True, joint: str = "") -> Iterator[str]:
    """Text that any of the selectors finds, empty ones left out; attributes count as text, and so does a concat().

    White space is folded unless `fold` is off: in a headline two spaces may set off the site's name. `joint` is
    put between the texts of the elements inside: a date may be split over several.

    >>> list(texts(html.fromstring("<p><b> a  b </b><a href='x'></a></p>"), ("//@href", "b", "a")))
    ['x', 'a b']
    """
    for selector in selectors:
        result = _compiled(selector)(tree)
        for found in [result] if isinstance(result, str) else result:
            text = (joint.join(found.itertext()) if isinstance(found, html.HtmlElement) else str(found)).strip()
            if text:
                yield " ".join(text.split()) if fold else text


def holders(tree: html.HtmlElement, path: str, words: Words) -> list[html.HtmlElement]:
    """Elements whose own text, or text inside, has the longest of some words; `path` is that of texts or elements.

    A search without Python for each of them: the words themselves are then looked for in the few that it finds.
    """
    return [found for found in _holding(path, words.longest)(tree) if isinstance(found, html.HtmlElement)]


@cache
def _holding(path: str, word: str) -> XPath:
    cases = " or ".join(f"contains(., '{case}')" for case in (word.lower(), word.title(), word.upper()))
    return XPath(f"{path}[{cases}]/ancestor-or-self::*[1]", smart_strings=False)


def metas(tree: html.HtmlElement) -> dict[str, str]:
    """Content of every <meta> by its name, property or itemprop; of several with one name the first that has any.

    >>> metas(html.fromstring("<html><head><meta name=a content=1><meta property=b content=2></head></html>"))
    {'a': '1', 'b': '2'}
    """
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name, content = (
            meta.get("name") or meta.get("property") or meta.get("itemprop"),
            (meta.get("content") or "").strip(),
        )
        if name and content:
            found.setdefault(name.lower(), content)
    return found
