"""How well and how fast repeats and updates are told, beside other ways of telling them, in one run.

    python -m bench.dedupe                     labelled pairs of bench/data, then speed with 10^4, 10^5, 10^6 headlines
    python -m bench.dedupe --pairs FILE ...    quality on other pairs, lines as in bench/data
    python -m bench.dedupe --sizes 10000       speed with other numbers of headlines in the ledger

Rivals know no updates, so they are also measured on the question they answer: is b the news of a (a duplicate or an
update) or not. Their thresholds are the best ones on these very pairs. A rival whose package is missing is named.
"""

import argparse
import gc
import itertools
import json
import random
import resource
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz
from spellchecker import SpellChecker
from trafilatura.deduplication import Simhash

from bench.minhash import minhash
from wirecrawl.dedupe import Gathering, Sighting, relate
from wirecrawl.dedupe.keys import fold
from wirecrawl.ledger import Ledger

DATA = Path(__file__).parent / "data"
LABELS = ("duplicate", "update", "different")
SIZES = (10_000, 100_000, 1_000_000)
ASKED = 20_000  # decisions timed at each size: a second's worth at the speed that is aimed at
_START = datetime(2026, 1, 1, tzinfo=UTC)
_GAP = timedelta(minutes=4)  # between two headlines: 360 a day, Xinhua's English wire
Pair = dict[str, Any]


def read_pairs(files: Iterable[Path]) -> list[Pair]:
    """Labelled pairs, one JSON object a line."""
    return [json.loads(line) for file in files for line in file.read_text("utf-8").splitlines() if line.strip()]


def label_of(pair: Pair) -> str:
    """The label that wirecrawl gives a pair."""
    hours, texts = pair.get("hours_apart", 0.0), (pair.get("text_a"), pair.get("text_b"))
    return relate(pair["a"], pair["b"], pair["agency"], hours, *texts).label


def scores(wanted: Sequence[str], given: Sequence[str], labels: Sequence[str]) -> dict[str, float]:
    """F1 of each label.

    >>> scores(["yes", "no", "no"], ["yes", "yes", "no"], ["yes"])
    {'yes': 0.6666666666666666}
    """
    found = {}
    for label in labels:
        right = sum(w == g == label for w, g in zip(wanted, given, strict=True))
        found[label] = 2 * right / ((wanted.count(label) + list(given).count(label)) or 1)
    return found


def _both(pair: Pair) -> tuple[str, str]:
    return tuple(f"{pair[x]} {pair.get(f'text_{x}') or ''}".strip() for x in "ab")  # type: ignore[return-value]


RIVALS: dict[str, Callable[[str, str], float]] = {
    "exact folded title": lambda a, b: float(fold(a) == fold(b)),
    "rapidfuzz token_set_ratio": lambda a, b: fuzz.token_set_ratio(a.casefold(), b.casefold()) / 100,
    "trafilatura Simhash": lambda a, b: Simhash(a).similarity(Simhash(b)),
}


def best(wanted: list[str], likeness: list[float], yes: Sequence[str]) -> tuple[float, float]:
    """The best F1 of a rival over all thresholds, and the threshold."""
    said = ["yes" if label in yes else "no" for label in wanted]
    tried = (
        (scores(said, ["yes" if value >= edge else "no" for value in likeness], ["yes"])["yes"], edge)
        for edge in sorted(set(likeness))
    )
    return max(tried)


def quality(pairs: list[Pair]) -> Iterator[str]:
    """The lines of the first table."""
    wanted = [pair["label"] for pair in pairs]
    given = [label_of(pair) for pair in pairs]
    found = scores(wanted, given, LABELS)
    wrong = sum(w == "different" != g for w, g in zip(wanted, given, strict=True))
    yield f"{len(pairs)} pairs: {', '.join(f'{n} {label}' for label, n in Counter(wanted).items())}"
    yield f"wirecrawl: {', '.join(f'{label} {f1:.3f}' for label, f1 in found.items())}, "
    joined = f"{wrong} of {wanted.count('different')} wrongly joined"
    yield f"           macro F1 {statistics.mean(found.values()):.3f}, {joined}"
    yield ""
    yield f"{'':28}{'duplicate':>11}{'same news':>11}"
    ours = [{"duplicate": 2.0, "update": 1.0, "different": 0.0}[label] for label in given]
    rows: dict[str, list[float] | None] = {"wirecrawl": ours}
    rows |= {name: [rival(*_both(pair)) for pair in pairs] for name, rival in RIVALS.items()}
    rows["datasketch MinHash"] = minhash([_both(pair) for pair in pairs])
    for name, likeness in rows.items():
        if likeness is None:
            yield f"{name:28}{'not installed: pip install -r bench/requirements-dedupe.txt':>22}"
            continue
        one, both = best(wanted, likeness, ("duplicate",)), best(wanted, likeness, ("duplicate", "update"))
        yield f"{name:28}{one[0]:11.3f}{both[0]:11.3f}"


# Speed


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


def _sighting(line: str, number: int) -> Sighting:
    moment = (_START + number * _GAP).isoformat()
    return Sighting(line, "http://a.example/", 0, moment, fetched=moment)


def fill(ledger: Ledger, lines: Iterator[str], first: int, last: int) -> None:
    """Enter headlines as they are, without comparing them."""
    with ledger.transaction():
        run = ledger.start_run("xinhua", _START.isoformat())
        for number in range(first, last):
            sighting = _sighting(next(lines), number)
            record = Gathering("xinhua").place(sighting)
            record.item.id = record.chain = f"xinhua:headline-{number}"
            ledger.headlines.save(run, "xinhua", record)


def asked(lines: Iterator[str], old: list[str], chance: random.Random) -> Iterator[str]:
    """What a ticker shows: half of it new, a third seen before, a sixth a later stage or another figure of it."""
    for _ in range(ASKED):
        kind = chance.random()
        line = next(lines) if kind < 0.5 else chance.choice(old)
        yield f"1st LD: {line}" if kind > 0.83 else line


def speed(sizes: Sequence[int]) -> Iterator[str]:
    """The lines of the second table: decisions of one line each against the ledger, new ones kept in memory."""
    gc.freeze()  # the words of the made-up headlines are no part of the work
    yield f"{'headlines':>10}{'decisions/s':>13}{'p50 us':>8}{'p99 us':>8}{'bytes each':>12}{'peak MB':>9}"
    with tempfile.TemporaryDirectory() as folder, closing(Ledger(Path(folder) / "ledger.sqlite")) as ledger:
        lines, done = headlines(7), 0
        for size in sizes:
            fill(ledger, lines, done, size)
            done = size
            took = _timed(
                ledger, list(asked(lines, list(itertools.islice(headlines(7), 2000)), random.Random(1))), size
            )
            held = (Path(folder) / "ledger.sqlite").stat().st_size / size
            yield (
                f"{size:10,}{len(took) / sum(took):13,.0f}{statistics.median(took) * 1e6:8.0f}"
                f"{sorted(took)[int(len(took) * 0.99)] * 1e6:8.0f}{held:12.0f}{_peak():9.0f}"
            )


def _timed(ledger: Ledger, lines: list[str], size: int) -> list[float]:
    gathering, took = Gathering("xinhua", ledger.headlines), []
    sightings = [_sighting(line, size) for line in lines]
    with ledger.transaction():  # as a run's deciding pass
        for sighting in sightings:
            before = time.perf_counter()
            gathering.place(sighting)
            took.append(time.perf_counter() - before)
    return took


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main(argv: Sequence[str] | None = None) -> int:
    """Print both tables; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m bench.dedupe", description=__doc__.split("\n")[0])
    parser.add_argument("--pairs", nargs="+", type=Path, metavar="FILE", help="other pairs, quality alone")
    parser.add_argument("--sizes", nargs="*", type=int, default=SIZES, metavar="N", help="headlines in the ledger")
    given = parser.parse_args(argv)
    for file in given.pairs or sorted(DATA.glob("*_pairs.jsonl")):
        print(f"{file.name}: ", end="")
        for line in quality(read_pairs([file])):
            print(line)
        print()
    for line in () if given.pairs or not given.sizes else speed(given.sizes):
        print(line, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
