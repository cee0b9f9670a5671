"""`scrapy replay` as a whole process: saved pages in, a feed out, the same bytes each time and no network at all."""

import json
import shutil
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.support.fixtures import ROOT, load, name_of
from tests.support.process import BIND, NETWORK_USED, OUTWARD, Ended, feed_files, lines, python, replay, without_network
from wirecrawl.items import Headline, Story

FIXTURES = ROOT / "fixtures" / "xinhua"
MADE = sorted(path.parent for path in FIXTURES.glob("_made/*/response.json"))
REVIEWED = sorted(path.parent for path in FIXTURES.glob("*/story.json"))
# One story under a second host, and one text on a second home: both repeat what another page brings.
REPEATS = {"news-cn-chinaview-alias", "news-cn-two-homes"}
NOT_SAVED = "https://www.china.org.cn/business/2026-11/19/content_118807266.shtml"  # the home page links to it
PLAIN = FIXTURES / "news-cn-plain"


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Ended:
    """The fixtures replayed in a process that dies when it reaches out; a proxy that is set leads nowhere."""
    folder = tmp_path_factory.mktemp("whole")
    dead_end = {"http_proxy": "http://127.0.0.1:9", "https_proxy": "http://127.0.0.1:9"}
    return replay(folder / "data", environment={**without_network(folder, OUTWARD), **dead_end, "PYTHONHASHSEED": "1"})


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Ended:
    return replay(tmp_path_factory.mktemp("made") / "data", *map(str, MADE))


def copied(case: Path, to: Path, url: str) -> Path:
    """A copy of a fixture folder under another address."""
    shutil.copytree(case, to)
    said = load(case, "response.json")
    (to / "response.json").write_text(json.dumps({**said, "url": url}), encoding="utf-8")
    return to


def test_good_and_reaches_out_for_nothing(whole: Ended) -> None:
    assert (whole.code, whole.report["verdict"]) == (0, "good"), whole.err


def test_no_socket_is_bound(tmp_path: Path) -> None:
    ended = replay(tmp_path / "data", environment=without_network(tmp_path / "guard", BIND))
    assert ended.code == 0, ended.err


@pytest.mark.parametrize(
    ("events", "use"),
    [
        (OUTWARD, "socket.create_connection(('127.0.0.1', 9))"),
        (OUTWARD, "socket.getaddrinfo('www.china.org.cn', 80)"),
        (BIND, "socket.socket().bind(('127.0.0.1', 0))"),
    ],
)
def test_the_guard_sees_the_network(tmp_path: Path, events: tuple[str, ...], use: str) -> None:
    assert python("-c", f"import socket; {use}", environment=without_network(tmp_path, events)).code == NETWORK_USED


@pytest.mark.parametrize(("kind", "item"), [("stories", Story), ("headlines", Headline)])
def test_lines_keep_to_schema_and_order(whole: Ended, kind: str, item: type[Any]) -> None:
    body = (whole.data / f"feeds/xinhua/replay-{kind}.jsonl").read_bytes()
    schema = json.loads((ROOT / "docs" / f"{item.__name__.lower()}.schema.json").read_bytes())
    entries = lines(whole.data / f"feeds/xinhua/replay-{kind}.jsonl")
    assert entries
    assert b"\r" not in body
    for entry in entries:
        jsonschema.validate(entry, schema)
        assert list(entry) == [field.name for field in fields(item)]


def test_feed_is_utf8_not_escapes(whole: Ended) -> None:
    assert "新华社".encode() in (whole.data / "feeds/xinhua/replay-stories.jsonl").read_bytes()


@pytest.mark.parametrize("case", [case for case in REVIEWED if case.name not in REPEATS], ids=name_of)
def test_story_is_the_reviewed_one(whole: Ended, case: Path) -> None:
    expected = load(case, "story.json")
    (found,) = [story for story in whole.stories if story["id"] == expected["id"]]
    # Which story it updates depends on what else is replayed, and where it is saved is no part of the story.
    others = dict.fromkeys(("provenance", "supersedes", "thread"))
    assert {**found, **others} == {**expected, **others}


def test_a_lead_under_its_own_address_updates_the_urgent_before_it(whole: Ended) -> None:
    urgent, lead = (load(FIXTURES / f"china-org-cn-{name}", "story.json")["id"] for name in ("urgent", "first-lead"))
    (found,) = [story for story in whole.stories if story["id"] == lead]
    assert (found["supersedes"], found["thread"], found["version"]) == (f"{urgent}@1", urgent, 1)


def test_no_story_but_the_reviewed_ones(whole: Ended) -> None:
    ids = [load(case, "story.json")["id"] for case in REVIEWED if case.name not in REPEATS]
    assert sorted(story["id"] for story in whole.stories) == sorted(ids)


@pytest.mark.parametrize("case", sorted(REPEATS))
def test_a_repeat_is_a_duplicate(whole: Ended, case: str) -> None:
    assert whole.outcome(load(FIXTURES / case, "story.json")["url"]) == "duplicate"


def test_link_that_is_not_saved_is_named(whole: Ended) -> None:
    assert whole.outcome(NOT_SAVED) == "not reached"


def test_outcomes_add_up(whole: Ended) -> None:
    report = whole.report
    assert report["links"] == sum(report["outcomes"].values())
    assert report["outcomes"]["new"] + report["outcomes"]["update"] == len(whole.stories)
    assert report["headlines"] == len(whole.headlines)


def test_six_lines_on_the_terminal(whole: Ended) -> None:
    said = whole.err.splitlines()
    starts = ["xinhua replay: good", "stories: ", "not in the feed: ", "links: ", "feed: ", "report: "]
    assert [line[: len(start)] for line, start in zip(said, starts, strict=True)] == starts
    assert whole.out == b""


def test_ledger_and_archive_are_not_written(whole: Ended) -> None:
    assert sorted(path.name for path in whole.data.iterdir()) == ["feeds", "reports"]


def test_same_bytes_with_another_seed_and_folder(whole: Ended, tmp_path: Path) -> None:
    again = replay(tmp_path / "elsewhere" / "deep", environment={"PYTHONHASHSEED": "2"})
    assert again.code == 0
    for kind in ("stories", "headlines"):
        assert [f.read_bytes() for f in feed_files(again.data, kind)] == [
            f.read_bytes() for f in feed_files(whole.data, kind)
        ]


def test_ledger_that_is_there_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "ledger.sqlite").write_bytes(b"no ledger at all")
    ended = replay(tmp_path, str(PLAIN))
    assert (ended.code, len(ended.stories)) == (0, 1), ended.err
    assert (tmp_path / "ledger.sqlite").read_bytes() == b"no ledger at all"


def test_files_are_replaced_each_time(tmp_path: Path) -> None:
    for case in (PLAIN, FIXTURES / "china-org-cn-plain"):
        ended = replay(tmp_path, str(case))
        assert [story["id"] for story in ended.stories] == [load(case, "story.json")["id"]]
    assert len(feed_files(tmp_path)) == 1


def test_single_file_with_its_address(tmp_path: Path) -> None:
    url = load(PLAIN, "response.json")["url"]
    ended = replay(tmp_path / "data", str(PLAIN / "body.html"), "--url", url)
    assert ended.code == 0, ended.err
    assert [(s["id"], s["text"]) for s in ended.stories] == [
        (load(PLAIN, "story.json")["id"], load(PLAIN, "story.json")["text"])
    ]


def test_folder_of_folders_leaves_out_the_underscore(tmp_path: Path) -> None:
    shutil.copytree(PLAIN, tmp_path / "saved" / "deep" / "plain")
    shutil.copytree(MADE[0], tmp_path / "saved" / "_made" / "wall")
    ended = replay(tmp_path / "data", str(tmp_path / "saved"))
    assert (ended.code, len(ended.stories), ended.report["links"]) == (0, 1, 1)


def broken_sources(folder: Path) -> Iterator[tuple[str, list[str]]]:
    """What the message must name, and the sources that are at fault."""
    yield "no such file or folder", [str(folder / "missing")]
    (folder / "empty").mkdir()
    yield "empty", [str(folder / "empty")]
    shutil.copytree(PLAIN, folder / "malformed")
    (folder / "malformed" / "response.json").write_text('{"url": ', encoding="utf-8")
    yield "response.json", [str(folder / "malformed")]
    shutil.copytree(PLAIN, folder / "bodyless")
    (folder / "bodyless" / "body.html").unlink()
    yield "body.html", [str(folder / "bodyless")]
    yield "--url", [str(PLAIN / "body.html")]
    yield "ftp://", [str(PLAIN / "body.html"), "--url", "ftp://example.com/a"]


@pytest.mark.parametrize("number", range(6))
def test_unusable_source_is_one_line_and_writes_nothing(tmp_path: Path, number: int) -> None:
    named, arguments = list(broken_sources(tmp_path))[number]
    ended = replay(tmp_path / "data", *arguments)
    assert (ended.code, ended.err.count("\n"), ended.out) == (2, 1, b""), ended.err
    assert named in ended.err
    assert not (tmp_path / "data").exists()


def test_capital_o_replaces_and_keeps_both_kinds(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    out.write_text("old\n")
    case = str(FIXTURES / "china-org-cn-plain")
    assert replay(tmp_path / "data", case, "-O", str(out)).code == 0
    entries = lines(out)
    assert [entry["id"] for entry in entries if "text" in entry] == [load(Path(case), "story.json")["id"]]
    assert len(entries) == 10  # the story, and nine records of its ten ticker lines
    assert not feed_files(tmp_path / "data")


def test_small_o_appends(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    for _ in range(2):
        assert replay(tmp_path / "data", str(PLAIN), "-o", str(out)).code == 0
    assert [entry["id"] for entry in lines(out)] == [load(PLAIN, "story.json")["id"]] * 2


def test_standard_output_holds_lines_only(tmp_path: Path) -> None:
    ended = replay(tmp_path, str(PLAIN), "-o", "-")
    assert [json.loads(line)["id"] for line in ended.out.splitlines()] == [load(PLAIN, "story.json")["id"]]
    assert ended.code == 0


@pytest.mark.parametrize("case", [case for case in MADE if (case / "outcome.json").exists()], ids=name_of)
def test_made_case_ends_as_reviewed(made: Ended, case: Path) -> None:
    assert made.outcome(load(case, "response.json")["url"]) == load(case, "outcome.json")["outcome"]


@pytest.mark.parametrize("case", [case for case in MADE if (case / "story.json").exists()], ids=name_of)
def test_made_case_is_a_story(made: Ended, case: Path) -> None:
    expected = load(case, "story.json")
    found = [story for story in made.stories if story["id"] == expected["id"]]
    assert [{**story, "provenance": None} for story in found] == [{**expected, "provenance": None}]


def test_challenge_pages_lower_the_verdict_and_are_named(made: Ended) -> None:
    assert (made.code, made.report["verdict"]) == (3, "degraded")
    for case in ("challenge-200", "challenge-403"):
        assert load(FIXTURES / "_made" / case, "response.json")["url"] in " ".join(made.report["reasons"])


def test_marked_repeats_stay_in_the_feed(tmp_path: Path) -> None:
    homes = [FIXTURES / "china-org-cn-two-homes", FIXTURES / "news-cn-two-homes"]
    ended = replay(tmp_path, *map(str, homes), "-s", "WIRECRAWL_DUPLICATES=mark")
    first, second = (load(case, "story.json")["id"] for case in homes)
    assert [
        (s["id"], s["duplicate_of"], bool(s["duplicate_kind"]), s["similarity"], s["thread"]) for s in ended.stories
    ] == [(first, None, False, None, first), (second, first, True, 1.0, first)]


def test_ticker_of_the_seed_on_two_pages(tmp_path: Path) -> None:
    seed = ROOT / "tests" / "data" / "seed"
    url = load(seed, "response.json")["url"]
    other = url.replace("content_40302849", "content_40302850")
    ended = replay(tmp_path / "data", str(seed), str(copied(seed, tmp_path / "other", other)))
    assert len(load(seed, "links.json")["ticker"]) == 10
    assert len(ended.headlines) == 9
    attack = [line for line in ended.headlines if line["headline"] == "45 killed in car bomb attack in Iraq's Baghdad"]
    assert [(line["stages"], line["marks"]["lead"]) for line in attack] == [(["Urgent", "1st LD"], 1)]
    assert all(sorted(line["seen_on"]) == [url, other] for line in ended.headlines)
    assert [story["headline"] for story in ended.stories] == [load(seed, "story.json")["headline"]]
