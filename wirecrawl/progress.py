"""How far a replay is: a bar on a terminal, else a line now and then; nothing for what is done in seconds."""

import sys
import time
from collections.abc import Iterable
from types import TracebackType

from tqdm import tqdm

from wirecrawl.reading import Read, StoryRead

_EVERY = 10.0  # seconds between two plain lines
_BAR = "{desc}: {percentage:3.0f}%|{bar}| {n_fmt} of {total_fmt} pages, {rate_fmt}, {remaining} left, {postfix}"


class Progress:
    """Pages read of a whole, stories among them, pages a second, time left; a context manager, on standard error."""

    def __init__(self, name: str, pages: int) -> None:
        self._name, self._pages, self._stories, self._read = name, pages, 0, 0
        self._began = self._told = time.monotonic()
        terminal = sys.stderr.isatty()
        self._bar = tqdm(
            total=pages, desc=name, unit=" pages", leave=False, delay=1, bar_format=_BAR, disable=not terminal
        )

    def __enter__(self) -> "Progress":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bar.close()

    def add(self, found: Iterable[Read]) -> None:
        """Count what was read."""
        pages = list(found)
        self._read += len(pages)
        self._stories += sum(isinstance(page, StoryRead) and page.entry is not None for page in pages)
        if not self._bar.disable:
            self._bar.set_postfix_str(f"{self._stories} stories", refresh=False)
            self._bar.update(len(pages))
        elif time.monotonic() - self._told >= _EVERY:
            self._told = time.monotonic()
            print(self._line(), file=sys.stderr)

    def _line(self) -> str:
        rate = self._read / (self._told - self._began)
        left = (self._pages - self._read) / rate
        return (
            f"{self._name}: {self._read} of {self._pages} pages, {self._stories} stories, "
            f"{rate:.0f} pages a second, {left:.0f} s left"
        )
