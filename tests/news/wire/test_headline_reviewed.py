"""Real headlines and the parse that a reader gives them (headline_reviewed.jsonl, every line reviewed)."""

import json
from pathlib import Path
from typing import Any

import pytest

from wirecrawl.news.wire import parse_headline, table

LINES = Path(__file__).with_name("headline_reviewed.jsonl").read_text(encoding="utf-8").splitlines()
EXPECTED: list[dict[str, Any]] = [json.loads(line) for line in LINES]


@pytest.mark.parametrize("line", EXPECTED, ids=[f"{line['agency']}-{n}" for n, line in enumerate(EXPECTED, 1)])
def test_a_headline_is_read_as_a_reader_reads_it(line: dict[str, Any]) -> None:
    parsed = parse_headline(line["raw"], table(line["agency"]))
    marks = parsed.marks
    assert {
        "agency": line["agency"],
        "raw": parsed.raw,
        "headline": parsed.headline,
        "stage": parsed.stage,
        "urgency": marks.urgency,
        "lead": marks.lead,
        "writethru": marks.writethru,
        "handling": marks.handling,
        "labels": marks.labels,
        "genre": marks.genre,
        "attribution": parsed.attribution,
        "periodic": parsed.periodic,
    } == line
