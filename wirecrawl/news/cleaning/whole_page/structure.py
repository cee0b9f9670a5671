"""Where the story of a page stands, by the page's own structure: dense prose under the headline, no lists of stories.

No words are compared here but those of the headline: what holds is true of sites in any language.

The file is longer than others because the marks of a line and what is read of them stand together.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any

from wirecrawl.news.cleaning.blocks import Block, Part
from wirecrawl.news.cleaning.letters import letter_count, letters
from wirecrawl.news.markup.sentences import ends_sentence

HEADINGS = frozenset(("h2", "h3", "h4", "h5", "h6"))
_PROSE = 40  # letters; a sentence of a story, in scripts with letters
_HAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")  # one of these says as much as three letters
_HALF = 0.5
_BEFORE = 0.3  # what prose before the headline counts: a story may stand there, a list of stories mostly does
_SURE = 0.7  # of the page's prose
_LEAST = 300  # letters
_SURER, _MUCH = 0.9, 600  # the same for a page whose headline stands nowhere
_NEAR = 60  # lines from the headline to the story: a menu or a list of pictures may stand between
_STATED = 3  # what prose counts in an element that the page states to be the body of its article
_REACH = 25  # blocks behind a heading in which its story is looked for
_TITLE = 12  # letters of a linked line that may be the headline of another story
_DEEP = 7  # elements around a block that may be its entry in a list
_WRAPPED = 4  # elements from a paragraph up to where the one that holds all of them is looked for
_ENTRIES = 3
_MOST_PROSE = 2  # paragraphs of an entry
_LISTS, _TABLES = frozenset(("ul", "ol", "dl")), frozenset(("table",))
_SIDES = frozenset(("aside", "nav", "footer", "form", "figcaption", "header"))
_SIDE = re.compile(
    r"(?<![a-z])(?:comments?|related|recommend\w*|teasers?|promos?|sidebar|footer|popular|most-?read|newsletters?|"
    r"cookies?|consent|paywall-?(?:offers?|box|cta|promo|message|prompt)|modal|disqus|copyright|embed|twitter-tweet|instagram-media|fb-post|tiktok-embed|donat(?:e|ions?)|subscri(?:be|ption)s?|sign-?up|letter-to\S*|"
    r"breadcrumbs?|(?:video|audio|media)-?(?:player|box|title|duration)|ratings?|info-?box|fact-?box|fakta(?:-?(?:boks|ruta|box))?|share|sharing|social|author-?(?:bio|box|info)|print|tags)(?![a-z])",
    re.IGNORECASE,
)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
# The names that only boxes beside a story have, however long they are.
_NEVER = re.compile(r"(?<![\w-])(?:comments?(?:[-_]?(?:list|area|section))?|disqus\S*|footer)(?![\w-])", re.IGNORECASE)


@dataclass(eq=False)
class Line:
    """A block of the page with what is asked of it often."""

    block: Block
    above: tuple[Any, ...]  # the element that it stands in and those around it
    home: Any = None  # the element that holds it and those beside it; a wrapper of single paragraphs is none

    @cached_property
    def letters(self) -> str:
        return letters(self.block.text)

    @cached_property
    def size(self) -> int:
        """Letters; a Han or Hangul character counts as three."""
        return len(self.letters) + (0 if self.block.text.isascii() else 2 * len(_HAN.findall(self.letters)))

    @cached_property
    def ends(self) -> bool:
        return ends_sentence(self.block.text)

    @cached_property
    def is_links(self) -> bool:
        return self.block.linked > _HALF * letter_count(self.block.text)

    @property
    def is_shown(self) -> bool:
        """Whether readers see it as part of the text."""
        return self.block.hidden is None and not self.block.caption

    @cached_property
    def is_prose(self) -> bool:
        """Whether it is a visible sentence of some length, and neither a caption nor a list of links."""
        long = len(self.block.text) >= _PROSE // 3 and not self.is_links and self.size >= _PROSE
        return self.is_shown and long and self.ends

    @property
    def box(self) -> Any:
        """The element around the one that it stands in."""
        return self.above[1] if len(self.above) > 1 else None


@dataclass(frozen=True, slots=True)
class Structure:
    """What of a page is story: the element that holds most of it, which lines, and what share of the page's prose."""

    core: Any
    kept: list[bool]
    share: float
    start: int  # the line of the headline, -1 for none
    size: int  # letters of the core's prose
    outside: "Outside"

    @property
    def is_sure(self) -> bool:
        """Whether the page leaves no doubt: one element has nearly all prose, of which there is much, or a headline."""
        if self.start < 0:
            return self.share >= _SURER and self.size >= _MUCH
        return self.is_likely and self.share >= _SURE and self.size >= _LEAST

    @property
    def is_likely(self) -> bool:
        """Whether prose follows the headline, however little it is."""
        return self.start >= 0 and True in self.kept and 0 < self.kept.index(True) - self.start <= _NEAR


def read_lines(parts: Sequence[Part]) -> list[Line]:
    """The blocks of a page as lines."""
    known: dict[Any, tuple[Any, ...]] = {None: ()}
    lines = []
    for part in parts:
        if isinstance(part, Block):
            if part.place not in known:
                known[part.place] = (part.place, *part.place.iterancestors())
            lines.append(Line(part, known[part.place]))
    _find_homes(lines)
    return lines


def _find_homes(lines: Sequence[Line]) -> None:
    count = Counter(element for line in lines for element in line.above[1:_WRAPPED])
    single = [line for line in lines if count[line.box] == 1]
    forms = Counter(form_of(line.box) for line in single if line.is_prose)
    for line in lines:
        line.home = line.box
        for wrapper, outer in pairwise(line.above[1:_WRAPPED]):
            if count[wrapper] > 1 or (forms[form_of(wrapper)] < _ENTRIES and line.above[0].tag not in HEADINGS):
                break
            line.home = outer


def form_of(element: Any) -> tuple[Any, str]:
    """The tag and the class of an element: those of one kind of a site have the same."""
    return (None, "") if element is None else (element.tag, element.get("class") or "")


def read_structure(lines: Sequence[Line], headline: str | None) -> Structure:
    """Find the story of a page whose headline is known."""
    start = _headline(lines, letters(headline or ""))
    outside = Outside(lines, start)
    good = [line.is_prose and not outside.has(line) for line in lines]
    weight: Counter[Any] = Counter()
    bodies = {one for line in lines for one in line.above[:_DEEP] if one.get("itemprop") == "articleBody"}
    for n, line in enumerate(lines):
        if good[n]:
            part = (1 if n > start else _BEFORE) * (_STATED if bodies.intersection(line.above) else 1)
            weight.update(dict.fromkeys(line.above, int(line.size * part)))
    core = deepest(weight)
    share = weight[core] / max(weight.values()) if core is not None else 0.0
    kept = [n in found for found in [_with_short(lines, good, core, start, outside)] for n in range(len(lines))]
    return Structure(core, kept, share, start, weight[core], outside)


def deepest(weight: Counter[Any]) -> Any:
    """The deepest element that holds more than half of the weight; None where there is none."""
    total = max(weight.values(), default=0)
    heavy = [element for element, size in weight.items() if size > _HALF * total]
    core = max(heavy, key=lambda element: sum(1 for _ in element.iterancestors()), default=None)
    return core.getparent() if core is not None and core.tag in ("p", *HEADINGS) else core


def _headline(lines: Sequence[Line], headline: str) -> int:
    """The line of the headline: of several that say it, the one that most prose follows."""
    shown = [(n, line) for n, line in enumerate(lines) if headline and line.block.hidden is None]
    same = [n for n, line in shown if line.letters == headline]
    heads = same or [n for n, line in enumerate(lines) if line.above and line.above[0].tag == "h1"]
    heads = heads or [n for n, line in shown if _is_much_of(line.letters, headline)]
    return max(heads, key=lambda n: _prose_behind(lines, n), default=-1)


def _is_much_of(text: str, headline: str) -> bool:
    """Whether a line is the headline but for the name of the site, or for a kicker that one of them has."""
    short, long = sorted((text, headline), key=len)
    return len(short) > _HALF * len(long) and short in long


def _prose_behind(lines: Sequence[Line], n: int) -> float:
    behind = sum(line.size for line in lines[n + 1 : n + 1 + _REACH] if line.is_prose)
    return behind * (2 if lines[n].above[0].tag == "h1" else 1)


def _with_short(lines: Sequence[Line], good: list[bool], core: Any, start: int, outside: "Outside") -> set[int]:
    """The numbers of the lines that are prose, and of the short ones beside it in the core."""
    whole = {n for n, is_good in enumerate(good) if is_good and n > start}
    inside = [n for n in sorted(whole) if any(core is element for element in lines[n].above)]
    if not inside:
        return whole
    homes = {lines[n].home for n in inside} | {core}
    first, last = inside[0], inside[-1]
    beside = [
        (_is_beside(line, homes) or (first < n < last and _is_entry(line, homes))) and not outside.has(line)
        for n, line in enumerate(lines)
    ]
    while first - 1 > start and beside[first - 1]:
        first -= 1
    while last + 1 < len(lines) and beside[last + 1]:
        last += 1
    return whole | {n for n in range(first, last + 1) if beside[n]}


def _is_beside(line: Line, homes: set[Any]) -> bool:
    """Whether a line stands among the paragraphs of the story: in an element that holds some of them."""
    holds = line.home in homes or ("\t" in line.block.text and _is_in(line, _TABLES, homes))
    return line.is_shown and not line.is_links and holds and line.above[0].tag != "h1"


def _is_entry(line: Line, homes: set[Any]) -> bool:
    """Whether a line stands in a list that stands among the paragraphs of the story."""
    return line.is_shown and not line.is_links and _is_in(line, _LISTS, homes)


def _is_in(line: Line, tags: frozenset[str], homes: set[Any]) -> bool:
    return any(element.tag in tags and element.getparent() in homes for element in line.above)


class Outside:
    """The elements of a page that hold no part of its story: entries of lists of stories, and sides of the page."""

    def __init__(self, lines: Sequence[Line], start: int) -> None:
        self._heading = set(lines[start].above) if start >= 0 else set()
        self._known = {entry: entry not in self._heading for entry in _entries(lines)}
        self._prose: Counter[Any] = Counter()
        for line in lines:
            if line.is_prose:
                self._prose.update(dict.fromkeys(line.above, line.size))
        self._most = _HALF * max(self._prose.values(), default=0)

    def has(self, line: Line) -> bool:
        """Whether a line stands in one of them."""
        return any(self._is_side(element) for element in line.above)

    def _is_side(self, element: Any) -> bool:
        if element not in self._known:
            names = _CAMEL.sub("-", f"{element.get('class') or ''} {element.get('id') or ''}")
            side = _SIDE.search(names)
            named = element.tag in _SIDES or (side is not None and _leads_away(element, side[0]))
            never = bool(_NEVER.search(names)) or self._prose[element] < self._most
            self._known[element] = named and never and element not in self._heading
        return self._known[element]


def _leads_away(element: Any, name: str) -> bool:
    """Whether a part of the page is one beside the story: a teaser is one of another story only if it has a link."""
    return not name.lower().startswith("teaser") or element.find(".//a") is not None


def _entries(lines: Sequence[Line]) -> Iterator[Any]:
    """The entries of lists of stories: siblings of one kind, of which most hold a linked headline."""
    prose: Counter[Any] = Counter()
    titles: Counter[Any] = Counter()
    for line in lines:
        if line.is_prose:
            prose.update(line.above[:_DEEP])
        elif _is_title(line):
            titles.update(line.above[:_DEEP])
    for parent in {element.getparent() for element in prose} - {None}:
        for alike in _alike(parent):
            listed = [element for element in alike if titles[element]]
            if len(alike) >= _ENTRIES and 2 * len(listed) >= len(alike):
                yield from (element for element in listed if 1 <= prose[element] <= _MOST_PROSE)


def _is_title(line: Line) -> bool:
    """Whether a line may be the linked headline of another story."""
    linked = line.block.links and line.is_links and not line.ends
    return bool(linked) and (len(line.letters) >= _TITLE or any(one.tag in HEADINGS for one in line.above[:2]))


def _alike(parent: Any) -> Iterator[list[Any]]:
    """The children of an element by their tag and the first of their classes."""
    kinds: dict[tuple[str, str], list[Any]] = defaultdict(list)
    for child in parent.iterchildren("*"):
        kinds[child.tag, next(iter((child.get("class") or "").split()), "")].append(child)
    return iter(kinds.values())
