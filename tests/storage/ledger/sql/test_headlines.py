"""Headline records that earlier lines left."""

from contextlib import closing
from pathlib import Path

import pytest

from tests.support.ledgers import LATER, START, record
from tests.support.stores import Store
from wirecrawl.news.dedupe import HeadlineRecord, headline_keys, read_line
from wirecrawl.storage.ledger.sql import headlines as ledger_headlines
from wirecrawl.storage.ledger.sql.ledger import SqlLedger


def test_a_headline_is_found_again_as_it_was(ledger: SqlLedger) -> None:
    run, kept = ledger.runs.start("xinhua", START), record("Urgent: 45 killed in Bagdad blast")
    ledger.headlines.save(run, "xinhua", kept)
    named = ledger.headlines.named(kept.item.id)
    assert named
    assert (named.item, named.chain, named.undated, named.changed) == (kept.item, kept.chain, START, False)
    ((found,),) = ledger.headlines.chains(
        "xinhua", headline_keys(read_line("45 killed in blast", "xinhua").words), None
    )
    assert found.item == kept.item
    assert list(ledger.headlines.chains("tass", headline_keys(kept.line.words), None)) == []
    assert list(ledger.headlines.chains("xinhua", headline_keys(kept.line.words), LATER)) == []


def like(ledger: SqlLedger, line: HeadlineRecord) -> list[str]:
    """The ids of the headlines that are compared with a line."""
    return [found.item.id for chain in ledger.headlines.chains("xinhua", line.line.keys, START) for found in chain]


@pytest.mark.parametrize("held", [0, 1 << 17])
def test_a_headline_entered_in_a_transaction_is_found_in_it(
    ledger: SqlLedger, monkeypatch: pytest.MonkeyPatch, held: int
) -> None:
    monkeypatch.setattr(ledger_headlines, "_HELD", held)
    run, one, two = ledger.runs.start("xinhua", START), record("45 killed in blast"), record("Rain falls on Vik")
    with ledger.transaction():
        ledger.headlines.save(run, "xinhua", one)
        assert (like(ledger, one), like(ledger, two)) == ([one.item.id], [])
        ledger.headlines.save(run, "xinhua", two)
        assert like(ledger, two) == [two.item.id]


def test_a_headline_that_another_process_entered_is_found(file: Path, store: Store) -> None:
    kept = record("45 killed in blast")
    with closing(store.open(file)) as ledger, closing(store.open(file)) as other:
        with ledger.transaction():
            assert like(ledger, kept) == []
        other.headlines.save(other.runs.start("xinhua", START), "xinhua", kept)
        assert like(ledger, kept) == [kept.item.id]
        with ledger.transaction():
            assert like(ledger, kept) == [kept.item.id]


def test_a_headline_older_than_all_that_is_compared_is_not_found(ledger: SqlLedger) -> None:
    kept = record("45 killed in blast")
    with ledger.transaction():
        ledger.headlines.save(ledger.runs.start("xinhua", START), "xinhua", kept)
        assert list(ledger.headlines.chains("xinhua", kept.line.keys, "2099-01-01T00:00:00+00:00")) == []
