"""The journal: in the order of decision, and durable."""

from contextlib import closing
from pathlib import Path

from tests.support.ledgers import START
from tests.support.stores import Store
from wirecrawl.storage.ledger.rows import JournalEntry
from wirecrawl.storage.ledger.sql.ledger import SqlLedger


def entry(link: str, story_id: str, published: str | None, lead: int | None = None, rank: int = 0) -> JournalEntry:
    return JournalEntry(link, story_id, published, lead, None, rank, b"{}")


def test_the_journal_comes_in_order_of_time_lead_and_id_whatever_the_order_of_arrival(ledger: SqlLedger) -> None:
    ordered = [
        entry("l1", "x:9", "2026-11-20T08:30:00+08:00"),  # 00:30 UTC
        entry("l2", "x:1", "2026-11-20T01:00:00+00:00", None),
        entry("l3", "x:1", "2026-11-20T09:00:00+08:00", 1),
        entry("l4", "x:2", "2026-11-20T01:00:00+00:00", 1, rank=0),
        entry("l5", "x:2", "2026-11-20T01:00:00+00:00", 1, rank=1),
        entry("l6", "x:0", "2026-11-20T01:00:00+00:00", 2),
        entry("l7", "x:0", None),
    ]
    run = ledger.runs.start("xinhua", START)
    for row in ordered[::-1]:
        ledger.journal.add(run, row)
    assert [row.link for row in ledger.journal.entries(run)] == [row.link for row in ordered]


def test_the_journal_survives_the_process_and_is_forgotten_when_decided(file: Path, store: Store) -> None:
    with closing(store.open(file)) as ledger:
        run = ledger.runs.start("xinhua", START)
        ledger.journal.add(run, entry("l1", "x:1", None))
    with closing(store.open(file)) as ledger:
        assert [row.link for row in ledger.journal.entries(run)] == ["l1"]
        ledger.journal.remove(run, "l1")
        assert list(ledger.journal.entries(run)) == []
