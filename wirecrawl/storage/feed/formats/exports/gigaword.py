"""Markup like that of the Gigaword corpora: AGENCY_LANGUAGE_YYYYMM.xml with a DOC for each story, as XML.

Headline records are left out.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from lxml import etree
from lxml.builder import E

from wirecrawl.items import Story
from wirecrawl.storage.feed.formats.characters import writable
from wirecrawl.storage.feed.formats.exports import ExportOptions, Line
from wirecrawl.storage.feed.formats.places import UNKNOWN, Shards, month_of, safe_name

CONTENT = r"[^/]+_[^/]+_(\d{6}|undated)(-[0-9a-f]{8})?\.xml"
BESIDE: tuple[str, ...] = ()
HEADLINES = False
LIBRARIES: tuple[str, ...] = ()
OPTIONS: tuple[str, ...] = ()
_HEAD = b'<?xml version="1.0" encoding="UTF-8"?>\n<DOCS>\n'
_END = b"</DOCS>\n"
_NO_LANGUAGE = "und"  # as in BCP 47


def write(lines: Iterable[Line], target: Path, options: ExportOptions) -> None:
    """Write the files. A DOC's type is `story`, or `other` for one without text, such as a picture story."""
    with Shards(target) as shards:
        for line in lines:
            if isinstance(line, Story):
                name = _name(line)
                if name not in shards.names:
                    shards.append(name, _HEAD)
                shards.append(name, _doc(line))
        for name in shards.names:
            shards.append(name, _END)


def _name(story: Story) -> str:
    month = month_of(story).replace("-", "")
    return f"{safe_name(f'{story.agency or UNKNOWN}_{story.language or _NO_LANGUAGE}_{month}')}.xml"


def _doc(story: Story) -> bytes:
    made = E.DOC(*_parts(story), id=writable(f"{story.id}@{story.version}"), type="story" if story.text else "other")
    made.tail = "\n"
    for part in (made, *made):
        part.text = part.text or "\n"
    return etree.tostring(made, encoding="utf-8")


def _parts(story: Story) -> Iterator[etree._Element]:
    if story.headline:
        yield _element("HEADLINE", story.headline)
    if story.dateline:
        yield _element("DATELINE", story.dateline.raw)
    paragraphs = [_element("P", paragraph) for paragraph in story.text.split("\n\n") if paragraph.strip()]
    text = E.TEXT(*paragraphs)
    text.tail = "\n"
    yield text


def _element(name: str, text: str) -> etree._Element:
    made = E(name, f"\n{writable(text)}\n")
    made.tail = "\n"
    return made
