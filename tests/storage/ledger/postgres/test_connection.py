"""Transactions in PostgreSQL: few round trips, one process that decides, and nothing half written when it is gone."""

from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest

from tests.support.deciding import STORIES, decided
from tests.support.ledgers import LINKS, record, run_with
from tests.support.postgres import required, server
from tests.support.stores import Store, give_back
from tests.support.stories import make_run, make_story
from wirecrawl.errors import LedgerError
from wirecrawl.news.dedupe import version_to_compare
from wirecrawl.storage.ledger.sql.ledger import SqlLedger

pytestmark = required()


@pytest.fixture
def store() -> Iterator[Store]:
    yield Store("postgres")
    give_back()


@pytest.fixture
def ledger(store: Store) -> Iterator[SqlLedger]:
    with closing(store.open("")) as opened:
        yield opened


def test_a_decision_takes_three_round_trips_at_most(ledger: SqlLedger, monkeypatch: pytest.MonkeyPatch) -> None:
    from wirecrawl.storage.ledger.postgres.connection import Connection

    asked: Counter[str] = Counter()

    def counting(name: str) -> Any:
        method = getattr(Connection, name)

        def counted(db: Any, *given: Any) -> Any:
            asked[name] += db.is_alone
            return method(db, *given)

        return counted

    for name in ("row", "rows", "change"):
        monkeypatch.setattr(Connection, name, counting(name))
    many = tuple(
        make_story(
            id=f"xinhua:content_{n}", url=f"http://www.china.org.cn/{n}", headline=f"Storm {n}", text=f"Word{n}."
        )
        for n in range(100, 160)
    )
    made = decided(make_run(ledger=ledger), (*STORIES, *many))
    assert len(made) == len(STORIES) + 60
    assert sum(asked.values()) <= 3 * len(made)


def test_a_transaction_whose_connection_ends_is_not_there(store: Store, ledger: SqlLedger) -> None:
    run = run_with(ledger, LINKS[0])
    ledger.begin()
    ledger.headlines.save(run, "xinhua", record("Urgent: Rain"))
    server().end_sessions()
    with pytest.raises(LedgerError, match="the connection to the database was lost"):
        ledger.commit()
    with pytest.raises(LedgerError, match="the connection to the database was lost"):
        ledger.require_transaction()
    ledger.rollback()
    with closing(store.open("")) as other:
        assert other.headlines.named(record("Urgent: Rain").item.id) is None
        assert other.links.balance(run)[0] == 1


def test_one_process_decides_at_a_time(store: Store, ledger: SqlLedger) -> None:
    with closing(store.open("")) as other:
        other._db.execute("SET lock_timeout = '50ms'")
        ledger.begin()
        with pytest.raises(LedgerError, match="wait until the process that writes to it has ended"):
            other.begin()
        run = run_with(other, LINKS[0])  # what others fetch is journalled meanwhile
        assert other.links.balance(run)[0] == 1
        ledger.rollback()
        other.begin()
        other.commit()


def test_an_error_of_a_statement_that_waited_undoes_the_transaction(ledger: SqlLedger) -> None:
    run = run_with(ledger, LINKS[0])
    ledger.begin()
    ledger.links.set_outcome(run, LINKS[0], "new")
    ledger._db.execute("INSERT INTO links (run, url) VALUES (?, ?)", (run, LINKS[1]))  # has no source
    with pytest.raises(LedgerError, match="null value"):
        ledger.commit()
    assert ledger.links.balance(run)[1]["new"] == 0


def test_a_nul_in_a_headline_as_printed_costs_nothing(ledger: SqlLedger) -> None:
    run = run_with(ledger)
    known = version_to_compare(make_story(headline_raw="Rain\0falls"))
    with ledger.transaction(alone=True):
        ledger.stories.add(run, "xinhua", known, None, None)
    found = ledger.stories.by_id(run, known.id)
    assert found
    assert found.headline_raw == "Rain\x01falls"
