"""What became of a link or story, and why, in plain words from the ledger."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from wirecrawl.audit.text_diff import ParagraphChange, Words, compare_texts, compare_words
from wirecrawl.errors import BadArgument
from wirecrawl.news.dedupe import StoryVersion
from wirecrawl.reasons import read_reason, words_of
from wirecrawl.storage.ledger.interface import Ledger
from wirecrawl.utils.terminal import counted
from wirecrawl.web.urls import canonical_url

_RUNS = 5  # of a link that many runs saw: the last ones, newest first
_FORMS = {"": "{}", "-": "[-{}-]", "+": "{{+{}+}}"}
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


@dataclass(frozen=True, slots=True)
class VersionChange:
    """A version of a story, and what it changed of the version before it, if there is one and both texts are kept."""

    known: StoryVersion
    text: str | None
    before: str | None = None  # id@version of that one
    headline: tuple[Words, ...] = ()
    paragraphs: tuple[ParagraphChange, ...] = ()


@dataclass(frozen=True, slots=True)
class Explanation:
    """What the ledger knows of an address or id: lines about its links and headline, and the versions of its thread."""

    asked: str
    lines: list[str]
    versions: list[VersionChange]


def explain(ledger: Ledger, asked: str) -> Explanation:
    """Explain an address, a story id or a headline id as in the feed. Raises BadArgument when none is known."""
    address = _address(asked)
    links = ledger.links.history(address)
    story_id = next((link["id"] for link in links if link["id"]), address)
    repeated = next((link["of"] for link in links if link["outcome"] == "duplicate"), None)
    versions = ledger.stories.versions(story_id.partition("@")[0]) or ledger.stories.versions(repeated or "")
    headline = ledger.headlines.named(address)
    if not (links or versions or headline):
        raise BadArgument(f"{asked}: not in {ledger.path}; give an address or an id as it stands in a feed or report")
    lines = [line for link in links[:_RUNS] for line in _link_lines(ledger, link)]
    if (page := ledger.pages.find(story_id)) and page.captured:
        lines.append(f"its page is known from a capture of {page.captured}: {page.capture_url}")
    if len(links) > _RUNS:
        lines.append(f"and {counted(len(links) - _RUNS, 'earlier sighting')}")
    if headline:
        lines += _headline_lines(headline.item.headline_raw, headline.item.stages, headline.item.supersedes)
    return Explanation(asked, lines, list(_changes(versions)))


def text_lines(explanation: Explanation) -> Iterator[str]:
    """An explanation as lines of text. Of paragraphs that stayed only the number is told; `~` marks a changed one."""
    yield from explanation.lines
    if explanation.versions:
        yield f"thread {explanation.versions[0].known.thread}"
    for number, version in enumerate(explanation.versions):
        known = version.known
        yield f"  {known.name}, {known.time or 'no time'}: {printed_headline(known)}"
        yield from (f"    {line}" for line in _change_lines(version, first=number == 0))


def printed_headline(known: StoryVersion) -> str:
    """The headline as it was printed."""
    return known.headline_raw or known.headline or "(no headline)"


def remark(version: VersionChange, *, first: bool) -> str:
    """What stands in the place of changes; an empty text where there are changes, or nothing is to be said."""
    if version.text is None:
        return "its text is no longer kept"
    if version.before is None and not first:
        return "a work of its own, which replaces none of these"
    return ""


def _change_lines(version: VersionChange, *, first: bool) -> Iterator[str]:
    if said := remark(version, first=first):
        yield said
    elif version.before:
        if any(words.change for words in version.headline):
            yield f"~ headline: {_marked(version.headline)}"
        stayed = sum(not paragraph.change for paragraph in version.paragraphs)
        for paragraph in version.paragraphs:
            if paragraph.change:
                yield f"{paragraph.change} {_marked(paragraph.words) if paragraph.change == '~' else paragraph.text}"
        yield f"{counted(stayed, 'paragraph')} as in {version.before}"


def _marked(words: tuple[Words, ...]) -> str:
    """Words with [-removed-] and {+added+} ones marked; the space behind them stays outside of the marks."""
    return "".join(_FORMS[one.change].format(one.text.rstrip()) + _space(one.text) for one in words)


def _space(text: str) -> str:
    return text[len(text.rstrip()) :]


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


def _changes(versions: list[tuple[StoryVersion, str | None]]) -> Iterator[VersionChange]:
    """Each version with what it changed of its page's version before, else of the stage before."""
    last: dict[str, tuple[StoryVersion, str]] = {}
    for known, text in versions:
        work = "".join(known.line.labels)
        before = last.get(known.id) or last.get(work)
        if text is None or before is None:
            yield VersionChange(known, text)
        else:
            headline = compare_words(printed_headline(before[0]), printed_headline(known))
            yield VersionChange(known, text, before[0].name, headline, tuple(compare_texts(before[1], text)))
        if text is not None:
            last |= {known.id: (known, text), work: (known, text)}
