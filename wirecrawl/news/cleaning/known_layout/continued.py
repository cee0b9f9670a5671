"""Paragraphs behind a body that a stray closing tag ended too early.

The parser closes the body at the first `</div>` too many; what follows stands beside it. Such paragraphs have the form
of those inside, and are prose: an element of another kind, or a line of another form, ends them.
"""

from typing import Any

from lxml import etree

from wirecrawl.news.cleaning.blocks import Block, Part, letter_count, read_blocks
from wirecrawl.news.cleaning.known_layout.furniture import is_prose
from wirecrawl.news.cleaning.whole_page.furniture import is_site_line
from wirecrawl.news.markup.lines import BREAKS, breaks_line

_SHORTEST = 40  # letters of the first paragraph behind a body


def parts_behind(body: Any, parts: list[Part]) -> list[Part]:
    """The paragraphs that stand right behind a body and continue it; `parts` are those inside."""
    inside = [part for part in parts if isinstance(part, Block) and part.place is not None]
    if not inside or not is_prose(inside[-1]):
        return []
    last = inside[-1].place
    if last.tag == "p":
        return _paragraphs(body, (last.tag, last.get("class")))
    return _bare_text(body) if last is body else []


def _paragraphs(body: Any, form: tuple[str, str | None]) -> list[Part]:
    found: list[Part] = []
    if (body.tail or "").strip():
        return found
    for sibling in body.itersiblings():
        blocks = read_blocks(sibling) if (sibling.tag, sibling.get("class")) == form else []
        if not _go_on(blocks):
            break
        found += blocks
        if (sibling.tail or "").strip():
            break
    return found if _is_long(found) else []


def _bare_text(body: Any) -> list[Part]:
    """Text between line breaks right behind the body, up to the next block."""
    wrapper = etree.Element("div")
    wrapper.text = body.tail
    for sibling in body.itersiblings():
        if not isinstance(sibling.tag, str) or (sibling.tag not in BREAKS and breaks_line(sibling)):
            break
        copied = etree.SubElement(wrapper, sibling.tag)
        copied.text, copied.tail = "".join(sibling.itertext()), sibling.tail
    found = read_blocks(wrapper)
    return found if _go_on(found) and _is_long(found) else []


def _go_on(blocks: list[Part]) -> bool:
    texts = [block for block in blocks if isinstance(block, Block)]
    return bool(texts) and all(is_prose(block) and not is_site_line(block) for block in texts)


def _is_long(blocks: list[Part]) -> bool:
    first = next((block for block in blocks if isinstance(block, Block)), None)
    return first is not None and letter_count(first.text) >= _SHORTEST
