"""What a run measures of itself, and which runs may be compared."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.support.runs import FRONT, HOME, UNCHANGED, add_source, good_run, status
from tests.support.stories import make_run
from wirecrawl.run.measures import add_counts, age, is_comparable, measures
from wirecrawl.run.reading.page_counts import PageCounts
from wirecrawl.run.state import Run
from wirecrawl.run.tallies import AnswersOfHost

pytestmark = pytest.mark.usefixtures("store")


def measured(run: Run) -> dict[str, float]:
    return measures(run, run.started + timedelta(seconds=90.26), 7)


def test_a_run_counts_its_links_pages_headlines_and_outcomes() -> None:
    found = measured(good_run(pages=4))
    assert (found["links"], found["pages"], found["headlines"], found["seconds"]) == (4, 4, 7, 90.3)
    assert (found["outcome:new"], found["outcome:failed"]) == (4, 0)
    assert found[f"links:{HOME}"] == 4


def test_only_sources_that_were_read_are_measured() -> None:
    run = good_run()
    add_source(run, FRONT, parent=HOME, state=status(500), links=9, newest="2026-11-20T08:00:00+00:00")
    assert not {f"links:{FRONT}", f"age:{FRONT}"} & set(measured(run))
    run.tallies.sources[FRONT].state = UNCHANGED
    assert (measured(run)[f"links:{FRONT}"], measured(run)[f"age:{FRONT}"]) == (9, 4.0)


def test_shares_and_the_median_length_are_of_the_cleaned_pages() -> None:
    run = make_run()
    for length, filled in (
        (10, ("pages", "headline", "text")),
        (30, ("pages", "headline")),
        (80, ("pages", "fallback")),
    ):
        add_counts(run, PageCounts(filled, length))
    found = measured(run)
    assert (found["filled:headline"], found["filled:text"], found["filled:bylines"]) == (0.667, 0.333, 0.0)
    assert (found["text"], found["fallback"], found["pages"]) == (30, 0.333, 3)


def test_the_stories_of_each_cleaner_and_the_answers_of_each_host_are_counted() -> None:
    run = make_run()
    for cleaner in ("china.org.cn", "china.org.cn", "trafilatura"):
        add_counts(run, PageCounts(("pages",), 10, cleaner=cleaner))
    run.tallies.hosts["www.china.org.cn"] = AnswersOfHost([0.2, 0.31249, 9.0], 3000)
    found = measured(run)
    assert {name: value for name, value in found.items() if name.startswith("cleaner:")} == {
        "cleaner:china.org.cn": 2,
        "cleaner:trafilatura": 1,
    }
    assert [found[f"{name}:www.china.org.cn"] for name in ("answers", "latency", "bytes")] == [3, 0.312, 3000]


def test_a_run_without_pages_has_no_shares() -> None:
    assert not [name for name in measured(make_run()) if name.startswith("filled:") or name in ("text", "fallback")]


def test_layouts_that_lost_something_are_noted_by_name() -> None:
    run = make_run()
    add_counts(run, PageCounts(("pages", "lost"), 10, "china.org.cn (headline lost)"))
    add_counts(run, PageCounts(("pages",), 10))
    assert run.tallies.lost == {"china.org.cn (headline lost)"}


@pytest.mark.parametrize(
    ("newest", "hours"),
    [
        ("2026-11-20T11:27:00+00:00", 0.6),
        ("2026-11-20T19:00:00+08:00", 1.0),
        ("2026-11-21T00:00:00+00:00", 0.0),  # a story of a day counts until its end
        (None, None),
    ],
)
def test_a_source_is_as_old_as_its_newest_story_at_the_start_of_the_run(newest: str | None, hours: float) -> None:
    run = make_run()
    add_source(run, HOME, newest=newest)
    assert age(run, run.tallies.sources[HOME]) == hours


@pytest.mark.parametrize(
    "given", [{"limit": 5}, {"since": "2026-11-20T00:00:00+00:00"}, {"full": True}, {"sources": (HOME,)}]
)
def test_a_run_with_arguments_is_not_compared(given: dict[str, object]) -> None:
    run = make_run()
    assert is_comparable(run, "finished")
    run.arguments = replace(run.arguments, **given)  # type: ignore[arg-type]
    assert not is_comparable(run, "finished")


def test_a_replay_and_a_run_that_was_stopped_are_not_compared() -> None:
    assert not is_comparable(make_run(replay=True), "finished")
    assert not is_comparable(make_run(), "shutdown")
