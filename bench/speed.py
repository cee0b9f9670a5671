"""How many pages a second whole programs turn into a feed: wirecrawl and rivals, the same pages and cores, one run.

    python -m bench.speed                              5,000 pages made of the project's fixtures, dressed as real ones
    python -m bench.speed --pages FOLDER --urls MAP    made of other pages: *.html(.gz), addresses as for `clean`
    python -m bench.speed --agency reuters ...         of another agency than Xinhua
    python -m bench.speed --growth                     wirecrawl alone, on 1,000, 10,000 and 100,000 pages
    python -m bench.speed --count 20000 --only "WARC, . jobs" --only "parallel$"      two of them on more pages

Every contender is a process of its own, timed from its start to its end, writes what it found, and takes its turn in
every round; a row has the median of the rounds. MB is the peak of its largest process. news-please gets fewer of the
pages, because it takes most of a second for one. A rival that is not installed has a row that says so: the files
bench/requirements-*.txt name their environments. What clean() itself takes: python -m bench.steps.
"""

import argparse
import os
import platform
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from operator import truediv
from pathlib import Path

from bench.contenders import Contender, contenders, replay
from bench.corpus import Made, pages
from bench.memory import Peak
from bench.originals import originals, write_corpus
from bench.pressroom import Server
from wirecrawl.news import agencies

COUNT, ROUNDS = 5000, 3
GROWTH = (1_000, 10_000, 100_000)
LIST = "http://www.china.org.cn/world/node_7300001.htm"


@dataclass(slots=True)
class Measured:
    """What was measured of a contender: seconds of each round, megabytes of its largest process, complaint if any."""

    seconds: list[float] = field(default_factory=list)
    megabytes: float = 0.0
    complaint: str = ""


def run_once(contender: Contender, measured: Measured) -> None:
    """Run a contender to its end and enter what it took."""
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryFile() as said:
        command = contender.command(Path(folder))
        if not Path(command[0]).exists():
            measured.complaint = "not installed"
            return
        start = time.perf_counter()
        environment = {**os.environ, **contender.environment}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)  # no program is read anew each time it is run
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=said, env=environment)
        with Peak(process.pid) as peak:
            process.wait()
            measured.seconds.append(time.perf_counter() - start)
        measured.megabytes = max(measured.megabytes, peak.megabytes)
        if process.returncode:
            said.seek(0)
            measured.complaint = said.read().decode(errors="replace").strip().rpartition("\n")[2][:60] or "failed"


def measure(runners: Sequence[Contender], rounds: int) -> Iterator[tuple[Contender, Measured]]:
    """Each contender with what was measured of it; in a round each has its turn."""
    measured = [Measured() for _ in runners]
    for _ in range(rounds):
        for contender, one in zip(runners, measured, strict=True):
            if not one.complaint:
                run_once(contender, one)
    yield from zip(runners, measured, strict=True)


def table(results: Iterator[tuple[Contender, Measured]]) -> Iterator[str]:
    """Lines: pages a second (median, lowest, highest), how many times slower than the first row, memory.

    Slower than in the same round, and of the rounds the median: a machine may be half as fast an hour later.
    """
    yield f"{'':36}{'pages':>7}{'pages/s':>9}{'lowest':>8}{'highest':>8}{'slower':>8}{'MB':>6}"
    first: list[float] = []
    for contender, one in results:
        if one.complaint:
            yield f"{contender.name:36}{one.complaint:>46}"
            continue
        rates = [contender.pages / seconds for seconds in one.seconds]
        first = first or rates
        slower = statistics.median(map(truediv, first, rates))
        figures = f"{statistics.median(rates):9.1f}{min(rates):8.1f}{max(rates):8.1f}{slower:7.1f}x{one.megabytes:6.0f}"
        yield f"{contender.name:36}{contender.pages:7}{figures}"


def growth(made_of: Sequence[Made], agency: agencies.Agency, counts: Sequence[int], rounds: int) -> Iterator[str]:
    """Lines: milliseconds and memory of wirecrawl's replay from WARC files, for ever more pages.

    A page more: of those that a row has more than the row before, which leaves out what a run takes to start and end.
    """
    yield f"{'pages':>8}{'seconds':>9}{'ms a page':>11}{'a page more':>13}{'pages/s':>9}{'MB':>6}"
    before = (0, 0.0)
    for count in counts:
        with tempfile.TemporaryDirectory() as folder:
            corpus = write_corpus(made_of, agency, count, Path(folder), files=False)
            runner = Contender("", count, replay(corpus, corpus.warcs, str(len(os.sched_getaffinity(0)))))
            ((_, one),) = measure([runner], rounds)
        seconds = statistics.median(one.seconds)
        more = f"{1000 * (seconds - before[1]) / (count - before[0]):13.2f}" if before[0] else f"{'':13}"
        before = count, seconds
        yield f"{count:8}{seconds:9.1f}{1000 * seconds / count:11.2f}{more}{count / seconds:9.1f}{one.megabytes:6.0f}"


def serve(made: Sequence[Made]) -> Server:
    """A server of the corpus, with a list that links to all of it."""
    items = "".join(f"<li><a href='{page.url}'>Story {number}</a></li>" for number, page in enumerate(made))
    listing = f"<html><body><div class='columns1'><ul>{items}</ul></div></body></html>".encode()
    served = {LIST: listing, **{page.url: page.body for page in made}}
    return Server(served.get, "content_")


def main(argv: Sequence[str] | None = None) -> int:
    """Measure and print; returns the exit code: 0, 2 when there is no page to measure."""
    parser = argparse.ArgumentParser(
        prog="python -m bench.speed", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--agency", default="xinhua", choices=agencies.NAMES)
    parser.add_argument("--pages", type=Path, action="append", default=[], metavar="FOLDER")
    parser.add_argument("--urls", type=Path, metavar="MAP.jsonl", help='JSON Lines with "file" and "url"')
    parser.add_argument("--count", type=int, default=COUNT, help=f"pages of the corpus; default {COUNT}")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help=f"default {ROUNDS}")
    parser.add_argument("--only", action="append", metavar="PATTERN", help="contenders in whose name it is found")
    parser.add_argument("--growth", action="store_true", help=f"wirecrawl on {', '.join(map(str, GROWTH))} pages")
    options = parser.parse_args(argv)
    agency = agencies.get(options.agency)
    made_of = originals(agency, options.pages, options.urls)
    if not made_of:
        print(f"bench.speed: no page of {agency.name} to measure; see --help", file=sys.stderr)
        return 2
    sizes = statistics.median(len(page.body) for page in made_of)
    cores = len(os.sched_getaffinity(0))
    print(
        f"Python {platform.python_version()}, {cores} cores; made of {len(made_of)} pages of {sizes:.0f} bytes (median)"
    )
    lines = growth(made_of, agency, GROWTH, options.rounds) if options.growth else compared(made_of, agency, options)
    for line in lines:
        print(line, flush=True)
    return 0


def compared(made_of: Sequence[Made], agency: agencies.Agency, options: argparse.Namespace) -> Iterator[str]:
    """The table of all contenders; the crawl is Xinhua's, whose lists the server can make."""
    with tempfile.TemporaryDirectory() as folder:
        corpus = write_corpus(made_of, agency, options.count, Path(folder))
        made = list(pages(made_of, options.count)) if agency.name == "xinhua" else []
        with serve(made) as server:
            del made
            crawled = {"lists": LIST, "proxy": server.proxy} if agency.name == "xinhua" else {}
            yield from table(measure(_chosen(contenders(corpus, **crawled), options.only), options.rounds))


def _chosen(runners: Sequence[Contender], only: Sequence[str] | None) -> list[Contender]:
    return [one for one in runners if only is None or any(re.search(pattern, one.name) for pattern in only)]


if __name__ == "__main__":
    sys.exit(main())
