"""Pages and lists across runs."""

from dataclasses import replace

from tests.support.ledgers import LATER, LINKS, START
from wirecrawl.storage.ledger.rows import ListState, PageState
from wirecrawl.storage.ledger.sql.ledger import SqlLedger


def test_pages_and_lists_are_remembered_and_the_first_sight_stays(ledger: SqlLedger) -> None:
    page = PageState("x:1", LINKS[0], "new", START, START, '"a"', None, "00")
    ledger.pages.save("xinhua", page)
    ledger.pages.save("xinhua", PageState("x:1", LINKS[1], "update", LATER, LATER, '"b"', None, "11"))
    assert ledger.pages.find("x:1") == PageState("x:1", LINKS[1], "update", START, LATER, '"b"', None, "11")
    assert [known.id for known in ledger.pages.recent("xinhua", START)] == ["x:1"]
    assert ledger.pages.recent("xinhua", LATER) == []
    known = ListState(LINKS[0], '"a"', None, "00", b"\0\xff", START)
    ledger.pages.save_list("xinhua", known)
    assert ledger.pages.find_list(LINKS[0]) == known
    ledger.pages.check_list(LINKS[0], LATER)
    assert ledger.pages.find_list(LINKS[0]) == replace(known, checked=LATER)
    assert (ledger.pages.find("x:2"), ledger.pages.find_list(LINKS[1])) == (None, None)
