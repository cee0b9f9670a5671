"""Lists of links inside a known body: the one thing there that trafilatura is asked about."""

import re
from collections.abc import Iterator

from lxml import html

from wirecrawl.news.cleaning.blocks import SENTENCE_ENDS, Block, Part, Picture, letter_count
from wirecrawl.news.cleaning.extractor import extractor
from wirecrawl.news.wire import fold_space

# More than half of the text inside links: navigation, or a sentence that quotes one name. Judged, not dropped.
_MOSTLY_LINKS = 0.5
_ANNOUNCED = re.compile(
    r"(?:related|read (?:more|also)|see also|more (?:news|on)|also read|相关|延伸阅读)\b", re.IGNORECASE
)


def without_link_lists(parts: list[Part], body: html.HtmlElement) -> list[Part]:
    """The parts less the lists of links that trafilatura, reading the same subtree, drops too or that say nothing.

    A list is a run of blocks that are mostly links, with two links or more, or one link behind a line such as
    "Related:"; a paragraph that is one link is kept. trafilatura gets the parsed tree, keeps no state
    (`deduplicate` stays off) and is not called when no block is in doubt: that is the case for most stories.
    """
    doubtful = [part for run in _link_runs(parts) for part in run]
    if not doubtful or len(doubtful) == sum(isinstance(part, Block) for part in parts):
        return parts
    document = extractor().bare_extraction(body, fast=True, include_comments=False)
    kept = fold_space(getattr(document, "text", None) or "")
    out = {id(p) for p in doubtful if p.text not in kept or not p.text.endswith(SENTENCE_ENDS)}
    return [p for p in parts if id(p) not in out]


def _link_runs(parts: list[Part]) -> Iterator[list[Block]]:
    run: list[Block] = []
    announced = False  # by a line such as "Related:"
    for part in [*parts, Picture("")]:
        if isinstance(part, Block) and part.linked and part.linked > _MOSTLY_LINKS * letter_count(part.text):
            run.append(part)
            continue
        if sum(block.links for block in run) > 1 or (run and (announced or _ANNOUNCED.match(run[0].text))):
            yield run
        run, announced = [], isinstance(part, Block) and bool(_ANNOUNCED.match(part.text))
