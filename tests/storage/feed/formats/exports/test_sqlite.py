"""The SQLite export: its tables, its index, and Datasette with its queries."""

import json
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.parse import urlencode
from urllib.request import ProxyHandler, build_opener

import pytest

from tests.support.exported_feeds import LINE, LINES, STORIES, by_id
from tests.support.extras import needs
from tests.support.process import clean_environment
from wirecrawl.storage.feed.formats.exports import ExportOptions, open_format
from wirecrawl.storage.feed.formats.sqlite_queries import search_query

Ask = Callable[..., list[dict[str, Any]]]
_PATIENCE = 60  # seconds


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("made") / "wire.sqlite"
    open_format("sqlite").write(LINES, file, ExportOptions(name=file.name))
    return file


def select(database: Path, sql: str, **given: str) -> list[dict[str, Any]]:
    with closing(sqlite3.connect(database)) as opened:
        opened.row_factory = sqlite3.Row
        return [dict(row) for row in opened.execute(sql, given)]


def test_tables_hold_every_line(database: Path) -> None:
    stories = by_id(select(database, "select * from stories"))
    assert set(stories) == {f"{story.id}@{story.version}" for story in STORIES}
    full = stories["xinhua:content_2@1"]
    assert (full["day"], full["time_utc"], full["published"][-6:]) == (
        "2026-11-20",
        "2026-11-20T01:30:00+00:00",
        "+08:00",
    )
    assert (json.loads(full["dateline_places"]), full["marks_writethru"]) == (["西安", "OSLO, Norway"], 1)
    (image,) = select(database, "select * from images")
    assert (image["story"], image["position"], image["credit"]) == ("xinhua:content_2", 1, "Xinhua/Wang Xi")
    assert [row["id"] for row in select(database, "select id from headlines")] == [LINE.id]
    assert select(database, "pragma integrity_check") == [{"integrity_check": "ok"}]


FOUND = {
    "剪纸": 1,
    "地热": 1,
    "热地": 0,
    "剪 纸": 1,
    "剪纸 地热": 1,
    "剪纸 lighthouse": 1,
    "lighthouse": 1,
    "light": 0,
    "Lighthouse stands": 1,
    "stands lighthouse": 1,
    "cafe": 1,
    '"lighthouse"': 1,
    "AND": 0,
    "headline:": 0,
    "*": 0,
    "": 0,
}


@pytest.mark.parametrize(("words", "count"), FOUND.items())
def test_the_index_finds_words_of_any_script(database: Path, words: str, count: int) -> None:
    assert len(select(database, search_query(), words=words)) == count


@pytest.fixture(scope="module")
def datasette(database: Path) -> Iterator[Ask]:
    """Asks a running Datasette for the rows of a query."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = ["-m", "datasette", str(database), "-m", f"{database}.metadata.yml", "-p", str(port)]
    server = subprocess.Popen([sys.executable, *command], env=clean_environment(), stderr=subprocess.PIPE)
    opener = build_opener(ProxyHandler({}))

    def ask(query: str, **given: str) -> list[dict[str, Any]]:
        address = f"http://127.0.0.1:{port}/wire/{query}.json?{urlencode({'_shape': 'array', **given})}"
        with opener.open(address, timeout=_PATIENCE) as answer:
            return list(json.load(answer))

    try:
        _wait(lambda: ask("volume_a_day", agency=""), server)
        yield ask
    finally:
        server.terminate()
        server.communicate()


def _wait(ask: Callable[[], object], server: "subprocess.Popen[bytes]") -> None:
    end = time.monotonic() + _PATIENCE
    while server.poll() is None:
        try:
            ask()
            return
        except URLError:
            assert time.monotonic() < end
            time.sleep(0.1)
    assert server.stderr
    pytest.fail(server.stderr.read().decode())


@needs("datasette")
def test_datasette_answers_every_canned_query(datasette: Ask) -> None:
    for words in ("剪纸", "地热", "lighthouse"):
        assert [row["id"] for row in datasette("search", words=words)] == ["xinhua:content_2"]
    volume = [(row["day"], row["agency"], row["stories"]) for row in datasette("volume_a_day", agency="")]
    assert volume == [("2026-11-20", None, 1), ("2026-11-20", "xinhua", 2), ("2026-10-31", "xinhua", 1)]
    assert [row["stories"] for row in datasette("volume_a_day", agency="xinhua")] == [2, 1]
    assert [row["version"] for row in datasette("updates_of_a_story", id="xinhua:content_2")] == [1, 2]
    assert {row["id"] for row in datasette("what_a_day_brought", day="2026-11-20")} == {"xinhua:content_2", "../odd/id"}
