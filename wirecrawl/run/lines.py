"""One story of the journal to its line: the check against the schema, the decision, the outcome; knows no Scrapy.

A crawl and a replay on this machine send each candidate through Scrapy's pipelines, which call `check` and
`decide_line`; a replay on a cluster calls `story_lines`, which does the same for every candidate.
"""

from collections.abc import Iterable, Iterator

import msgspec

from wirecrawl.items import Headline, Story
from wirecrawl.news.dedupe import Decision
from wirecrawl.reasons import Reason, ReasonKind, because
from wirecrawl.run.deciding import PendingStory, decide_story
from wirecrawl.run.state import Run


def story_lines(run: Run, candidates: Iterable[PendingStory], *, mark: bool) -> Iterator[Story]:
    """The stories that are written, in the order of the candidates; every other one gets its outcome here.

    With `mark`, duplicates are written too and name what they repeat. The ledger needs an open transaction.
    """
    for candidate in candidates:
        if check(run, candidate) is None:
            line, _ = decide_line(run, candidate, mark=mark)
            if line:
                yield line


def check(run: Run, line: PendingStory | Story | Headline) -> Reason | None:
    """Why a line breaks the schema of its feed, None for one that keeps it. The link of such a story is `failed`."""
    story = line.story if isinstance(line, PendingStory) else line
    try:
        msgspec.json.decode(msgspec.json.encode(story), type=type(story))
    except (msgspec.ValidationError, UnicodeEncodeError) as error:
        reason = because(ReasonKind.AGAINST_SCHEMA, error)
        if isinstance(line, PendingStory):
            run.set_outcome(line.link, "failed", reason)
            run.ledger.journal.remove(run.number, line.link)
        return reason
    return None


def decide_line(run: Run, candidate: PendingStory, *, mark: bool) -> tuple[Story | None, Decision]:
    """Decide on a candidate: its line, None for one that is not written, and the decision."""
    decision = decide_story(run, candidate)
    story = candidate.story
    if decision.outcome in ("new", "update"):
        return story, decision
    if decision.outcome == "duplicate" and mark:
        story.duplicate_of, story.duplicate_kind = decision.of, decision.kind
        story.similarity = decision.similarity
        return story, decision
    return None, decision
