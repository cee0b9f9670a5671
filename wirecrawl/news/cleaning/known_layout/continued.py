"""Paragraphs behind a body that a stray closing tag ended too early.

The parser closes the body at the first `</div>` too many; what follows stands beside it. Such paragraphs have the form
of those inside, and are prose: an element of another kind, or a line of another form, ends them.
"""

from collections.abc import Sequence
from typing import Any

from lxml import etree

from wirecrawl.news import wire
from wirecrawl.news.cleaning.blocks import Block, Part, read_blocks
from wirecrawl.news.cleaning.known_layout.furniture import is_prose
from wirecrawl.news.markup.lines import BREAKS, breaks_line
from wirecrawl.news.markup.select import elements
from wirecrawl.news.wire import Table
from wirecrawl.news.wire.text import clean_text

_MOST_CLOSED = 2  # elements around a body that stray tags closed with it
_SHORTEST = 40  # bytes of UTF-8 of the first paragraph behind a body


def parts_behind(body: Any, parts: list[Part], table: Table, drop: Sequence[str]) -> list[Part]:
    """The paragraphs that stand right behind a body and continue it; `parts` are those inside.

    `drop` holds the selectors of what the layout leaves out.
    """
    end = _end_of(body)
    behind = end.getnext()
    if (behind is None or behind.tag != "p") and not (end.tail or "").strip():
        return []
    inside = [part for part in parts if isinstance(part, Block) and part.place is not None]
    prose = [block for block in inside if is_prose(block, table)]
    if not prose or wire.take_end_mark(inside[-1].text, table)[1]:
        return []
    last = prose[-1].place
    if last.tag == "p":
        return _story(_paragraphs(end, (last.tag, last.get("class")), drop), table)
    return _story(_bare_text(body), table) if last is body else []


def _end_of(body: Any) -> Any:
    """The element behind which the page goes on: the body, or what several stray tags closed with it."""
    end = body
    for _ in range(_MOST_CLOSED):
        parent = end.getparent()
        if end.getnext() is not None or (end.tail or "").strip() or parent is None or parent.tag == "body":
            break
        end = parent
    return end


def _paragraphs(body: Any, form: tuple[str, str | None], drop: Sequence[str]) -> list[Part]:
    found: list[Part] = []
    dropped: frozenset[Any] | None = None
    above = body
    while not (above.tail or "").strip():
        above = above.getnext()
        if above is None or (above.tag, above.get("class")) != form:
            break
        if dropped is None:
            dropped = frozenset(elements(body.getparent(), drop))
        found += read_blocks(above, dropped)
    return found


def _bare_text(body: Any) -> list[Part]:
    """Text between line breaks right behind the body, up to the next block."""
    wrapper = etree.Element("div")
    wrapper.text = clean_text(body.tail or "")
    for sibling in body.itersiblings():
        if not isinstance(sibling.tag, str) or (sibling.tag not in BREAKS and breaks_line(sibling)):
            break
        copied = etree.SubElement(wrapper, sibling.tag)
        copied.text, copied.tail = (clean_text(text) for text in ("".join(sibling.itertext()), sibling.tail or ""))
    return read_blocks(wrapper)


def _story(found: list[Part], table: Table) -> list[Part]:
    """What of the paragraphs is story: those before a line of the site, less the last ones that are no wire copy."""
    from wirecrawl.news.cleaning.whole_page.site_lines import is_site_line  # few pages have anything behind a body

    site = next((n for n, part in enumerate(found) if isinstance(part, Block) and is_site_line(part)), len(found))
    kept = found[:site]
    while kept and not (isinstance(kept[-1], Block) and _belongs(kept[-1], table)):
        kept.pop()
    first = next((part for part in kept if isinstance(part, Block)), None)
    if first is None or not is_prose(first, table) or len(first.text.encode()) < _SHORTEST:
        return []
    return kept


def _belongs(block: Block, table: Table) -> bool:
    if is_prose(block, table) or wire.is_note(block.text, table):
        return True
    found = (wire.take_end_mark(block.text, table)[1], wire.parse_closing_credit(block.text, table))
    return any(one is not None for one in (*found, wire.parse_editor(block.text, table)))
