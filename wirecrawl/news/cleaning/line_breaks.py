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


def part_wrapped(text: str) -> list[str]:
    """The paragraphs of text in lines of one width, which blank lines part, and breaks that the width did not ask for.

    A word that had room on the line before it, and an indent, begin a line of their own: a byline, a paragraph.

    >>> part_wrapped("By Ida Holm\\nIt rained all day in the north.\\nThe river rose.")
    ['By Ida Holm', 'It rained all day in the north. The river rose.']
    """
    lines = [line.expandtabs(4).rstrip() for line in text.splitlines()]
    width = max(map(len, lines), default=0)
    least = min((_indent(line) for line in lines if line), default=0)
    found, open_lines = [], list[str]()
    for line, following in pairwise([*lines, ""]):
        open_lines += [line.strip()] if line else []
        word = next(iter(following.split(maxsplit=1)), "")
        had_room = len(line) + 1 + len(word) <= width or _indent(following) > least
        if open_lines and (not line or not word or had_room):
            found.append(" ".join(open_lines))
            open_lines = []
    return found


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _are_paragraphs(lines: list[str]) -> bool:
    if len(lines) == 1:
        return True
    ended = sum(ends_clause(MARKER.sub("", line).rstrip()) for line in lines[:-1])
    indented = sum(MARKER.sub("", line).startswith(_INDENTS) for line in lines[1:])
    return 2 * max(ended, indented) >= len(lines) - 1
