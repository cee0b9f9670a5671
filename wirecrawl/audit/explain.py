"""What became of a link or story, and why, in plain words from the ledger."""

from collections.abc import Iterator
from typing import Any

from wirecrawl.audit.paragraph_diff import paragraph_diff
from wirecrawl.errors import BadArgument
from wirecrawl.news.dedupe import StoryVersion
from wirecrawl.reasons import read_reason, words_of
from wirecrawl.storage.ledger.interface import Ledger
from wirecrawl.utils.terminal import counted
from wirecrawl.web.urls import canonical_url

_RUNS = 5  # of a link that many runs saw: the last ones, newest first
_MEANINGS = {
    "new": "went to the feed as a new story",
    "update": "went to the feed as an update of",
    "duplicate": "is a repeat of",
    "unchanged": "is unchanged since it was last fetched",
    "gone": "was withdrawn by the site (404 or 410)",
    "filtered": "was not asked for",
    "empty": "was fetched and holds no story",
    "failed": "could not be had",
    "not reached": "was not fetched",
    None: "was still being fetched when the run ended",
}


def explain(ledger: Ledger, asked: str) -> list[str]:
    """Lines about an address, a story id or a headline id as in the feed. Raises BadArgument when none is known."""
    address = _address(asked)
    links = ledger.links.history(address)
    story_id = next((link["id"] for link in links if link["id"]), address)
    repeated = next((link["of"] for link in links if link["outcome"] == "duplicate"), None)
    versions = ledger.stories.versions(story_id.partition("@")[0]) or ledger.stories.versions(repeated or "")
    headline = ledger.headlines.named(address)
    if not (links or versions or headline):
        raise BadArgument(f"{asked}: not in {ledger.path}; give an address or an id as it stands in a feed or report")
    lines = [line for link in links[:_RUNS] for line in _link_lines(ledger, link)]
    if len(links) > _RUNS:
        lines.append(f"and {counted(len(links) - _RUNS, 'earlier sighting')}")
    if headline:
        lines += _headline_lines(headline.item.headline_raw, headline.item.stages, headline.item.supersedes)
    return [*lines, *_chain_lines(versions)]


def _address(asked: str) -> str:
    try:
        return canonical_url(asked)
    except ValueError:
        return asked


def _link_lines(ledger: Ledger, link: dict[str, Any]) -> Iterator[str]:
    of = f" {link['of']}" if link["of"] and link["outcome"] in ("update", "duplicate") else ""
    words = words_of(read_reason(link["reason"]))
    reason = f" ({words})" if words else ""
    yield f"{link['url']}"
    yield f"  run {link['run']} of {link['spider']}, {link['started']}: {_MEANINGS[link['outcome']]}{of}{reason}"
    yield f"  first shown by {link['source']}"
    for one in ledger.stories.comparisons(link["run"], link["url"]):
        yield f"  compared with {one.name}: {one.label} ({one.kind}), similarity {one.similarity}"


def _headline_lines(raw: str, stages: list[str], supersedes: str | None) -> Iterator[str]:
    yield f"headline: {raw}"
    yield f"  stages: {', '.join(stage or '(none)' for stage in stages)}"
    if supersedes:
        yield f"  supersedes {supersedes}"


def _chain_lines(versions: list[tuple[StoryVersion, str | None]]) -> Iterator[str]:
    """The chain, each version with what it changed of its page's version before, else of the stage before."""
    if versions:
        yield f"thread {versions[0][0].thread}"
    texts: dict[str, str] = {}
    for known, text in versions:
        yield f"  {known.name}, {known.time or 'no time'}: {known.headline_raw or known.headline or '(no headline)'}"
        work = "".join(known.line.labels)
        before = texts.get(known.id, texts.get(work))
        if text is None:
            yield "    its text is no longer kept"
        elif before is not None:
            for sign, paragraph in paragraph_diff(before.split("\n\n"), text.split("\n\n")):
                yield f"    {sign} {paragraph}"
        elif texts:
            yield "    a work of its own, which replaces none of these"
        if text is not None:
            texts |= {known.id: text, work: text}
