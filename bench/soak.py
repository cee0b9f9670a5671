"""A long run: memory and time a page over 100,000 stories that are served on this machine.

    python -m bench.soak                  100,000 stories, some minutes
    python -m bench.soak --stories 5000   fewer
    python -m bench.soak --machines 2 --spiders 5 --ledger postgresql://wire@db.example/wire --stories 1000
                                          several machines with one ledger, killed at random: no line may be lost

One `scrapy crawl xinhua` without its delays, from the first list to the last decision. Memory is VmRSS of its
process, read while it runs; "flat" is the last 80% of the stories: highest over lowest.
"""

import argparse
import itertools
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from bench.memory import memory
from bench.pressroom import PER_LIST, SOURCES, Pressroom
from bench.soak_machines import findings, machines, soak

_ROOT = Path(__file__).parent.parent
_ROWS = 20
_SETTINGS = (
    *("DOWNLOAD_DELAY=0", "AUTOTHROTTLE_ENABLED=0", "CONCURRENT_REQUESTS_PER_DOMAIN=8", "WIRECRAWL_MIN_FREE_MB=0"),
    *("WIRECRAWL_LIST_PAGES=100000", "WIRECRAWL_LISTS=100000", "WIRECRAWL_REQUESTS=0", "WIRECRAWL_HOST_REQUESTS=0"),
)


@dataclass(frozen=True, slots=True)
class Sample:
    """What was seen at one moment of the run: seconds since its start, stories served, resident memory in MB."""

    seconds: float
    served: int
    memory: float


def crawl(room: Pressroom, data: Path, *more: str, spider: str = "xinhua") -> "subprocess.Popen[str]":
    """The crawl, as a process, with more settings; its six lines come on stderr."""
    settings = [part for setting in (*_SETTINGS, f"WIRECRAWL_DATA={data}", *more) for part in ("-s", setting)]
    return subprocess.Popen(
        [sys.executable, "-m", "scrapy", "crawl", spider, "-a", f"sources={SOURCES[spider]}", *settings],
        cwd=_ROOT,
        env={**os.environ, "http_proxy": room.proxy, "no_proxy": ""},
        stderr=subprocess.PIPE,
        text=True,
    )


def watch(process: "subprocess.Popen[str]", room: Pressroom, stories: int) -> Iterator[Sample]:
    """A sample each time another part of the stories was served, and one each second of the deciding pass."""
    began, step = time.monotonic(), max(1, stories // _ROWS)
    after = 0
    while process.poll() is None:
        served = room.served.value
        if served >= after:
            yield Sample(time.monotonic() - began, served, memory(process.pid))
            after = served - served % step + step if served < stories else served
            time.sleep(1 if served >= stories else 0)
        time.sleep(0.02)


def table(samples: Sequence[Sample], stories: int) -> Iterator[str]:
    """Lines: stories served, seconds, milliseconds a story since the line before, memory."""
    yield f"{'stories':>9}{'seconds':>9}{'ms a story':>12}{'MB':>8}"
    while_served = [one for place, one in enumerate(samples) if one.served < stories or place == 0]
    for before, one in itertools.pairwise(while_served):
        pace = 1000 * (one.seconds - before.seconds) / max(1, one.served - before.served)
        yield f"{one.served:9}{one.seconds:9.1f}{pace:12.2f}{one.memory:8.0f}"
    late = [one.memory for one in while_served if one.served >= stories / 5 and one.memory]
    if late:
        yield f"flat over the last 80%: {max(late):.0f} / {min(late):.0f} MB = {max(late) / min(late):.2f}"
    deciding = [one for one in samples if one.served >= stories and one.memory]
    if deciding:
        took, most = samples[-1].seconds - deciding[0].seconds, max(one.memory for one in deciding)
        yield f"deciding and writing: {took:.0f} s, at most {most:.0f} MB"


def _soak_machines(options: argparse.Namespace) -> int:
    with tempfile.TemporaryDirectory() as folder, Pressroom(options.stories) as room:
        folders, spiders = machines(Path(folder), options.machines), list(SOURCES)[: options.spiders]
        crawls = [
            partial(crawl, room, data, f"WIRECRAWL_LEDGER={options.ledger}", spider=spider)
            for data in folders
            for spider in spiders
        ]
        ends = soak(crawls, options.seconds, random.Random(1))
        print("\n".join(f"{number:4} {name}" for name, number in sorted(ends.items())))
        lines = [line for spider in spiders for line in findings(Path(folder), spider, options.stories)]
        print("\n".join(lines))
    return 0 if all("0 lost, 0 doubled, 0 broken" in line for line in lines) else 1


def main(argv: Sequence[str] | None = None) -> int:
    """Run and print; returns the exit code of the crawl."""
    parser = argparse.ArgumentParser(
        prog="python -m bench.soak", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--stories", type=int, default=100_000)
    parser.add_argument("--machines", type=int, default=1)
    parser.add_argument("--spiders", type=int, default=1, choices=range(1, len(SOURCES) + 1), help="of each machine")
    parser.add_argument("--ledger", help="an empty database, for several machines")
    parser.add_argument("--seconds", type=float, default=300, help="of crawls that are killed")
    options = parser.parse_args(argv)
    if options.machines > 1:
        if not options.ledger:
            parser.error("--machines needs --ledger postgresql://...")
        return _soak_machines(options)
    with tempfile.TemporaryDirectory() as folder, Pressroom(options.stories) as room:
        process = crawl(room, Path(folder))
        samples = list(watch(process, room, options.stories))
        told = process.communicate()[1]
        print("\n".join(table(samples, options.stories)))
        print(f"lists of {PER_LIST} links; ledger {os.path.getsize(f'{folder}/ledger.sqlite') / 2**20:.0f} MB")
        print(told, end="")
    return process.returncode


if __name__ == "__main__":
    sys.exit(main())
