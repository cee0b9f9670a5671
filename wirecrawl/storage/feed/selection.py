"""Which lines of which feed files leave the feed: what `scrapy export` is asked for."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from glob import glob
from hashlib import blake2b
from pathlib import Path

from wirecrawl.errors import BadArgument
from wirecrawl.items import Headline, Story
from wirecrawl.storage.feed.formats.places import time_of
from wirecrawl.storage.feed.lines import read_checked
from wirecrawl.storage.feed.names import ANY_FEED, REPLAY

_BLOCK = 2**20  # bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Lines with ids of one of `agencies`, from `since` to before `until`, in one of `languages`; all if empty.

    A language stands for its variants too (en for en-GB). A line whose language is not known is in none.
    """

    agencies: tuple[str, ...] = ()
    since: datetime | None = None
    until: datetime | None = None
    languages: tuple[str, ...] = ()

    def takes(self, line: Story | Headline) -> bool:
        """Whether a line is selected. One without any time is not, if a time was asked for."""
        return (
            (not self.agencies or line.id.partition(":")[0] in self.agencies)
            and (not self.languages or self._is_in_language(line.language))
            and (not (self.since or self.until) or self._is_of_time(time_of(line)))
        )

    def _is_in_language(self, language: str | None) -> bool:
        tag = (language or "").lower()
        return any(tag == one or tag.startswith(f"{one}-") for one in map(str.lower, self.languages))

    def _is_of_time(self, time: str | None) -> bool:
        if not time:
            return False
        moment = datetime.fromisoformat(time)
        return (not self.since or moment >= self.since) and (not self.until or moment < self.until)


def feed_files(given: Iterable[str], feeds: Path, spiders: tuple[str, ...]) -> list[Path]:
    """The feed files that are named by themselves, by their folder or by a pattern; without any, those below `feeds`.

    What a temporary replay wrote is taken only where a file or pattern names it. Raises BadArgument when there is none.
    """
    if asked := list(given):
        found = [file for name in asked for file in _named(name)]
    else:
        found = [file for folder in (_folders(feeds, spiders)) for file in _below(folder)]
    if not found:
        raise BadArgument(f"{feeds}: no feed in it; run `scrapy crawl` first, or name feed files")
    return list(dict.fromkeys(found))


def _folders(feeds: Path, spiders: tuple[str, ...]) -> list[Path]:
    return [feeds / spider for spider in spiders] if spiders else [feeds]


def _named(name: str) -> list[Path]:
    path = Path(name)
    if path.is_dir():
        found = _below(path)
    elif path.exists():
        found = [path]
    else:
        found = [Path(one) for one in sorted(glob(name, recursive=True)) if Path(one).is_file()]
    if not found:
        raise BadArgument(f"{name}: no feed; name feed files, folders or patterns, as in data/feeds/xinhua/*.jsonl")
    return found


def _below(folder: Path) -> list[Path]:
    return sorted(file for file in folder.rglob(ANY_FEED) if not file.name.startswith(f"{REPLAY}-") and file.is_file())


def count_lines(files: Iterable[Path]) -> int:
    """How many lines files have. Raises BadArgument for a file that cannot be read."""
    count = 0
    for file in files:
        try:
            with file.open("rb") as stream:
                while block := stream.read(_BLOCK):
                    count += block.count(b"\n")
        except OSError as error:
            raise BadArgument(f"{file}: cannot be read ({error.strerror}); name feeds, as in data/feeds") from error
    return count


@dataclass(slots=True)
class SelectedLines:
    """The selected lines of feed files, read anew by each iteration; a line that stands in several is there once.

    `unreadable` is called with the place of each line that is none, `read` with 1 for each line.
    """

    files: list[Path]
    selection: Selection
    unreadable: Callable[[str], None]
    read: Callable[[int], None] = lambda _: None

    def __iter__(self) -> Iterator[Story | Headline]:
        seen: set[int] = set()
        for place, line in read_checked(self.files):
            self.read(1)
            if line is None:
                self.unreadable(place)
            elif self.selection.takes(line) and (key := _key(_name(line))) not in seen:
                seen.add(key)
                yield line

    def latest(self) -> Iterator[Story | Headline]:
        """Of each id the highest version, or the newest headline record, and nothing that another line supersedes.

        Reads the files twice; of each line a few bytes are in memory.
        """
        first = SelectedLines(self.files, self.selection, lambda _: None, self.read)
        newest: dict[int, int] = {}
        superseded: set[int] = set()
        for number, line in enumerate(first):
            key, rank = _key(line.id), line.version if isinstance(line, Story) else number
            newest[key] = max(newest.get(key, rank), rank)
            if line.supersedes:
                superseded.add(_key(line.supersedes))
        for number, line in enumerate(self):
            rank = line.version if isinstance(line, Story) else number
            if newest[_key(line.id)] == rank and _key(_replaceable(line)) not in superseded:
                yield line


def _name(line: Story | Headline) -> str:
    """What two lines have in common that are one: a headline record is written again when it has a new stage."""
    return f"{line.id}@{line.version}" if isinstance(line, Story) else f"{line.id}{line.stages}{line.story}"


def _replaceable(line: Story | Headline) -> str:
    """What `supersedes` of another line calls this one."""
    return f"{line.id}@{line.version}" if isinstance(line, Story) else line.id


def _key(name: str) -> int:
    """A name in eight bytes; among ten million names two that differ have one key once in 400,000 feeds."""
    return int.from_bytes(blake2b(name.encode(), digest_size=8).digest())
