"""Every labelled pair of bench/data gets its label: stages, counts, forms of words, and what is never one item."""

from typing import Any

import pytest

from bench.dedupe import DATA, label_of, read_pairs, scores

PAIRS = read_pairs(sorted(DATA.glob("*_pairs.jsonl")))


@pytest.mark.parametrize("pair", PAIRS, ids=[f"{pair['label']}-{pair['b'][:50]}" for pair in PAIRS])
def test_a_pair_has_its_label(pair: dict[str, Any]) -> None:
    assert label_of(pair) == pair["label"], pair["why"]


def test_the_score_of_a_label_counts_both_kinds_of_error() -> None:
    wanted = ["duplicate", "update", "update", "different"]
    given = ["duplicate", "update", "different", "update"]
    assert scores(wanted, given, ["duplicate", "update", "different"]) == {
        "duplicate": 1.0,
        "update": 0.5,
        "different": 0.0,
    }
