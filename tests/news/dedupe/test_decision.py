"""The decision on one story: new, update, duplicate, unchanged."""

from typing import Literal

import pytest

from tests.support.stories import make_story
from wirecrawl.items import Marks
from wirecrawl.news.dedupe import Decision, StoryVersion, decide, text_key, version_to_compare

TEXT = "It rained for nine days."
ID = "xinhua:content_1000001"
OTHER = "xinhua:content_0999999"
Handling = Literal["correction", "refile", "repeat", "kill"]


def known(
    story_id: str = ID,
    version: int = 1,
    *,
    text: str = TEXT,
    headline: str = "Rain falls on Reykjavik",
    this_run: bool = False,
) -> StoryVersion:
    return StoryVersion(
        story_id, version, "xinhua:content_0000001", text_key(text), headline, Marks(), this_run=this_run
    )


def test_an_unknown_story_is_new_and_begins_its_thread() -> None:
    assert decide(version_to_compare(make_story()), None, None) == Decision("new", ID)


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        (TEXT, "Rain falls on Reykjavik"),
        ("IT RAINED, for nine days", "Rain falls on Reykjavik"),
        ("It  rained\n\nfor nine days.", "RAIN FALLS ON REYKJAVIK!"),
    ],
)
def test_the_same_text_under_the_same_id_is_unchanged(text: str, headline: str) -> None:
    decision = decide(version_to_compare(make_story(text=text, headline=headline)), known(version=3), known(version=3))
    assert (decision.outcome, decision.version, decision.of, decision.kind) == ("unchanged", 3, ID, "same id")
    assert decision.thread == "xinhua:content_0000001"


@pytest.mark.parametrize(
    ("text", "headline"), [("It rained for ten days.", "Rain falls on Reykjavik"), (TEXT, "Rain falls on Vik")]
)
def test_another_text_or_headline_under_the_same_id_is_its_next_version(text: str, headline: str) -> None:
    decision = decide(version_to_compare(make_story(text=text, headline=headline)), known(version=2), None)
    assert (decision.outcome, decision.version, decision.supersedes) == ("update", 3, f"{ID}@2")
    assert decision.thread == "xinhua:content_0000001"


def test_one_id_twice_in_a_run_with_one_text_is_a_duplicate() -> None:
    decision = decide(
        version_to_compare(make_story(headline="Rain in Vik")), known(this_run=True), known(this_run=True)
    )
    assert (decision.outcome, decision.of, decision.kind, decision.similarity) == ("duplicate", ID, "same id", 1.0)


@pytest.mark.parametrize("handling", ["correction", "refile", "kill"])
def test_a_page_that_becomes_a_correction_or_kill_is_its_next_version(handling: Handling) -> None:
    story = make_story(headline="Rain falls on Reykjavik")
    story.marks.handling = handling
    decision = decide(version_to_compare(story), known(), None)
    assert (decision.outcome, decision.version, decision.supersedes) == ("update", 2, f"{ID}@1")


def test_one_id_twice_in_a_run_with_two_texts_is_two_versions() -> None:
    decision = decide(version_to_compare(make_story(text="It rained for ten days.")), known(this_run=True), None)
    assert (decision.outcome, decision.version, decision.supersedes) == ("update", 2, f"{ID}@1")


def test_a_new_text_under_a_known_id_is_an_update_also_when_another_page_has_it() -> None:
    decision = decide(version_to_compare(make_story(text="It snowed.")), known(), known(OTHER, text="It snowed."))
    assert (decision.outcome, decision.supersedes) == ("update", f"{ID}@1")


@pytest.mark.parametrize("this_run", [True, False])
@pytest.mark.parametrize("handling", [None, "repeat"])
def test_the_same_text_under_another_id_is_a_duplicate(handling: Handling | None, this_run: bool) -> None:
    story = make_story(marks=Marks(handling=handling, urgency="urgent", lead=2), headline="Another headline")
    decision = decide(version_to_compare(story), None, known(OTHER, 2, this_run=this_run))
    assert (decision.outcome, decision.of, decision.kind, decision.similarity) == ("duplicate", OTHER, "same text", 1.0)
    assert decision.supersedes is None


@pytest.mark.parametrize("handling", ["correction", "refile", "kill"])
def test_what_is_sent_to_replace_supersedes_the_same_text(handling: Handling) -> None:
    decision = decide(version_to_compare(make_story(marks=Marks(handling=handling))), None, known(OTHER, 2))
    assert (decision.outcome, decision.version, decision.supersedes) == ("update", 1, f"{OTHER}@2")
    assert decision.thread == "xinhua:content_0000001"


def test_a_kill_under_its_own_id_is_a_version() -> None:
    decision = decide(
        version_to_compare(make_story(marks=Marks(handling="kill"), text="KILL the story.")), known(), None
    )
    assert (decision.outcome, decision.version, decision.supersedes) == ("update", 2, f"{ID}@1")


def test_picture_stories_never_repeat_by_their_empty_text() -> None:
    assert text_key("") is text_key(" …\n") is None
    assert decide(version_to_compare(make_story(text="")), None, known(OTHER, text="")).outcome == "new"


def test_a_headline_alone_never_makes_a_repeat() -> None:
    first, second = text_key(TEXT), text_key(TEXT + " It is over.")
    assert first != second


LONG = (
    "A ferry with 120 people aboard ran aground off the port of Brevik on Monday, rescuers said.",
    "All passengers were taken to a school nearby, where doctors looked after eleven of them.",
)


def version(number: int, headline: str, *text: str, published: str = "2026-11-20T08:00:00+08:00") -> StoryVersion:
    story = make_story(
        id=f"xinhua:content_{number}", headline_raw=headline, text="\n\n".join(text), published=published
    )
    return version_to_compare(story)


def test_a_near_copy_of_a_story_in_a_chain_is_a_first_version_that_repeats_it() -> None:
    first = version(1, "Ferry runs aground off Brevik", *LONG)
    copy = version(2, "Ferry runs aground off Brevik", *LONG[:1], LONG[1].replace("passengers", "pasengers"))
    decision = decide(copy, None, None, [[first]])
    assert (decision.outcome, decision.version, decision.of, decision.thread) == (
        "duplicate",
        1,
        first.id,
        first.thread,
    )
    assert decision.supersedes is None


def test_a_later_stage_is_a_first_version_that_replaces_the_newest_of_its_chain() -> None:
    urgent = version(1, "Urgent: Ferry runs aground off Brevik", LONG[0])
    lead = version(2, "1st LD: Ferry runs aground off Brevik", *LONG, published="2026-11-20T09:00:00+08:00")
    decision = decide(lead, None, None, [[urgent]])
    assert (decision.outcome, decision.version, decision.supersedes) == ("update", 1, urgent.name)
    early = decide(urgent, None, None, [[lead]])
    assert (early.outcome, early.supersedes, early.thread) == ("new", None, lead.thread)
