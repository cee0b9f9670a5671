"""Saved story pages, ready to be changed: their tree, and the elements that their layout names."""

import copy
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path

from lxml import etree, html

from tests.support.fixtures import ROOT, load
from wirecrawl.items import Story
from wirecrawl.news import agencies
from wirecrawl.news.agencies import Layout
from wirecrawl.news.cleaning.clean import clean
from wirecrawl.news.markup.decode import parse
from wirecrawl.news.markup.select import elements

_CONTROLS = bytes({*range(0x20)} - {*b"\t\n\r"})
UTF_8 = "text/html; charset=utf-8"
FIELDS = [field.name for field in fields(Story) if field.name != "provenance"]


def agency_of(case: Path) -> str:
    """The agency whose page a saved story is."""
    return case.relative_to(ROOT / "fixtures").parts[0]


_NAMES = {"focustaiwan": "cna"}  # a folder of saved pages is mostly named as its agency
# Pages that are read as a whole have no layout whose elements could be changed.
CASES = sorted(
    path.parent
    for path in (ROOT / "fixtures").rglob("story.json")
    if agencies.get(_NAMES.get(agency_of(path.parent), agency_of(path.parent))).layouts
)

AGENCIES = sorted(set(map(agency_of, CASES)))


@dataclass
class SavedStory:
    """A copy of a saved page as a tree; `body` and `headline` are the elements of its layout.

    `called` says that the layout finds the body by its class or id; else by its place among other elements, which a
    change would move.
    """

    tree: html.HtmlElement
    body: html.HtmlElement
    headline: html.HtmlElement
    layout: Layout
    called: bool

    @property
    def paragraphs(self) -> list[html.HtmlElement]:
        """The <p> elements of the body that have text and stand in nothing that a selector of the layout names."""
        parts = (self.layout.drop, self.layout.bylines, self.layout.editors, self.layout.published, self.layout.source)
        named = {found for selectors in parts for found in elements(self.tree, selectors)}
        texts = (p for p in self.body.iter("p") if p.text_content().strip())
        return [p for p in texts if named.isdisjoint((p, *p.iterancestors()))]

    def bytes(self) -> bytes:
        """The page as UTF-8."""
        return written(self.tree)


def written(tree: html.HtmlElement) -> bytes:
    """A tree as the UTF-8 bytes of a page."""
    page = etree.tostring(tree, encoding="utf-8", method="html")
    assert isinstance(page, bytes)
    return page


def url_of(case: Path) -> str:
    """The address of a saved page."""
    return str(load(case, "response.json")["url"])


@cache
def _tree(case: Path) -> html.HtmlElement:
    saved = load(case, "response.json")
    page = (case / "body.html").read_bytes().translate(None, _CONTROLS)  # lxml takes none of them from us
    tree = parse(page, saved["headers"].get("Content-Type"))
    for meta in tree.xpath("//meta[@charset or contains(@content, 'charset')]"):
        meta.drop_tree()  # the page is written as UTF-8
    return tree


@cache
def unchanged(case: Path) -> Story:
    """The story of a saved page as it is."""
    return clean(written(_tree(case)), url_of(case), content_type=UTF_8)


def saved_story(case: Path) -> SavedStory:
    """A copy of a saved page, to be changed."""
    tree, layout = copy.deepcopy(_tree(case)), layout_of(case)
    selector = next(one for one in layout.body if next(elements(tree, (one,)), None) is not None)
    body = max(elements(tree, (selector,)), key=lambda element: len(element.text_content()))
    headline = next(e for e in elements(tree, layout.headline) if e.text_content().strip())
    return SavedStory(tree, body, headline, layout, called=not selector.startswith("/"))


def layout_of(case: Path) -> Layout:
    """The layout that reads a saved page."""
    name = unchanged(case).provenance.cleaner.partition(" (")[0]
    return next(x for one in map(agencies.get, agencies.NAMES) for x in one.layouts if x.name == name)
