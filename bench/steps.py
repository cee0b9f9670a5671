"""How long clean() takes beside a bare lxml parse and beside trafilatura, in one process.

python -m bench.steps                                the saved pages of fixtures/xinhua whose layout is known
python -m bench.steps FOLDER ... --urls MAP.jsonl    other pages: *.html and *.html.gz, addresses as for `clean`

The contenders take turns on every page (A B C A B C ...), so a slow moment of the machine hits all alike. A page's
figure is its median over the rounds; caches of all contenders are warm. Every contender gets the page's bytes.
"""

import argparse
import logging
import os
import platform
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from importlib.metadata import version
from pathlib import Path

import trafilatura
from lxml import html

from bench.pages import Case, listed, saved
from wirecrawl.news import agencies, wire
from wirecrawl.news.cleaning.blocks import read_blocks
from wirecrawl.news.cleaning.clean import clean
from wirecrawl.news.cleaning.found import ExtractedPage
from wirecrawl.news.cleaning.known_layout.layout import read_layout
from wirecrawl.news.cleaning.known_layout.link_lists import without_link_lists
from wirecrawl.news.cleaning.whole_page.extract import read_page
from wirecrawl.news.cleaning.wire_parts import read_copy
from wirecrawl.news.markup.decode import parse
from wirecrawl.news.markup.select import elements

DEFAULT = Path(__file__).parent.parent / "fixtures" / "xinhua"
ROUNDS = 15  # about twice the fewest; on a busy machine of two cores ratios still moved by a tenth between runs
FEWEST = 7  # three disturbed rounds of seven leave a median among the undisturbed
STEPS = ("decode and parse", "layout: select and walk", "trafilatura in doubt", "wire rules")


def _parse(case: Case) -> None:
    html.document_fromstring(case.body, parser=html.HTMLParser(encoding=case.encoding))


def _clean(case: Case) -> None:
    clean(case.body, case.url, content_type=case.content_type)


def _trafilatura(case: Case) -> None:
    trafilatura.bare_extraction(case.body, url=case.url, with_metadata=True)


def _trafilatura_fast(case: Case) -> None:
    trafilatura.bare_extraction(case.body, url=case.url, with_metadata=True, fast=True, include_comments=False)


CONTENDERS: dict[str, Callable[[Case], None]] = {
    "lxml parse alone": _parse,
    "wirecrawl clean()": _clean,
    "trafilatura, defaults": _trafilatura,
    "trafilatura, fast, no comments": _trafilatura_fast,
}


def measure(cases: Sequence[Case], rounds: int) -> dict[str, list[float]]:
    """Milliseconds by contender and by step of clean(): for each page the median over the rounds."""
    taken: dict[str, list[list[float]]] = {name: [[] for _ in cases] for name in (*CONTENDERS, *STEPS)}
    for number in range(rounds + 1):
        for place, case in enumerate(cases):
            for name, lap in _laps(case):
                if number:  # the first round fills caches
                    taken[name][place].append(lap)
    return {name: [statistics.median(laps) for laps in pages] for name, pages in taken.items()}


def _laps(case: Case) -> Iterator[tuple[str, float]]:
    for name, contender in CONTENDERS.items():
        start = time.perf_counter()
        contender(case)
        yield name, _since(start)
    yield from zip(STEPS, _steps(case), strict=True)


def _since(start: float) -> float:
    return 1000 * (time.perf_counter() - start)


def _steps(case: Case) -> tuple[float, float, float, float]:
    """Milliseconds of the rooms' functions in the order in which clean() calls them."""
    agency = agencies.of_url(case.url)
    day = agencies.classify(case.url, agency).day if case.url and agency else None
    start = time.perf_counter()
    tree = parse(case.body, case.content_type)
    parsed, start = _since(start), time.perf_counter()
    found = read_layout(tree, case.url, day)
    laid_out = _since(start)
    doubt = _doubt(case, found)
    start = time.perf_counter()
    found = found if found.has_body else read_page(tree, found.cleaner)
    doubt, laid_out = doubt + _since(start), laid_out - doubt
    table = wire.table(agency.name) if agency else wire.PLAIN
    start = time.perf_counter()
    headline = wire.parse_headline(found.headline or "", table)
    forms = {headline.headline, headline.raw}
    read_copy(found.parts, forms, table, day, case.url, own_page=agency is not None)
    return parsed, laid_out, doubt, _since(start)


def _doubt(case: Case, found: ExtractedPage) -> float:
    """Milliseconds that read_layout() spent on blocks of links, measured again on a tree of its own."""
    layout = next((x for x in found.agency.layouts if found.cleaner.startswith(x.name)), None) if found.agency else None
    if layout is None:
        return 0.0
    tree = parse(case.body, case.content_type)
    drop = frozenset(elements(tree, layout.drop))
    found_there = ((body, parts) for body in elements(tree, layout.body) if (parts := read_blocks(body, drop)))
    _, parts = next(found_there, (tree, []))
    start = time.perf_counter()
    without_link_lists(parts)
    return _since(start)


def table_of_contenders(taken: dict[str, list[float]]) -> Iterator[str]:
    """Lines of the first table; "pages" is the median of the pages' own ratios to their parse."""
    parse_times = taken["lxml parse alone"]
    yield f"{'milliseconds a page':32}{'median':>9}{'p95':>9}{'total':>9}   to the parse: {'totals':>7}{'pages':>7}"
    for name in CONTENDERS:
        times = taken[name]
        ratio = statistics.median(mine / bare for mine, bare in zip(times, parse_times, strict=True))
        figures = f"{statistics.median(times):9.3f}{_p95(times):9.3f}{sum(times):9.1f}"
        yield f"{name:32}{figures}{' ' * 17}{sum(times) / sum(parse_times):7.1f}{ratio:7.1f}"


def _p95(times: list[float]) -> float:
    return sorted(times)[round(0.95 * (len(times) - 1))]


def table_of_steps(taken: dict[str, list[float]]) -> Iterator[str]:
    """Lines of the second table: what clean() spends where; "the rest" is what no step before it accounts for."""
    whole = taken["wirecrawl clean()"]
    known = {name: taken[name] for name in STEPS}
    rest = [total - sum(laps) for total, *laps in zip(whole, *known.values(), strict=True)]
    yield f"{'clean() by step, milliseconds':32}{'median':>9}{'p95':>9}{'total':>9}{'share':>9}"
    for name, times in {**known, "the rest": rest}.items():
        figures = f"{statistics.median(times):9.3f}{_p95(times):9.3f}{sum(times):9.1f}"
        yield f"{name:32}{figures}{sum(times) / sum(whole):9.0%}"


def main(argv: Sequence[str] | None = None) -> int:
    """Measure and print both tables; returns the exit code: 0, 2 when there is no page to measure."""
    parser = argparse.ArgumentParser(prog="python -m bench.steps", description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path, metavar="FOLDER", default=[DEFAULT])
    parser.add_argument("--urls", type=Path, metavar="MAP.jsonl", help='JSON Lines with "file" and "url"')
    parser.add_argument("--rounds", type=int, default=ROUNDS, help=f"at least {FEWEST}; default {ROUNDS}")
    options = parser.parse_args(argv)
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # it reports pages without text, page by page
    cases = listed(options.folders, options.urls) if options.urls else saved(options.folders)
    if not cases:
        print("bench.steps: no page to measure; see --help", file=sys.stderr)
        return 2
    rounds = max(FEWEST, options.rounds)
    programs = ", ".join(f"{name} {version(name)}" for name in ("lxml", "trafilatura"))
    print(f"Python {platform.python_version()}, {programs}, {os.cpu_count()} CPUs, {platform.machine()}")
    print(
        f"{len(cases)} pages of {statistics.median(len(c.body) for c in cases):.0f} bytes (median), {rounds} rounds\n"
    )
    taken = measure(cases, rounds)
    print("\n".join([*table_of_contenders(taken), "", *table_of_steps(taken)]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
