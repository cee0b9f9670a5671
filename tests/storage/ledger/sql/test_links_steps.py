"""What a look-up among the links of a run costs does not grow with their number."""

import pytest

from wirecrawl.storage.ledger.sqlite.ledger import SqliteLedger

_STEP = 10  # instructions of SQLite that are counted as one


def steps_of_a_lookup(links: int) -> int:
    """The steps that SQLite takes to find the other link of a story among the links of a run."""
    ledger = SqliteLedger("")
    run = ledger.runs.start("xinhua", "2026-11-20T06:00:00+00:00")
    with ledger.transaction():
        for number in range(links):
            ledger.links.note_link(run, f"http://a.example/{number}", f"xinhua:{number}", "list")
    ledger.links.note_link(run, "http://b.example/7", "xinhua:7", "list")
    counted: list[None] = []
    ledger._db._db.set_progress_handler(lambda: counted.append(None), _STEP)  # type: ignore[attr-defined]
    assert ledger.links.other_links(run, "http://b.example/7", "xinhua:7") == {"http://a.example/7": None}
    ledger.close()
    return len(counted)


@pytest.mark.parametrize("links", [200, 2000])
def test_the_other_links_of_a_story_are_found_by_its_id(links: int) -> None:
    assert steps_of_a_lookup(links) <= steps_of_a_lookup(10) + 1
