"""Verdict: when a run is not good, by itself and beside the runs before."""

from datetime import timedelta

import pytest

from tests.support.runs import FRONT, HOME, UNCHANGED, add_source, end, good_run, judged, said, status
from tests.support.stories import make_run
from wirecrawl.news.agencies import SourceKind
from wirecrawl.reasons import Reason, ReasonKind, because, words_of
from wirecrawl.run.frontier import Frontier
from wirecrawl.run.measures import measures
from wirecrawl.run.reading.results import StoryResult
from wirecrawl.run.replay.enter import enter
from wirecrawl.run.state import Run
from wirecrawl.run.verdict import EXIT_CODES
from wirecrawl.storage.ledger.rows import Outcome
from wirecrawl.utils.times import utc_iso

pytestmark = pytest.mark.usefixtures("store")

UNREAD = [
    status(500),
    status(403),
    because(ReasonKind.NOT_REACHED),
    because(ReasonKind.CHALLENGE, "Cloudflare", 200),
    because(ReasonKind.REQUEST_FAILED, "TimeoutError", "30 seconds"),
]


@pytest.mark.parametrize("replay", [True, False])
def test_a_run_that_lost_nothing_is_good(replay: bool) -> None:
    judgement = judged(good_run(replay=replay))
    assert (judgement.verdict, said(judgement), judgement.exit_code) == ("good", [], 0)


@pytest.mark.parametrize("outcome", ["unchanged", "duplicate", "filtered", "gone"])
def test_a_run_with_nothing_new_is_good(outcome: Outcome) -> None:
    run = make_run()
    add_source(run, HOME, state=UNCHANGED, links=3)
    end(run, f"{HOME}1", outcome)
    assert judged(run).verdict == "good"


def test_an_article_that_is_gone_never_lowers_the_verdict() -> None:
    run = good_run()
    end(run, f"{HOME}gone", "gone", status(404))
    assert judged(run).verdict == "good"


@pytest.mark.parametrize(("parent", "verdict"), [(None, "broken"), (HOME, "degraded")])
def test_a_source_without_links_is_named(parent: str | None, verdict: str) -> None:
    run = good_run()
    add_source(run, FRONT, parent=parent)
    judgement = judged(run)
    assert judgement.verdict == verdict
    assert FRONT in said(judgement)[0]
    assert "no links" in said(judgement)[0]


@pytest.mark.parametrize("state", UNREAD, ids=words_of)
@pytest.mark.parametrize(("parent", "verdict"), [(None, "broken"), (HOME, "degraded")])
def test_a_source_that_could_not_be_read_is_named(state: Reason, parent: str | None, verdict: str) -> None:
    run = good_run()
    add_source(run, FRONT, parent=parent, state=state)
    judgement = judged(run)
    assert judgement.verdict == verdict
    assert FRONT in said(judgement)[0]
    assert words_of(state) in said(judgement)[0]


@pytest.mark.parametrize("code", [404, 410])
@pytest.mark.parametrize(
    ("parent", "read_before", "verdict"),
    [(HOME, False, "good"), (HOME, True, "degraded"), (None, False, "broken"), (None, True, "broken")],
)
def test_a_list_that_is_gone_counts_if_it_was_ever_read(
    code: int, parent: str | None, read_before: bool, verdict: str
) -> None:
    run = good_run()
    add_source(run, FRONT, parent=parent, state=status(code), read_before=read_before)
    assert judged(run).verdict == verdict


@pytest.mark.parametrize(("parent", "verdict"), [(HOME, "good"), (None, "broken")])
def test_a_list_that_robots_txt_forbids_counts_only_as_a_starting_page(parent: str | None, verdict: str) -> None:
    run = good_run()
    add_source(run, FRONT, parent=parent, state=because(ReasonKind.FORBIDDEN), read_before=True)
    assert judged(run).verdict == verdict


@pytest.mark.parametrize(("kind", "verdict"), [("sitemap", "good"), ("list", "degraded")])
def test_an_index_of_forbidden_lists_is_not_asked_for_stories(kind: SourceKind, verdict: str) -> None:
    run = good_run()
    add_source(run, FRONT, parent=HOME, kind=kind)
    add_source(run, f"{FRONT}?1", parent=FRONT, state=because(ReasonKind.FORBIDDEN))
    assert judged(run).verdict == verdict


@pytest.mark.parametrize(
    ("skipped", "answered", "verdict"),
    [(True, True, "degraded"), (True, False, "degraded"), (False, False, "degraded"), (False, True, "good")],
)
def test_a_host_that_was_wanted_and_not_reached_is_named_once(skipped: bool, answered: bool, verdict: str) -> None:
    run = good_run()
    for _ in range(3):
        timeout = because(ReasonKind.REQUEST_FAILED, "TimeoutError", "30 seconds")
        Frontier(run).record_unreached("www.china.org.cn", timeout, skipped=skipped)
    if answered:
        run.tallies.answered.add("www.china.org.cn")
    judgement = judged(run)
    assert judgement.verdict == verdict
    named = "host www.china.org.cn could not be reached; links to it that were wanted: 3 (TimeoutError: 30 seconds)"
    assert said(judgement) == ([named] if verdict == "degraded" else [])


@pytest.mark.parametrize("replay", [True, False])
def test_a_page_on_which_a_rule_fails_degrades_and_is_named(replay: bool) -> None:
    run, url = good_run(replay=replay), f"{HOME}odd"
    run.ledger.links.note_link(run.number, url, None, HOME)
    enter(Frontier(run), [StoryResult(url, "failed", because(ReasonKind.UNHANDLED, "KeyError: 'day'"))])
    judgement = judged(run)
    assert (judgement.verdict, url in said(judgement)[0], "KeyError: 'day'" in said(judgement)[0]) == (
        "degraded",
        True,
        True,
    )
    assert run.ledger.links.balance(run.number)[1]["failed"] == 1


def test_a_replay_is_not_broken_by_a_source_that_is_not_saved() -> None:
    run = good_run(replay=True)
    add_source(run, FRONT, state=status(500))
    assert judged(run).verdict == "degraded"


def test_a_hub_whose_lists_have_links_is_good() -> None:
    run = good_run()
    add_source(run, FRONT)
    add_source(run, f"{FRONT}?2", parent=FRONT, links=5)
    assert judged(run).verdict == "good"


def test_a_list_that_is_filled_from_json_counts_with_its_links() -> None:
    run = good_run()
    add_source(run, FRONT, data=(f"{FRONT}.json",))
    add_source(run, f"{FRONT}.json", parent="another", kind="json", links=5)
    assert judged(run).verdict == "good"


def test_a_challenge_page_is_named() -> None:
    run = good_run()
    run.tallies.challenges.append(f"{HOME}7 (Cloudflare)")
    judgement = judged(run)
    assert (judgement.verdict, judgement.exit_code) == ("degraded", 3)
    assert f"{HOME}7 (Cloudflare)" in said(judgement)[0]


@pytest.mark.parametrize("field", ["headline", "published", "text"])
@pytest.mark.parametrize(("missing", "verdict"), [(2, "good"), (3, "degraded"), (10, "degraded")])
def test_a_field_that_more_than_a_fifth_of_the_stories_lack_is_named(field: str, missing: int, verdict: str) -> None:
    run = good_run()
    run.tallies.fills[field] -= missing
    judgement = judged(run)
    assert judgement.verdict == verdict
    assert said(judgement) == ([f"{field} missing in {missing} of 10 stories"] if verdict == "degraded" else [])


@pytest.mark.parametrize(("lost", "verdict"), [(2, "good"), (3, "degraded")])
def test_a_layout_that_no_longer_fits_is_named(lost: int, verdict: str) -> None:
    run = good_run()
    run.tallies.fills["lost"] = lost
    run.tallies.lost = {"trafilatura (china.org.cn: body lost)"}
    judgement = judged(run)
    assert judgement.verdict == verdict
    assert all("china.org.cn" in reason for reason in said(judgement))


def test_an_unhandled_error_is_the_gravest() -> None:
    run = good_run()
    run.tallies.challenges.append(HOME)
    run.tallies.errors.append(because(ReasonKind.UNHANDLED_AT, HOME, "ZeroDivisionError"))
    judgement = judged(run)
    assert (judgement.verdict, judgement.exit_code) == ("broken", 4)
    assert said(judgement)[0] == f"unhandled error at {HOME}: ZeroDivisionError"
    assert len(said(judgement)) == 2


@pytest.mark.parametrize("outcome", ["failed", "empty", "not reached"])
def test_a_crawl_in_which_nothing_was_usable_is_broken(outcome: Outcome) -> None:
    run = make_run()
    add_source(run, HOME, links=1)
    end(run, f"{HOME}1", outcome)
    assert judged(run).verdict == "broken"


@pytest.mark.parametrize(
    ("state", "verdict"),
    [
        (because(ReasonKind.NOT_REACHED), "degraded"),
        (because(ReasonKind.STOPPED), "degraded"),
        (status(500), "broken"),
    ],
)
def test_a_run_that_a_signal_ended_is_not_broken_by_what_it_had_no_time_for(state: Reason, verdict: str) -> None:
    run = make_run()
    add_source(run, HOME, state=state)
    end(run, f"{HOME}1", "not reached", because(ReasonKind.NOT_REACHED))
    run.tallies.warnings.append(because(ReasonKind.STOPPED))
    assert judged(run).verdict == verdict


def usual(run: Run, **changes: float) -> list[dict[str, float]]:
    """Seven earlier runs like this one, but for `changes`."""
    return [{**measures(run, run.started, 0), **changes}] * 7


@pytest.mark.parametrize(
    ("links", "before", "verdict"), [(10, 21, "degraded"), (10, 20, "good"), (1, 4, "good"), (2, 5, "degraded")]
)
def test_a_source_with_less_than_half_of_its_links_is_named(links: int, before: int, verdict: str) -> None:
    run = good_run(pages=links)
    judgement = judged(run, *usual(run, **{f"links:{HOME}": before}))
    assert judgement.verdict == verdict
    assert said(judgement) == (
        [f"source {HOME}: {links} links to stories, {before} in the runs before"] if verdict != "good" else []
    )


def test_without_three_runs_there_is_no_baseline() -> None:
    run = good_run()
    before = usual(run, **{f"links:{HOME}": 100})
    assert judged(run, *before[:2]).verdict == "good"
    assert judged(run, *before[:3]).verdict == "degraded"


def test_one_odd_run_is_no_baseline() -> None:
    run = good_run()
    odd = usual(run, **{f"links:{HOME}": 100})
    assert judged(run, *usual(run)[:4], *odd[:3]).verdict == "good"


@pytest.mark.parametrize(("pages", "filled", "before", "verdict"), [
    (10, 0, 0.9, "degraded"),
    (10, 5, 0.9, "good"),  # more than half of it
    (4, 0, 0.9, "good"),  # too few stories
    (10, 0, 0.3, "good"),  # comes by chance: once in thirty-five runs
    (100, 5, 0.3, "degraded"),
    (10, 3, 0.7, "good"),  # less than half of it, but once in a hundred runs by chance
    (30, 1, 0.3, "degraded"),
])  # fmt: skip
def test_a_field_that_the_runs_before_had_is_missed(pages: int, filled: int, before: float, verdict: str) -> None:
    run = good_run(pages=pages)
    run.tallies.fills["dateline"] = filled
    judgement = judged(run, *usual(run, **{"filled:dateline": before}))
    assert judgement.verdict == verdict
    assert all("dateline" in reason for reason in said(judgement))


def test_texts_that_became_short_are_noticed() -> None:
    run = good_run()
    run.tallies.lengths = [200] * 10
    assert said(judged(run, *usual(run, text=1900.0))) == ["text of 200 characters (median), 1900 in the runs before"]
    assert judged(run, *usual(run, text=390.0)).verdict == "good"


@pytest.mark.parametrize(("pages", "verdict"), [(4, "good"), (5, "degraded")])
def test_five_texts_are_enough_to_say_that_they_became_short(pages: int, verdict: str) -> None:
    run = good_run(pages=pages)
    run.tallies.lengths = [200] * pages
    assert judged(run, *usual(run, text=1900.0)).verdict == verdict


def test_an_index_that_leads_to_no_list_shows_no_story() -> None:
    run = good_run()
    add_source(run, FRONT, parent=HOME, kind="sitemap")
    assert judged(run).verdict == "degraded"


def test_nothing_new_is_good_whatever_was_new_before() -> None:
    run = make_run()
    add_source(run, HOME, state=UNCHANGED, links=10)
    for n in range(10):
        end(run, f"{HOME}{n}", "unchanged")
    before = usual(run, **{"outcome:new": 50.0, "outcome:unchanged": 0.0, "headlines": 80.0, "filled:dateline": 1.0})
    assert judged(run, *before).verdict == "good"


@pytest.mark.parametrize(("usual_age", "verdict"), [(3.0, "degraded"), (72.0, "degraded"), (73.0, "good")])
def test_a_source_that_stopped_is_frozen_and_one_that_never_moved_is_told(usual_age: float, verdict: str) -> None:
    run = good_run()
    run.tallies.sources[HOME].newest = "2026-11-16T12:00:00+00:00"  # four days before the run
    judgement = judged(run, *usual(run, **{f"age:{HOME}": usual_age}))
    assert judgement.verdict == verdict
    assert because(ReasonKind.OLD_SOURCE, HOME, "2026-11-16T12:00:00+00:00") in [
        *judgement.reasons,
        *judgement.notices,
    ]


def test_a_source_whose_newest_story_is_three_days_old_is_not_frozen() -> None:
    run = good_run()
    run.tallies.sources[HOME].newest = utc_iso(run.started - timedelta(hours=72))
    judgement = judged(run, *usual(run, **{f"age:{HOME}": 1.0}))
    assert (judgement.verdict, judgement.notices) == ("good", [])


def test_a_list_without_links_is_named_in_a_replay_too() -> None:
    run = good_run(replay=True)
    add_source(run, FRONT, parent=HOME)
    assert any(FRONT in str(reason) for reason in judged(run).reasons)


@pytest.mark.parametrize(("days", "verdict"), [(20, "degraded"), (40, "good")])
def test_a_source_that_stopped_is_told_for_weeks(days: int, verdict: str) -> None:
    run = good_run()
    run.tallies.sources[HOME].newest = "2026-11-16T12:00:00+00:00"
    moving = run.ledger.runs.start(run.spider, utc_iso(run.started - timedelta(days=days)))
    run.ledger.runs.measure(moving, {f"age:{HOME}": 3.0}, comparable=True)
    assert judged(run, *usual(run, **{f"age:{HOME}": 90.0})).verdict == verdict  # of the last runs


def test_a_list_further_down_may_be_old() -> None:
    run = good_run()
    add_source(run, FRONT, parent=HOME, links=9, newest="2020-01-01T00:00:00+00:00")
    assert judged(run, *usual(run, **{f"age:{FRONT}": 1.0})).verdict == "good"


@pytest.mark.parametrize(("failed", "verdict"), [(4, "good"), (5, "degraded")])
def test_many_links_that_fail_are_told(failed: int, verdict: str) -> None:
    run = good_run()
    for n in range(failed):
        end(run, f"{HOME}failed{n}", "failed", status(503))
    run.tallies.requested += failed
    assert judged(run).verdict == verdict


@pytest.mark.parametrize(("asked", "verdict"), [(24, "degraded"), (25, "good"), (30, "good")])
def test_links_that_fail_are_told_when_they_are_more_than_one_in_five(asked: int, verdict: str) -> None:
    run = good_run()
    for n in range(5):
        end(run, f"{HOME}failed{n}", "failed", status(503))
    run.tallies.requested = asked
    assert judged(run).verdict == verdict


@pytest.mark.parametrize(("outcome", "verdict"), [(None, "broken"), ("not reached", "good"), ("empty", "broken")])
def test_a_replay_is_broken_when_none_of_its_pages_was_usable(outcome: Outcome | None, verdict: str) -> None:
    run = make_run(replay=True)
    add_source(run, HOME, links=1)
    if outcome:
        end(run, f"{HOME}1", outcome)
    assert judged(run).verdict == verdict


def test_every_layout_that_lost_something_is_named_once() -> None:
    run = good_run()
    run.tallies.fills["lost"] = 10
    run.tallies.lost = {"b (headline lost)", "a (headline lost)"}
    assert said(judged(run)) == ["layout no longer fits in 10 of 10 stories: a (headline lost), b (headline lost)"]


def test_every_verdict_has_its_exit_code() -> None:
    assert EXIT_CODES == {"good": 0, "degraded": 3, "broken": 4}
