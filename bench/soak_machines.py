"""Several machines that crawl the same spiders with one ledger in PostgreSQL, killed at random: is a line lost?

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

_PAUSE = (1.0, 6.0)  # seconds until the next crawl is killed
_HELD = 5  # exit code of a spider that another machine runs

Crawl = Callable[[], "subprocess.Popen[str]"]


def machines(folder: Path, count: int) -> list[Path]:
    """Data folders that share their feeds."""
    (folder / "feeds").mkdir()
    made = [folder / f"machine-{number + 1}" for number in range(count)]
    for data in made:
        data.mkdir()
        (data / "feeds").symlink_to(folder / "feeds")
    return made


def soak(crawls: Sequence[Crawl], seconds: float, chance: random.Random) -> Counter[str]:
    """Crawl on all machines at once and kill at random; then one after the other to the end. How the crawls ended."""
    ends: Counter[str] = Counter()
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        running = [crawl() for crawl in crawls]
        for process in chance.sample(running, len(running)):
            time.sleep(chance.uniform(*_PAUSE))
            process.kill()
            process.communicate()
            ends[_name(process.returncode)] += 1
    for crawl in itertools.chain(crawls, crawls):
        process = crawl()
        process.communicate()
        ends[f"to the end: {_name(process.returncode)}"] += 1
    return ends


def _name(code: int) -> str:
    return "killed" if code < 0 else "held by another machine" if code == _HELD else f"exit {code}"


def findings(folder: Path, spider: str, stories: int) -> Iterator[str]:
    """A line that says how many stories are in the feeds of a spider, and how many are lost, doubled or broken."""
    found: Counter[tuple[str, int]] = Counter()
    broken = 0
    for file in sorted(folder.glob(f"feeds/{spider}/*-stories.jsonl")):
        for line in file.read_bytes().splitlines(keepends=True):
            try:
                story = json.loads(line)
                found[story["id"], story["version"]] += line.endswith(b"\n")
            except ValueError:
                broken += 1
    doubled = sum(times - 1 for times in found.values())
    lost = stories - len(found)
    yield f"{spider}: {len(found)} stories of {stories}: {lost} lost, {doubled} doubled, {broken} broken lines"
