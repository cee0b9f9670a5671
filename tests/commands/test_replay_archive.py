"""`scrapy replay` over archives of any maker, as a whole process: what is taken, what is counted, what is named."""

from pathlib import Path

import pytest

from tests.support.newsroom import WIRE_LIST, headline, listing, story, story_id, story_url
from tests.support.process import Ended, crawl, lines, scrapy
from tests.support.recorded import COUNT, answer, archive
from tests.support.site import Site


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return archive(tmp_path_factory.mktemp("archive"))


def replay(data: Path, *arguments: str | Path, spider: str = "xinhua") -> Ended:
    return scrapy(data, "replay", spider, *map(str, arguments))


@pytest.fixture(scope="module")
def whole(files: list[Path], tmp_path_factory: pytest.TempPathFactory) -> Ended:
    return replay(tmp_path_factory.mktemp("whole"), *files)


def test_every_story_is_there_with_its_edit(whole: Ended) -> None:
    versions = {(one["id"], one["version"]) for one in whole.stories}
    assert versions == {*((story_id(n), 1) for n in range(1, COUNT + 1)), (story_id(1), 2)}
    edited = next(one for one in whole.stories if one["version"] == 2)
    assert (edited["fetched"], edited["provenance"]["record"].partition("#")[0]) == (
        "2026-11-20T13:00:00+00:00",
        "b.warc.gz",
    )


@pytest.mark.parametrize(
    ("number", "outcome", "why"),
    [
        (41, "not reached", "not saved"),
        (42, "not reached", "challenge"),
        (43, "gone", "404"),
        (44, "failed", "b.warc.gz#"),
    ],
)
def test_what_is_no_story_is_named(whole: Ended, number: int, outcome: str, why: str) -> None:
    link = whole.link(story_url(number))
    assert (link["outcome"], why in link["reason"]) == (outcome, True)


def test_a_torn_record_is_a_link_that_names_file_and_offset(whole: Ended) -> None:
    (torn,) = [link for link in whole.report["not_in_feed"] if link["url"].startswith("b.warc.gz#")]
    assert torn["outcome"] == "failed"


def test_repeats_and_redirects_to_a_page_are_duplicates_of_it(whole: Ended) -> None:
    repeats = {link["url"]: link["of"] for link in whole.report["not_in_feed"] if link["outcome"] == "duplicate"}
    assert set(repeats.values()) == {story_id(2)}
    assert len(repeats) == 2


def test_other_pages_are_counted_and_outcomes_add_up(whole: Ended) -> None:
    report = whole.report
    assert report["other_pages"] == 2
    assert report["links"] == sum(report["outcomes"].values()) == COUNT + 1 + 7
    assert (whole.code, report["verdict"]) == (3, "degraded")  # the wall


def feeds(ended: Ended) -> list[bytes]:
    return [file.read_bytes() for file in sorted(ended.data.rglob("feeds/*/*.jsonl"))]


@pytest.mark.parametrize("jobs", ["1", "2", "3"])
@pytest.mark.parametrize("order", [1, -1])
def test_the_feed_is_the_same_for_any_number_of_jobs_and_order_of_sources(
    whole: Ended, files: list[Path], tmp_path: Path, jobs: str, order: int
) -> None:
    again = replay(tmp_path, *files[::order], "--jobs", jobs)
    assert feeds(again) == feeds(whole)
    assert {**again.report["outcomes"]} == whole.report["outcomes"]


@pytest.mark.parametrize("jobs", ["many", "-1"])
def test_jobs_that_cannot_be_meant_are_one_line(files: list[Path], tmp_path: Path, jobs: str) -> None:
    ended = replay(tmp_path, *files, f"--jobs={jobs}")
    assert (ended.code, ended.err.count("\n"), "WIRECRAWL_JOBS" in ended.err) == (2, 1, True)


def test_a_folder_or_a_pattern_names_the_files(whole: Ended, files: list[Path], tmp_path: Path) -> None:
    for source in (files[0].parent, files[0].parent / "*.warc.gz"):
        assert feeds(replay(tmp_path, source)) == feeds(whole)


def test_all_gives_each_agency_its_own_feed(tmp_path: Path) -> None:
    ap = Path("fixtures/ap/apnews-2024").absolute()
    (tmp_path / "xinhua.warc.gz").write_bytes(answer(story_url(1), story(1)) + answer("http://b.example/", "other"))
    ended = scrapy(tmp_path, "replay", "--all", str(tmp_path / "xinhua.warc.gz"), str(ap))
    assert ended.code == 0, ended.err
    feeds_of = {file.parent.name: lines(file) for file in tmp_path.glob("feeds/*/replay-stories.jsonl")}
    assert {name: [one["agency"] for one in found] for name, found in feeds_of.items()} == {
        "ap": ["ap"],
        "xinhua": ["xinhua"],
    }
    head, *rows, last = ended.err.splitlines()
    assert head.startswith("agency  verdict  new  updates  duplicates  not in the feed  headlines  exit")
    assert [row.split() for row in rows] == [
        [*("ap", "good", "1", "0", "0"), *rows[0].split()[5:7], "0"],
        [*("xinhua", "good", "1", "0", "0", "0", "0"), "0"],
    ]
    assert last == f"reports: {tmp_path / 'reports'}"
    one_file = tmp_path / "both.jsonl"
    one_file.write_text("old\n")
    assert scrapy(tmp_path, "replay", "--all", str(tmp_path / "xinhua.warc.gz"), str(ap), "-O", str(one_file)).code == 0
    assert [one["agency"] for one in lines(one_file)] == ["ap", "xinhua"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--all",), "name sources"),
        (("--keep", "xinhua"), "name sources"),
        (("--all", "docs"), "no saved page"),
        (("xinhua", "nowhere/*.warc.gz"), "no such file"),
    ],
)
def test_what_cannot_be_meant_is_one_line(tmp_path: Path, arguments: tuple[str, ...], said: str) -> None:
    ended = scrapy(tmp_path / "data", "replay", *arguments)
    assert (ended.code, ended.err.count("\n"), said in ended.err) == (2, 1, True), ended.err


def test_a_replay_that_is_kept_is_known_to_the_runs_after_it(files: list[Path], tmp_path: Path) -> None:
    kept = replay(tmp_path, files[0], "--keep")
    assert len(kept.stories) == COUNT
    assert not list(tmp_path.glob("feeds/xinhua/replay-*"))
    later = replay(tmp_path, files[1], "--keep")
    assert [(one["id"], one["version"]) for one in later.stories] == [(story_id(1), 2)]
    explained = scrapy(tmp_path, "explain", story_id(1))
    assert (explained.code, b"The mayor came to see it." in explained.out) == (0, True)
    assert replay(tmp_path, *files).stories == replay(tmp_path / "elsewhere", *files).stories  # not kept: knows nothing


def test_an_archive_that_is_kept_again_writes_nothing_with_a_crawl_between_or_without(
    files: list[Path], tmp_path: Path, newsroom: Site
) -> None:
    shown = tmp_path / "list.warc.gz"
    shown.write_bytes(answer(WIRE_LIST, listing([(story_url(n), headline(n)) for n in range(1, COUNT + 1)])))
    first = replay(tmp_path, *files, shown, "--keep")
    assert (len(first.stories), len(first.headlines)) == (COUNT + 1, COUNT)
    again = replay(tmp_path, *files, shown, "--keep")
    assert (again.stories, again.headlines) == ([], [])
    newsroom.put(story_url(1), story(1, extra="The mayor flew it home."))
    edited = crawl(newsroom, tmp_path, "-s", "WIRECRAWL_RECHECK_HOURS=0", "-s", "WIRECRAWL_WINDOW_HOURS=1000000")
    assert (story_id(1), 3) in {(one["id"], one["version"]) for one in edited.stories}
    again = replay(tmp_path, *files, shown, "--keep")
    assert (again.stories, again.headlines) == ([], [])


def page_of(article: str, body: str) -> str:
    """A page of AP or VOA as far as its layout matters, with a text that both carry."""
    paragraphs = (
        "The town of Arta has opened a library for kites, and 300 people came on the first day, its mayor said.",
        "Readers may keep a kite for nine days, as long as there is wind, and must mend what they tear.",
    )
    text = "".join(f"<p>{one}</p>" for one in paragraphs)
    return (
        f'<html lang="en"><head><title>Town opens library for kites</title><meta property="og:type" content="article">'
        f'<meta property="article:published_time" content="2026-11-20T10:00:00Z"></head><body><h1>Town opens library '
        f"for kites</h1><div {article}><div {body}>{text}</div></div></body></html>"
    )


def test_the_feed_of_an_agency_does_not_depend_on_which_spider_ran_first(tmp_path: Path) -> None:
    file = tmp_path / "both.warc.gz"
    file.write_bytes(
        answer("https://apnews.com/article/kites-0123456789abcdef0123456789abcdef", page_of("", 'data-key="article"'))
        + answer("https://www.voanews.com/a/kites/7800120.html", page_of('id="article-content"', 'class="wsw"'))
    )
    feeds = []
    for order in (("ap", "voa"), ("voa", "ap")):
        data = tmp_path / order[0]
        feeds.append({name: replay(data, file, "--keep", spider=name).stories for name in order})
    assert feeds[0] == feeds[1]
    assert [(one["id"], one["version"]) for name in ("ap", "voa") for one in feeds[0][name]] == [
        ("ap:0123456789abcdef0123456789abcdef", 1),
        ("voa:7800120", 1),
    ]
