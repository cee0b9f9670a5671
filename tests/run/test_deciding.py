"""Stories of one run and of many: the same chains whatever the order, near texts told, and why."""

from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.stories import NOON, make_run, make_story
from wirecrawl.items import Story
from wirecrawl.news import wire
from wirecrawl.news.dedupe import Sighting
from wirecrawl.run.deciding import candidates, decide_story, forget, headlines, journal
from wirecrawl.run.reading.journal_entry import JournaledStory
from wirecrawl.run.state import Run
from wirecrawl.storage.ledger.sqlite.ledger import SqliteLedger

FERRY = (
    "A ferry with 120 people aboard ran aground off the port of Brevik on Monday, rescuers said.",
    "All passengers were taken to a school nearby, where doctors looked after eleven of them.",
    "The cause was not known. The ferry had been built in 1998 and was inspected last spring.",
)
SCHOOL = ("The council of Brevik has voted for a new school.", "It will open in two years and hold 300 pupils.")


def story(number: int, headline: str, time: str, *text: str) -> Story:
    parsed = wire.parse_headline(headline, wire.table("xinhua"))
    return make_story(
        id=f"xinhua:content_{number}",
        url=f"http://www.china.org.cn/world/2026-11/20/content_{number}.htm",
        headline=parsed.headline,
        headline_raw=headline,
        marks=parsed.marks,
        published=f"2026-11-20T{time}:00+08:00",
        text="\n\n".join(text),
    )


STORIES = (
    story(1, "Urgent: Ferry runs aground off Brevik", "08:00", FERRY[0]),
    story(2, "1st LD: Ferry runs aground off Brevik", "09:00", *FERRY[:2]),
    story(3, "2nd LD: Ferry runs aground off Brevik", "10:00", *FERRY),
    story(4, "2nd LD: Ferry runs aground off Brevik", "10:30", *FERRY[:2], FERRY[2].replace("spring", "sprnig")),
    story(5, "Roundup: Ferry runs aground off Brevik", "20:00", SCHOOL[1], *FERRY[1:]),
    story(6, "Brevik to build school", "09:30", *SCHOOL),
    story(7, "Roundup: Ferry runs aground off Holmvik, strait closed", "21:00", SCHOOL[0]),
)


def decided(run: Run, stories: tuple[Story, ...]) -> dict[str, tuple[str, str | None, str]]:
    """Outcome, what it supersedes and its thread, by id."""
    for one in stories:
        journal(run, one.url or "", JournaledStory(one))
    with run.ledger.transaction():
        return {
            found.story.id: (decide_story(run, found).outcome, found.story.supersedes, found.story.thread)
            for found in candidates(run)
        }


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


@settings(deadline=None, max_examples=25)
@given(st.permutations(STORIES))
def test_the_order_of_arrival_changes_nothing(shuffled: list[Story]) -> None:
    assert decided(make_run(), tuple(shuffled)) == decided(make_run(), STORIES)


def test_the_next_run_knows_what_it_is_like(tmp_path: Path) -> None:
    with closing(SqliteLedger(tmp_path / "ledger.sqlite")) as ledger:
        decided(make_run(ledger=ledger), STORIES[:2])
        later = decided(make_run(ledger=ledger), STORIES[2:4])
    assert [outcome for outcome, _, _ in later.values()] == ["update", "duplicate"]
    assert {thread for _, _, thread in later.values()} == {"xinhua:content_1"}


def test_an_early_stage_that_a_later_run_finds_replaces_nothing(tmp_path: Path) -> None:
    with closing(SqliteLedger(tmp_path / "ledger.sqlite")) as ledger:
        decided(make_run(ledger=ledger), STORIES[2:3])
        later = decided(make_run(ledger=ledger), STORIES[:2])
    names = ["xinhua:content_1", "xinhua:content_2"]
    assert later == {names[0]: ("new", None, "xinhua:content_3"), names[1]: ("new", None, "xinhua:content_3")}


def test_a_lead_of_which_only_the_day_is_known_updates_an_urgent_of_that_day(tmp_path: Path) -> None:
    with closing(SqliteLedger(tmp_path / "ledger.sqlite")) as ledger:
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


@settings(deadline=None, max_examples=50)
@given(st.lists(st.sampled_from((*STORIES, *LATER)), unique_by=id))
def test_a_run_that_is_not_kept_decides_as_one_that_is(some: list[Story]) -> None:
    def told(run: Run) -> list[tuple[str, int, str, str | None, str]]:
        for number, one in enumerate(some):
            journal(run, f"{one.url}#{number}", JournaledStory(one))
        with run.ledger.transaction():
            found = [(decide_story(run, candidate), candidate.story) for candidate in candidates(run)]
        return [(one.id, one.version, was.outcome, was.of, one.thread) for was, one in found]

    assert told(make_run(persistent=False)) == told(make_run(persistent=True))


@pytest.mark.parametrize("persistent", [True, False])
def test_a_line_without_a_link_finds_a_story_that_is_like_no_other(persistent: bool) -> None:
    run = make_run(persistent=persistent)
    run.save_sightings([Sighting("1st  LD: Brevik to build school", "http://a.example/", 0, NOON, fetched=NOON)])
    decided(run, (STORIES[5],))
    with run.ledger.transaction():
        assert [item.story for item in headlines(run)] == ["xinhua:content_6"]


def lines_of(run: Run, *lines: str, time: str = NOON) -> list[tuple[str | None, list[str]]]:
    """Headline and stages of the records that a run writes when it has seen these lines with a printed time."""
    run.save_sightings([Sighting(line, "http://a.example/", n, time, fetched=NOON) for n, line in enumerate(lines)])
    with run.ledger.transaction():
        return [(item.headline, item.stages) for item in headlines(run)]


def test_news_of_an_old_printed_day_is_known_to_the_next_run() -> None:
    old = [replace(one, published="2017-03-02T08:00:00+08:00") for one in STORIES[:2]]
    ledger, line, printed = (
        SqliteLedger(":memory:"),
        "Urgent: Ferry runs aground off Brevik",
        "2017-03-02T00:00:00+00:00",
    )
    first = make_run(ledger=ledger)
    decided(first, (old[0],))
    assert lines_of(first, line, time=printed) == [("Ferry runs aground off Brevik", ["Urgent"])]
    forget(first)
    second = make_run(ledger=ledger)
    assert decided(second, (old[1],)) == {old[1].id: ("update", f"{old[0].id}@1", old[0].id)}
    assert lines_of(second, line, time=printed) == []


@pytest.mark.parametrize("dated", [True, False])
@pytest.mark.parametrize("stories", [("xinhua:content_1", "xinhua:content_2"), (None, None)])
def test_a_list_that_shows_its_old_lines_again_brings_no_record_again(
    dated: bool, stories: tuple[str | None, str | None]
) -> None:
    """Its line is a day older than the correction that became a stage of its record."""
    words, ledger = "Ferry runs aground off Brevik", SqliteLedger(":memory:")
    times = NOON, "2026-11-21T12:00:00+00:00"
    line, correction = (
        Sighting(raw, "http://a.example/", 0, time, fetched=NOON if dated else time, story=of, url=of, dated=dated)
        for raw, time, of in zip((words, f"Correction: {words}"), times, stories, strict=True)
    )
    written = []
    for seen in ([line], [line, correction], [line, correction], [line]):
        run = make_run(ledger=ledger)
        run.save_sightings(seen)
        with run.ledger.transaction():
            written.append([(item.headline, item.stages) for item in headlines(run)])
    assert written == [[(words, [""])], [(words, ["", "Correction"])], [], []]


def test_a_headline_is_written_once_more_when_its_story_comes() -> None:
    ledger, told = SqliteLedger(":memory:"), []
    line = Sighting("Brevik to build school", "http://a.example/", 0, NOON, story=STORIES[5].id, fetched=NOON)
    for stories in ((), (STORIES[5],), (STORIES[5],)):
        run = make_run(ledger=ledger)
        decided(run, stories)
        run.save_sightings([line])
        with run.ledger.transaction():
            told.append([(item.id, item.stages, item.story) for item in headlines(run)])
    name = told[0][0][0]
    assert told == [[(name, [""], None)], [(name, [""], STORIES[5].id)], []]


def test_old_texts_and_lines_are_forgotten_and_ids_are_not() -> None:
    run = make_run()
    decided(run, STORIES[:1])
    lines_of(run, "Brevik to close school")
    run.started += timedelta(days=run.limits.retention_days + 1)
    forget(run)
    assert lines_of(run, "Brevik to close school") == [("Brevik to close school", [""])]
    assert run.ledger.stories.by_id(run.number, STORIES[0].id)
    assert [text for _, text in run.ledger.stories.versions(STORIES[0].id)] == [None]


def captured(hour: int, text: str, headline: str = "Brevik to build school") -> Story:
    """One page as it was fetched at an hour."""
    return make_story(headline=headline, headline_raw=headline, text=text, fetched=f"2026-11-20T{hour:02}:00:00+00:00")


def versions(run: Run, *captures: Story) -> list[tuple[str, int]]:
    """The outcome and the version of each capture of one page, as a replay enters them."""
    for one in captures:
        journal(run, f"{one.url}#{one.fetched}", JournaledStory(one))
    with run.ledger.transaction():
        return [(decide_story(run, found).outcome, found.story.version) for found in candidates(run)]


def test_captures_that_are_replayed_again_are_unchanged_and_a_page_may_go_back_to_an_early_text(tmp_path: Path) -> None:
    edited = captured(2, SCHOOL[1]), captured(3, SCHOOL[1], "Brevik to build a new school")
    archive = captured(1, SCHOOL[0]), *edited
    with closing(SqliteLedger(tmp_path / "ledger.sqlite")) as ledger:
        assert versions(make_run(ledger=ledger), *archive) == [("new", 1), ("update", 2), ("duplicate", 2)]
        again = [("unchanged", 1), ("unchanged", 2), ("unchanged", 2)]
        assert versions(make_run(ledger=ledger), *archive) == again
        assert versions(make_run(ledger=ledger), captured(9, SCHOOL[0])) == [("update", 3)]
        assert versions(make_run(ledger=ledger), *archive) == [("unchanged", 3), *again[1:]]
        page = ledger.pages.find(archive[0].id)
        assert page
        assert page.checked == "2026-11-20T09:00:00+00:00"  # what an old capture says is not the state of the page


def test_all_captures_are_written_again_with_their_versions_by_a_full_run(tmp_path: Path) -> None:
    archive = captured(1, SCHOOL[0]), captured(2, SCHOOL[1])
    with closing(SqliteLedger(tmp_path / "ledger.sqlite")) as ledger:
        versions(make_run(ledger=ledger), *archive)
        full = make_run(ledger=ledger)
        full.arguments = replace(full.arguments, full=True)
        assert versions(full, *archive) == [("new", 1), ("new", 2)]


def of_agency(name: str, one: Story) -> Story:
    """The same copy as another agency's site carries it, which prints the source and so is no copy of its own."""
    new_id = one.id.replace("xinhua", name)
    return replace(one, id=new_id, thread=new_id, agency=None, url=f"https://{name}.example/{new_id}")


def test_what_one_agency_writes_does_not_depend_on_another_in_the_same_ledger() -> None:
    """With copies of one text, and with more stories of one agency under each block than are ever compared."""
    many = [
        make_story(
            id=f"xinhua:content_{200 + n}",
            url=f"http://a.example/{n}",
            headline=f"Ferry {n} runs aground off Brevik",
            headline_raw=f"Ferry {n} runs aground off Brevik",
            published="2026-11-20T10:00:00+08:00",
            text=f"{FERRY[0]}\n\nThis is account {n}, by writer number {n * 7} of the paper in town {n * 13}.",
        )
        for n in range(30)
    ]
    own = {name: [of_agency(name, one) for one in STORIES] for name in ("voa", "yonhap")}
    own["xinhua"] = many
    feeds = []
    for order in (["xinhua", "voa", "yonhap"], ["yonhap", "voa", "xinhua"], ["voa", "xinhua", "yonhap"]):
        ledger = SqliteLedger(":memory:")
        feeds.append({name: decided(make_run(ledger=ledger), tuple(own[name])) for name in order})
    assert feeds[0] == feeds[1] == feeds[2]
    alone = decided(make_run(), tuple(own["voa"]))
    assert feeds[0]["voa"] == alone
    assert {outcome for outcome, _, _ in alone.values()} == {"new", "update", "duplicate"}
