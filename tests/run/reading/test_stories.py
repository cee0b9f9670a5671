"""A page costs its own story only, whatever a rule of wirecrawl raises on it."""

from types import SimpleNamespace
from typing import Any, cast

import pytest

from tests.support.newsroom import story, story_url
from wirecrawl.errors import PageError
from wirecrawl.items import Page
from wirecrawl.reasons import ReasonKind
from wirecrawl.run.reading.outcomes import page_outcome
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
