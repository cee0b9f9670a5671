"""trafilatura's text of a whole page, mended against the page itself.

trafilatura finds the story, but its paragraphs are not always the page's: some are glued or cut, subheads are
lost, and the headline, the standfirst, share lines and teasers of other stories are among them. So its text only
says which blocks of the page are story; the blocks themselves come from the page.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from wirecrawl.news.cleaning.blocks import Block, Part, letters
from wirecrawl.news.cleaning.whole_page.illustrations import story_with_pictures
from wirecrawl.news.markup.sentences import ends_sentence

# Half of the story stands below one element in every page that was measured; what is beside it has to prove itself.
_CORE = 0.5
# Less of trafilatura's text than this found on the page again: the page is not understood, its own result stays.
_FOUND = 0.9
_DROP_CAP, _NEVER = 3, 10**9  # letters
_LONG = 20  # letters; shorter text is met by chance inside other text
_PROSE = 40  # letters; a sentence of a story, in scripts with letters
_DEEP = 6  # wrappers between an entry of a list and its text, at most; the deepest seen has four
_MOSTLY_LINKS = 0.5
_BODY = re.compile(r"(?<![\w-])(?:article|story|entry|post)[-_]?body(?![\w-])", re.IGNORECASE)
_RULE = re.compile(r"[_-]{2,10}")  # what wire copy sets off its contributors' line with
_HEADINGS = frozenset(("h2", "h3", "h4", "h5", "h6"))


@dataclass(slots=True)
class _Page:
    """The blocks of a page, which of them trafilatura kept, and the element that holds most of the story."""

    blocks: list[Block]
    kept: list[bool]
    core: Any
    inside: list[bool]


def mend(parts: list[Part], extracted: list[Part], headline: str | None, description: str) -> list[Part]:
    """Return the parts of the page that are its story, by the parts that trafilatura extracted from it.

    `parts` are those of the whole page, with their places; `extracted` comes back when the page does not hold it.
    """
    blocks = [part for part in parts if isinstance(part, Block)]
    wanted = [letters(part.text) for part in extracted if isinstance(part, Block)]
    kept = list(_kept(blocks, wanted))
    covered = _covered(blocks, kept, wanted)
    kept = [good and not _is_teaser(block.place) for block, good in zip(blocks, kept, strict=True)]
    core = _core(blocks, kept)
    if core is None or not covered:
        return extracted
    page = _Page(blocks, kept, core, [_is_inside(block.place, core) for block in blocks])
    chosen = {id(block) for block in _story(page, letters(headline or ""), letters(description))}
    return story_with_pictures(parts, chosen, core)


def _kept(blocks: list[Block], wanted: list[str]) -> Iterator[bool]:
    """Whether each block is in the extracted text: a long one anywhere in it, a short one as a paragraph of it."""
    whole, joined = set(wanted), "".join(wanted)
    long_ones = [text for text in wanted if len(text) >= _PROSE]
    begun = {text[:_PROSE] for text in long_ones}  # trafilatura may cut it at a link
    ended = {text[-_PROSE:]: len(text) for text in long_ones}  # or lose its first letter, a drop cap
    for block in blocks:
        text = letters(block.text)
        long = len(text) >= _LONG and (
            text in joined or text[:_PROSE] in begun or 0 <= len(text) - ended.get(text[-_PROSE:], _NEVER) <= _DROP_CAP
        )
        yield text in whole or long if text else bool(_RULE.fullmatch(block.text))


def _covered(blocks: list[Block], kept: list[bool], wanted: list[str]) -> bool:
    found = sum(map(len, {letters(block.text) for block, good in zip(blocks, kept, strict=True) if good}))
    return found >= _FOUND * sum(map(len, set(wanted)))


def _core(blocks: list[Block], kept: list[bool]) -> Any:
    """The deepest element that holds more than half of what was kept, links left out."""
    weight: Counter[Any] = Counter()
    for block, good in zip(blocks, kept, strict=True):
        if good and not _is_links(block):
            size = len(letters(block.text))
            weight.update(dict.fromkeys(_line(block.place), size))
    total = max(weight.values(), default=0)
    heavy = [element for element, size in weight.items() if size > _CORE * total]
    core = max(heavy, key=lambda element: sum(1 for _ in element.iterancestors()), default=None)
    return core.getparent() if core is not None and core.tag in ("p", *_HEADINGS) else core


def _is_teaser(place: Any) -> bool:
    """Whether a block stands in a list item that has a linked heading: an entry of a list of stories."""
    item = next((element for element in _line(place)[:_DEEP] if element.tag == "li"), None)
    return item is not None and any(
        heading.find(".//a") is not None or heading.getparent().tag == "a" for heading in item.iter(*_HEADINGS)
    )


def _line(place: Any) -> list[Any]:
    return [] if place is None else [place, *place.iterancestors()]


def _is_inside(place: Any, core: Any) -> bool:
    return any(element is core for element in _line(place))


def _story(page: _Page, headline: str, description: str) -> Iterator[Block]:
    inside = [n for n, within in enumerate(page.inside) if within and page.kept[n]]
    first, last = inside[0], inside[-1]
    printed: dict[str, Any] = {}
    # Elements, not their id(): lxml makes one anew when nothing holds it, and its address is used again.
    parents = {page.blocks[n].place.getparent() for n in inside}
    said = "".join(letters(page.blocks[n].text) for n in inside)
    for n, block in enumerate(page.blocks):
        text = letters(block.text)
        if page.inside[n]:
            lost = (
                n > first and _is_withheld(block, parents)
                if block.hidden is not None
                else _is_between(block, n, first, last)
            )
            good = page.kept[n] or (lost and _is_lost(block, parents, page.core) and text not in said)
        elif n < first:
            good = page.kept[n] and _is_lead(block, page.core, description) and text not in said
        else:
            good = page.kept[n] and _goes_on(block, page.core)
        if good and text != headline and not _is_pointer(block) and not _is_pull_quote(block, text, said):
            home = block.place.getparent()
            if len(text) < _PROSE or printed.get(text, home) is home:  # sites print a lead twice, in two places
                yield block
            printed.setdefault(text, home)


def _is_between(block: Block, n: int, first: int, last: int) -> bool:
    """From one paragraph before the first that was kept: its lead may be the only one without an element."""
    return first - 1 <= n <= last and not block.caption


def _is_withheld(block: Block, parents: set[Any]) -> bool:
    """A hidden paragraph in an element beside those that were kept: the rest of a story, which a script shows."""
    box = block.place.getparent()
    return box in parents or (box is not None and box.getparent() in parents)


def _is_lost(block: Block, parents: set[Any], core: Any) -> bool:
    """A block that was not kept and is story by its place: a subhead or a sentence among the paragraphs."""
    if _is_links(block):
        return False
    beside = block.hidden is not None or block.place.getparent() in parents or block.place is core
    prose = len(letters(block.text)) >= _PROSE and ends_sentence(block.text)
    return beside and (block.place.tag in _HEADINGS or prose)


def _is_lead(block: Block, core: Any, description: str) -> bool:
    """Prose before the core that is no standfirst: that is the page's description too, and outside of its body."""
    text = letters(block.text)
    prose = len(text) >= _PROSE and ends_sentence(block.text) and not _is_links(block)
    standfirst = bool(description) and (text.startswith(description[:_PROSE]) or description.startswith(text))
    return prose and (not standfirst or _in_named_body(block, core))


def _is_pull_quote(block: Block, text: str, said: str) -> bool:
    """A sentence of the story once more, set off."""
    quoted = any(element.tag in ("blockquote", "figure", "aside") for element in _line(block.place)[:4])
    return quoted and said.count(text) > 1


def _in_named_body(block: Block, core: Any) -> bool:
    """Whether the block and the core are in one element that calls itself the body of the story."""
    above = _line(core)
    shared = next((element for element in _line(block.place) if any(element is other for other in above)), None)
    return shared is not None and bool(_BODY.search(f"{shared.get('class')} {shared.get('itemprop')}"))


def _goes_on(block: Block, core: Any) -> bool:
    """Whether the story goes on behind the core: in an element of the same form, as sites that cut it for an
    advertisement do."""
    forms = {(element.tag, element.get("class")) for element in _line(block.place)[:3] if element.get("class")}
    return (core.tag, core.get("class")) in forms and not _is_links(block)


def _is_links(block: Block) -> bool:
    size = len(block.text) - sum(map(str.isspace, block.text))
    return block.linked > _MOSTLY_LINKS * size


def _is_pointer(block: Block) -> bool:
    """Mostly link and no sentence: the headline of another story."""
    return _is_links(block) and not ends_sentence(block.text)
