"""`python -m wirecrawl relate` as a whole process: pairs of headlines in, the same pairs with labels out."""

import json
import subprocess
import sys


def relate(lines: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "wirecrawl", "relate"]
    return subprocess.run(command, input=lines, capture_output=True, text=True, check=False)


def test_relate_gives_each_pair_back_with_its_label() -> None:
    pair = {"a": "45 killed in blast", "b": "48 killed in blast", "agency": "xinhua", "hours_apart": 2, "why": "count"}
    ended = relate(json.dumps(pair) + "\n\n" + json.dumps({**pair, "hours_apart": 30}) + "\n")
    first, second = map(json.loads, ended.stdout.splitlines())
    assert (ended.returncode, first["label"], second["label"]) == (0, "update", "different")
    assert {key: first[key] for key in pair} == pair
    assert list(first)[-4:] == ["label", "kind", "similarity", "thread"]
    assert (first["thread"], second["thread"]) == (True, False)


def test_relate_names_the_lines_that_are_no_pairs_and_goes_on() -> None:
    good = {"a": "Rain", "b": "Rain", "agency": "xinhua", "hours_apart": 0}
    bad = (
        "nonsense",
        json.dumps({**good, "agency": "nobody"}),
        "[" * 100_000,
        json.dumps({**good, "b": "1st LD: " * 9999}),
    )
    ended = relate("\n".join((*bad, json.dumps(good), "")))
    assert (ended.returncode, len(ended.stdout.splitlines())) == (2, 1)
    assert [line.split(":")[1] for line in ended.stderr.splitlines()] == [f" line {n}" for n in range(1, 5)]
    assert "xinhua" in ended.stderr
    assert "a headline of more than 2000 characters" in ended.stderr
