"""How well and how fast repeats and updates are told, beside other ways of telling them, in one run.

    python -m bench.dedupe                     labelled pairs of bench/data, then speed with 10^4, 10^5, 10^6 headlines
                                               and 10^5 stories in the ledger
    python -m bench.dedupe --pairs FILE ...    quality on other pairs, lines as in bench/data
    python -m bench.dedupe --sizes 10000       speed with other numbers of headlines in the ledger; none: no speed
    python -m bench.dedupe --stories 1000      speed with another number of stories in the ledger

A pair of one thread that is neither a duplicate nor an update counts as different for the F1 of three labels; the next
lines have `thread` as a fourth label, which only sets that have such pairs count in the mean. A pair is joined if it is
a duplicate, an update or of one thread. All is given again with all pairs two hours apart, since the hours alone tell
much of the labels. Each language has its own line.

Rivals know no updates, so they are also measured on the question they answer: is b the news of a (a duplicate or an
update) or not. Their thresholds are the best ones on these very pairs. The area under the curve (AUC) needs none: it is
the chance that a pair of one event (any label but `different`) is found more alike than a pair of two events, all pairs
two hours apart. A rival whose package is missing is named.
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
FOUR_LABELS = ("duplicate", "update", "thread", "different")
_HOURS = 2.0  # the clock at which the labels are told by the words alone
Pair = dict[str, Any]


def read_pairs(files: Iterable[Path]) -> list[Pair]:
    """Labelled pairs, one JSON object a line."""
    return [json.loads(line) for file in files for line in file.read_text("utf-8").splitlines() if line.strip()]


def relation_of(pair: Pair, hours: float | None = None) -> Relation:
    """What wirecrawl says of a pair, at its own hours apart or at others."""
    apart = pair.get("hours_apart", 0.0) if hours is None else hours
    return relate(pair["a"], pair["b"], pair["agency"], apart, pair.get("text_a"), pair.get("text_b"))


def label_of(relation: Relation, labels: Sequence[str] = LABELS) -> str:
    """The label of a relation, one of `labels`."""
    tied = relation.label == "different" and relation.thread and "thread" in labels
    return "thread" if tied else relation.label


def joined(pairs: list[Pair], given: list[Relation]) -> str:
    """Recall and precision of the joined pairs."""
    one_event = [pair["label"] != "different" for pair in pairs]
    right = sum(event and relation.one_thread for event, relation in zip(one_event, given, strict=True))
    said = sum(relation.one_thread for relation in given)
    return f"recall {right / (sum(one_event) or 1):.3f}, precision {right / (said or 1):.3f}"


def macro(pairs: list[Pair], given: list[Relation], labels: Sequence[str] = LABELS) -> str:
    """F1 of each label, and their mean."""
    wanted = [pair["label"] if pair["label"] in labels else "different" for pair in pairs]
    asked = [label for label in labels if label != "thread" or label in wanted]
    found = scores(wanted, [label_of(relation, labels) for relation in given], asked)
    each = ", ".join(f"{label} {f1:.3f}" for label, f1 in found.items())
    return f"{each}, macro F1 {statistics.mean(found.values()):.3f}"


def by_language(pairs: list[Pair], given: list[Relation]) -> Iterator[str]:
    """The joined pairs and the F1 of each language, the most frequent first."""
    counts = Counter(pair["lang"] for pair in pairs if "lang" in pair)
    for language, n in counts.most_common():
        own = [(pair, one) for pair, one in zip(pairs, given, strict=True) if pair.get("lang") == language]
        some, relations = [pair for pair, _ in own], [one for _, one in own]
        yield f"  {language:6} {n:4} pairs  {joined(some, relations)}; {macro(some, relations)}"


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


def auc(one_event: Sequence[bool], likeness: Sequence[float]) -> float:
    """The chance that a pair of one event is more alike than a pair of two events; equal ones count half.

    >>> auc([True, True, False], [0.9, 0.4, 0.4])
    0.75
    """
    yes = [value for event, value in zip(one_event, likeness, strict=True) if event]
    no = [value for event, value in zip(one_event, likeness, strict=True) if not event]
    won = sum((a > b) + (a == b) / 2 for a in yes for b in no)
    return won / ((len(yes) * len(no)) or 1)


def _likeness(relation: Relation) -> float:
    """How sure wirecrawl is that a pair is of one event: by the label, then by the similarity."""
    steps = {"different": 0, "thread": 1, "update": 2, "duplicate": 3}
    return steps[label_of(relation, FOUR_LABELS)] + relation.similarity / 2


def quality(pairs: list[Pair]) -> Iterator[str]:
    """The lines of the first table."""
    wanted = ["different" if pair["label"] == "thread" else pair["label"] for pair in pairs]
    relations = [relation_of(pair) for pair in pairs]
    given = [label_of(relation) for relation in relations]
    labels = Counter(pair["label"] for pair in pairs)
    yield f"{len(pairs)} pairs: {', '.join(f'{n} {label}' for label, n in labels.items())}"
    wrong = sum(w == "different" != g for w, g in zip(wanted, given, strict=True))
    swallowed = sum(w != "duplicate" == g for w, g in zip(wanted, given, strict=True))
    yield f"wirecrawl: {macro(pairs, relations)},"
    yield f"           {wrong} of {wanted.count('different')} wrongly joined, {swallowed} swallowed"
    constant = [relation_of(pair, _HOURS) for pair in pairs]
    for clock, found in (("as printed", relations), ("2 hours apart", constant)):
        yield f"{clock + ':':15}joined {joined(pairs, found)}; four labels: {macro(pairs, found, FOUR_LABELS)}"
    yield from by_language(pairs, relations)
    yield ""
    yield from _rivals(pairs, wanted, given, constant)


def _rivals(pairs: list[Pair], wanted: list[str], given: list[str], constant: list[Relation]) -> Iterator[str]:
    """The lines that compare wirecrawl with other methods."""
    one_event = [pair["label"] != "different" for pair in pairs]
    yield f"{'':28}{'duplicate':>11}{'same news':>11}{'AUC':>11}"
    ours = [{"duplicate": 2.0, "update": 1.0, "different": 0.0}[label] for label in given]
    both = [_both(pair) for pair in pairs]
    rows: dict[str, list[float] | None] = {"wirecrawl": ours}
    rows |= {name: [rival(*texts) for texts in both] for name, rival in RIVALS.items()}
    rows["datasketch MinHash"] = minhash(both)
    for name, likeness in rows.items():
        if likeness is None:
            yield f"{name:28}{'not installed: pip install -r bench/requirements-dedupe.txt':>22}"
            continue
        one, news = best(wanted, likeness, ("duplicate",)), best(wanted, likeness, ("duplicate", "update"))
        area = auc(one_event, [_likeness(one) for one in constant] if likeness is ours else likeness)
        yield f"{name:28}{one[0]:11.3f}{news[0]:11.3f}{area:11.3f}"


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
