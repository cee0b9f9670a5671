"""The parts of a page that are its story, by one of two witnesses: the page's structure, or trafilatura's text.

trafilatura finds most stories, but its paragraphs are not always the page's: some are glued or cut, subheads are
lost, and the headline, the standfirst, share lines and teasers of other stories are among them. So its text only
says which blocks of the page are story; the blocks themselves come from the page.

The file is longer than others because both witnesses are weighed with the same measures.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Any

from wirecrawl.news import wire
from wirecrawl.news.cleaning.blocks import Block, Part
from wirecrawl.news.cleaning.letters import letters
from wirecrawl.news.cleaning.whole_page.illustrations import story_with_pictures
from wirecrawl.news.cleaning.whole_page.structure import HEADINGS, Line, Outside, Structure, deepest, form_of
from wirecrawl.news.wire.bare_places import begins_with_place
from wirecrawl.news.wire.credit import agency_of_end

# Less of trafilatura's text than this found on the page again: the page is not understood, its own result stays.
_FOUND = 0.9
_DROP_CAP, _NEVER = 3, 10**9  # letters
_LONG = 20  # letters; shorter text is met by chance inside other text
_PROSE = 40  # letters; a sentence of a story, in scripts with letters
_CLOSE = 3  # lines behind the story in which its sign-off may stand
_BOXES = frozenset(("div", "section", "header", "hgroup"))  # elements that may hold a standfirst and nothing else
_WRAPPERS = 3  # elements around the core in which the story may go on
_DEEP = 6  # wrappers between an entry of a list and its text, at most; the deepest seen has four
_BODY = re.compile(r"(?<![\w-])(?:article|story|entry|post)[-_]?body(?![\w-])", re.IGNORECASE)
# What holds the part of a story that not every reader sees; the part before it is no standfirst.
_WALL = re.compile(
    r"(?<![a-z])(?:pay-?wall(?:ed)?|premium|locked|restricted|gated|metered|subscribers?(?:-only)?|reg-?wall)(?![a-z])",
    re.IGNORECASE,
)
_SUMMARY = re.compile(r"(?<![a-z])(?:lead|lede|intro(?:duction)?)(?![a-z])", re.IGNORECASE)
_STANDFIRST = re.compile(
    r"(?<![a-z])(?:excerpt|teaser|stand-?first|sub-?(?:title|head(?:line)?)|summary|de[ck]k?|manchet|chapo|bajada|copete|"
    r"entradilla|sumario|abstract|vorspann|strap-?line|tagline)(?![a-z])",
    re.IGNORECASE,
)
_RULE = re.compile(r"[_-]{2,10}")  # what wire copy sets off its contributors' line with


@dataclass(frozen=True)
class _Page:
    """The lines of a page, which of them a witness kept, the element that holds most of the story, and what holds none.

    `headline` and `description` are those that the page states, by their letters.
    """

    lines: Sequence[Line]
    kept: Sequence[bool]
    core: Any
    outside: Outside
    headline: str
    description: str

    @cached_property
    def is_walled(self) -> bool:
        """Whether the story goes on in an element for subscribers."""
        kept = {one for line, good in zip(self.lines, self.kept, strict=True) if good for one in line.above[:_WRAPPERS]}
        return any(_WALL.search(f"{one.get('class') or ''} {one.get('id') or ''}") for one in kept)

    @cached_property
    def inside(self) -> list[bool]:
        """Of each line, whether it stands in the core."""
        return [any(element is self.core for element in line.above) for line in self.lines]


def by_structure(
    parts: list[Part], lines: Sequence[Line], structure: Structure, headline: str | None, description: str
) -> list[Part]:
    """Return the parts of the page that are its story, by its structure alone; `lines` are those of the parts."""
    said = letters(headline or ""), letters(description)
    return _chosen(parts, _Page(lines, structure.kept, structure.core, structure.outside, *said))


def by_extraction(
    parts: list[Part],
    lines: Sequence[Line],
    structure: Structure,
    extracted: list[Part],
    headline: str | None,
    description: str,
) -> list[Part]:
    """Return the parts of the page that are its story, by the parts that trafilatura extracted from it.

    Where the page does not hold them, what its structure says comes back, and they themselves where it says nothing.
    """
    wanted = [letters(part.text) for part in extracted if isinstance(part, Block)]
    kept = list(_kept(lines, wanted))
    covered = _covered(lines, kept, wanted)
    kept = [good and not _is_teaser(line) for line, good in zip(lines, kept, strict=True)]
    core = _core(lines, kept)
    if core is None or not covered:
        return by_structure(parts, lines, structure, headline, description) if structure.is_likely else extracted
    if core is structure.core and structure.is_likely:
        kept = [good or also for good, also in zip(kept, structure.kept, strict=True)]
    said = letters(headline or ""), letters(description)
    return _chosen(parts, _Page(lines, kept, core, structure.outside, *said))


def _chosen(parts: list[Part], page: _Page) -> list[Part]:
    return story_with_pictures(parts, {id(line.block) for line in _story(page)}, page.core)


def _kept(lines: Sequence[Line], wanted: list[str]) -> Iterator[bool]:
    """Whether each line is in the extracted text: a long one anywhere in it, a short one as a paragraph of it."""
    whole, joined = set(wanted), "".join(wanted)
    long_ones = [text for text in wanted if len(text) >= _PROSE]
    begun = {text[:_PROSE] for text in long_ones}  # trafilatura may cut it at a link
    ended = {text[-_PROSE:]: len(text) for text in long_ones}  # or lose its first letter, a drop cap
    for line in lines:
        text = line.letters
        long = len(text) >= _LONG and (
            text in joined or text[:_PROSE] in begun or 0 <= len(text) - ended.get(text[-_PROSE:], _NEVER) <= _DROP_CAP
        )
        yield text in whole or long if text else bool(_RULE.fullmatch(line.block.text))


def _covered(lines: Sequence[Line], kept: list[bool], wanted: list[str]) -> bool:
    found = sum(map(len, {line.letters for line, good in zip(lines, kept, strict=True) if good}))
    return found >= _FOUND * sum(map(len, set(wanted)))


def _core(lines: Sequence[Line], kept: list[bool]) -> Any:
    """The deepest element that holds more than half of what was kept, links left out."""
    weight: Counter[Any] = Counter()
    for line, good in zip(lines, kept, strict=True):
        if good and not line.is_links:
            weight.update(dict.fromkeys(line.above, len(line.letters)))
    return deepest(weight)


def _is_teaser(line: Line) -> bool:
    """Whether a line stands in a list item that has a linked heading: an entry of a list of stories."""
    item = next((element for element in line.above[:_DEEP] if element.tag == "li"), None)
    return item is not None and any(
        heading.find(".//a") is not None or heading.getparent().tag == "a" for heading in item.iter(*HEADINGS)
    )


def _story(page: _Page) -> Iterator[Line]:
    inside = [n for n, within in enumerate(page.inside) if within and page.kept[n]]
    first, last = inside[0], inside[-1]
    heads = (first, next((n for n in inside if page.lines[n].is_prose), first))  # a line of the time may be the first
    printed: dict[str, Any] = {}
    # Elements, not their id(): lxml makes one anew when nothing holds it, and its address is used again.
    homes = {page.lines[n].home for n in inside}
    said = "".join(page.lines[n].letters for n in inside)
    for n, line in enumerate(page.lines):
        text = line.letters
        if page.inside[n]:
            if n in heads and _is_head(line, page):
                continue
            lost = (
                n > first and _is_withheld(line, homes)
                if line.block.hidden is not None
                else _is_between(line, n, first, last)
            )
            good = page.kept[n] or (lost and _is_lost(line, homes, page) and text not in said)
        elif n < first:
            good = page.kept[n] and _is_lead(line, page) and text not in said
        else:
            good = page.kept[n] and _goes_on(line, page.core)
        good = good or (0 < n - last <= _CLOSE and not page.outside.has(line) and _signs_off(line, n == last + 1))
        if good and not _is_headline(line, page) and not _is_pointer(line) and not _is_pull_quote(line, said):
            if len(text) < _PROSE or printed.get(text, line.home) is line.home:  # sites print a lead in two places
                yield line
            printed.setdefault(text, line.home)


def _is_headline(line: Line, page: _Page) -> bool:
    """Whether a line is the headline, alone, behind a kicker, or with the day or the writer on its next line."""
    text = line.letters
    if text == page.headline or len(page.headline) < _LONG or len(text) - len(page.headline) >= _PROSE:
        return text == page.headline
    if text.startswith(page.headline):  # a first sentence may begin with the words of the headline
        return not line.ends or any(map(str.isdecimal, text[len(page.headline) :]))
    return text.endswith(page.headline) and not line.ends


def _is_head(line: Line, page: _Page) -> bool:
    """Whether the first line of the core is a standfirst: said again below, or in an element of a form of its own."""
    if _is_named(line, _STANDFIRST) and any(line.letters in one.letters and one is not line for one in page.lines):
        return True
    if _is_summary(line, page):
        return True
    if _is_named_body(page.core) or line.box is page.core or line.box.tag not in _BOXES:
        return False
    kept = zip(page.lines, page.kept, page.inside, strict=True)
    forms = {form_of(one.box) for one, good, inside in kept if good and inside and one is not line}
    own = bool(forms) and form_of(line.box) not in forms and line.above[0].tag not in HEADINGS
    return own and _is_standfirst(line, page)


def _is_summary(line: Line, page: _Page) -> bool:
    """Whether the element of a line calls itself a standfirst, and no other paragraph is in one of its form."""
    element = line.above[0]
    alone = sum(form_of(one.above[0]) == form_of(element) for one in page.lines if one.is_prose) <= 1
    return alone and bool(_STANDFIRST.search(element.get("class") or "")) and _is_standfirst(line, page)


def _is_between(line: Line, n: int, first: int, last: int) -> bool:
    """From one paragraph before the first that was kept: its lead may be the only one without an element."""
    return first - 1 <= n <= last and not line.block.caption


def _is_withheld(line: Line, homes: set[Any]) -> bool:
    """A hidden paragraph in an element beside those that were kept: the rest of a story, which a script shows."""
    return bool(homes.intersection(line.above[1:3]))


def _is_lost(line: Line, homes: set[Any], page: _Page) -> bool:
    """A line that was not kept and is story by its place: a subhead or a sentence among the paragraphs."""
    if line.is_links or page.outside.has(line):
        return False
    beside = line.block.hidden is not None or line.home in homes or line.above[0] is page.core
    return beside and (line.above[0].tag in HEADINGS or _is_sentence(line))


def _is_sentence(line: Line) -> bool:
    return len(line.letters) >= _PROSE and line.ends


def _is_lead(line: Line, page: _Page) -> bool:
    """Prose before the core that is no standfirst."""
    prose = _is_sentence(line) and not line.is_links
    return prose and (_in_named_body(line, page.core) or not _is_standfirst(line, page))


def _is_standfirst(line: Line, page: _Page) -> bool:
    """Whether a line outside of the story's element sums the story up: it is the page's description or says so."""
    start = page.description[:_PROSE]
    described = bool(start) and (start in line.letters[: 3 * _PROSE] or page.description.startswith(line.letters))
    named = not page.is_walled and (_is_named(line, _STANDFIRST) or _is_named(line, _SUMMARY))
    summary = described or named or line.above[0].tag in HEADINGS
    return summary and not begins_with_place(line.block.text) and wire.agency_of_dateline([line.block.text]) is None


def _is_named(line: Line, names: re.Pattern[str]) -> bool:
    return any(names.search(f"{one.get('class') or ''} {one.get('id') or ''}") for one in line.above[:2])


def _is_pull_quote(line: Line, said: str) -> bool:
    """A sentence of the story once more, set off."""
    quoted = any(element.tag in ("blockquote", "figure", "aside") for element in line.above[:4])
    return quoted and said.count(line.letters) > 1


def _in_named_body(line: Line, core: Any) -> bool:
    """Whether the line and the core are in one element that calls itself the body of the story."""
    above = (core, *core.iterancestors())
    shared = next((element for element in line.above if any(element is other for other in above)), None)
    return shared is not None and _is_named_body(shared)


def _is_named_body(element: Any) -> bool:
    return bool(_BODY.search(f"{element.get('class')} {element.get('itemprop')}"))


def _goes_on(line: Line, core: Any) -> bool:
    """Whether the story goes on behind the core: near it, in an element of the same form, as sites that cut it for an
    advertisement do."""
    forms = {(element.tag, element.get("class")) for element in line.above[:3] if element.get("class")}
    near = any(element in line.above for element in islice(core.iterancestors(), _WRAPPERS))
    return near and (core.tag, core.get("class")) in forms and not line.is_links


def _signs_off(line: Line, is_next: bool) -> bool:
    """Whether a line behind the story says who reported it; right behind it an agency's name alone does."""
    text = line.block.text
    return line.block.hidden is None and (
        wire.is_note(text, wire.PLAIN) or (is_next and agency_of_end(text) is not None)
    )


def _is_pointer(line: Line) -> bool:
    """Mostly link and no sentence: the headline of another story."""
    return line.is_links and not line.ends
