"""Crawls whose ledger is in PostgreSQL: a database that goes away, a second machine, and what cannot be safe."""

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.support.answers import Hit, Reply, page
from tests.support.killing import start
from tests.support.newsroom import story, story_id, story_url
from tests.support.postgres import own_server, required, server, wait_for
from tests.support.process import Ended, crawl, lines, scrapy, start_crawl
from tests.support.site import Site, slow
from tests.support.stores import Store, give_back
from wirecrawl.storage.ledger.sql.journal import SqlJournal

pytestmark = required()
_ALL = dict.fromkeys(["xinhua:" + "5c" * 16, *(story_id(number) for number in range(1, 5))], 1)


@pytest.fixture
def database(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of an empty ledger, which children of the test find in their environment."""
    made = Store("postgres")
    monkeypatch.setenv("WIRECRAWL_LEDGER", made.url)
    yield made.url
    give_back()


def in_the_middle(site: Site, happens: Callable[[], object]) -> None:
    """Let something happen when the second story is asked for, once."""
    left = [happens]

    def answer(hit: Hit) -> Reply:
        while left:
            left.pop()()
        return page(story(2))

    site.pages[story_url(2)] = answer


def written(*folders: Path) -> Counter[str]:
    """How often each story is in the feeds of these data folders."""
    files = {file.resolve() for folder in folders for file in folder.glob("feeds/xinhua/*-stories.jsonl")}
    return Counter(one["id"] for file in files for one in lines(file))


def line_of(ended: Ended) -> str:
    print(ended.err)
    (line,) = [line for line in ended.err.splitlines() if line]
    return line


def test_a_run_whose_connection_is_ended_ends_and_the_next_one_completes_it(
    newsroom: Site, tmp_path: Path, database: str
) -> None:
    in_the_middle(newsroom, lambda: server().end_sessions())
    ended = crawl(newsroom, tmp_path)
    assert (ended.code, "connection to the database was lost" in line_of(ended)) == (4, True), ended.err
    assert crawl(newsroom, tmp_path).code == 0
    assert written(tmp_path) == _ALL


def test_a_server_that_crashes_in_a_run_costs_nothing(
    newsroom: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with own_server() as crashing:
        monkeypatch.setenv("WIRECRAWL_LEDGER", crashing.new_schema())
        in_the_middle(newsroom, crashing.stop)
        ended = crawl(newsroom, tmp_path)
        assert (ended.code, "no report was written" in line_of(ended)) == (4, True), ended.err
        newsroom.reset_log()
        ended = crawl(newsroom, tmp_path)
        assert (ended.code, "no connection to the database" in line_of(ended)) == (4, True), ended.err
        assert newsroom.hits() == []
        crashing.start()
        assert crawl(newsroom, tmp_path).code == 0
        assert written(tmp_path) == _ALL


def test_a_spider_runs_on_one_machine_at_a_time(newsroom: Site, tmp_path: Path, database: str) -> None:
    newsroom.pages[story_url(2)] = slow(3, story(2))
    running = start_crawl(newsroom, tmp_path / "one")
    wait_for(lambda: newsroom.hits(story_url(2)))
    ended = crawl(newsroom, tmp_path / "two")
    assert (ended.code, "another run of xinhua goes on (" in line_of(ended)) == (5, True), ended.err
    assert f"process {running.pid}@" in ended.err
    assert running.wait() == 0
    assert crawl(newsroom, tmp_path / "two").code == 0
    assert written(tmp_path / "one", tmp_path / "two") == _ALL


def killed(site: Site, data: Path, after_decisions: int) -> int | None:
    process = start(site.env(), data, point=(SqlJournal, "remove", after_decisions, True))
    process.join(60)
    return process.exitcode


def test_a_second_machine_completes_a_run_that_was_killed_while_it_fetched(
    newsroom: Site, tmp_path: Path, database: str
) -> None:
    process = start(newsroom.env(), tmp_path / "one", point=(SqlJournal, "add", 3, True))
    process.join(60)
    assert process.exitcode == -9
    assert crawl(newsroom, tmp_path / "two").code == 0
    assert written(tmp_path / "one", tmp_path / "two") == _ALL


def test_a_second_machine_leaves_a_run_that_may_have_written_to_the_first(
    newsroom: Site, tmp_path: Path, database: str
) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    process = start(newsroom.env(), one, point=(Path, "replace", 2, True))  # both feeds stand, no commit lists them
    process.join(60)
    assert process.exitcode == -9
    newsroom.reset_log()
    ended = crawl(newsroom, two)
    assert (ended.code, newsroom.hits()) == (4, [])
    assert str(one / "feeds" / "xinhua") in line_of(ended)
    assert crawl(newsroom, one).code == 0
    assert crawl(newsroom, two).code == 0
    assert written(one, two) == _ALL


def test_machines_that_share_their_feeds_complete_each_others_runs(
    newsroom: Site, tmp_path: Path, database: str
) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    for folder in (one, two):
        folder.mkdir()
        (folder / "feeds").symlink_to(tmp_path / "shared")
    (tmp_path / "shared").mkdir()
    process = start(newsroom.env(), one, point=(Path, "replace", 2, True))
    process.join(60)
    assert process.exitcode == -9
    assert crawl(newsroom, two).code == 0
    assert written(one, two) == _ALL


def test_a_lost_folder_is_released_by_hand(newsroom: Site, tmp_path: Path, database: str) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    assert killed(newsroom, one, 2) == -9
    assert crawl(newsroom, two).code == 4
    released = scrapy(two, "ledger", "release", "xinhua")
    assert (released.code, str(one / "feeds" / "xinhua") in released.out.decode()) == (0, True), released.err
    assert crawl(newsroom, two).code == 0
    assert written(two) == _ALL


@pytest.mark.parametrize(
    ("address", "code", "words"),
    [
        ("postgresql://wire:secret@127.0.0.1:1/wire", 4, "no connection to the database"),
        ("mysql://wire:secret@127.0.0.1/wire", 2, "WIRECRAWL_LEDGER=mysql: give postgresql://"),
        ("postgresql://wire:secret@127.0.0.1:x/wire", 4, "no connection to the database"),
    ],
)
def test_no_database_is_one_line_without_a_password_before_anything_is_fetched(
    newsroom: Site, tmp_path: Path, address: str, code: int, words: str
) -> None:
    ended = crawl(newsroom, tmp_path, environment={"WIRECRAWL_LEDGER": address})
    assert (ended.code, newsroom.hits()) == (code, []), ended.err
    assert words in line_of(ended)
    assert "secret" not in ended.err


def test_without_its_driver_the_command_names_what_installs_it(newsroom: Site, tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text("import sys\nsys.modules['psycopg'] = None\n")
    environment = {"WIRECRAWL_LEDGER": "postgresql://127.0.0.1/wire", "PYTHONPATH": str(tmp_path)}
    ended = crawl(newsroom, tmp_path / "data", environment=environment)
    assert (ended.code, "make extras" in line_of(ended)) == (2, True), ended.err
