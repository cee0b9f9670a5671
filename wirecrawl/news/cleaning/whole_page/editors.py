"""The editors of a page without a layout, by the lines around its story: 【编辑:张三】, "... | Redaktor: Ida Holm"."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from wirecrawl.news import wire
from wirecrawl.news.cleaning.blocks import Block
from wirecrawl.news.cleaning.whole_page.beside import LONGEST_CREDIT, NearbyLines
from wirecrawl.news.cleaning.whole_page.people import persons
from wirecrawl.news.wire import fold_space
from wirecrawl.news.wire.people import latin_names
from wirecrawl.news.wire.words import EDITORS, EDITORS_SIGNS

# An editor's label within a line: at its head, behind a sign, a number or another label with what it names. Not behind
# a word alone, which would say what kind of editor that is: "Главный редактор: ...".
_LABEL = re.compile(
    rf"(?:^|[|｜·•;,，(（【/／]\s?|\s(?=[Ee]dited [Bb]y)|\d\s|[:：]\s?(?:\S{{1,20}}\s){{1,4}}|[㐀-鿿]\s)"
    rf"(?P<label>{EDITORS}|(?:编辑|編輯)\s(?=[㐀-鿿]))\s?(?=(?P<names>[^|｜·•;:：()（）【】\d]{{2,80}}))"
)
_HAN_NAMES = re.compile(r"[㐀-鿿]{2,4}(?:[、，,\s]{1,2}[㐀-鿿]{2,4}){0,4}")
_LABEL_ALONE = re.compile(r"(?i:editor|edited by|penyunting|redaktor|редактор|editör|redaktør|redaktör)\s?:?")
_EDITOR = re.compile(r"(?<![a-z])editors?(?![a-z])")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_INSIDE = 12  # elements in a line that may be called an editor's
_LABEL_WORDS = 2  # of a label at most
_SHORT = 2  # words of a name


def editor_lines(lines: NearbyLines) -> list[str]:
    """Return the lines around a story that name its editors, and the parts of lines that do so among others."""
    found = dict.fromkeys([*lines.around, *lines.behind])
    short = [line for line in found if len(line) <= LONGEST_CREDIT and any(map(line.__contains__, EDITORS_SIGNS))]
    if whole := [line for line in short if wire.parse_editor(line, wire.PLAIN)]:
        return whole
    if alone := [
        f"{label.rstrip(' :')}: {name}"
        for label, name in pairwise([*lines.near, *lines.above])
        if _is_labelled(label, name)
    ]:
        return alone
    if marked := _marked(lines.head):
        return [f"Editor: {', '.join(marked)}"]
    beside = {*lines.near, *lines.above, *lines.behind, *(block.text for block in (*lines.head, *lines.foot))}
    near = (line for line in short if line in beside or line[-1] in ")）")
    return list(dict.fromkeys(part for line in near for part in editor_parts(line)))


def editor_parts(line: str) -> Iterator[str]:
    """Yield the parts of a line that name editors.

    >>> list(editor_parts("2026-11-22 | Autor: Jan Stern | Redaktor: Ida Holm"))
    ['Redaktor: Ida Holm']
    >>> list(editor_parts("Главный редактор: Ида Хольм"))
    []
    """
    for found in _LABEL.finditer(line):
        printed = found["names"].split()
        # The last words may be the label of the next part: "Editor: Ida Holm Photo: ..."
        most = _LABEL_WORDS if line[found.end("names") :][:1] in (":", "：") else 0
        kept = (" ".join(printed[: len(printed) - n]) for n in range(min(most, 1), most + 1))
        if names := next(filter(None, (_names(words.strip(" ,，、/-–—")) for words in kept)), []):
            yield f"{found['label'].strip(' :：')}: {', '.join(names)}"


def _marked(blocks: Sequence[Block]) -> list[str]:
    """The names in the first element of some lines that is called an editor's."""
    for block in blocks:
        inside = () if block.place is None else (block.place, *islice(block.place.iterdescendants(), _INSIDE))
        for element in inside:
            called = f"{element.get('class') or ''} {element.get('itemprop') or ''}"
            if _EDITOR.search(_CAMEL.sub("-", called).lower()) and (
                names := _names(fold_space(element.text_content()))
            ):
                return [*names]
    return []


def _is_labelled(label: str, name: str) -> bool:
    """Whether a line is an editor's label alone and the next one names the editor."""
    return _LABEL_ALONE.fullmatch(label) is not None and bool(_names(name))


def _names(printed: str) -> Sequence[str]:
    if han := _HAN_NAMES.match(printed):
        return re.split(r"[、，,\s]+", han[0])
    names = latin_names(printed) or []
    return names if all(len(name.split()) >= _SHORT for name in names) and persons(names, []) == names else []
