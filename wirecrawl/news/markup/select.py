"""Selectors of a layout, and the text of what they find.

Selectors are CSS, or XPath when they begin with a slash, concat( or descendant::; each is compiled once.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any
from weakref import WeakKeyDictionary

from cssselect import HTMLTranslator
from lxml import html
from lxml.etree import XPath

from wirecrawl.news.agencies import Words
from wirecrawl.news.markup.lines import text_of

TITLE = "/html/head/title"
_TITLE = XPath(TITLE)
_PATH = ("/", "descendant::")
_XPATH = (*_PATH, "concat(")
# Most selectors are a class, an id or an attribute, or a few of them below each other: ".news-header h1".
_STEP = re.compile(
    r"(?P<tag>[a-z][a-z0-9]*)?(?:\.(?P<class>[\w-]+)|#(?P<id>[\w-]+)|"
    r"\[(?P<attribute>[a-z-]+)(?P<relation>[*^]?)=(?P<quote>['\"]?)(?P<value>[^'\"\s\]]+)(?P=quote)\])?"
)
# In an XPath: @class[contains(., 'a')], contains(concat(' ', @class, ' '), ' a ')], @class='a'].
_CLASS_TEST = re.compile(r"@class(\[[^\]]*|[^\]]*)")
_QUOTED = re.compile(r"'([^']*)'")
_CHOICE = re.compile(r" or |\bnot\(|\bcount\(|\||!=")
_ALL_CLASSES = XPath(
    "str:concat(/descendant::*/@class)", namespaces={"str": "http://exslt.org/strings"}, smart_strings=False
)
_classes: WeakKeyDictionary[html.HtmlElement, str] = WeakKeyDictionary()


def _classes_of(tree: html.HtmlElement) -> str:
    """All classes of a page without anything between them, for as long as its tree is there.

    Most selectors name a class that the page does not have, and a search for one takes as long as to list them all.
    """
    root = tree.getroottree().getroot()
    if root not in _classes:
        _classes[root] = _ALL_CLASSES(root)
    return _classes[root]


@cache
def _steps(selector: str) -> tuple[dict[str, str | None], ...]:
    """The parts of a selector in simple steps, () for any other."""
    steps = [_STEP.fullmatch(step) for step in selector.split()]
    return tuple(step.groupdict() for step in steps if step) if all(steps) else ()


@cache
def _names(selector: str) -> tuple[str, ...]:
    """The classes, or parts of classes, without which a selector finds nothing on a page.

    Of an XPath they are what it compares with classes, unless a word in it makes that a choice or the contrary.
    """
    if selector.startswith(_PATH):
        tests = () if _CHOICE.search(selector) else _CLASS_TEST.findall(selector)
        return tuple(name for test in tests for name in map(str.strip, _QUOTED.findall(test)) if name)
    found = ((step["class"], step["value"] if step["attribute"] == "class" else None) for step in _steps(selector))
    return tuple(name for names in found for name in names if name)


@cache
def _compiled(selector: str) -> XPath:
    path = selector if selector.startswith(_XPATH) else _path(selector)
    return XPath(path, smart_strings=False)  # nobody asks an attribute for its element


def _path(selector: str) -> str:
    """A CSS selector as XPath; classes, ids and other attributes are looked for among the attributes.

    That takes a quarter to a third of the time of cssselect's own form, which asks every element for its class.
    """
    several = [_steps(one) for one in selector.split(",")]
    if all(several):
        return " | ".join("/".join(map(_step, steps)) for steps in several)
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


@cache
def _by_id(selector: str) -> tuple[XPath, XPath] | None:
    """For a selector that begins with an id: what has this id by the parser's own table, and what it finds there."""
    first, *rest = _steps(selector) or ({},)
    if not first.get("id") or first["tag"]:
        return None
    holder = f"id('{first['id']}')"
    there = f"{holder}[@id = '{first['id']}']"  # names of anchors are in it too
    return XPath(holder), XPath("/".join([there, *map(_step, rest)]), smart_strings=False)


def _found(tree: html.HtmlElement, selector: str) -> Iterator[Any]:
    """What a selector finds, in document order.

    An id is looked up, in a twentieth of the time of a search; for more of one id the page is searched when more is
    asked for. The table is that of a whole page from which nothing was cut out.
    """
    if (names := _names(selector)) and not all(map(_classes_of(tree).__contains__, names)):
        return
    first: list[html.HtmlElement] = []
    if tree.tag == "html" and (looked_up := _by_id(selector)):
        holder, inside = looked_up
        if not holder(tree):
            return
        first = inside(tree)
        yield from first
    result = _compiled(selector)(tree)
    yield from (one for one in ([result] if isinstance(result, str) else result) if one not in first)


def elements(tree: html.HtmlElement, selectors: Iterable[str]) -> Iterator[html.HtmlElement]:
    """Elements that any of the selectors finds, selector by selector, in document order.

    >>> [e.text for e in elements(html.fromstring("<div><b>1</b><i>2</i></div>"), ("i", "//b"))]
    ['2', '1']
    """
    for selector in selectors:
        yield from (found for found in _found(tree, selector) if isinstance(found, html.HtmlElement))


def texts(tree: html.HtmlElement, selectors: Iterable[str], *joints: str, fold: bool = True) -> Iterator[str]:
    """Text that any of the selectors finds, empty ones left out; attributes count as text, and so does a concat().

    A space stands where the page breaks a line. White space is folded unless `fold` is off: in a headline two spaces
    may set off the site's name. A joint is put between the texts of the elements inside: a date may be split over
    several. With several, a text by each.

    >>> list(texts(html.fromstring("<p><b> a  b </b><a href='x'></a></p>"), ("//@href", "b", "a")))
    ['x', 'a b']
    """
    for selector in selectors:
        for found in _found(tree, selector):
            for text in map(str.strip, _printed(found, joints)):
                if text:
                    yield " ".join(text.split()) if fold else text


def _printed(found: Any, joints: tuple[str, ...]) -> Iterator[str]:
    if not isinstance(found, html.HtmlElement):
        yield str(found)
    elif joints:
        yield from (joint.join(found.itertext()) for joint in joints)
    else:
        yield text_of(found)


def title_of(tree: html.HtmlElement) -> str:
    """The title of a page as it stands there, "" for none: mostly that of its head, which is found without a search.

    >>> title_of(html.document_fromstring("<title>Rain - Post</title><p>It rains."))
    'Rain - Post'
    """
    found = _TITLE(tree)
    return (found[0].text if found else tree.findtext(".//title")) or ""


class PageText:
    """The whole text of an element, where words are looked for.

    >>> page = PageText(html.fromstring("<div><a href='/b'>Off the Wire</a> <a href='/c'>On it</a></div>"))
    >>> [anchor.get("href") for anchor in page.holders("descendant::a", Words("off the wire"))]
    ['/b']
    """

    def __init__(self, tree: html.HtmlElement) -> None:
        self.tree, self.text = tree, tree.text_content()
        self._cases: dict[str, tuple[str, ...]] = {}

    def holders(self, path: str, words: Words) -> list[html.HtmlElement]:
        """Elements whose own text, or text inside, has the longest of some words; `path` is that of texts or elements.

        A search without Python for each of them: the words themselves are then looked for in the few that it finds,
        and the longest in those cases alone that the whole text has at all.
        """
        cases = self._cases_of(words.longest)
        found = _holding(path, cases)(self.tree) if cases else []
        return [one for one in found if isinstance(one, html.HtmlElement)]

    def _cases_of(self, word: str) -> tuple[str, ...]:
        """In which cases the text has a word. A look takes 25 µs a page, and ticker and links ask for the same."""
        if word not in self._cases:
            cases = (word.lower(), word.title(), word.upper())
            self._cases[word] = tuple(case for case in cases if case in self.text)
        return self._cases[word]


@cache
def _holding(path: str, cases: tuple[str, ...]) -> XPath:
    test = " or ".join(f"contains(., '{case}')" for case in cases)
    return XPath(f"{path}[{test}]/ancestor-or-self::*[1]", smart_strings=False)


def metas(tree: html.HtmlElement) -> dict[str, str]:
    """Content of every <meta> by its name, property or itemprop; of several with one name the first that has any.

    >>> metas(html.fromstring("<html><head><meta name=a content=1><meta property=b content=2></head></html>"))
    {'a': '1', 'b': '2'}
    """
    return _contents(tree.iter("meta"))


def metas_and_scripts(tree: html.HtmlElement) -> tuple[dict[str, str], list[html.HtmlElement]]:
    """What `metas` gives, and every <script>, in one walk through the page.

    >>> metas_and_scripts(html.fromstring("<html><head><meta name=a content=1></head></html>"))
    ({'a': '1'}, [])
    """
    found = list(tree.iter("meta", "script"))
    return _contents(one for one in found if one.tag == "meta"), [one for one in found if one.tag == "script"]


def _contents(elements: Iterable[html.HtmlElement]) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in elements:
        name = meta.get("name") or meta.get("property") or meta.get("itemprop")
        if name and (content := (meta.get("content") or "").strip()):
            found.setdefault(name.lower(), content)
    return found
