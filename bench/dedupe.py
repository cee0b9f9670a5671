"""How well and how fast repeats and updates are told, beside other ways of telling them, in one run.

    python -m bench.dedupe                     labelled pairs of bench/data, then speed with 10^4, 10^5, 10^6 headlines
                                               and 10^5 stories in the ledger
    python -m bench.dedupe --pairs FILE ...    quality on other pairs, lines as in bench/data
    python -m bench.dedupe --sizes 10000       speed with other numbers of headlines in the ledger; none: no speed
    python -m bench.dedupe --stories 1000      speed with another number of stories in the ledger

A pair of one thread that is neither a duplicate nor an update counts as different for F1, and as joined for the line
on joined pairs: a pair is joined if it is a duplicate, an update or of one thread. The same line is given by language,
and with all pairs two hours apart, since the hours alone tell much of the labels.

Rivals know no updates, so they are also measured on the question they answer: is b the news of a (a duplicate or an
update) or not. Their thresholds are the best ones on these very pairs. A rival whose package is missing is named.
"""

import argparse
import json
import statistics
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz
from trafilatura.deduplication import Simhash

from bench.dedupe_speed import SIZES, STORIES, speed
from bench.minhash import minhash
from wirecrawl.news.dedupe import Relation, relate
from wirecrawl.news.dedupe.words.keys import fold

DATA = Path(__file__).parent / "data"
LABELS = ("duplicate", "update", "different")
_HOURS = 2.0  # the clock at which the labels are told by the words alone
Pair = dict[str, Any]


def read_pairs(files: Iterable[Path]) -> list[Pair]:
    """Labelled pairs, one JSON object a line."""
    return [json.loads(line) for file in files for line in file.read_text("utf-8").splitlines() if line.strip()]


def relation_of(pair: Pair, hours: float | None = None) -> Relation:
    """What wirecrawl says of a pair, at its own hours apart or at others."""
    apart = pair.get("hours_apart", 0.0) if hours is None else hours
    return relate(pair["a"], pair["b"], pair["agency"], apart, pair.get("text_a"), pair.get("text_b"))


def label_of(pair: Pair) -> str:
    """The label that wirecrawl gives a pair."""
    return relation_of(pair).label


def joined(pairs: list[Pair], hours: float | None = None) -> str:
    """Recall and precision of the joined pairs."""
    one_event = [pair["label"] != "different" for pair in pairs]
    given = [relation_of(pair, hours).one_thread for pair in pairs]
    right = sum(w and g for w, g in zip(one_event, given, strict=True))
    return f"recall {right / (sum(one_event) or 1):.3f}, precision {right / (sum(given) or 1):.3f}"


def by_language(pairs: list[Pair]) -> Iterator[str]:
    """The joined pairs of each language, the most frequent first."""
    counts = Counter(pair["lang"] for pair in pairs if "lang" in pair)
    for language, n in counts.most_common():
        yield f"  {language:6} {n:4} pairs  {joined([pair for pair in pairs if pair.get('lang') == language])}"


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
    wanted = ["different" if pair["label"] == "thread" else pair["label"] for pair in pairs]
    given = [label_of(pair) for pair in pairs]
    found = scores(wanted, given, LABELS)
    wrong = sum(w == "different" != g for w, g in zip(wanted, given, strict=True))
    labels = Counter(pair["label"] for pair in pairs)
    yield f"{len(pairs)} pairs: {', '.join(f'{n} {label}' for label, n in labels.items())}"
    yield f"wirecrawl: {', '.join(f'{label} {f1:.3f}' for label, f1 in found.items())}, "
    merged = f"{wrong} of {wanted.count('different')} wrongly joined"
    swallowed = sum(w != "duplicate" == g for w, g in zip(wanted, given, strict=True))
    yield f"           macro F1 {statistics.mean(found.values()):.3f}, {merged}, {swallowed} swallowed"
    yield f"joined:    {joined(pairs)}; all two hours apart: {joined(pairs, _HOURS)}"
    yield from by_language(pairs)
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


def main(argv: Sequence[str] | None = None) -> int:
    """Print both tables; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m bench.dedupe", description=__doc__.split("\n")[0])
    parser.add_argument("--pairs", nargs="+", type=Path, metavar="FILE", help="other pairs, quality alone")
    parser.add_argument("--sizes", nargs="*", type=int, default=SIZES, metavar="N", help="headlines in the ledger")
    parser.add_argument("--stories", type=int, default=STORIES, metavar="N", help="stories in the ledger, 0 for none")
    given = parser.parse_args(argv)
    for file in given.pairs or sorted(DATA.glob("*_pairs.jsonl")):
        print(f"{file.name}: ", end="")
        for line in quality(read_pairs([file])):
            print(line)
        print()
    for line in () if given.pairs or not given.sizes else speed(given.sizes, given.stories):
        print(line, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
