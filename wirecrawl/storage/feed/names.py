"""Names of the feed files in data/feeds/SPIDER: START-stories.jsonl and START-headlines.jsonl.

START is the UTC start of a run as in `wirecrawl.run.state.STARTED`, or `replay` for a temporary replay. While a file is
being written it is START-KIND.jsonl.PROCESS.part.
"""

import os
from pathlib import Path
from typing import Literal, get_args

Kind = Literal["stories", "headlines"]
KINDS: tuple[Kind, ...] = get_args(Kind)
REPLAY = "replay"
ANY_FEED = "*.jsonl"  # pattern, as the next
REPLAY_PARTS = f"{REPLAY}-*.part"


def feed_name(start: str, kind: Kind) -> str:
    """Name of a feed file.

    >>> feed_name("2026-11-20T06-00-00.000000Z", "stories")
    '2026-11-20T06-00-00.000000Z-stories.jsonl'
    """
    return f"{start}-{kind}.jsonl"


def part_of(file: str) -> Path:
    """The part of a feed file that this process writes: two replays at once write one file, each its own part."""
    return Path(f"{file}.{os.getpid()}.part")


def feeds_of_runs(folder: Path, kind: Kind) -> list[Path]:
    """Feed files of the runs that the ledger knows, oldest first: those of temporary replays are left out."""
    return sorted(folder.glob(f"[0-9]*-{kind}.jsonl"))


def parts_of_runs(folder: Path) -> list[Path]:
    """Parts of such files, which runs that were cut off left."""
    return sorted(folder.glob("[0-9]*.part"))


def kind_of(file: Path) -> Kind:
    """The kind of lines that a feed file, or its part, holds."""
    return "stories" if "-stories." in file.name else "headlines"
