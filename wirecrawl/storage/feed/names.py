"""Names of the feed files in data/feeds/SPIDER: START-stories.jsonl and START-headlines.jsonl.

START is the UTC start of a run as in `wirecrawl.run.state.STARTED`, or `replay` for a temporary replay. While a file is
being written it is START-KIND.jsonl.PROCESS.part.
"""

import os
import re
from pathlib import Path
from typing import Literal, get_args

Kind = Literal["stories", "headlines"]
KINDS: tuple[Kind, ...] = get_args(Kind)
REPLAY = "replay"
ANY_FEED = "*.jsonl"  # pattern, as the next
REPLAY_PARTS = f"{REPLAY}-*.part"
_START = r"\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d\.\d{6}Z"
_PART = re.compile(rf"(?:{_START}|{REPLAY})-(?:{'|'.join(KINDS)})\.jsonl\.\d+\.part")
_REPORT = re.compile(rf"{_START}\.json")


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
    """Parts of such files, which runs that were cut off left; what has another name, or is a link, is not theirs."""
    return sorted(file for file in folder.glob("[0-9]*.part") if is_part(file) and not file.is_symlink())


def is_part(file: Path) -> bool:
    """Whether a file is the part of a feed file, by its name.

    >>> is_part(Path("replay-stories.jsonl.4711.part")), is_part(Path("2026-notes.part"))
    (True, False)
    """
    return bool(_PART.fullmatch(file.name))


def is_report(file: Path) -> bool:
    """Whether a file is the report of a run, by its name.

    >>> is_report(Path("2026-11-20T06-00-00.000000Z.json")), is_report(Path("2026.json"))
    (True, False)
    """
    return bool(_REPORT.fullmatch(file.name))


def kind_of(file: Path) -> Kind:
    """The kind of lines that a feed file, or its part, holds."""
    return "stories" if "-stories." in file.name else "headlines"
