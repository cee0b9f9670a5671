"""How fast decisions on headlines and stories are, and of other ways of telling repeats, in one table."""

import gc
import itertools
import random
import resource
import statistics
import tempfile
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz, process
from spellchecker import SpellChecker

from bench.minhash import lsh
from wirecrawl.items import Marks, Provenance, Story
from wirecrawl.news.dedupe import (
    Decision,
    HeadlineChains,
    HeadlineRecord,
    Sighting,
    decide,
    join_headlines,
    oldest_first,
    version_to_compare,
)
from wirecrawl.news.dedupe.words.keys import fold
from wirecrawl.storage.ledger.sqlite.ledger import SqliteLedger
from wirecrawl.utils.times import hours_before

SIZES = (10_000, 100_000, 1_000_000)
STORIES = 100_000
ASKED = 20_000  # decisions timed at each size: a second's worth at the speed that is aimed at
ASKED_STORIES = 2_000
ASKED_RIVALS = 1_000  # the slowest takes a second for them
_START = datetime(2026, 1, 1, tzinfo=UTC)
_GAP = timedelta(minutes=4)  # between two headlines or stories: 360 a day, Xinhua's English wire
_WINDOW_HOURS = 72.0
_WINDOW = int(timedelta(hours=_WINDOW_HOURS) / _GAP)
_WORDS = 150  # of a story
_NEAR = 80  # of 100: what token_set_ratio calls one news with the fewest errors
_TICKER = 20  # lines
_OLD = 2000  # lines and stories that are shown again
_HEAD = f"{'':34}{'decisions/s':>12}{'p50 us':>8}{'p99 us':>9}{'saved/s':>9}{'bytes each':>12}{'peak MB':>9}"


def headlines(seed: int) -> Iterator[str]:
    """Endless made-up headlines whose words are as frequent as in English, with names and figures."""
    chance, counts = random.Random(seed), SpellChecker(language="en").word_frequency.dictionary
    words = [word for word in counts if word.isalpha() and len(word) > 2]
    weights = list(itertools.accumulate(counts[word] for word in words))
    names = [word.capitalize() for word in words if counts[word] < 60]  # words as rare as names are
    while True:
        line = chance.choices(words, cum_weights=weights, k=chance.randint(5, 9))
        for _ in range(chance.randint(1, 3)):
            line.insert(chance.randrange(len(line)), chance.choice(names))
        if chance.random() < 0.4:
            line.insert(chance.randrange(len(line)), str(chance.randint(2, 900)))
        yield " ".join(line)


def speed(sizes: Sequence[int], stories: int) -> Iterator[str]:
    """The lines of the table: decisions of one line or story each, as in the deciding pass of a run."""
    gc.freeze()  # the words of the made-up headlines are no part of the work
    yield _HEAD
    took: list[float] = []
    with tempfile.TemporaryDirectory() as folder, closing(SqliteLedger(Path(folder) / "ledger.sqlite")) as ledger:
        lines, done = headlines(7), 0
        for size in sizes:
            _fill(ledger, lines, done, size)
            done = size
            took, saved = _decided(ledger, _asked(lines, ASKED), size)
            yield _row(f"wirecrawl, {size:,} headlines", took, saved, _bytes(ledger) / size)
            shown = list(itertools.islice(_on_tickers(lines), ASKED))
            yield _row("    as tickers show them", *_decided(ledger, shown, size), _bytes(ledger) / size)
    if stories:
        yield from _speed_of_stories(stories)
    yield from _speed_of_rivals(len(took) / sum(took)) if took else ()


def _row(name: str, took: list[float], saved: list[float], held: float) -> str:
    rate, middle, slow = len(took) / sum(took), statistics.median(took), sorted(took)[int(len(took) * 0.99)]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    times = f"{rate:12,.0f}{middle * 1e6:8.0f}{slow * 1e6:9.0f}"
    return f"{name:34}{times}{len(saved) / sum(saved):9,.0f}{held:12.0f}{peak:9.0f}"


def _bytes(ledger: SqliteLedger) -> int:
    return Path(ledger.path).stat().st_size


def _seconds(work: Callable[[Any], object], given: Iterable[Any]) -> list[float]:
    """How long the work takes on each of what is given."""
    took = []
    for one in given:
        before = time.perf_counter()
        work(one)
        took.append(time.perf_counter() - before)
    return took


# Headlines


class _Clocked(HeadlineChains):
    """A gathering that notes how long each decision takes."""

    took: list[float]

    def place(self, sighting: Sighting) -> HeadlineRecord:
        before = time.perf_counter()
        record = super().place(sighting)
        self.took.append(time.perf_counter() - before)
        return record


def _sighting(line: str, number: int, at: int = 0) -> Sighting:
    moment = (_START + number * _GAP).isoformat()
    return Sighting(line, "http://a.example/", -at, moment, fetched=moment)  # what is asked first is the oldest


def _fill(ledger: SqliteLedger, lines: Iterator[str], first: int, last: int) -> None:
    """Enter headlines as they are, without comparing them."""
    with ledger.transaction():
        run = ledger.runs.start("xinhua", _START.isoformat())
        for number in range(first, last):
            record = HeadlineChains("xinhua").place(_sighting(next(lines), number))
            record.item.id = record.chain = f"xinhua:headline-{number}"
            ledger.headlines.save(run, "xinhua", record)


def _asked(lines: Iterator[str], number: int) -> list[str]:
    """What a ticker shows: half of it new, a third seen before, a sixth a later stage of it."""
    old, chance = list(itertools.islice(headlines(7), _OLD)), random.Random(1)
    kinds = [chance.random() for _ in range(number)]
    shown = [next(lines) if kind < 0.5 else chance.choice(old) for kind in kinds]
    return [f"1st LD: {line}" if kind > 0.83 else line for kind, line in zip(kinds, shown, strict=True)]


def _on_tickers(lines: Iterator[str]) -> Iterator[str]:
    """What the tickers of a crawl show, page after page: twenty lines, of which one is new on the next page."""
    ticker = deque(itertools.islice(lines, _TICKER), maxlen=_TICKER)
    for line in lines:
        yield from ticker
        ticker.append(line)


def _decided(ledger: SqliteLedger, lines: list[str], size: int) -> tuple[list[float], list[float]]:
    """Seconds of each decision, and of each record entered in the ledger, which is left as it was."""
    gathering = _Clocked("xinhua", ledger.headlines)
    gathering.took = []
    sightings = [_sighting(line, size, at) for at, line in enumerate(lines)]
    ledger.begin()
    run = ledger.runs.start("xinhua", _START.isoformat())
    records = list(join_headlines(oldest_first(sightings), "xinhua", gathering))
    saved = _seconds(lambda record: ledger.headlines.save(run, "xinhua", record), records)
    ledger.rollback()
    return gathering.took, saved


# Stories


def _stories(lines: Iterator[str], first: int) -> Iterator[Story]:
    """Endless made-up stories: a headline and as many more lines as give a text its words."""
    for number in itertools.count(first):
        headline, text = next(lines), ""
        while text.count(" ") < _WORDS:
            text += f"{next(lines)}. "
        yield _story(number, headline, text)


def _story(number: int, headline: str, text: str) -> Story:
    moment = (_START + number * _GAP).isoformat()
    url = f"http://www.china.org.cn/content_{number}.htm"
    provenance = Provenance(sha256="", record=None, status=200, cleaner="", versions={})
    nothing: dict[str, Any] = dict.fromkeys(
        ("dateline", "published_raw", "published_precision", "updated", "end_mark", "section")
    )
    lists: dict[str, Any] = {name: [] for name in ("bylines", "editors", "notes", "images", "keywords")}
    known: dict[str, Any] = {"id": f"xinhua:content_{number}", "agency": "xinhua", "site": None, "language": "en"}
    said: dict[str, Any] = {"headline": headline, "headline_raw": headline, "marks": Marks(), "text": text}
    times: dict[str, Any] = {"published": moment, "published_zone_assumed": False, "fetched": moment}
    return Story(thread=known["id"], url=url, provenance=provenance, **nothing, **lists, **known, **said, **times)


def _decide(ledger: SqliteLedger, run: int, story: Story) -> Decision:
    """The decision as the deciding pass takes it."""
    version, held = version_to_compare(story), ledger.stories
    known, same_text = held.by_id(run, story.id), held.by_text(run, version)
    earliest = hours_before(version.time, _WINDOW_HOURS)
    return decide(version, known, same_text, [] if known or same_text else list(held.chains(run, version, earliest)))


def _add(ledger: SqliteLedger, run: int, story: Story) -> None:
    ledger.stories.add(run, "xinhua", replace(version_to_compare(story), version=1), story.published, story.url)


def _shown(made: Iterator[Story], recent: Sequence[Story]) -> Iterator[Story]:
    """What lists bring: half of it new, a third of it known texts under another address, a sixth of it longer ones."""
    chance = random.Random(1)
    for story in made:
        kind, old = chance.random(), chance.choice(recent)
        if kind >= 0.5:
            story.headline_raw, story.text = old.headline_raw, old.text + (story.text[:200] if kind > 0.83 else "")
        yield story


def _speed_of_stories(size: int) -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder, closing(SqliteLedger(Path(folder) / "ledger.sqlite")) as ledger:
        made = _stories(headlines(11), 0)
        recent: deque[Story] = deque(maxlen=_WINDOW)
        with ledger.transaction():
            run = ledger.runs.start("xinhua", _START.isoformat())
            for story in itertools.islice(made, size):
                _add(ledger, run, story)
                recent.append(story)
        asked = list(itertools.islice(_shown(made, list(recent)[-_WINDOW // 2 :]), ASKED_STORIES))
        held = _bytes(ledger) / size
        ledger.begin()
        took = _seconds(lambda story: _decide(ledger, run, story), asked)
        saved = _seconds(lambda story: _add(ledger, run, story), asked)
        ledger.rollback()
        yield _row(f"wirecrawl, {size:,} stories", took, saved, held)


# Rivals


def _speed_of_rivals(ours: float) -> Iterator[str]:
    """Each rival on the same lines, with the headlines of the window alone: none of them knows an age."""
    lines = headlines(7)
    window, asked = list(itertools.islice(lines, _WINDOW)), _asked(lines, ASKED_RIVALS)
    titles = {fold(line) for line in window}

    def by_title(line: str) -> bool:
        found = (folded := fold(line)) in titles
        titles.add(folded)
        return found

    works: dict[str, Callable[[Any], object] | None] = {
        "exact folded title in a set": by_title,
        "rapidfuzz token_set_ratio": lambda line: process.extractOne(
            line, window, scorer=fuzz.token_set_ratio, score_cutoff=_NEAR
        ),
        "datasketch MinHashLSH": lsh(window),
    }
    yield f"\nrivals, with the {_WINDOW:,} headlines of three days alone{'decisions/s':>16}{'wirecrawl / rival':>19}"
    for name, work in works.items():
        if work is None:
            yield f"{name:34}not installed: pip install -r bench/requirements-dedupe.txt"
            continue
        took = _seconds(work, asked)
        yield f"{name:48}{len(took) / sum(took):16,.0f}{ours * sum(took) / len(took):19.2f}"
