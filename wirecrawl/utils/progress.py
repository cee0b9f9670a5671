"""How far long work is: a bar on a terminal, else a line now and then; nothing for what is done in seconds."""

import sys
import time
from dataclasses import dataclass
from types import TracebackType
from typing import TYPE_CHECKING, NoReturn

from wirecrawl.utils.terminal import counted

if TYPE_CHECKING:  # imported where a bar is drawn: a run that no terminal shows needs none
    from tqdm import tqdm

_EVERY = 10.0  # seconds between two plain lines
_BAR = "{desc}: {percentage:3.0f}%|{bar}| {n_fmt} of {total_fmt}{unit}, {rate_fmt}, {remaining} left{postfix}"

_CRAWL_BAR = "{desc}: {percentage:3.0f}%|{bar}| {unit}"


class Progress:
    """Shows on standard error how much of a whole is done, how much a second, and the time left; a context manager.

    `what` is what is counted, as in "pages read". Stories that come of it are counted beside, if there are any.
    """

    def __init__(self, name: str, what: str, total: int) -> None:
        self._name, self._what, self._total, self._done, self._stories = name, what, total, 0, 0
        self._began = self._told = time.monotonic()
        self._bar = self._opened() if sys.stderr.isatty() else None

    def _opened(self) -> "tqdm[NoReturn]":
        from tqdm import tqdm

        unit = f" {self._what}"
        return tqdm(total=self._total, desc=self._name, unit=unit, leave=False, delay=1, bar_format=_BAR)

    def __enter__(self) -> "Progress":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:  # a bar of nothing is false
            self._bar.close()

    def add(self, done: int, stories: int = 0) -> None:
        """Count what was done since the last call, and the stories that came of it."""
        self._done += done
        self._stories += stories
        if self._bar is not None:
            self._bar.set_postfix_str(self._story_count().removeprefix(", "), refresh=False)
            self._bar.update(done)
        elif time.monotonic() - self._told >= _EVERY:
            self._told = time.monotonic()
            print(self._line(), file=sys.stderr)

    def _story_count(self) -> str:
        return f", {counted(self._stories, 'story')}" if self._stories else ""

    def _line(self) -> str:
        rate = self._done / (self._told - self._began)
        left = (self._total - self._done) / rate if rate else 0.0
        return (
            f"{self._name}: {self._done} of {self._total} {self._what}{self._story_count()}, "
            f"{rate:.0f} a second, {left:.0f} s left"
        )


@dataclass(frozen=True, slots=True)
class CrawlCounts:
    """How far a crawl is: links that it knows and those that it is done with, and what it did for them."""

    known: int
    done: int
    new: int  # stories that no earlier run knew
    requests: int
    hosts: int  # whose answer or turn a request waits for


class CrawlProgress:
    """Shows on standard error how far a crawl is, whose whole grows while it goes on.

    A terminal has a bar at the bottom; anything else gets a line for each call of `show`.
    """

    def __init__(self, name: str) -> None:
        self._name, self._began = name, time.monotonic()
        self.is_bar = sys.stderr.isatty()
        self._bar: tqdm[NoReturn] | None = None

    def show(self, counts: CrawlCounts) -> None:
        """Draw the bar anew, or print a line."""
        words = _crawl_words(counts, time.monotonic() - self._began)
        if self.is_bar:
            self._draw(counts, words)
        else:
            print(f"{self._name}: {words}", file=sys.stderr, flush=True)

    def _draw(self, counts: CrawlCounts, words: str) -> None:
        from tqdm import tqdm

        if self._bar is None:  # tqdm draws it when it is made
            self._bar = tqdm(
                desc=self._name, total=counts.known, leave=False, bar_format=_CRAWL_BAR, dynamic_ncols=True, unit=words
            )
        self._bar.total, self._bar.n, self._bar.unit = counts.known, counts.done, words
        self._bar.refresh()

    def clear(self) -> None:
        """Take the bar away until it is drawn again, so that a line can be printed."""
        if self._bar is not None:
            self._bar.clear()

    def close(self) -> None:
        """Take the bar away for good."""
        if self._bar is not None:
            self._bar.close()


def _crawl_words(counts: CrawlCounts, seconds: float) -> str:
    """The counts in words, what matters most first: a narrow terminal cuts the end."""
    minutes, rest = divmod(int(seconds), 60)
    return (
        f"{counts.done} of {counted(counts.known, 'link')}, {counts.new} new, {minutes}:{rest:02}, "
        f"{counts.done / max(seconds, 1):.1f}/s, {counted(counts.requests, 'request')}, "
        f"{counted(counts.hosts, 'host')} waiting"
    )


def print_above(text: str) -> None:
    """Print on standard output while a bar may be shown: the bar makes room and is drawn again below."""
    from tqdm import tqdm

    tqdm.write(text)
