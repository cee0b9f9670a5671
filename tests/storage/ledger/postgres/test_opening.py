"""A ledger in PostgreSQL is made, upgraded when nobody else uses it, and refused where it is none."""

from collections.abc import Iterator
from contextlib import closing

import pytest

from tests.support.postgres import required, server
from tests.support.stores import Store, give_back, opened
from wirecrawl.errors import LedgerError
from wirecrawl.storage.ledger.sql.schema import VERSION

pytestmark = required()
START = "2026-11-20T06:00:00+00:00"


@pytest.fixture
def store() -> Iterator[Store]:
    """A schema of its own, which is not used again."""
    made = Store("postgres")
    server().empty(made.url)
    yield made
    server().empty(made.url)
    give_back()


def damage(store: Store, statement: str) -> None:
    store.open("").close()
    server().sql(statement, store.url)


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        (f"UPDATE wirecrawl_schema SET version = {VERSION + 1}", "written by a newer wirecrawl"),
        ("DROP TABLE links", "no table links in it"),
        ("ALTER TABLE pages DROP COLUMN etag", "no pages.etag in it"),
        ('ALTER TABLE pages ALTER COLUMN id TYPE TEXT COLLATE "POSIX"', "pages.id is sorted by POSIX, a ledger by C"),
        ("DROP TABLE wirecrawl_schema", "has tables of another program"),
    ],
)
def test_what_is_no_ledger_of_this_version_is_refused_in_one_line(store: Store, statement: str, words: str) -> None:
    damage(store, statement)
    with pytest.raises(LedgerError, match=words) as refused:
        store.open("")
    assert "\n" not in str(refused.value)


@pytest.fixture
def newer(monkeypatch: pytest.MonkeyPatch) -> None:
    """A program whose schema has one more table."""
    from wirecrawl.storage.ledger.postgres import opening

    monkeypatch.setattr(opening, "VERSION", VERSION + 1)
    monkeypatch.setattr(opening, "UPGRADES", {VERSION: "CREATE TABLE more (n BIGINT);\nCREATE TABLE rest (n BIGINT)"})


def tables(store: Store) -> set[str]:
    query = "SELECT relname FROM pg_class WHERE relnamespace = current_schema()::regnamespace"
    return {name for (name,) in server().sql(query, store.url)} & {"more", "rest"}


def test_a_ledger_that_another_machine_uses_is_not_upgraded(store: Store, request: pytest.FixtureRequest) -> None:
    with closing(store.open("")) as running:
        request.getfixturevalue("newer")
        with pytest.raises(LedgerError, match="another process uses it"):
            store.open("")
        assert tables(store) == set()
        assert running.runs.start("xinhua", START) == 1
    with closing(store.open("")) as upgraded:
        assert tables(store) == {"more", "rest"}
        assert upgraded.runs.start("xinhua", START) == 2
        with closing(store.open("")) as second:
            assert second.runs.start("tass", START) == 3


def test_an_upgrade_that_fails_changes_nothing(store: Store, newer: None, monkeypatch: pytest.MonkeyPatch) -> None:
    from wirecrawl.storage.ledger.postgres import opening

    store.open("").close()
    server().sql(f"UPDATE wirecrawl_schema SET version = {VERSION}", store.url)
    steps = {VERSION: "CREATE TABLE more (n BIGINT);\nCREATE TABLE more (n BIGINT)"}
    monkeypatch.setattr(opening, "UPGRADES", steps)
    with pytest.raises(LedgerError, match="already exists"):
        store.open("")
    assert tables(store) == set()


def test_a_database_without_utf8_is_refused(store: Store) -> None:
    server().sql("DROP DATABASE IF EXISTS latin")
    server().sql("CREATE DATABASE latin ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0")
    with pytest.raises(LedgerError, match="its encoding is LATIN1"):
        opened(store.url.replace("/postgres?", "/latin?"))
