"""How far long work is: a bar on a terminal, else a line every ten seconds; nothing for what is done in seconds."""

import sys
import time
from types import TracebackType

from tqdm import tqdm

from wirecrawl.utils.terminal import counted

_EVERY = 10.0  # seconds between two plain lines
_BAR = "{desc}: {percentage:3.0f}%|{bar}| {n_fmt} of {total_fmt}{unit}, {rate_fmt}, {remaining} left{postfix}"


class Progress:
    """Shows on standard error how much of a whole is done, how much a second, and the time left; a context manager.

    `what` is what is counted, as in "pages read". Stories that come of it are counted beside, if there are any.
    """

    def __init__(self, name: str, what: str, total: int) -> None:
        self._name, self._what, self._total, self._done, self._stories = name, what, total, 0, 0
        self._began = self._told = time.monotonic()
        terminal = sys.stderr.isatty()
        self._bar = tqdm(
            total=total, desc=name, unit=f" {what}", leave=False, delay=1, bar_format=_BAR, disable=not terminal
        )

    def __enter__(self) -> "Progress":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bar.close()

    def add(self, done: int, stories: int = 0) -> None:
        """Count what was done since the last call, and the stories that came of it."""
        self._done += done
        self._stories += stories
        if not self._bar.disable:
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


def print_above(text: str) -> None:
    """Print on standard output while a bar may be shown: the bar makes room and is drawn again below."""
    tqdm.write(text)
