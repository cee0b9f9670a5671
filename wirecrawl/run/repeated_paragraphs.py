"""The watch over cleaned texts: a paragraph that stands in many stories of one site is a line of the site.

It only names them. Cleaning stays a function of one page; whoever mends the layout decides what goes. The memory is
bounded: of each site only the paragraphs that may still be frequent are kept.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

_LONGEST = 120  # characters; lines of a site are shorter
_LEAST, _SHARE = 5, 0.2  # stories that have it, and their share of the stories of the site
_KEPT = 400  # paragraphs of a site; more than a story's lines times the inverse of the share
_SITES = 100  # further ones are not watched
_STORIES = 20_000  # ids that are remembered; the versions of one story count once


@dataclass(frozen=True, slots=True)
class ShortParagraphs:
    """The short paragraphs of one story, with its id, its site and the layout that found them."""

    story: str
    site: str
    layout: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RepeatedParagraph:
    """A paragraph that stands in `stories` of the `all_stories` of a site that a layout cleaned."""

    text: str
    stories: int
    all_stories: int
    site: str
    layout: str

    @property
    def where(self) -> str:
        """The site, and in brackets the layout."""
        return f"{self.site} ({self.layout})"


@dataclass(slots=True)
class _Site:
    stories: int = 0
    counts: dict[str, int] = field(default_factory=dict)


def short_paragraphs(story: str, site: str | None, layout: str, text: str) -> ShortParagraphs:
    """What of a story the watch counts.

    >>> short_paragraphs("ap:1", "apnews.com", "apnews-2024", "Trending\\n\\n" + "It rains. " * 20).texts
    ('Trending',)
    """
    return ShortParagraphs(story, site or "", layout, tuple(one for one in text.split("\n\n") if len(one) <= _LONGEST))


class RepeatedParagraphs:
    """Counts in how many stories of a site each short paragraph stands."""

    def __init__(self) -> None:
        self._sites: dict[tuple[str, str], _Site] = {}
        self._stories: set[str] = set()

    def add(self, found: ShortParagraphs) -> None:
        """Count the paragraphs of a story; a story that was counted already says nothing new."""
        key = found.site, found.layout
        if found.story in self._stories or (key not in self._sites and len(self._sites) >= _SITES):
            return
        if len(self._stories) < _STORIES:
            self._stories.add(found.story)
        site = self._sites.setdefault(key, _Site())
        site.stories += 1
        for text in dict.fromkeys(found.texts):
            _count(site.counts, text)

    def frequent(self) -> list[RepeatedParagraph]:
        """The paragraphs that stand in at least five stories and in one of five of their site, the most frequent first.

        Where a site has more different ones than are kept, a count may be too small, and never too large.
        """
        return sorted(self._frequent(), key=lambda one: (-one.stories, one.site, one.text))

    def _frequent(self) -> Iterator[RepeatedParagraph]:
        for (name, layout), site in self._sites.items():
            for text, stories in site.counts.items():
                if stories >= max(_LEAST, _SHARE * site.stories):
                    yield RepeatedParagraph(text, stories, site.stories, name, layout)


def repeated_in(stories: Iterable[ShortParagraphs]) -> list[RepeatedParagraph]:
    """The frequent paragraphs of some stories."""
    watch = RepeatedParagraphs()
    for story in stories:
        watch.add(story)
    return watch.frequent()


def _count(counts: dict[str, int], text: str) -> None:
    """Count a text; where there is no room, all others lose one (Misra and Gries), so that frequent ones stay."""
    if text in counts or len(counts) < _KEPT:
        counts[text] = counts.get(text, 0) + 1
        return
    for other in list(counts):
        counts[other] -= 1
        if not counts[other]:
            del counts[other]
