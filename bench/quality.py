"""How well stories are cut out of pages, against other extractors, in one table of one run.

    python -m bench.quality PAGES [--gold GOLD.jsonl] [--below] [--json FILE] [--environments DIR ...]
    python -m bench.quality --fixtures [--write-floor]

PAGES is a folder of html files (.gz too). GOLD.jsonl (default: gold.jsonl in PAGES) has one page a line: file, url,
language, agency and gold, an object with headline, body_paragraphs, dateline, end_marker, published, authors and
editors. A paragraph of the gold in [square brackets] is optional. Below the table stand the paragraphs that at least
five stories of one site share, and one in five of them: they are lines of the site that wirecrawl kept. `--below` names
the pages whose text is worse than trafilatura's by more than .005.
`--environments` are virtual environments with rivals; bench/requirements*.txt say how to make the default ones.

`--fixtures` measures the project's own pages against bench/floor.json, which `--write-floor` raises.
Exit code 1 when a measure fell below the floor, 2 without a page that has gold.
"""

import argparse
import json
import sys
from collections.abc import Iterable
from pathlib import Path
from statistics import median
from typing import Any

from bench import floor
from bench.extractors import ENVIRONMENTS, EXTRACTORS, Case, NotInstalledError, run_own, run_rival
from bench.rivals import RIVALS
from bench.scoring import MEASURES, Score, Text, mean, score
from wirecrawl.run.repeated_paragraphs import repeated_in, short_paragraphs
from wirecrawl.web.urls import host_of

_WORSE = 0.005  # less is a word or two of a story
_COLUMNS = ("pages", *MEASURES, "errors", "ms")
# Measures of what not every extractor looks for, and the field of `Text`.
_SOUGHT = {name: name for name in ("headline", "dateline", "writers", "editors", "language", "agency")}
_SOUGHT |= {"date": "published", "clock": "published"}
_INSTALL = dict.fromkeys(RIVALS, "bench/requirements.txt") | {"fundus": "bench/requirements-fundus.txt"}

Figures = dict[str, float | None]


def main(arguments: list[str] | None = None) -> int:
    """Print the table; the exit code is that of the module's text."""
    options = _options(arguments)
    if options.fixtures:
        return floor.report(write=options.write_floor)
    cases = _cases(options.pages, options.gold or options.pages / "gold.jsonl")
    if not cases:
        print("no page with gold to measure", file=sys.stderr)
        return 2
    texts, missing = _run(cases, options.environments)
    figures = {name: _figures(cases, found) for name, found in texts.items()}
    _print_table(figures, missing)
    _print_repeated(cases, texts["wirecrawl"])
    if options.below:
        _print_below(cases, texts)
    if options.json:
        options.json.write_text(json.dumps({"pages": len(cases), "extractors": figures, "not installed": missing}))
    return 0


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bench.quality", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("pages", type=Path, nargs="?")
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--below", action="store_true", help="name the pages below trafilatura")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures to FILE too")
    parser.add_argument("--environments", type=Path, nargs="+", metavar="DIR", default=ENVIRONMENTS)
    parser.add_argument("--fixtures", action="store_true", help="measure the project's own pages against the floor")
    parser.add_argument("--write-floor", action="store_true", help="raise the floor to what was measured")
    options = parser.parse_args(arguments)
    if bool(options.pages) == options.fixtures or (options.write_floor and not options.fixtures):
        parser.error("give a folder of pages, or --fixtures with or without --write-floor")
    return options


def _cases(folder: Path, gold: Path) -> list[Case]:
    lines = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [
        Case(folder / line["file"], line.get("url"), line.get("language") or "", _facts(line) | line["gold"])
        for line in lines
        if line.get("gold")
    ]


def _facts(line: dict[str, Any]) -> dict[str, Any]:
    return {name: line.get(name) for name in ("language", "agency")}


def _run(cases: list[Case], environments: Iterable[Path]) -> tuple[dict[str, list[Text | None]], dict[str, str]]:
    """Texts by extractor and, by rival that is not installed, the reason."""
    texts: dict[str, list[Text | None]] = {name: [*run_own(run, cases)] for name, run in EXTRACTORS.items()}
    missing = {}
    for name in RIVALS:
        try:
            texts[name] = run_rival(name, cases, environments)
        except NotInstalledError as error:
            missing[name] = str(error)
            continue
        if None in texts[name]:
            pairs = zip(texts["wirecrawl"], texts[name], strict=True)
            texts[f"wirecrawl, pages of {name}"] = [ours if theirs else None for ours, theirs in pairs]
    return texts, missing


def _scores(cases: list[Case], texts: list[Text | None]) -> list[Score]:
    return [score(case.gold, text) for case, text in zip(cases, texts, strict=True) if text]


def _figures(cases: list[Case], texts: list[Text | None]) -> Figures:
    scores, done = _scores(cases, texts), [text for text in texts if text]
    means = {measure: mean(row[measure] for row in scores) for measure in MEASURES}
    for measure, field in _SOUGHT.items():
        if all(getattr(text, field) is None for text in done if not text.error):
            means[measure] = None  # an error is no wrong headline of an extractor that looks for none
    milliseconds = median(text.seconds for text in done) * 1000 if done else None
    return {"pages": len(done), **means, "errors": sum(text.error is not None for text in done), "ms": milliseconds}


def _print_table(figures: dict[str, Figures], missing: dict[str, str]) -> None:
    width = max(map(len, (*figures, *missing)))
    print(f"| {'':{width}} | " + " | ".join(f"{name:>10}" for name in _COLUMNS) + " |")
    print(f"|{'-' * (width + 2)}|" + f"{'-' * 11}:|" * len(_COLUMNS))
    for name, row in figures.items():
        print(f"| {name:{width}} | " + " | ".join(f"{_cell(key, row[key]):>10}" for key in _COLUMNS) + " |")
    for name in missing:
        print(f"| {name:{width}} | {'not installed':>{13 * len(_COLUMNS) - 3}} |")
    for name, reason in missing.items():
        print(f"{name} is not installed ({reason}); see the head of {_INSTALL[name]}")


def _cell(key: str, value: Any) -> str:
    if value is None:
        return "-"
    return f"{value:.3f}" if key in MEASURES else f"{value:.0f}"


def _print_repeated(cases: list[Case], texts: list[Text | None]) -> None:
    """Name the paragraphs that stand in many stories of one site: they are lines of the site."""
    stories = (
        short_paragraphs(case.file.name, host_of(case.url), text.layout, "\n\n".join(text.paragraphs))
        for case, text in zip(cases, texts, strict=True)
        if text and not text.error
    )
    for one in repeated_in(stories):
        print(f"the same paragraph in {one.stories} of {one.all_stories} stories of {one.where}: {one.text}")


def _print_below(cases: list[Case], texts: dict[str, list[Text | None]]) -> None:
    ours, theirs = (_scores(cases, texts[name]) for name in ("wirecrawl", "trafilatura"))
    for case, our, their in zip(cases, ours, theirs, strict=True):
        if (our["tokens"] or 0.0) < (their["tokens"] or 0.0) - _WORSE:
            print(f"below trafilatura: {case.file.name} {our['tokens']:.3f} {their['tokens']:.3f}")


if __name__ == "__main__":
    sys.exit(main())
