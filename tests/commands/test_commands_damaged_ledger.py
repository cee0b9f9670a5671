"""Every command with a ledger that is damaged: one line that names the file and the next step, and code 4."""

import sqlite3
from argparse import ArgumentParser
from collections.abc import Callable
from contextlib import closing
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace

import pytest
from scrapy.spiderloader import SpiderLoader
from scrapy.utils.project import get_project_settings

from tests.support.extras import needs
from tests.support.fixtures import ROOT
from tests.support.newsroom import HOME
from tests.support.process import counted, crawl, replay, scrapy
from tests.support.site import Site
from tests.support.stories import NOON, make_story
from wirecrawl.news.dedupe import version_to_compare
from wirecrawl.storage.archive.warc_records import CaptureRef
from wirecrawl.storage.ledger.sql.schema import VERSION
from wirecrawl.storage.ledger.sqlite.ledger import SqliteLedger

STORY = make_story()
SAVED = [ROOT / "fixtures/xinhua" / name for name in ("china-org-cn-plain", "china-org-cn-business")]
READING = {"report": ["report"], "explain": ["explain", STORY.id]}
NEEDING = {**READING, "drift": ["drift", "xinhua"], "prune": ["prune"], "prune --delete": ["prune", "--delete"]}
DEAD_END = {"http_proxy": "http://127.0.0.1:9", "https_proxy": "http://127.0.0.1:9"}
Damage = Callable[[Path], object]


def sql(statements: str) -> Callable[[Path], None]:
    def damage(file: Path) -> None:
        with closing(sqlite3.connect(file)) as db:
            db.executescript(statements)
            db.commit()

    return damage


def cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def scramble(file: Path) -> None:
    first = 4096
    file.write_bytes(file.read_bytes()[:first] + b"\xa5" * (file.stat().st_size - first))


def replace_by_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


def replace_by_other_database(file: Path) -> None:
    file.unlink()
    sql("CREATE TABLE links (name TEXT)")(file)


# By name: what is done to the file, and a word of the rule that it breaks.
DAMAGES: dict[str, tuple[Damage, str]] = {
    "a text": (lambda file: file.write_bytes(b"no database\n" * 999), "not a database"),
    "cut": (cut, "malformed"),
    "cut within its head": (lambda file: file.write_bytes(file.read_bytes()[:50]), "malformed"),
    "scrambled": (scramble, "malformed"),
    "nothing but zeros": (lambda file: file.write_bytes(bytes(file.stat().st_size)), "not a database"),
    "a folder": (replace_by_folder, "it is a folder"),
    "another program's": (replace_by_other_database, "already exists"),
    "newer": (sql(f"PRAGMA user_version = {VERSION + 1}"), "newer wirecrawl"),
    "of no version": (sql("PRAGMA user_version = -1"), "schema -1"),
    "without a table": (sql("DROP TABLE measures"), "no table measures"),
    "without two tables": (sql("DROP TABLE captures; DROP TABLE sightings"), "no table captures in it and 1 more"),
    "without a column": (sql("ALTER TABLE runs DROP COLUMN started"), "no runs.started"),
    "without another column": (sql("ALTER TABLE stories DROP COLUMN marks"), "no stories.marks"),
}
WRONG_VALUES = (
    "UPDATE runs SET started = 'at noon'",
    "UPDATE runs SET started = x'ff'",
    "UPDATE measures SET value = 'many'",
    "UPDATE links SET outcome = 'lost'",
    "UPDATE stories SET marks = '{'",
    "UPDATE texts SET text = x'00'",
    "UPDATE stories SET headline = CAST(x'ff' AS TEXT)",
    "UPDATE feeds SET path = x'ff'",
)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder with a ledger that knows one run, one link and one story, and an empty feed."""
    (tmp_path / "feeds/xinhua").mkdir(parents=True)
    (tmp_path / "feeds/xinhua/a-stories.jsonl").touch()
    with closing(SqliteLedger(tmp_path / "ledger.sqlite")) as ledger:
        run = ledger.runs.start("xinhua", NOON)
        ledger.links.note_link(run, str(STORY.url), STORY.id, "list")
        ledger.links.set_outcome(run, str(STORY.url), "new")
        ledger.stories.add(run, "xinhua", version_to_compare(STORY), STORY.published, STORY.url)
        ledger.runs.measure(run, {"links": 1}, comparable=True)
        ledger.journal.add_feed(run, "feeds/xinhua/a-stories.jsonl", 0)
        ledger.runs.close(run, NOON, "good", 0, "")
    return tmp_path


def run(data: Path, *arguments: str) -> int:
    """The exit code of a command that is run in this process."""
    settings = get_project_settings()
    settings.set("WIRECRAWL_DATA", str(data))
    command = import_module(f"wirecrawl.commands.{arguments[0]}").Command()
    command.settings, command.crawler_process = settings, SimpleNamespace(spider_loader=SpiderLoader(settings))
    parser = ArgumentParser()
    command.add_options(parser)
    options, left = parser.parse_known_args(list(arguments[1:]))
    command.run(left, options)
    code: int = command.exitcode
    return code


@pytest.mark.parametrize("command", NEEDING)
def test_a_whole_ledger_is_read(data: Path, command: str) -> None:
    assert run(data, *NEEDING[command]) == 0


@pytest.mark.parametrize("command", NEEDING)
@pytest.mark.parametrize("name", DAMAGES)
def test_a_damaged_ledger_is_one_line(data: Path, name: str, command: str, capsys: pytest.CaptureFixture[str]) -> None:
    damage, rule = DAMAGES[name]
    damage(data / "ledger.sqlite")
    code, printed = run(data, *NEEDING[command]), capsys.readouterr()
    assert (code, printed.out, printed.err.count("\n")) == (4, "", 1), printed.err
    assert printed.err.startswith(f"wirecrawl: {data / 'ledger.sqlite'}: ")
    assert rule in printed.err
    assert "; " in printed.err  # the next step


@pytest.mark.parametrize("statement", WRONG_VALUES)
def test_a_row_with_wrong_values_is_one_line(data: Path, statement: str, capsys: pytest.CaptureFixture[str]) -> None:
    sql(statement)(data / "ledger.sqlite")
    codes = {command: run(data, *arguments) for command, arguments in {**READING, "prune": ["prune"]}.items()}
    assert set(codes.values()) <= {0, 4}
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == [*codes.values()].count(4) > 0
    assert all("ledger.sqlite: " in line for line in lines)


@needs("altair", "vl_convert", "jinja2")
@pytest.mark.parametrize("statement", ["UPDATE runs SET verdict = x'ff'", "UPDATE runs SET started = 'at noon'"])
def test_a_page_of_a_row_with_wrong_values_is_one_line(
    data: Path, statement: str, capsys: pytest.CaptureFixture[str]
) -> None:
    sql(statement)(data / "ledger.sqlite")
    assert run(data, "report", "--html", str(data / "page.html")) == 4
    assert "ledger.sqlite: " in capsys.readouterr().err
    assert not (data / "page.html").exists()


@pytest.mark.parametrize("name", DAMAGES)
def test_verify_needs_no_ledger(data: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    DAMAGES[name][0](data / "ledger.sqlite")
    assert run(data, "verify", str(data / "feeds/xinhua/a-stories.jsonl")) == 0
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("name", DAMAGES)
def test_a_crawl_ends_before_it_asks_for_anything(data: Path, name: str) -> None:
    damage, rule = DAMAGES[name]
    damage(data / "ledger.sqlite")
    ended = scrapy(data, "crawl", "xinhua", environment=DEAD_END)
    assert (ended.code, ended.out, ended.err.count("\n")) == (4, b"", 1), ended.err
    assert f"{data / 'ledger.sqlite'}: " in ended.err
    assert rule in ended.err


@pytest.mark.parametrize("name", ["cut", "a text", "a folder", "newer"])
def test_a_replay_that_is_kept_ends_before_it_reads_anything(data: Path, name: str) -> None:
    damage, rule = DAMAGES[name]
    damage(data / "ledger.sqlite")
    ended = replay(data, "--keep", str(SAVED[0]))
    assert (ended.code, ended.out, ended.err.count("\n")) == (4, b"", 1), ended.err
    assert f"{data / 'ledger.sqlite'}: " in ended.err
    assert rule in ended.err


def overwrite_page(table: str) -> Callable[[Path], None]:
    """Overwrite the first page of a table or index, which lies amid the file: it can be opened, and holds no rows."""

    def damage(file: Path) -> None:
        with closing(sqlite3.connect(file)) as db:
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            size = db.execute("PRAGMA page_size").fetchone()[0]
            page = db.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,)).fetchone()[0]
        with file.open("r+b") as stream:
            stream.seek((page - 1) * size)
            stream.write(b"\xa5" * size)

    return damage


@pytest.mark.parametrize("table", ["stories", "links_by_id", "journal"])
def test_a_page_that_is_overwritten_ends_a_kept_replay_and_loses_nothing(tmp_path: Path, table: str) -> None:
    assert replay(tmp_path, "--keep", str(SAVED[0])).code == 0
    backup = (tmp_path / "ledger.sqlite").read_bytes()
    overwrite_page(table)(tmp_path / "ledger.sqlite")
    ended = replay(tmp_path, "--keep", str(SAVED[1]))
    assert (ended.code, "Traceback" in ended.err) == (4, False), ended.err
    assert "ledger.sqlite: database disk image is malformed; move it away or restore a backup" in ended.err
    for file in tmp_path.glob("ledger.sqlite*"):
        file.unlink()
    (tmp_path / "ledger.sqlite").write_bytes(backup)
    assert replay(tmp_path, "--keep", str(SAVED[1])).code == 0
    assert sorted(counted(tmp_path).values()) == [1, 1]


def test_an_empty_ledger_is_filled_from_the_feeds_and_no_story_comes_twice(tmp_path: Path) -> None:
    assert replay(tmp_path, "--keep", str(SAVED[0])).code == 0
    for file in tmp_path.glob("ledger.sqlite*"):
        file.write_bytes(b"")
    again = replay(tmp_path, "--keep", *map(str, SAVED))
    assert (again.code, sorted(counted(tmp_path).values())) == (0, [1, 1])


ON_ITS_WAY = {
    "broken": "CREATE TRIGGER a BEFORE INSERT ON runs BEGIN SELECT RAISE(ABORT, 'broken'); END",
    "a row in it holds what no wirecrawl writes (TypeError: path is no text)": "UPDATE feeds SET path = x'ff'",
    "headlines on a in the ledger: a row in it": "UPDATE runs SET verdict = NULL; "
    "INSERT INTO sightings VALUES (1, '', 'a', x'ff')",
}


@pytest.mark.parametrize("said", ON_ITS_WAY)
def test_a_crawl_that_meets_damage_on_its_way_has_no_traceback(data: Path, said: str) -> None:
    sql(f"PRAGMA journal_mode = DELETE; {ON_ITS_WAY[said]}")(data / "ledger.sqlite")
    ended = scrapy(data, "crawl", "xinhua", environment=DEAD_END)
    assert (ended.code, ended.err.count("\n")) == (4, 1), ended.err
    assert said in ended.err


def test_a_crawl_that_meets_a_wrong_capture_ends_and_names_the_ledger(newsroom: Site, tmp_path: Path) -> None:
    with closing(SqliteLedger(tmp_path / "ledger.sqlite")) as ledger:
        ledger.captures.save([CaptureRef(HOME, "sha256:0", NOON, "<urn:uuid:0>", "a.warc.gz", 0)])
    sql("UPDATE captures SET digest = x'ff'")(tmp_path / "ledger.sqlite")
    ended = crawl(newsroom, tmp_path)
    assert (ended.code, "Traceback" in ended.err) == (4, False), ended.err
    first, *_ = ended.err.splitlines()
    assert first.startswith(f"xinhua crawl: broken, {tmp_path / 'ledger.sqlite'}: a row in it holds what no wirecrawl")
