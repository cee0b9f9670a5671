"""Menus inside a known body: lists of links that say nothing themselves."""

import re
from collections.abc import Iterator
from itertools import pairwise

from wirecrawl.news.cleaning.blocks import Block, Part, Picture
from wirecrawl.news.cleaning.letters import letter_count
from wirecrawl.news.markup.sentences import ends_clause, ends_sentence

# More than half of the text inside links: navigation, or a sentence that quotes one name. Judged, not dropped.
_MOSTLY_LINKS = 0.5
_WORDS, _LETTERS = 4, 24  # shorter lines between paragraphs may be subheads
_ANNOUNCED = re.compile(
    r"(?:related|read (?:more|also)|see also|more (?:news|on)|also read)\b|"
    r"相关(?:阅读|新闻|报道|链接|文章|：|:|$)|延伸阅读",
    re.IGNORECASE,
)


def without_link_lists(parts: list[Part]) -> list[Part]:
    """The parts less the lists of links and lone links to other pages, when other text is left.

    A list is a run of blocks that are mostly links, with two links or more, or one link behind a line such as
    "Related:". A block that is a sentence stays, unless such a line announces the list. A lone link is a whole
    paragraph that ends neither sentence nor clause, behind one without a colon: the headline of another story. A
    short one may be a subhead, unless it is the last paragraph.
    """
    out = {id(part) for run in _link_runs(parts) for part in run} | {id(part) for part in _lone_links(parts)}
    return (
        parts if len(out) == sum(isinstance(part, Block) for part in parts) else [p for p in parts if id(p) not in out]
    )


def _lone_links(parts: list[Part]) -> Iterator[Block]:
    blocks = [part for part in parts if isinstance(part, Block)]
    for before, block in pairwise(blocks):
        if block.links == 1 and block.linked == letter_count(block.text) and not block.caption:
            last = block is blocks[-1]
            long = last or len(block.text.split()) >= _WORDS or letter_count(block.text) >= _LETTERS
            if long and not ends_clause(block.text) and not before.text.endswith((":", "：")):
                yield block


def _link_runs(parts: list[Part]) -> Iterator[list[Block]]:
    run: list[Block] = []
    before: Part | None = None
    for part in [*parts, Picture("")]:
        if isinstance(part, Block) and part.linked and part.linked > _MOSTLY_LINKS * letter_count(part.text):
            run.append(part)
            continue
        if run:
            announced = _announces(before) or _announces(run[0])
            if announced or sum(block.links for block in run) > 1:
                yield [block for block in run if announced or not ends_sentence(block.text)]
        run, before = [], part


def _announces(part: Part | None) -> bool:
    """Whether a part is a line such as "Related:"."""
    return isinstance(part, Block) and bool(_ANNOUNCED.match(part.text))
