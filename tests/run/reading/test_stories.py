"""A page costs its own story only, whatever a rule of wirecrawl raises on it."""

from types import SimpleNamespace
from typing import Any, cast

import pytest

from tests.support.newsroom import WIRE_LIST, headline, listing, story, story_url
from wirecrawl.errors import PageError
from wirecrawl.items import Page
from wirecrawl.reasons import ReasonKind
from wirecrawl.run.reading.lists import ListTask
from wirecrawl.run.reading.outcomes import page_outcome
from wirecrawl.run.reading.results import ListResult, StoryResult
from wirecrawl.run.reading.sightings import unpacked
from wirecrawl.run.reading.stories import CleanTask, StoryCapture, StoryTask
from wirecrawl.storage.archive import SavedPage
from wirecrawl.web.answer import Answer


def saved(found: Answer) -> SavedPage:
    """A saved page without an archive."""
    return cast("SavedPage", SimpleNamespace(answer=lambda: found))


def failing(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    def clean(*args: Any, **kwargs: Any) -> None:
        raise error

    monkeypatch.setattr("wirecrawl.news.cleaning.clean.clean", clean)


ERRORS = [KeyError("day"), RecursionError(), AssertionError(), UnicodeEncodeError("utf-8", "\ud800", 0, 1, "odd")]


@pytest.mark.parametrize("error", ERRORS, ids=lambda e: type(e).__name__)
def test_what_a_rule_raises_is_the_outcome_of_its_page(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    failing(monkeypatch, error)
    (lost,) = CleanTask(Page(url=story_url(1), body=story(1).encode())).run()
    assert isinstance(lost, PageError)
    outcome, live = page_outcome(lost)
    task = StoryTask("xinhua", (StoryCapture(story_url(1), saved(Answer(story_url(1), 200, story(1).encode()))),))
    (result,) = task.run()
    assert (outcome, getattr(result, "outcome", None)) == ("failed", "failed")
    assert live == result.reason  # type: ignore[union-attr]
    if not isinstance(error, RecursionError):  # the parser gave the page up
        assert (live.kind, type(error).__name__ in live.details[0]) == (ReasonKind.UNHANDLED, True)


def test_memory_is_a_limit_of_the_process(monkeypatch: pytest.MonkeyPatch) -> None:
    failing(monkeypatch, MemoryError())
    with pytest.raises(MemoryError):
        CleanTask(Page(url=story_url(1), body=story(1).encode())).run()


def test_the_same_bytes_are_another_answer_with_another_status() -> None:
    """Servers send a page with 404 or 503 by mistake, and withdraw one without changing it."""
    url, body = story_url(1), story(1).encode()
    statuses = (404, 200, 200, 410, 503, 200)
    task = StoryTask("xinhua", tuple(StoryCapture(url, saved(Answer(url, status, body))) for status in statuses))
    found = [result for result in task.run() if isinstance(result, StoryResult)]
    assert [result.entry is not None for result in found] == [
        status == 200 and n != 2 for n, status in enumerate(statuses)
    ]
    assert [result.outcome for result in found if not result.entry] == ["gone", "duplicate", "gone", "failed"]


def test_a_list_in_the_bytes_of_an_error_is_read() -> None:
    body = listing([(story_url(1), headline(1))]).encode()
    captures = tuple(saved(Answer(WIRE_LIST, status, body)) for status in (503, 200, 404))
    found = [one for one in ListTask("xinhua", captures, WIRE_LIST, "list").run() if isinstance(one, ListResult)]
    assert [(one.state.kind, len(one.shown.listing.seen)) for one in found] == [
        (ReasonKind.HTTP_STATUS, 0),
        (ReasonKind.OK, 1),
        (ReasonKind.GONE, 0),
    ]


def test_a_later_capture_of_a_list_says_since_when_it_shows_a_line() -> None:
    bodies = [listing([(story_url(n), headline(n)) for n in numbers]).encode() for numbers in ((1,), (1, 2), (1, 2))]
    captures = tuple(
        saved(Answer(WIRE_LIST, 200, body, fetched=f"2026-11-{18 + n}T09:00:00+00:00")) for n, body in enumerate(bodies)
    )
    found = [one for one in ListTask("xinhua", captures, WIRE_LIST, "list").run() if isinstance(one, ListResult)]
    since = [{line.raw: line.since for line in unpacked(one.shown.lines)} for one in found]
    assert since == [
        {headline(1): None},
        {headline(1): "2026-11-18T09:00:00+00:00", headline(2): None},
        dict.fromkeys((headline(1), headline(2)), "2026-11-19T09:00:00+00:00"),
    ]
