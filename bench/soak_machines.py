"""Several machines that crawl one spider with one ledger in PostgreSQL and are killed at random: is a line lost?

Each machine is a data folder of its own; they share the folder of the feeds, as docs/operating.md says.
`python -m bench.soak --machines 2 --ledger URL` runs it.
"""

import itertools
import json
import random
import subprocess
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

_LIVES = (2.0, 12.0)  # seconds until a crawl is killed
_HELD = 5  # exit code of a spider that another machine runs

Crawl = Callable[[Path], "subprocess.Popen[str]"]


def machines(folder: Path, count: int) -> list[Path]:
    """Data folders that share their feeds."""
    (folder / "feeds").mkdir()
    made = [folder / f"machine-{number + 1}" for number in range(count)]
    for data in made:
        data.mkdir()
        (data / "feeds").symlink_to(folder / "feeds")
    return made


def soak(folders: Sequence[Path], crawl: Crawl, seconds: float, chance: random.Random) -> Counter[str]:
    """Crawl on all machines at once and kill at random; then one after the other to the end. How the crawls ended."""
    ends: Counter[str] = Counter()
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        running = [crawl(data) for data in folders]
        time.sleep(chance.uniform(*_LIVES))
        for process in running:
            process.kill()
            process.communicate()
            ends[_name(process.returncode)] += 1
    for data in itertools.chain(folders, folders):
        process = crawl(data)
        process.communicate()
        ends[f"to the end: {_name(process.returncode)}"] += 1
    return ends


def _name(code: int) -> str:
    return "killed" if code < 0 else "held by another machine" if code == _HELD else f"exit {code}"


def findings(folder: Path, stories: int) -> Iterator[str]:
    """Lines that say how many stories are in the feeds, and how many are lost, doubled or broken."""
    found: Counter[tuple[str, int]] = Counter()
    broken = 0
    for file in sorted(folder.glob("feeds/xinhua/*-stories.jsonl")):
        for line in file.read_bytes().splitlines(keepends=True):
            try:
                story = json.loads(line)
                found[story["id"], story["version"]] += line.endswith(b"\n")
            except ValueError:
                broken += 1
    doubled = sum(times - 1 for times in found.values())
    yield f"{len(found)} stories of {stories}: {stories - len(found)} lost, {doubled} doubled, {broken} broken lines"
