"""Where a line stands in an export of many files: its month, its agency, and names that any file system takes."""

import re
from collections import OrderedDict
from datetime import UTC, datetime
from hashlib import blake2b
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

from wirecrawl.items import Headline, Story

UNDATED, UNKNOWN = "undated", "unknown"
_UNSAFE = re.compile(r"[^A-Za-z0-9_.@+-]")
_LONGEST = 150  # characters of a name; a file system takes 255
_MOST_OPEN = 100  # files at once; a process may often have 1024


def time_of(line: Story | Headline) -> str | None:
    """When a line was published, ISO 8601 with offset; else when it was fetched or, for a headline, first seen."""
    return (line.published or line.fetched) if isinstance(line, Story) else line.first_seen


def month_of(line: Story | Headline) -> str:
    """The month of a line as YYYY-MM, by the clock of its page; "undated" when it has no time."""
    time = time_of(line)
    return datetime.fromisoformat(time).date().isoformat()[:7] if time else UNDATED


def utc(time: str | None) -> datetime | None:
    """A time of a line in UTC.

    >>> utc("2026-11-20T09:30:00+08:00").isoformat()
    '2026-11-20T01:30:00+00:00'
    """
    return datetime.fromisoformat(time).astimezone(UTC) if time else None


def safe_name(text: str) -> str:
    """A text as the name of a file or folder: `:` becomes `-`. What else had to be changed is told apart by a hash.

    >>> safe_name("xinhua:content_40302849@1"), safe_name("../etc")
    ('xinhua-content_40302849@1', '_..-etc-53dac9b2')
    """
    name = _UNSAFE.sub("-", text)[:_LONGEST]
    if name.startswith((".", "-")) or not name:
        name = f"_{name}"
    changed = name != text.replace(":", "-")
    return f"{name}-{blake2b(text.encode(), digest_size=4).hexdigest()}" if changed else name


class Shards:
    """Files below a folder to which data is appended in turn; some are open at once. A context manager."""

    def __init__(self, folder: Path) -> None:
        self.names: dict[str, None] = {}  # of all files, in the order of their first data
        self._folder = folder
        self._open: OrderedDict[str, BinaryIO] = OrderedDict()

    def append(self, name: str, data: bytes) -> None:
        """Append to the file of that name, which may have folders in it. Raises OSError."""
        if name in self._open:
            self._open.move_to_end(name)
        else:
            self._open[name] = self._opened(name)
        self._open[name].write(data)

    def _opened(self, name: str) -> BinaryIO:
        if len(self._open) >= _MOST_OPEN:
            self._open.popitem(last=False)[1].close()
        file = self._folder / name
        if name not in self.names:
            self.names[name] = None
            file.parent.mkdir(parents=True, exist_ok=True)
        return file.open("ab")

    def __enter__(self) -> "Shards":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for file in self._open.values():
            file.close()
