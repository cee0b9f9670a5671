"""The decision on one story: new, an update of another, or a repeat; a pure function.

Exact identity decides: the page's id, then the folded text. Nearness will join at the same place, with more
neighbours from the ledger.
"""

from dataclasses import dataclass
from typing import Literal

from wirecrawl.dedupe.keys import fold, text_key
from wirecrawl.items import Handling, Story

Outcome = Literal["new", "update", "duplicate", "unchanged"]
# Sent to replace, so never swallowed as a repeat even when the text is the same.
_REPLACING = frozenset(("correction", "refile", "kill"))


@dataclass(frozen=True, slots=True)
class Known:
    """A version of a story that is in the feed, or goes there in this run."""

    id: str
    version: int
    thread: str
    text_key: str | None
    headline: str | None
    handling: Handling | None = None
    this_run: bool = False

    @property
    def name(self) -> str:
        return f"{self.id}@{self.version}"


@dataclass(frozen=True, slots=True)
class Decision:
    """What a story is. `of` names what it repeats or updates, `kind` says by what it was recognised."""

    outcome: Outcome
    thread: str
    version: int = 1
    supersedes: str | None = None
    of: str | None = None
    kind: str | None = None
    similarity: float | None = None


def decide(story: Story, same_id: Known | None, same_text: Known | None) -> Decision:
    """Decide on a story given the newest version under its id and the first story with its text, if any.

    A later page under one id is its next version when text (or, in a later run, headline) differ, or when it has
    become a correction, refile or kill; a raised lead number alone is no new version. Of several pages with one
    text the first stays, unless the later one is a correction, refile or kill.
    """
    if same_id:
        return _same_page(story, same_id)
    if same_text and same_text.text_key is not None:
        if story.marks.handling in _REPLACING:
            return Decision("update", same_text.thread, supersedes=same_text.name, of=same_text.id, kind="same text")
        return Decision("duplicate", same_text.thread, of=same_text.id, kind="same text", similarity=1.0)
    return Decision("new", story.id)


def _same_page(story: Story, known: Known) -> Decision:
    same_text = text_key(story.text) == known.text_key
    same_headline = known.this_run or fold(story.headline or "") == fold(known.headline or "")
    replaces = story.marks.handling in _REPLACING and story.marks.handling != known.handling
    if same_text and same_headline and not replaces:
        outcome: Outcome = "duplicate" if known.this_run else "unchanged"
        return Decision(outcome, known.thread, known.version, of=known.id, kind="same id", similarity=1.0)
    return Decision("update", known.thread, known.version + 1, known.name, known.id, "same id")
