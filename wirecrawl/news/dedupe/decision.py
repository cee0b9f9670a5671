"""Decides whether a story is new, an update of a known story, or a duplicate of one.

A story with the id or the text of a known version belongs to that one. Any other story is compared with the versions in
the chains that run/deciding.py found by their block keys.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal, NamedTuple

from wirecrawl.items import Marks, Story
from wirecrawl.news.dedupe.meaning.pair_keys import is_alike
from wirecrawl.news.dedupe.relations.headlines import CONFLICTS, HEADLINE_HOURS, REPLACING, Relation
from wirecrawl.news.dedupe.relations.stories import relate_stories
from wirecrawl.news.dedupe.words.blocks import text_keys
from wirecrawl.news.dedupe.words.compared_headline import ComparedHeadline, read_line
from wirecrawl.news.dedupe.words.keys import fold, text_key
from wirecrawl.utils.times import hours_before, hours_between

DecisionOutcome = Literal["new", "update", "duplicate", "unchanged"]


@dataclass
class StoryVersion:
    """A version of a story that is in the feed, or may go there in this run."""

    id: str
    version: int
    thread: str
    text_key: str | None
    headline: str | None
    marks: Marks
    headline_raw: str | None = None
    agency: str | None = None
    time: str | None = None  # when it was published, else fetched; ISO 8601 UTC
    text: str | None = None  # None also if it will not be compared by its text
    this_run: bool = False
    blocks: Sequence[int] | None = None  # its block keys, if they were computed before

    @property
    def name(self) -> str:
        return f"{self.id}@{self.version}"

    @cached_property
    def line(self) -> ComparedHeadline:
        """The headline, with the marks of the story: these may come from a slug line or a note, too."""
        return replace(read_line(self.headline_raw or self.headline or "", self.agency), marks=self.marks)

    @cached_property
    def keys(self) -> list[int]:
        """The block keys of the headline and of the text, by which similar stories are found."""
        if self.blocks is not None:
            return list(self.blocks)
        return [*self.line.block_keys, *text_keys(self.text or "")]

    @cached_property
    def text_blocks(self) -> frozenset[int]:
        """Those of its keys that are of the text."""
        return frozenset(self.keys).difference(self.line.block_keys)


class Keys(NamedTuple):
    """By what equal and similar stories are found: the key of the text, and the block keys.

    They are computed in the process that cleans the page.
    """

    text: str | None
    blocks: list[int]


@dataclass(frozen=True, slots=True)
class Compared:
    """The result of comparing a story with one known version, whose `name` is id@version."""

    name: str
    label: str
    kind: str
    similarity: float


@dataclass(frozen=True, slots=True)
class Decision:
    """What a story is. `of` is the id of the story that it repeats or updates; `kind` names the evidence."""

    outcome: DecisionOutcome
    thread: str
    version: int = 1
    supersedes: str | None = None
    of: str | None = None
    kind: str | None = None
    similarity: float | None = None
    compared: tuple[Compared, ...] = ()


def decide(
    story: StoryVersion,
    same_id: StoryVersion | None,
    same_text: StoryVersion | None,
    chains: Iterable[Sequence[StoryVersion]] = (),
    headline_hours: float = HEADLINE_HOURS,
) -> Decision:
    """Decide on a story, given the newest version under its id, the first story with its text, and similar chains.

    Under a known id, the page is the next version if its text or (in a later run) its headline differs, or if it has
    become a correction, refile or kill. A higher lead number alone makes no new version. A story with a known text is a
    duplicate, unless it is a correction, refile or kill. Any other story is compared with every version of each chain.
    """
    if same_id:
        return _same_page(story, same_id)
    if same_text and same_text.text_key is not None:
        return _same_text(story, same_text)
    return _like(story, chains, headline_hours)


def _same_page(story: StoryVersion, known: StoryVersion) -> Decision:
    same_headline = known.this_run or fold(story.headline or "") == fold(known.headline or "")
    if same_headline and has_same_text(story, known):
        outcome: DecisionOutcome = "duplicate" if known.this_run else "unchanged"
        return Decision(outcome, known.thread, known.version, of=known.id, kind="same id", similarity=1.0)
    return Decision("update", known.thread, known.version + 1, known.name, known.id, "same id")


def has_same_text(story: StoryVersion, known: StoryVersion) -> bool:
    """Whether a page has the text of a known version, and is no correction, refile or kill of it."""
    return story.text_key == known.text_key and not _replaces(story, known)


def _replaces(story: StoryVersion, known: StoryVersion) -> bool:
    """Whether a story is a correction, refile or kill of the known one: never a duplicate, even with the same text."""
    return story.marks.handling in REPLACING and story.marks.handling != known.marks.handling


def _same_text(story: StoryVersion, known: StoryVersion) -> Decision:
    if _replaces(story, known):
        return Decision("update", known.thread, supersedes=known.name, of=known.id, kind="same text", similarity=1.0)
    return Decision("duplicate", known.thread, of=known.id, kind="same text", similarity=1.0)


def _like(story: StoryVersion, chains: Iterable[Sequence[StoryVersion]], headline_hours: float) -> Decision:
    """Decide by the most similar chain to which the story belongs.

    A story that belongs to none is new. If it sums up the event of a chain, it joins that chain's thread.
    """
    found: list[Decision] = []
    threads: list[Decision] = []
    compared: list[Compared] = []
    for chain in chains:
        if not any(_is_near(known, story) for known in chain):
            continue
        relations = [(known, _relate(known, story, headline_hours)) for known in chain]
        compared += [
            Compared(known.name, "thread" if r.thread else r.label, r.kind, r.similarity) for known, r in relations
        ]
        if decision := _joined(story, relations):
            found.append(decision)
        elif _tied(relations):
            threads.append(Decision("new", chain[0].thread))
    if not compared:  # true of most stories
        return Decision("new", story.id)
    found.sort(key=lambda decision: (decision.outcome != "duplicate", -(decision.similarity or 0.0), decision.thread))
    best = (found or threads or [Decision("new", story.id)])[0]
    return replace(best, compared=tuple(compared))


def _is_near(known: StoryVersion, story: StoryVersion) -> bool:
    """Whether a comparison is worth the time: of what shares a pair of concepts alone most is about something else."""
    a, b = known.line, story.line
    alike = not set(a.keys).isdisjoint(b.keys) or is_alike(a.gist, b.gist)
    return alike or not known.text_blocks.isdisjoint(story.text_blocks)


def _tied(relations: Sequence[tuple[StoryVersion, Relation]]) -> bool:
    """Whether a story that joins no chain belongs to its thread: one member is on its event, and none conflicts."""
    found = [relation for _, relation in relations]
    return any(r.one_thread for r in found) and not any(r.kind in CONFLICTS for r in found)


def version_to_compare(story: Story, keys: Keys | None = None) -> StoryVersion:
    """Build what `decide` compares from a story that has no version yet. Given `keys` are not computed again."""
    return StoryVersion(
        story.id,
        0,
        story.id,
        keys.text if keys else text_key(story.text),
        story.headline,
        story.marks,
        story.headline_raw,
        story.agency,
        hours_before(story.published or story.fetched, 0),
        story.text,
        blocks=keys.blocks if keys else None,
    )


def keys_of(story: Story) -> Keys:
    """Compute the keys of a story. They depend on nothing but the story."""
    known = version_to_compare(story)
    return Keys(known.text_key, known.keys)


def _relate(known: StoryVersion, story: StoryVersion, headline_hours: float) -> Relation:
    """Relate a story to a known one. If the story is the older one, relate the known one to the story instead."""
    hours = hours_between(known.time, story.time)
    relation = _in_order(known, story, hours, headline_hours)
    if not _came_before(story, known):
        return relation
    other = _in_order(story, known, hours, headline_hours)
    if other.label == "duplicate":  # the known one repeats part of the story, but the story does not repeat it
        return relation if relation.label == "duplicate" else replace(other, label="update")
    return other


def _in_order(a: StoryVersion, b: StoryVersion, hours: float, headline_hours: float) -> Relation:
    same = a.text_key == b.text_key
    return relate_stories(a.line, b.line, hours, a.text or "", b.text or "", same, headline_hours)


def _came_before(story: StoryVersion, known: StoryVersion) -> bool:
    """Whether a story is older than a known one: a run may find an early stage after a later one.

    Marks decide before times, because a page may print only the day: a lead is later than an Urgent of the same day.
    """
    marked_later = known.line.parsed.stage and story.line.rank > known.line.rank
    if marked_later or not (story.time and known.time):
        return False
    return (story.time, story.line.rank) < (known.time, known.line.rank)


def _joined(story: StoryVersion, relations: Sequence[tuple[StoryVersion, Relation]]) -> Decision | None:
    """Return the decision that puts a story into a chain, or None if it does not belong there.

    It is a duplicate if it repeats one member and conflicts with none, and an update if it updates the newest member
    and is on the event of all. An older stage joins the thread as a new story, which replaces no version.
    """
    if any(relation.kind in CONFLICTS for _, relation in relations):
        return None
    repeats = [pair for pair in relations if pair[1].label == "duplicate"]
    if repeats:
        known, relation = max(repeats, key=lambda pair: pair[1].similarity)
        return Decision("duplicate", known.thread, 1, None, known.id, relation.kind, relation.similarity)
    works = [pair for pair in relations if pair[1].kind != "another work"]
    if not works or works[-1][1].label == "different" or not all(relation.one_thread for _, relation in works):
        return None
    known, relation = works[-1]
    if any(_came_before(story, member) for member, _ in works):
        return Decision("new", known.thread, similarity=relation.similarity)
    return Decision("update", known.thread, 1, known.name, known.id, relation.kind, relation.similarity)
