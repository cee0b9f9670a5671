"""Which line breaks of a block part two paragraphs, and which stand inside a sentence."""

import re
from collections.abc import Iterator
from itertools import pairwise

from wirecrawl.news.markup.sentences import ends_clause

_INDENTS = ("\u3000\u3000", "\xa0\xa0", "    ")
# Link text is marked in the pieces, with characters that no text may hold, until its paragraph is known.
OPEN, CLOSE = "\ufdd0", "\ufdd1"
LINKED = re.compile(f"{OPEN}([^{OPEN}{CLOSE}]*){CLOSE}")
MARKER = re.compile(f"([{OPEN}{CLOSE}])")


def split_breaks(text: str) -> Iterator[str]:
    """Paragraphs of a block whose line breaks are <br>: a blank line always parts, a single one where lines end
    sentences or begin with an indent; elsewhere it is a soft break inside a sentence."""
    if "\n" not in text:
        yield text
        return
    group: list[str] = []
    for line in [*text.split("\n"), ""]:
        if line.strip():
            group.append(line)
        elif group:
            yield from group if _are_paragraphs(group) else [" ".join(group)]
            group = []


def part_wrapped(text: str) -> str:
    """Text of lines of one width with a blank line at each break that the width did not ask for.

    A word that had room on the line before it begins a line of its own: a heading, a byline, a paragraph.

    >>> part_wrapped("By Ida Holm\\nIt rained all day in the north.\\nThe river rose.")
    'By Ida Holm\\n\\nIt rained all day in the north.\\nThe river rose.'
    """
    lines = text.splitlines()
    width = max((len(line.rstrip()) for line in lines), default=0)
    parted: list[str] = []
    for line, following in pairwise([*lines, ""]):
        word = next(iter(following.split(maxsplit=1)), "")
        has_room = len(line.rstrip()) + 1 + len(word) <= width
        parted.append(f"{line}\n\n" if has_room and word and line.strip() else f"{line}\n")
    return "".join(parted).removesuffix("\n") if parted else text


def _are_paragraphs(lines: list[str]) -> bool:
    if len(lines) == 1:
        return True
    ended = sum(ends_clause(MARKER.sub("", line).rstrip()) for line in lines[:-1])
    indented = sum(MARKER.sub("", line).startswith(_INDENTS) for line in lines[1:])
    return 2 * max(ended, indented) >= len(lines) - 1
