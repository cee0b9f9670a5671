"""The page in a real browser: what a reader sees, and that it asks for nothing and runs nothing."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.support.browser import NEEDS_BROWSER, browser, show
from tests.support.months import month, page_of
from tests.support.runs import HOME, add_source
from tests.support.stories import NOON, make_run
from wirecrawl.items import Marks
from wirecrawl.news.dedupe import StoryVersion
from wirecrawl.reasons import ReasonKind, because
from wirecrawl.run.report import build_report, not_in_feed, write_report
from wirecrawl.run.verdict import Judgement
from wirecrawl.storage.ledger.sqlite.ledger import SqliteLedger

pytestmark = NEEDS_BROWSER
HOSTILE = (
    "</bdi></title><script>document.title='x'</script><img src=http://evil.example/x onerror=alert(1)>\x1b[31m\u202e"
)
_MOST_BYTES = 300_000


def write(ledger: SqliteLedger, data: Path, days: int = 30) -> Path:
    from wirecrawl.audit.report_page.rendering import render

    file = data / "page.html"
    file.write_bytes(render(page_of(ledger, data, days=days)))
    return file


@pytest.fixture(scope="module")
def opened() -> Iterator[Any]:
    with browser() as started:
        yield started


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Pages of a good month, a bad one, two spiders, and nothing."""
    folders = {name: tmp_path_factory.mktemp(name) for name in ("good", "bad", "two", "nothing")}
    return {
        "good": write(month(folders["good"], "xinhua"), folders["good"]),
        "bad": write(month(folders["bad"], "xinhua", bad=True, a_day=4), folders["bad"]),
        "two": write(month(folders["two"], "tass", "xinhua", days=3), folders["two"], 4),
        "nothing": write(SqliteLedger(":memory:"), folders["nothing"]),
    }


@pytest.mark.parametrize(
    ("name", "width", "dark"),
    [
        ("good", 1280, False),
        ("good", 390, True),
        ("bad", 1280, True),
        ("bad", 390, False),
        ("two", 1280, False),
        ("two", 390, True),
        ("nothing", 1280, True),
        ("nothing", 390, False),
    ],
)
def test_a_page_asks_for_nothing_and_everybody_can_read_it(
    opened: Any, files: dict[str, Path], name: str, width: int, dark: bool
) -> None:
    shown = show(opened, files[name], width, dark=dark)
    if name == "two":  # its tables are short; axe-core takes 5 seconds for those of a month
        shown.ask("document.querySelectorAll('details').forEach(one => one.open = true)")
    assert shown.violations == []
    assert not shown.is_wider_than_the_window
    assert (shown.requests, shown.complaints) == ([files[name].as_uri()], [])
    assert shown.ask("[document.documentElement.lang, document.title.slice(0, 10)].join()") == "en,wirecrawl:"
    shown.page.close()


@pytest.mark.parametrize("name", ["good", "bad"])
def test_a_month_is_one_small_file_without_a_script(files: dict[str, Path], name: str) -> None:
    page = files[name].read_text("utf-8")
    assert len(page.encode()) < _MOST_BYTES
    assert "default-src 'none'" in page
    assert not re.search(r"<script|<link|<img|<iframe|@import|javascript:|\son\w+=", page)


def test_every_picture_has_words_before_it_and_a_table_behind_it(opened: Any, files: dict[str, Path]) -> None:
    shown = show(opened, files["bad"])
    pictures = "document.querySelectorAll('figure > svg')"
    assert shown.ask(f"{pictures}.length") == 10
    assert shown.ask(f"[...{pictures}].every(one => one.previousElementSibling.innerText.length > 9)")
    assert shown.ask(f"[...{pictures}].every(one => one.parentNode.querySelectorAll('details td').length > 3)")
    colours = shown.ask("getComputedStyle(document.querySelector('figure svg text')).fill")
    dark = show(opened, files["bad"], dark=True)
    assert dark.ask("getComputedStyle(document.querySelector('figure svg text')).fill") != colours
    shown.page.close()
    dark.page.close()


def test_two_spiders_have_an_overview_that_leads_to_each(opened: Any, files: dict[str, Path]) -> None:
    shown = show(opened, files["two"])
    assert shown.ask("document.querySelector('main table tbody').innerText").split()[0] == "tass"
    targets = shown.ask(
        "[...document.querySelectorAll('a[href^=\"#\"]')].every(one => document.querySelector(one.hash))"
    )
    assert targets
    shown.page.close()


def test_days_without_a_run_are_shaded_and_no_line_crosses_them(tmp_path: Path) -> None:
    from wirecrawl.audit.report_page.drawing import draw
    from wirecrawl.audit.report_page.quality import latency, texts

    (spider,) = page_of(month(tmp_path, "xinhua"), tmp_path).spiders
    for figure in (latency(spider), texts(spider.days)):
        assert figure.spec
        drawn = draw(figure.spec, "x")
        assert drawn.count('fill="url(#no-run)"') == sum(not day.runs for day in spider.days) == 2
        path = next(found for found in re.findall(r'd="(M[^"]+)" stroke="var\(--line-1\)"', drawn) if "L" in found)
        assert path.count("M") == 2, "one line before the gap and one behind it"
        points = re.findall(r"[ML](-?[\d.]+),", path)
        assert len(points) == sum(day.runs > 0 for day in spider.days)


def test_foreign_text_is_shown_as_it_is_and_never_obeyed(opened: Any, tmp_path: Path) -> None:
    run = make_run()
    add_source(run, HOME, links=1)
    for number, url in enumerate(("http://a.example/1", "javascript:alert(1)", f"http://b.example/{HOSTILE}")):
        run.ledger.links.note_link(run.number, url, f"xinhua:{number}", HOME)
        run.set_outcome(url, "failed" if number else "update", because(ReasonKind.REQUEST_FAILED, "E", HOSTILE))
    known = StoryVersion(
        "xinhua:0", 2, "xinhua:0", None, HOSTILE, Marks(handling="correction"), HOSTILE, "xinhua", NOON
    )
    run.ledger.stories.add(run.number, "xinhua", known, NOON, "javascript:alert(1)")
    report = build_report(
        run, Judgement("broken", [because(ReasonKind.LEDGER_FAILED, HOSTILE)]), run.started, {"headlines": 0}, [], "x"
    )
    report["sources"] = [{**report["sources"][0], "url": f"javascript:{HOSTILE}", "state": HOSTILE}]
    write_report(report, not_in_feed(run), tmp_path / "report.json")
    now = {"pages": 2, f"cleaner:{HOSTILE}": 2, f"latency:{HOSTILE}": 1, f"answers:{HOSTILE}": 1, f"bytes:{HOSTILE}": 1}
    run.ledger.runs.measure(run.number, {**now, "filled:text": 1.0, "text": 1}, comparable=True)
    run.ledger.runs.close(run.number, NOON, "broken", 4, str(tmp_path / "report.json"))
    assert isinstance(run.ledger, SqliteLedger)
    shown = show(opened, write(run.ledger, tmp_path), 390)
    assert shown.ask("document.scripts.length + document.images.length") == 0
    assert (
        shown.ask("[...document.links].map(one => one.protocol).filter(one => !/^(http|https|file):$/.test(one))") == []
    )
    assert (len(shown.requests), shown.complaints, shown.violations) == (1, [], [])
    text = shown.ask("document.body.innerText")
    assert text.count("<script>document.title='x'</script>") >= 6
    assert "\x1b" not in text
    assert "javascript:alert(1)" in text
    assert not shown.is_wider_than_the_window
    shown.page.close()


def test_a_printed_page_is_dark_on_white_and_has_the_tables_that_are_open(opened: Any, files: dict[str, Path]) -> None:
    shown = show(opened, files["good"], dark=True)
    background = "getComputedStyle(document.body).backgroundColor"
    assert shown.ask(background) == "rgb(20, 23, 27)"
    shown.ask("document.querySelector('details').open = true")
    shown.page.emulate_media(media="print")
    assert shown.ask(background) == "rgb(255, 255, 255)"
    seen = "[...document.querySelectorAll('details')].filter(one => one.getBoundingClientRect().height).length"
    assert shown.ask(seen) == 1
    shown.page.close()


def test_a_spider_that_has_not_run_for_days_is_named(tmp_path: Path) -> None:
    from wirecrawl.audit.report_page.rendering import render

    ledger = month(tmp_path, "xinhua", "tass", days=2)
    page = page_of(ledger, tmp_path)
    assert "No run for" not in render(page).decode()
    late = replace(page, made="2026-12-05T06:00:00+00:00")
    assert "No run: tass for 5 days and xinhua for 5 days." in render(late).decode()
