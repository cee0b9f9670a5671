"""How well stories are cut out of pages, against other extractors, in one table of one run.

    python -m bench.quality PAGES [--gold GOLD.jsonl] [--below]

PAGES is a folder of html files (.gz too). GOLD.jsonl (default: gold.jsonl in PAGES) has one page a line: file, url and
gold, an object with headline, body_paragraphs, dateline, end_marker and published. A paragraph of the gold in
[square brackets] is optional. `--below` names the pages whose text is worse than trafilatura's by more than .005.
Exit code 2 without a page that has gold.
"""

import argparse
import json
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import trafilatura

from bench.pages import page_bytes
from wirecrawl.cleaning import clean
from wirecrawl.errors import PageError
from wirecrawl.markup.decode import decode

MEASURES = ("tokens", "paragraphs", "whole", "headline", "date")
_WORD = re.compile(
    r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]|[^\W_\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+"
)
_CREDIT = re.compile(r"\s*(?:[（(](?:记者|記者|实习生|评论员|编辑|編輯|参与记者)[^（(]*|\(c\)\s?AFP[^.。]*)$")
_WORSE = 0.005  # less is a word or two of a story


@dataclass(frozen=True, slots=True)
class Text:
    """What an extractor made of a page; `dateline` is what it took off the head of the text."""

    paragraphs: list[str]
    headline: str = ""
    published: str = ""
    dateline: str = ""


Extractor = Callable[[bytes, str | None], Text]


def wirecrawl_text(page: bytes, url: str | None) -> Text:
    """Clean a page with wirecrawl; no text for a page that it refuses."""
    try:
        story = clean(page, url)
    except PageError:
        return Text([])
    dateline = story.dateline.raw if story.dateline else ""
    return Text(story.text.split("\n\n"), story.headline or "", story.published or "", dateline)


def trafilatura_text(page: bytes, url: str | None, *, fast: bool = False) -> Text:
    """Extract a page with trafilatura, comments left out."""
    found = trafilatura.bare_extraction(decode(page), url=url, fast=fast, include_comments=False, with_metadata=True)
    if found is None or isinstance(found, dict):
        return Text([])
    return Text((found.text or "").split("\n"), found.title or "", found.date or "")


EXTRACTORS: dict[str, Extractor] = {
    "wirecrawl": wirecrawl_text,
    "trafilatura": trafilatura_text,
    "trafilatura fast": lambda page, url: trafilatura_text(page, url, fast=True),
}


def letters(text: str) -> str:
    """Letters and digits alone, in one form of each character."""
    return "".join(c for c in unicodedata.normalize("NFKC", text).casefold() if c.isalnum())


def f1(wanted: Iterable[str], got: Iterable[str]) -> float:
    """Harmonic mean of precision and recall of two bags, 0.0 when they share nothing."""
    a, b = Counter(wanted), Counter(got)
    hits = sum((a & b).values())
    return 2 * hits / (sum(a.values()) + sum(b.values())) if hits else 0.0


def _words(paragraphs: list[str]) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFKC", " ".join(paragraphs)).casefold())


def _less_tail(paragraphs: list[str], mark: str) -> list[str]:
    """The paragraphs without the end mark and the closing credit of the last, which count for nobody."""
    if not paragraphs:
        return []
    last = _CREDIT.sub("", paragraphs[-1].rstrip().removesuffix(mark).rstrip())
    return [*paragraphs[:-1], *([last] if last.strip() else [])]


def _readings(paragraphs: list[str]) -> Iterator[list[str]]:
    optional = [p for p in paragraphs if p.startswith("[") and p.endswith("]")]
    yield [p[1:-1] if p in optional else p for p in paragraphs]
    if optional:
        yield [p for p in paragraphs if p not in optional]


def _body(wanted: list[str], text: Text) -> dict[str, float | None]:
    got = list(text.paragraphs)
    if text.dateline and got and wanted and letters(wanted[0]).startswith(letters(text.dateline)):
        got[0] = f"{text.dateline} {got[0]}"
    these, those = ([x for x in map(letters, side) if x] for side in (wanted, got))
    return {
        "tokens": f1(_words(wanted), _words(got)),
        "paragraphs": f1(these, those),
        "whole": float(these == those),
    }


def score(gold: dict[str, Any], text: Text) -> dict[str, float | None]:
    """Score one page by MEASURES; None for what its gold does not say.

    >>> score({"body_paragraphs": ["It rains."]}, Text(["It rains."]))["whole"]
    1.0
    """
    mark = (gold.get("end_marker") or "").strip()
    paragraphs = _less_tail([p for p in text.paragraphs if p.strip()], mark)
    text = Text(paragraphs, text.headline, text.published, text.dateline)
    bodies = [_body(_less_tail(wanted, mark), text) for wanted in _readings(gold["body_paragraphs"])]
    best = max(bodies, key=lambda body: (body["whole"] or 0.0, body["tokens"] or 0.0))
    headline, day = gold.get("headline"), (gold.get("published") or "")[:10]
    best["headline"] = float(letters(headline) == letters(text.headline)) if headline else None
    best["date"] = float(text.published[:10] == day) if day else None
    return best


def _mean(values: Iterable[float | None]) -> float:
    known = [value for value in values if value is not None]
    return sum(known) / len(known) if known else float("nan")


def main(arguments: list[str] | None = None) -> int:
    """Print the table; exit code 2 when there is no page with gold."""
    parser = argparse.ArgumentParser(prog="bench.quality", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("pages", type=Path)
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--below", action="store_true", help="name the pages below trafilatura")
    options = parser.parse_args(arguments)
    lines = (options.gold or options.pages / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    cases = [case for case in map(json.loads, filter(str.strip, lines)) if case.get("gold")]
    if not cases:
        print("no page with gold to measure", file=sys.stderr)
        return 2
    scores = {name: list(_scores(cases, options.pages, extract)) for name, extract in EXTRACTORS.items()}
    _print_table(scores, len(cases))
    if options.below:
        _print_below(cases, scores)
    return 0


def _scores(cases: list[Any], folder: Path, extract: Extractor) -> Iterator[dict[str, float | None]]:
    for case in cases:
        yield score(case["gold"], extract(page_bytes(folder / case["file"]), case.get("url")))


def _print_table(scores: dict[str, list[dict[str, float | None]]], pages: int) -> None:
    print(f"{pages} pages".ljust(18) + "".join(f"{name:>12}" for name in MEASURES))
    for name, rows in scores.items():
        print(name.ljust(18) + "".join(f"{_mean(row[key] for row in rows):12.3f}" for key in MEASURES))


def _print_below(cases: list[Any], scores: dict[str, list[dict[str, float | None]]]) -> None:
    for case, ours, theirs in zip(cases, scores["wirecrawl"], scores["trafilatura"], strict=True):
        if (ours["tokens"] or 0.0) < (theirs["tokens"] or 0.0) - _WORSE:
            print(f"below trafilatura: {case['file']} {ours['tokens']:.3f} {theirs['tokens']:.3f}")


if __name__ == "__main__":
    sys.exit(main())
