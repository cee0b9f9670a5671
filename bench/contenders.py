"""The programs that bench/speed.py times: each a command line that reads the same pages and writes what it found."""

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from bench.originals import Corpus
from wirecrawl.news.agencies import Agency

_ROOT = Path(__file__).parent.parent
_BIN = Path(sys.executable).parent
_CORES = str(len(os.sched_getaffinity(0)))
_NEWS_PLEASE, _FUNDUS = _ROOT / ".venv-newsplease/bin/python", _ROOT / ".venv-fundus/bin/python"
_SLOW = 100  # pages of a rival that takes most of a second for one
_FAST = (
    *("DOWNLOAD_DELAY=0", "AUTOTHROTTLE_ENABLED=0", "CONCURRENT_REQUESTS_PER_DOMAIN=8", "WIRECRAWL_REQUESTS=0"),
    *("WIRECRAWL_HOST_REQUESTS=0", "WIRECRAWL_MIN_FREE_MB=0"),
)


@dataclass(frozen=True, slots=True)
class Contender:
    """A program: its name, how many pages it is given, and its command line for an empty folder of its own."""

    name: str
    pages: int
    command: Callable[[Path], list[str]]
    environment: dict[str, str] = field(default_factory=dict)


def contenders(corpus: Corpus, lists: str | None = None, proxy: str | None = None) -> list[Contender]:
    """All of them, wirecrawl's first; the crawl where a server with a list of the pages is given."""
    own = [
        Contender(f"wirecrawl replay, WARC, {_CORES} jobs", corpus.count, replay(corpus, corpus.warcs, _CORES)),
        Contender("wirecrawl replay, WARC, 1 job", corpus.count, replay(corpus, corpus.warcs, "1")),
        Contender(
            f"wirecrawl replay, fixtures, {_CORES} jobs", corpus.count, replay(corpus, [corpus.fixtures], _CORES)
        ),
    ]
    if lists and proxy:
        live = {"http_proxy": proxy, "no_proxy": ""}
        own.append(Contender("wirecrawl crawl, local server", corpus.count, _crawl(corpus.agency, lists), live))
    return [*own, *_rivals(corpus)]


def replay(corpus: Corpus, sources: list[Path], jobs: str) -> Callable[[Path], list[str]]:
    """`scrapy replay` of the corpus."""
    return lambda data: _scrapy(data, "replay", corpus.agency.name, *map(str, sources), "--jobs", jobs)


def _crawl(agency: Agency, lists: str) -> Callable[[Path], list[str]]:
    settings = [part for setting in _FAST for part in ("-s", setting)]
    return lambda data: _scrapy(data, "crawl", agency.name, "-a", f"sources={lists}", *settings)


def _scrapy(data: Path, *arguments: str) -> list[str]:
    return [sys.executable, "-m", "scrapy", *arguments, "-s", f"WIRECRAWL_DATA={data}"]


def _rivals(corpus: Corpus) -> list[Contender]:
    html, few = str(corpus.html), min(_SLOW, corpus.count)
    spider, bulk = str(_ROOT / "bench/rival_spider.py"), str(_ROOT / "bench/rivals_bulk.py")
    cli = [str(_BIN / "trafilatura"), "--parallel", _CORES, "--json", "--with-metadata", "--no-comments"]
    floor = [sys.executable, "-m", "bench.floor_speed", *map(str, corpus.warcs)]
    return [
        Contender("Scrapy + trafilatura inline, fast", corpus.count, _to([sys.executable, spider, html, "fast"])),
        Contender("Scrapy + trafilatura inline", corpus.count, _to([sys.executable, spider, html, "default"])),
        Contender("trafilatura CLI, parallel, fast", corpus.count, _into([*cli, "--fast", "--input-dir", html])),
        Contender("trafilatura CLI, parallel", corpus.count, _into([*cli, "--input-dir", html])),
        Contender("Fundus", corpus.count, _to([str(_FUNDUS), bulk, "fundus", str(corpus.fixtures), str(corpus.count)])),
        Contender(
            "news-please from WARC", few, _to([str(_NEWS_PLEASE), bulk, "news-please", str(corpus.warcs[0]), str(few)])
        ),
        Contender("floor: fastwarc + lxml parse", corpus.count, lambda _: floor),
    ]


def _to(command: list[str]) -> Callable[[Path], list[str]]:
    return lambda folder: [*command, str(folder / "found.jsonl")]


def _into(command: list[str]) -> Callable[[Path], list[str]]:
    return lambda folder: [*command, "--output-dir", str(folder / "found")]
