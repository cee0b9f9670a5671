"""Every link of a run ends in one outcome."""

from contextlib import closing
from pathlib import Path

import pytest

from tests.support.ledgers import LATER, LINKS, START, run_with
from tests.support.stores import Store
from wirecrawl.storage.ledger.rows import OUTCOMES, Outcome
from wirecrawl.storage.ledger.sql.ledger import SqlLedger

MUCH_LATER = "2026-11-25T12:00:00+00:00"


def test_the_outcomes_of_a_run_add_up_to_its_links(ledger: SqlLedger) -> None:
    run = run_with(ledger, *LINKS)
    for link, outcome in zip(LINKS, OUTCOMES, strict=True):
        ledger.links.set_outcome(run, link, outcome)
    assert ledger.links.balance(run) == (len(LINKS), dict.fromkeys(OUTCOMES, 1))


def test_runs_are_counted_apart(ledger: SqlLedger) -> None:
    one, two = run_with(ledger, *LINKS[:2]), run_with(ledger, LINKS[0])
    ledger.links.set_outcome(one, LINKS[0], "new")
    assert ledger.links.balance(two)[1]["new"] == 0
    assert (ledger.links.balance(one)[0], ledger.links.balance(two)[0]) == (2, 1)


def test_a_link_is_seen_once(ledger: SqlLedger) -> None:
    run = ledger.runs.start("xinhua", START)
    assert ledger.links.note_link(run, LINKS[0], None, "list")
    assert not ledger.links.note_link(run, LINKS[0], "xinhua:1", "ticker")
    assert ledger.links.balance(run)[0] == 1


def test_the_first_outcome_stays(ledger: SqlLedger) -> None:
    run = run_with(ledger, LINKS[0])
    ledger.links.set_outcome(run, LINKS[0], "failed", "HTTP 500")
    ledger.links.set_outcome(run, LINKS[0], "new")
    assert list(ledger.links.outcomes(run)) == [
        {"url": LINKS[0], "id": None, "outcome": "failed", "reason": "HTTP 500", "of": None}
    ]


def test_the_last_outcome_of_an_address_is_that_of_the_last_run_that_saw_it(ledger: SqlLedger) -> None:
    for outcome in OUTCOMES[:2]:
        ledger.links.set_outcome(run_with(ledger, LINKS[0]), LINKS[0], outcome)
    run_with(ledger, LINKS[1])
    assert [ledger.links.last_outcome(link) for link in LINKS[:3]] == [OUTCOMES[1], None, None]


def test_a_link_that_was_never_seen_is_not_settled(ledger: SqlLedger) -> None:
    run = run_with(ledger, LINKS[0])
    ledger.links.set_outcome(run, LINKS[1], "new")
    assert ledger.links.balance(run)[0] == 1
    assert ledger.links.balance(run)[1]["new"] == 0


def test_what_a_crash_left_is_not_reached(file: Path, store: Store) -> None:
    with closing(store.open(file)) as crashed:
        run = run_with(crashed, *LINKS[:3])
        crashed.links.set_outcome(run, LINKS[0], "new")
    with closing(store.open(file)) as ledger:
        ledger.links.mark_unreached(run, "stopped")
        assert [row["outcome"] for row in ledger.links.outcomes(run)] == ["new", "not reached", "not reached"]
        links, counts = ledger.links.balance(run)
    assert (links, counts["new"], counts["not reached"]) == (3, 1, 2)
    assert sum(counts.values()) == links


def test_rows_ruled_out_by_their_shape_are_not_listed(ledger: SqlLedger) -> None:
    run = run_with(ledger, *LINKS[:3])
    ledger.links.set_outcome(run, LINKS[0], "filtered", "shape")
    ledger.links.set_outcome(run, LINKS[1], "filtered", "since")
    ledger.links.set_outcome(run, LINKS[2], "new")
    assert [row["url"] for row in ledger.links.outcomes(run, leave_out=("new",))] == [LINKS[1]]


@pytest.mark.parametrize(
    ("outcome", "reason", "again"),
    [
        ("failed", "HTTP 500", True),
        ("not reached", "stopped", True),
        ("filtered", "limit", True),
        ("filtered", "since", False),
        ("new", "", False),
        ("gone", "HTTP 404", False),
        (None, "", True),
    ],
)
def test_what_the_last_run_left_is_asked_for_again(
    ledger: SqlLedger, outcome: Outcome | None, reason: str, again: bool
) -> None:
    run = run_with(ledger, LINKS[0])
    if outcome:
        ledger.links.set_outcome(run, LINKS[0], outcome, reason)
    later = run_with(ledger, started=LATER)
    assert ledger.links.unfinished("xinhua", later, START) == ([LINKS[0]] if again else [])
    assert ledger.links.unfinished("another", later, START) == []
    assert ledger.links.unfinished("xinhua", later, LATER) == []


@pytest.mark.parametrize(("since", "again"), [(START, True), (LATER, True), (MUCH_LATER, False)])
def test_a_known_link_is_unfinished_since_the_run_that_wanted_it_again(
    ledger: SqlLedger, since: str, again: bool
) -> None:
    first = run_with(ledger, LINKS[0])
    ledger.links.set_outcome(first, LINKS[0], "new")
    second = run_with(ledger, LINKS[0], started=LATER)
    ledger.links.set_outcome(second, LINKS[0], "failed", "http-status\t500")
    third = run_with(ledger, started=MUCH_LATER)
    assert ledger.links.unfinished("xinhua", third, since) == ([LINKS[0]] if again else [])


def test_only_a_link_that_ended_unchanged_for_the_reason_is_opened_again(ledger: SqlLedger) -> None:
    run = run_with(ledger, *LINKS[:3])
    ledger.links.set_outcome(run, LINKS[0], "unchanged", "already known")
    ledger.links.set_outcome(run, LINKS[1], "unchanged", "not modified")
    ledger.links.set_outcome(run, LINKS[2], "gone", "already known")
    assert [ledger.links.reopen(run, url, "already known") for url in LINKS[:4]] == [True, False, False, False]
    ledger.links.set_outcome(run, LINKS[0], "update")
    assert ledger.links.balance(run)[1]["update"] == 1
