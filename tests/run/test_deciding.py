"""Stories of one run and of many: the same chains whatever the order, near texts told, and why."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.deciding import FERRY, SCHOOL, STORIES, decided, story
from tests.support.stores import kept_ledger
from tests.support.stories import NOON, make_run
from wirecrawl.items import Story
from wirecrawl.news.dedupe import Sighting, read_line
from wirecrawl.run.deciding import decide_story, headlines, journal, pending_stories
from wirecrawl.run.reading.journal_entry import JournaledStory, entry_of
from wirecrawl.run.state import Run

pytestmark = pytest.mark.usefixtures("store")


@pytest.mark.parametrize("persistent", [True, False])
def test_one_event_is_one_chain_and_a_roundup_a_work_of_its_own(persistent: bool) -> None:
    names = [f"xinhua:content_{n}" for n in range(8)]
    assert decided(make_run(persistent=persistent), STORIES) == {
        names[1]: ("new", None, names[1]),
        names[2]: ("update", f"{names[1]}@1", names[1]),
        names[3]: ("update", f"{names[2]}@1", names[1]),
        names[4]: ("duplicate", None, names[1]),
        names[5]: ("new", None, names[1]),
        names[6]: ("new", None, names[6]),
        names[7]: ("new", None, names[7]),
    }


@settings(max_examples=25)
@given(st.permutations(STORIES))
def test_the_order_of_arrival_changes_nothing(shuffled: list[Story]) -> None:
    assert decided(make_run(), tuple(shuffled)) == decided(make_run(), STORIES)


def test_the_next_run_knows_what_it_is_like(tmp_path: Path) -> None:
    with closing(kept_ledger(tmp_path / "ledger.sqlite")) as ledger:
        decided(make_run(ledger=ledger), STORIES[:2])
        later = decided(make_run(ledger=ledger), STORIES[2:4])
    assert [outcome for outcome, _, _ in later.values()] == ["update", "duplicate"]
    assert {thread for _, _, thread in later.values()} == {"xinhua:content_1"}


@pytest.mark.parametrize("runs", [1, 2])
def test_two_concepts_in_common_are_enough_to_find_the_thread(tmp_path: Path, runs: int) -> None:
    told = (
        story(1, "Blast rocks Herat market: witnesses", "08:00", "Smoke rose over the old bazaar at noon."),
        story(2, "At least six dead in Herat explosion", "11:00", "Doctors counted the victims in two clinics."),
    )
    lines = [read_line(one.headline_raw or "", "xinhua") for one in told]
    assert set(lines[0].keys).isdisjoint(lines[1].keys)
    with closing(kept_ledger(tmp_path / "ledger.sqlite")) as ledger:
        for some in [told] if runs == 1 else [told[:1], told[1:]]:
            found = decided(make_run(ledger=ledger), some)
    assert found["xinhua:content_2"][2] == "xinhua:content_1"


def test_an_early_stage_that_a_later_run_finds_replaces_nothing(tmp_path: Path) -> None:
    with closing(kept_ledger(tmp_path / "ledger.sqlite")) as ledger:
        decided(make_run(ledger=ledger), STORIES[2:3])
        later = decided(make_run(ledger=ledger), STORIES[:2])
    names = ["xinhua:content_1", "xinhua:content_2"]
    assert later == {names[0]: ("new", None, "xinhua:content_3"), names[1]: ("new", None, "xinhua:content_3")}


def test_a_lead_of_which_only_the_day_is_known_updates_an_urgent_of_that_day(tmp_path: Path) -> None:
    with closing(kept_ledger(tmp_path / "ledger.sqlite")) as ledger:
        decided(make_run(ledger=ledger), STORIES[:1])
        later = decided(make_run(ledger=ledger), (story(2, "1st LD: Ferry runs aground off Brevik", "00:00", *FERRY),))
    assert later == {"xinhua:content_2": ("update", "xinhua:content_1@1", "xinhua:content_1")}


def test_a_story_is_compared_within_the_window_only(tmp_path: Path) -> None:
    run = make_run()
    run.limits = replace(run.limits, compare_hours=0.5)
    assert [outcome for outcome, _, _ in decided(run, STORIES[:3]).values()] == ["new", "new", "new"]


def test_a_line_without_a_link_names_the_story_that_has_its_words() -> None:
    run = make_run()
    decided(run, STORIES)
    lines = ("Urgent: Ferry runs aground off Brevik", "Brevik to close school")
    run.save_sightings([Sighting(line, "http://a.example/", n, NOON, fetched=NOON) for n, line in enumerate(lines)])
    with run.ledger.transaction():
        told = {item.headline: item.story for item in headlines(run)}
    assert told == {"Ferry runs aground off Brevik": "xinhua:content_3", "Brevik to close school": None}


LATER = (
    story(1, "Market of Holmvik opens", "08:30", "A market has opened in Holmvik, with fish and with flowers."),
    story(6, "Brevik to build school", "09:45", *SCHOOL, "It will cost 40 million crowns."),
    story(8, "Brevik to build school", "11:00", *SCHOOL),
)


@settings(max_examples=50)
@given(st.lists(st.sampled_from((*STORIES, *LATER)), unique_by=id))
def test_a_run_that_is_not_kept_decides_as_one_that_is(some: list[Story]) -> None:
    def told(run: Run) -> list[tuple[str, int, str, str | None, str]]:
        for number, one in enumerate(some):
            journal(run, entry_of(run.agency, f"{one.url}#{number}", JournaledStory(one)))
        with run.ledger.transaction():
            found = [(decide_story(run, candidate), candidate.story) for candidate in pending_stories(run)]
        return [(one.id, one.version, was.outcome, was.of, one.thread) for was, one in found]

    assert told(make_run(persistent=False)) == told(make_run(persistent=True))


@pytest.mark.parametrize("persistent", [True, False])
def test_a_line_without_a_link_finds_a_story_that_is_like_no_other(persistent: bool) -> None:
    run = make_run(persistent=persistent)
    run.save_sightings([Sighting("1st  LD: Brevik to build school", "http://a.example/", 0, NOON, fetched=NOON)])
    decided(run, (STORIES[5],))
    with run.ledger.transaction():
        assert [item.story for item in headlines(run)] == ["xinhua:content_6"]
