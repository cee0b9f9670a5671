"""What a look-up among the links of a run costs does not grow with their number."""

from collections.abc import Callable

import pytest

from wirecrawl.storage.ledger.sqlite.ledger import SqliteLedger

_STEP = 10  # instructions of SQLite that are counted as one


def same_story(ledger: SqliteLedger, run: int) -> None:
    assert ledger.links.other_links(run, "http://b.example/7", "xinhua:7") == {"http://a.example/7": None}


def any_other(ledger: SqliteLedger, run: int) -> None:
    assert ledger.links.has_other_link(run, "http://b.example/7", "xinhua:7")
    assert not ledger.links.has_other_link(run, "http://a.example/8", "xinhua:8")


def last_outcome(ledger: SqliteLedger, run: int) -> None:
    assert ledger.links.last_outcome("http://a.example/7") is None


LOOKUPS = {
    "the other links of a story": same_story,
    "whether there is another": any_other,
    "what became of an address": last_outcome,
}


def steps_of(look_up: Callable[[SqliteLedger, int], None], links: int) -> int:
    """The steps that SQLite takes to look something up among the links of a run."""
    ledger = SqliteLedger("")
    run = ledger.runs.start("xinhua", "2026-11-20T06:00:00+00:00")
    with ledger.transaction():
        for number in range(links):
            ledger.links.note_link(run, f"http://a.example/{number}", f"xinhua:{number}", "list")
    ledger.links.note_link(run, "http://b.example/7", "xinhua:7", "list")
    counted: list[None] = []
    ledger._db._db.set_progress_handler(lambda: counted.append(None), _STEP)  # type: ignore[attr-defined]
    look_up(ledger, run)
    ledger.close()
    return len(counted)


@pytest.mark.parametrize("look_up", LOOKUPS.values(), ids=LOOKUPS)
@pytest.mark.parametrize("links", [200, 2000])
def test_one_link_is_found_without_a_search_through_all(
    look_up: Callable[[SqliteLedger, int], None], links: int
) -> None:
    assert steps_of(look_up, links) <= steps_of(look_up, 10) + 1
