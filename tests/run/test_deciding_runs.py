"""Stories and lines of many runs in one ledger: old captures, other agencies, age, headlines that stay on a list."""

from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.support.deciding import FERRY, SCHOOL, STORIES, decided
from tests.support.stores import kept_ledger, new_ledger
from tests.support.stories import NOON, make_run, make_story
from wirecrawl.items import Story
from wirecrawl.news.dedupe import Sighting
from wirecrawl.run.deciding import decide_story, forget, headlines, journal, pending_stories
from wirecrawl.run.reading.journal_entry import JournaledStory, entry_of
from wirecrawl.run.state import Run

pytestmark = pytest.mark.usefixtures("store")


def lines_of(run: Run, *lines: str, time: str = NOON) -> list[tuple[str | None, list[str]]]:
    """Headline and stages of the records that a run writes when it has seen these lines with a printed time."""
    run.save_sightings([Sighting(line, "http://a.example/", n, time, fetched=NOON) for n, line in enumerate(lines)])
    with run.ledger.transaction():
        return [(item.headline, item.stages) for item in headlines(run)]


def test_news_of_an_old_printed_day_is_known_to_the_next_run() -> None:
    old = [replace(one, published="2017-03-02T08:00:00+08:00") for one in STORIES[:2]]
    ledger, line, printed = (
        new_ledger(),
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
    words, ledger = "Ferry runs aground off Brevik", new_ledger()
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
    ledger, told = new_ledger(), []
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
        journal(run, entry_of(run.agency, f"{one.url}#{one.fetched}", JournaledStory(one)))
    with run.ledger.transaction():
        return [(decide_story(run, found).outcome, found.story.version) for found in pending_stories(run)]


def test_captures_that_are_replayed_again_are_unchanged_and_a_page_may_go_back_to_an_early_text(tmp_path: Path) -> None:
    edited = captured(2, SCHOOL[1]), captured(3, SCHOOL[1], "Brevik to build a new school")
    archive = captured(1, SCHOOL[0]), *edited
    with closing(kept_ledger(tmp_path / "ledger.sqlite")) as ledger:
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
    with closing(kept_ledger(tmp_path / "ledger.sqlite")) as ledger:
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
        ledger = new_ledger()
        feeds.append({name: decided(make_run(ledger=ledger), tuple(own[name])) for name in order})
    assert feeds[0] == feeds[1] == feeds[2]
    alone = decided(make_run(), tuple(own["voa"]))
    assert feeds[0]["voa"] == alone
    assert {outcome for outcome, _, _ in alone.values()} == {"new", "update", "duplicate"}


def test_a_headline_has_the_language_of_its_site_or_of_its_letters() -> None:
    run = make_run(ledger=new_ledger())
    lines = ("Ferry runs aground", "客轮在挪威海岸搁浅")
    run.save_sightings(
        [Sighting(line, "https://english.news.cn/", n, NOON, fetched=NOON) for n, line in enumerate(lines)]
    )
    with run.ledger.transaction():
        assert {item.headline: item.language for item in headlines(run)} == dict(zip(lines, ("en", "zh"), strict=True))
