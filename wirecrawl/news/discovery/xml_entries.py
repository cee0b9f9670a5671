"""The entries of an XML list, each read alone, so that what is broken in one costs no other.

Feeds and sitemaps are often not well-formed: prefixes that are declared nowhere, HTML's entities, references to
characters that do not exist, a list that is cut off. So the text is divided at the tags of its entries, and each entry
goes to a parser that recovers from errors.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from html import escape
from itertools import islice
from typing import NamedTuple

from lxml import etree
from w3lib.encoding import read_bom

from wirecrawl.news.markup.decode import decode
from wirecrawl.news.markup.references import character, without_surrogates

_HEAD = 16_384  # characters; the root element stands behind a declaration, comments, stylesheets and a document type
_SKIPPED = r"<!--(?:.*?-->|.*\Z)|<!\[CDATA\[(?:.*?\]\]>|.*\Z)"
# Nothing is given back once it is matched (*+): a page of empty comments must not be tried in every way there is.
_ROOT = re.compile(
    r"\A(?>(?:<!--.*?-->|<!DOCTYPE\s[^>\[]*+\[.*?\]\s*+>|<[?!](?!--)[^>]*+>)\s*+)*+"
    r"<(?:(?P<prefix>[\w.-]{1,40}):)?(?P<name>rss|feed|rdf|urlset|sitemapindex)(?=[\s/>])",
    re.IGNORECASE | re.DOTALL,
)
# What a server prints before a list: warnings, white space. In a page of HTML no list is looked for.
_DECLARATION = re.compile(r"<\?xml\s|<(?:[\w.-]{1,40}:)?(?:rss|feed|rdf|urlset|sitemapindex)(?=[\s>])", re.IGNORECASE)
_PAGE = re.compile(r"<(?:!doctype\s++html|html|head|body)\b", re.IGNORECASE)
_BASE = re.compile(r"\sxml:base\s*=\s*[\"']([^\"'<>]+)")
_LABEL = re.compile(rb"\A\s*<\?xml\s[^>]{0,200}?encoding\s*=\s*[\"']\s*([\w.:-]{2,30})\s*[\"']", re.IGNORECASE)
_REFERENCES = re.compile(
    rf"{_SKIPPED}|&(?:#[0-9]{{1,8}};|#[xX][0-9a-fA-F]{{1,7}};|[A-Za-z][A-Za-z0-9]{{1,31}};)?", re.DOTALL
)
_XML_ENTITIES = ("&amp;", "&lt;", "&gt;", "&quot;", "&apos;")
_MOST_PARTS = 2000  # elements of an entry that are looked at; feeds with the whole text of a story have some hundred
_PARSER = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
_NO_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


@dataclass(frozen=True)
class XmlList:
    """An XML list: the name of its root element in lower case, the prefix of that name, its base address, its text."""

    root: str
    prefix: str
    base: str
    text: str

    def entries(self, *names: str) -> Iterator[str]:
        """The markup of its entries of these names, in order."""
        prefix = f"{re.escape(self.prefix)}:" if self.prefix else ""
        if self.root == "rdf":  # its root and its items have different names
            prefix = r"(?:[\w.-]{1,40}:)?"
        tag = re.compile(rf"{_SKIPPED}|<(?P<end>/?){prefix}(?:{'|'.join(names)})(?=[\s/>])", re.DOTALL | re.IGNORECASE)
        start: int | None = None
        for found in tag.finditer(self.text):
            if found["end"] is None:
                continue
            if start is not None:
                yield self.text[start : found.start()]
            start = None if found["end"] else found.start()
        if start is not None:
            yield self.text[start:]

    @property
    def is_cut(self) -> bool:
        """Whether the list ends before its end: neither its root element nor the channel in it is closed."""
        return not _closed(self.root).search(self.text, max(0, len(self.text) - _HEAD))


@cache
def _closed(root: str) -> re.Pattern[str]:
    names = f"{root}|channel" if root == "rss" else root
    return re.compile(rf"</(?:[\w.-]{{1,40}}:)?(?:{names})\s{{0,20}}>|\A[^<>]{{0,1000}}/>", re.IGNORECASE)


def root_of(head: bytes) -> str | None:
    """The name of the root element of an XML list by its first bytes, None for anything else.

    >>> root_of(b"<?xml version='1.0'?><!-- made by hand --> <rss version='2.0'>")
    'rss'
    """
    text = head[:_HEAD].replace(b"\0", b"").decode("latin-1").lstrip("\ufeff\xef\xbb\xbf\xfe\xff \t\r\n")
    found = _root(text)[0]
    return found["name"].lower() if found else None


def _root(text: str) -> tuple[re.Match[str] | None, str]:
    """The root element of a list, and the text from the declaration on: behind what a server printed before it."""
    if found := _ROOT.match(text):
        return found, text
    begun = _DECLARATION.search(text, 0, _HEAD)
    if begun is None or not begun.start() or _PAGE.search(text, 0, begun.start()):
        return None, text
    text = text[begun.start() :]
    return _ROOT.match(text, 0, _HEAD), text


def read_xml_list(body: bytes, content_type: str | None, usual: str = "") -> XmlList | None:
    """An XML list of any charset, None for bytes that are none; `usual` is that of the site's pages that state none."""
    text = _NO_XML.sub("", _decoded(body, content_type, usual)).lstrip("\ufeff \t\r\n")
    root, text = _root(text)
    if not root:
        return None
    base = _BASE.search(text, root.end(), text.find(">", root.end()))
    return XmlList(root["name"].lower(), root["prefix"] or "", base[1] if base else "", text[root.end() :])


def _decoded(body: bytes, content_type: str | None, usual: str) -> str:
    """The text by its own declaration, which is nearer to the bytes than the server's."""
    if not read_bom(body)[0] and body[:4].replace(b"\0", b"")[:1] == b"<" and b"\0" in body[:4]:
        return body.decode("utf-16-be" if body[:1] == b"\0" else "utf-16-le", "replace")
    label = _LABEL.match(body[:_HEAD])
    return decode(body, f"text/xml; charset={label[1].decode()}" if label else content_type, usual=usual)


class Part(NamedTuple):
    """An element of an entry, with the prefix and the local name of its tag in lower case."""

    prefix: str
    name: str
    element: etree._Element


def parse_entry(markup: str) -> list[Part]:
    """The elements of an entry, itself first, as far as its markup can be read. Raises ValueError when none of it can.

    A prefix counts as it is printed, also where it is declared nowhere.

    >>> [(part.prefix, part.name) for part in parse_entry("<url><news:title>A</news:title></url>")]
    [('', 'url'), ('news', 'title')]
    """
    repaired = without_surrogates(_REFERENCES.sub(_repaired, markup)) if "&" in markup else markup
    entry = etree.fromstring(repaired.encode("utf-8", "replace"), _PARSER)
    if entry is None:
        raise ValueError("no element")
    return [part_of(element) for element in islice(entry.iter(etree.Element), _MOST_PARTS)]


def _repaired(found: re.Match[str]) -> str:
    """A reference that XML knows; for HTML's names and for numbers the character itself; & for what is no reference."""
    reference = found[0]
    if reference[0] == "<" or reference in _XML_ENTITIES:
        return reference
    return escape(character(reference) if len(reference) > 1 else reference)


def part_of(element: etree._Element) -> Part:
    """An element with its names."""
    tag = str(element.tag).rpartition("}")[2].lower()
    prefix, _, name = tag.rpartition(":")
    return Part((element.prefix or prefix).lower(), name, element)
