"""`scrapy verify` and `scrapy drift`: lines made again from their records."""

import json
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from scrapy.utils.project import get_project_settings

from tests.support.newsroom import open_newsroom, story, story_url
from tests.support.process import Ended, crawl, ids, lines, replay, scrapy
from tests.support.projects import copy_project
from tests.support.site import Site
from wirecrawl.commands.verify import Command
from wirecrawl.utils import progress


@pytest.fixture(scope="module")
def crawled(tmp_path_factory: pytest.TempPathFactory) -> Ended:
    """A crawl of five stories and a page that holds none."""
    with Site() as site:
        open_newsroom(site)
        site.put(story_url(4), "<html><body><p>Soon</p></body></html>")
        return crawl(site, tmp_path_factory.mktemp("crawled"))


def feed(ended: Ended) -> Path:
    (file,) = ended.data.glob("feeds/xinhua/[0-9]*-stories.jsonl")
    return file


def verify(data: Path, *arguments: str | Path) -> Ended:
    return scrapy(data, "verify", *map(str, arguments))


def changed_feed(ended: Ended, to: Path, **fields: Any) -> Path:
    """The feed with other values in its first line, as an older code would have made it."""
    entries = lines(feed(ended))
    entries[0] |= fields
    to.write_text("".join(json.dumps(entry) + "\n" for entry in entries), encoding="utf-8")
    return to


def test_the_feed_of_the_same_code_is_identical(crawled: Ended) -> None:
    headlines = next(iter(crawled.data.glob("feeds/xinhua/*-headlines.jsonl")))
    ended = verify(crawled.data, feed(crawled), headlines)
    assert ended.code == 0
    assert ended.out.decode() == (
        "4 stories: 4 identical, 0 changed, 0 record missing; 4 headlines, made from no record\n"
    )


def test_a_story_that_a_proxy_passed_on_is_kept_proved_and_replayed(tmp_path: Path) -> None:
    with Site() as site:
        open_newsroom(site)
        site.put(story_url(1), story(1), status=203)
        first = crawl(site, tmp_path / "first")
        again = crawl(site, tmp_path / "first")
    assert verify(first.data, feed(first)).out.startswith(b"5 stories: 5 identical")
    assert again.report["outcomes"]["new"] == 0
    archives = str(first.data / "archive" / "xinhua" / "*.warc.gz")
    assert ids(replay(tmp_path / "second", archives)) == ids(first)


def test_one_line_is_a_story_and_not_one_stories(crawled: Ended, tmp_path: Path) -> None:
    single = tmp_path / "single.jsonl"
    single.write_bytes(feed(crawled).read_bytes().splitlines(keepends=True)[0])
    assert verify(crawled.data, single).out == b"1 story: 1 identical, 0 changed, 0 record missing\n"


def test_a_check_that_takes_long_says_how_far_it_is(
    crawled: Ended, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "_EVERY", 0.0)
    command = Command()
    command.settings = get_project_settings()
    entries = lines(feed(crawled))
    checked = list(command.verified("xinhua", entries, len(entries), (crawled.data / "archive",)))
    said = capsys.readouterr().err.splitlines()
    assert [one.state for one in checked] == ["identical"] * 4
    assert [line.partition(",")[0] for line in said] == [f"xinhua: {n} of 4 lines verified" for n in range(1, 5)]


def test_a_replay_of_every_fixture_is_identical(tmp_path: Path) -> None:
    assert replay(tmp_path).code == 0
    ended = verify(tmp_path, tmp_path / "feeds/xinhua/replay-stories.jsonl", "--jobs", "2")
    assert (ended.code, b" 0 changed, 0 record missing" in ended.out) == (0, True), ended.out.decode()


def test_what_changed_is_told_field_by_field(crawled: Ended, tmp_path: Path) -> None:
    line = lines(feed(crawled))[0]
    other = changed_feed(
        crawled,
        tmp_path / "old.jsonl",
        headline="Another headline",
        text=line["text"] + "\n\nRelated news",
        notes=["x"],
    )
    ended = verify(crawled.data, other)
    said = ended.out.decode()
    assert ended.code == 3
    assert "4 stories: 3 identical, 1 changed, 0 record missing" in said
    for told in (
        line["provenance"]["record"],
        "- headline: Another headline",
        f"+ headline: {line['headline']}",
        "- text: Related news",
        '- notes: ["x"]',
    ):
        assert told in said
    assert line["text"].split("\n\n")[0] not in said


@pytest.mark.parametrize(
    ("record", "why"),
    [
        ("gone.warc.gz#0", "gone.warc.gz#0: not in"),
        (None, "no record"),
        ("../../etc", "not in"),
        ("{file}#1", "not readable"),
        ("{file}#999999999", "no WARC record there"),
    ],
)
def test_a_record_that_is_not_there_is_named(crawled: Ended, tmp_path: Path, record: str | None, why: str) -> None:
    told = lines(feed(crawled))[0]["provenance"]
    named = record and record.format(file=told["record"].partition("#")[0])
    other = changed_feed(crawled, tmp_path / "old.jsonl", provenance={**told, "record": named})
    ended = verify(crawled.data, other)
    assert (ended.code, why in ended.out.decode()) == (4, True), ended.out.decode()


def test_a_record_with_other_bytes_is_no_record_of_the_line(crawled: Ended, tmp_path: Path) -> None:
    told = lines(feed(crawled))[0]["provenance"]
    other = changed_feed(crawled, tmp_path / "old.jsonl", provenance={**told, "sha256": "0" * 64})
    ended = verify(crawled.data, other)
    assert (ended.code, b"holds other bytes" in ended.out) == (4, True)


def test_lines_that_are_none_are_named_and_the_others_are_verified(crawled: Ended, tmp_path: Path) -> None:
    junk = tmp_path / "junk.jsonl"
    junk.write_bytes(b"no line\n[1]\n" + feed(crawled).read_bytes())
    ended = verify(crawled.data, junk)
    assert (ended.code, b"junk.jsonl line 1" in ended.out, b"4 identical" in ended.out) == (4, True, True)


def test_lines_none_of_which_can_be_verified_end_with_4_and_no_lines_with_0(crawled: Ended, tmp_path: Path) -> None:
    headlines, nothing = next(iter(crawled.data.glob("feeds/xinhua/*-headlines.jsonl"))), tmp_path / "nothing.jsonl"
    nothing.touch()
    assert [verify(crawled.data, one).code for one in (headlines, nothing)] == [4, 0]


def test_records_may_be_elsewhere(crawled: Ended, tmp_path: Path) -> None:
    shutil.copytree(crawled.data / "archive", tmp_path / "moved")
    assert verify(tmp_path / "nothing", feed(crawled)).code == 4
    assert verify(tmp_path / "nothing", feed(crawled), "--from", tmp_path / "moved").code == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [((), "name feeds"), (("none.jsonl",), "none.jsonl"), (("none.jsonl", "--from", "nowhere"), "nowhere")],
)
def test_what_cannot_be_meant_is_one_line(tmp_path: Path, arguments: tuple[str, ...], said: str) -> None:
    ended = verify(tmp_path, *arguments)
    assert (ended.code, ended.err.count("\n"), said in ended.err, ended.out) == (2, 1, True, b"")


def drift(ended: Ended, *arguments: str) -> Ended:
    return scrapy(ended.data, "drift", "xinhua", *arguments)


@pytest.fixture
def drifted(crawled: Ended, tmp_path: Path) -> Ended:
    """The same crawl, as if by a code that read a headline otherwise and lost the text of the page without a story."""
    shutil.copytree(crawled.data, tmp_path / "data")
    ended = Ended(0, b"", "", tmp_path / "data")
    changed_feed(ended, feed(ended), headline="Another headline")
    return ended


def test_nothing_drifts_while_the_code_is_the_same(crawled: Ended) -> None:
    ended = drift(crawled)
    assert ended.code == 0
    assert "xinhua: 4 stories fetched since" in ended.out.decode()
    assert "headline: 0 changed, 0 lost, 0 new" in ended.out.decode()
    assert "pages that gave no story and give one now: 0\n" in ended.out.decode()


def test_drift_sums_up_by_field_and_shows_the_differences(drifted: Ended) -> None:
    ended = drift(drifted)
    said = ended.out.decode()
    assert ended.code == 3
    assert "headline: 1 changed, 0 lost, 0 new" in said
    assert "text: 0 changed, 0 lost, 0 new" in said
    assert "- headline: Another headline" in said


def test_drift_looks_back_as_far_as_it_is_told(drifted: Ended) -> None:
    assert (drift(drifted, "--since", "2099-01-01").code, drift(drifted, "--since", "1h").code) == (0, 3)


def test_a_page_that_brings_a_story_now_is_told(crawled: Ended, tmp_path: Path) -> None:
    shutil.copytree(crawled.data, tmp_path / "data")
    ended = Ended(0, b"", "", tmp_path / "data")
    changed_feed(ended, feed(ended), fetched="2020-01-01T00:00:00+00:00")  # its line is none of these days'
    with closing(sqlite3.connect(ended.data / "ledger.sqlite")) as ledger, ledger:
        ledger.execute("UPDATE links SET outcome = 'empty' WHERE id = ?", (lines(feed(ended))[0]["id"],))
    found = drift(ended)
    assert (found.code, "pages that gave no story and give one now: 1\n" in found.out.decode()) == (3, True)
    assert "no story before" in found.out.decode()


@pytest.fixture
def project(tmp_path: Path, drifted: Ended) -> Path:
    """A copy of the project beside what was crawled, in which a fixture may be written."""
    copied = copy_project(tmp_path / "project")
    shutil.move(drifted.data, copied / "data")
    return copied


def in_project(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", *arguments]
    return subprocess.run(command, cwd=project, capture_output=True, text=True, check=False, timeout=60)


def test_a_drifted_page_becomes_a_fixture_that_fails_until_it_is_read(project: Path) -> None:
    case = lines(next(project.glob("data/feeds/xinhua/*-stories.jsonl")))[0]["id"].partition(":")[2]
    told = in_project(project, "scrapy", "drift", "xinhua").stdout
    assert f"case {case}:" in told
    saved = in_project(project, "scrapy", "drift", "xinhua", "--save", case)
    assert saved.returncode == 0, saved.stderr
    folder = project / "fixtures/xinhua" / case
    assert {file.name for file in folder.iterdir()} == {"response.json", "body.html", "story.json"}
    tests = ("pytest", "-q", "-p", "no:cacheprovider", "tests/test_fixtures.py", "-k", case)
    assert "test_somebody_read_it" in in_project(project, *tests).stdout
    story = json.loads((folder / "story.json").read_bytes())
    del story["reviewed"]
    (folder / "story.json").write_text(json.dumps(story), encoding="utf-8")
    assert in_project(project, *tests).returncode == 0
    again = in_project(project, "scrapy", "drift", "xinhua", "--save", case)
    assert (again.returncode, "exists already" in again.stderr) == (2, True)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("xinhua", "--save", "a/b"), "--save a/b"),
        (("xinhua", "--save", "x", "--page", "nobody"), "nobody: no page of these days"),
        (("xinhua", "--since", "soon"), "--since soon"),
        (("nobody",), "nobody"),
        ((), "name one spider"),
    ],
)
def test_a_drift_that_cannot_be_meant_is_one_line(drifted: Ended, arguments: tuple[str, ...], said: str) -> None:
    ended = scrapy(drifted.data, "drift", *arguments)
    assert (ended.code, ended.err.count("\n"), said in ended.err, ended.out) == (2, 1, True, b"")


# What may stand in a field of a line that somebody else wrote.
HOSTILE = [
    *(
        None,
        True,
        0,
        -1,
        1.5,
        10**3000,
        "",
        ".",
        "..",
        "x" * 300,
        "5" * 5000,
        "\ud800",
        "a\0b",
        "/etc/passwd",
        "~",
        "#0",
    ),
    *(
        "../../../../etc/passwd",
        "a.warc.gz#" + "9" * 5000,
        "a.warc.gz#\uff15",
        "http://[::1/x",
        "http://a.example:99999999/",
    ),
    *([], {}, ["x"], {"x": ["y"]}, "x/" * 3000, "http://www.china.org.cn/" + "x" * 100_000),
]


def with_value(line: dict[str, Any], field: str, value: Any) -> dict[str, Any]:
    """A line with another value in a field, or in one of its provenance."""
    name, _, inner = field.partition(".")
    return {**line, name: {**line[name], inner: value} if inner else value}


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_whatever_stands_in_a_line_costs_that_line_alone(crawled: Ended, tmp_path: Path, jobs: str) -> None:
    (good, *_), file = lines(feed(crawled)), tmp_path / "hostile.jsonl"
    fields = (
        "id",
        "url",
        "version",
        "text",
        "provenance",
        "provenance.record",
        "provenance.sha256",
        "headline",
        "media",
    )
    found = [with_value(good, field, value) for field in fields for value in HOSTILE]
    found += [{"text": value} for value in HOSTILE]
    deep = '{"text": ' + "[" * 500 + "]" * 500 + "}"
    words = [json.dumps(one) for one in (*found, good)] + [deep, '{"text": ' + "1" * 6000 + "}", "[" * 100_000, "\0"]
    file.write_text("\n".join(words) + "\n", encoding="utf-8")
    ended = verify(crawled.data, "--jobs", jobs, file)
    assert (ended.code, ended.err) == (4, ""), ended.err[-2000:]
    *_, sums = ended.out.decode().splitlines()
    assert sums.startswith(f"{len(words)} stories: ")
    assert not sums.partition(": ")[2].startswith("0 identical")


@pytest.mark.parametrize("record", ["{outside}/case", "../outside/case", "linked/case", "linked.warc.gz#0"])
def test_a_record_outside_of_the_places_is_not_opened(crawled: Ended, tmp_path: Path, record: str) -> None:
    outside, place = tmp_path / "outside", tmp_path / "place"
    (outside / "case").mkdir(parents=True)
    place.mkdir()
    (outside / "case/response.json").write_text(json.dumps({"url": story_url(1)}))
    (outside / "case/body.html").write_text("<p>theirs</p>")
    (archive,) = crawled.data.glob("archive/xinhua/*.warc.gz")
    shutil.copy(archive, outside / "a.warc.gz")
    (place / "linked").symlink_to(outside)
    (place / "linked.warc.gz").symlink_to(outside / "a.warc.gz")
    line = with_value(lines(feed(crawled))[0], "provenance.record", record.format(outside=outside))
    file = tmp_path / "one.jsonl"
    file.write_text(json.dumps(line) + "\n", encoding="utf-8")
    ended = verify(crawled.data, "--from", place, file)
    assert ended.code == 4
    assert f"record missing ({record.format(outside=outside)}: not in {place}" in ended.out.decode()
