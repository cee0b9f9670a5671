"""`scrapy backfill`: a month of a public archive comes out exactly, once, whatever the archive holds and does."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.newsroom import WALL
from tests.support.past import PastSite
from tests.support.process import FAST, Ended, feed_files, ids, lines, scrapy
from tests.support.site import page

DAYS = ("--from", "2017-02-01", "--to", "2017-02-28")
_FORMS = (
    "http://www.china.org.cn/world/Off_the_Wire/2017-02/{day:02}/content_{id}.htm",
    "http://www.china.org.cn/china/Off_the_Wire/2017-02/{day:02}/content_{id}.htm",
    "http://news.xinhuanet.com/english/2017-02/{day:02}/c_{id}.htm",
    "http://www.xinhuanet.com/english/2017-02/{day:02}/c_{id}.htm",
)
STORIES, REPEATS, OTHERS, FEW = 120, 30, 40, 12


def url(number: int) -> str:
    """Address of a story, one of the four eras in turn."""
    base = 40_300_000 if number % 4 < 2 else 136_000_000
    return _FORMS[number % 4].format(day=number % 28 + 1, id=base + number)


def story_id(number: int) -> str:
    return "xinhua:" + url(number).rpartition("/")[2].removesuffix(".htm")


def words(number: int, extra: str = "") -> list[str]:
    """Words that no other story has."""
    letters = (
        hashlib.sha256(f"{number}{extra}".encode()).hexdigest().translate(str.maketrans("0123456789", "ghijklmnop"))
    )
    return [letters[n : n + 8] for n in range(0, 64, 8)]


def body(number: int, extra: str = "") -> str:
    head, text = " ".join(words(number)[:3]).capitalize(), " ".join(words(number, extra)[3:]).capitalize()
    if number % 4 < 2:
        return (
            f'<title>{head} - China.org.cn</title><h1 id="title">{head}</h1><dl id="guild"><dd>Xinhua, February '
            f'{number % 28 + 1}, 2017</dd></dl><div id="container_txt"><p>{text}. Endi</p></div>'
        )
    day = f"2017-02-{number % 28 + 1:02} 09:30:00"
    if number % 4 == 2:
        return (
            f'<h1 id="Title">{head}</h1><span id="pubtime">{day}</span><div id="Content"><p>{text}. Enditem</p></div>'
        )
    return f'<h1>{head}</h1><span class="h-time">{day}</span><div id="p-detail"><p>{text}. Enditem</p></div>'


def fill(site: PastSite) -> None:
    """A month: 120 stories of four eras, 30 repeats, 40 later captures, 10 traps; two hundred captures."""
    add = site.archive.add
    for number in range(STORIES):
        add(url(number), f"201703{number % 28 + 1:02}120000", body(number))
    for number in range(REPEATS):
        add(url(number), f"201804{number % 28 + 1:02}120000", body(number))
    for number in range(OTHERS):  # another spelling of the address, captured later with another text
        add(url(40 + number).replace("http://", "https://"), "20190101000000", body(40 + number, "edited"))
    for number in range(4):  # before the story itself: a soft 404, a wall, a redirect to a list, an HTTP error
        trap = url(number * 11 + 1)
        soft = "<h1 id=title>404 Not Found</h1><div id=container_txt><p>The page you requested was not found.</p></div>"
        add(
            trap,
            "20170301000001",
            (soft, WALL, "", "gone")[number],
            status=(200, 200, 200, 404)[number],
            leads="http://www.china.org.cn/" if number == 2 else "",
        )
    add(url(300), "20170305120000", "", leads=url(5))  # redirected to another story
    add(url(301), "20170305120000", "<p>404 Not Found</p>", status=404)
    add("http://www.china.org.cn/world/Off_the_Wire/2017-02/node_7300001.htm", "20170305120000", "<ul></ul>")
    add("http://www.china.org.cn/world/Off_the_Wire/2017-02/31/content_40399999.htm", "20170305120000", body(0))
    add(url(302), "20170305120000", body(302), listed=404)
    add("http://www.china.org.cn/world/Off_the_Wire/2017-02/16/a.jpg", "20170305120000", "JFIF")
    assert len(site.archive.captures) == 200


def backfill(site: PastSite, data: Path, *arguments: str) -> Ended:
    delay = ("-s", "WIRECRAWL_ARCHIVE_DELAY=0", "-s", "RETRY_TIMES=0")
    return scrapy(data, "backfill", "xinhua", *FAST, *delay, *arguments, environment=site.env())


@pytest.fixture
def site() -> Iterator[PastSite]:
    with PastSite() as made:
        fill(made)
        yield made


@pytest.fixture
def small() -> Iterator[PastSite]:
    """A month of twelve stories."""
    with PastSite() as made:
        for number in range(FEW):
            made.archive.add(url(number), "20170305120000", body(number))
        yield made


def written(data: Path) -> list[str]:
    return sorted(line["id"] for file in feed_files(data) for line in lines(file))


@pytest.mark.parametrize("index", ["wayback", "commoncrawl"])
def test_a_month_comes_out_exactly_and_once(site: PastSite, index: str, tmp_path: Path) -> None:
    data = tmp_path / "data"
    site.archive.packed = True
    ended = backfill(site, data, *DAYS, "--index", index)
    assert ended.code == 0, ended.err
    assert ids(ended) == sorted(map(story_id, range(STORIES)))
    found = {line["id"]: line for line in ended.stories}
    for number in range(STORIES):
        line = found[story_id(number)]
        assert (line["url"], line["published"][:10]) == (url(number), f"2017-02-{number % 28 + 1:02}")
        assert line["text"].lower().startswith(words(number)[3])
        assert line["provenance"]["capture"]["time"].startswith(f"2017-03-{number % 28 + 1:02}T12")
        assert line["fetched"] > "2026"
    assert not [hit.url for hit in site.hits() if "robots.txt" in hit.url]
    assert ended.report["mode"] == "backfill"
    assert ended.report["backfill"]["months"][0]["state"] == "done"
    files = [str(file) for file in feed_files(data)]
    assert b"120 identical, 0 changed" in scrapy(data, "verify", *files).out
    asked = len(site.hits())
    again = backfill(site, data, *DAYS, "--index", index)
    assert (again.code, again.stories, len(site.hits())) == (0, [], asked)
    # Part of a month is asked for again, and nothing of it is fetched.
    fetched = len(site.fetched())
    again = backfill(site, data, "--from", "2017-02-03", "--to", "2017-02-20", "--index", index)
    assert (again.code, again.stories, len(site.fetched())) == (0, [], fetched)


def test_a_dry_run_prints_a_line_a_story_and_fetches_no_page(site: PastSite, tmp_path: Path) -> None:
    ended = backfill(site, tmp_path / "data", *DAYS, "--dry-run")
    printed = ended.out.decode().splitlines()
    assert (ended.code, len(printed)) == (0, STORIES + 3), ended.err
    assert f"2017-02-01 {url(0)} https://web.archive.org/web/20170301120000id_/{url(0)}" in printed
    assert site.fetched() == []
    assert not (tmp_path / "data" / "ledger.sqlite").exists()


@pytest.mark.parametrize(
    "answer",
    [
        page("<h1>Busy</h1>", status=503, headers={"Retry-After": "900"}),
        page("slow down", status=429, headers={"Retry-After": "900"}),
        page('[["original","timestamp","statuscode","digest","mimetype"],["http://www.china', etag=False),
        page("<html><h1>Wayback Machine is down</h1></html>", etag=False),
        page(b"", etag=False),
    ],
    ids=["503", "429", "cut", "html", "empty"],
)
def test_an_index_in_trouble_leaves_its_month_to_the_next_run(small: PastSite, answer: object, tmp_path: Path) -> None:
    data = tmp_path / "data"
    small.archive.trouble = [answer]  # type: ignore[list-item]
    ended = backfill(small, data, *DAYS)
    assert ended.code == 3
    assert ended.report["reasons"][0].startswith("not reached: 2017-02 (")
    assert ended.report["backfill"]["months"][0]["state"] == "not reached"
    ended = backfill(small, data, *DAYS)
    assert ended.code == 0, ended.err
    assert written(data) == sorted(map(story_id, range(FEW)))


def test_a_limit_goes_on_where_the_last_run_ended(small: PastSite, tmp_path: Path) -> None:
    data = tmp_path / "data"
    for expected in (5, 5, 2, 0):
        ended = backfill(small, data, *DAYS, "--limit", "5")
        assert (ended.code, len(ended.stories)) == (0, expected), ended.err
    assert written(data) == sorted(map(story_id, range(FEW)))


def test_the_latest_captures_are_read_where_they_are_preferred(site: PastSite, tmp_path: Path) -> None:
    ended = backfill(site, tmp_path / "data", *DAYS, "--prefer", "latest")
    found = {line["id"]: line["provenance"]["capture"]["time"][:4] for line in ended.stories}
    assert len(found) == STORIES
    assert {found[story_id(number)] for number in range(40, 80)} == {"2019"}
    until = backfill(site, tmp_path / "until", *DAYS, "--prefer", "latest", "--captured-until", "2018-12-31")
    assert {line["provenance"]["capture"]["time"][:4] for line in until.stories} == {"2017", "2018"}


def test_the_site_itself_is_asked_first_where_it_is_preferred(small: PastSite, tmp_path: Path) -> None:
    small.put(url(0), body(0))
    ended = backfill(small, tmp_path / "data", *DAYS, "--prefer", "live")
    assert (ended.code, len(ended.stories)) == (0, FEW), ended.err
    captured = {line["id"]: line["provenance"]["capture"] is not None for line in ended.stories}
    assert [name for name, is_captured in captured.items() if not is_captured] == [story_id(0)]


def test_a_crawl_after_a_backfill_brings_only_what_is_new(small: PastSite, tmp_path: Path) -> None:
    data = tmp_path / "data"
    backfill(small, data, *DAYS)
    home = "".join(f'<li><a href="{url(number)}">{number}</a></li>' for number in (0, 4, 400))
    small.put("http://www.china.org.cn/", f"<ul>{home}</ul>")
    small.put("https://english.news.cn/", f'<ul><li><a href="{url(400)}">x</a></li></ul>')
    small.put(url(400), body(400))
    small.reset_log()
    ended = scrapy(data, "crawl", "xinhua", *FAST, environment=small.env())
    assert ids(ended) == [story_id(400)]
    assert not small.hits(url(0))
    assert ended.report["baseline"]["runs"] == 0


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        ((), "--from: give a day"),
        (("--from", "2017-02-30", "--to", "2017-03-01"), "--from 2017-02-30"),
        (("--from", "2017-02-02", "--to", "2017-02-01"), "after the last"),
        ((*DAYS, "--index", "google"), "--index google: give wayback or commoncrawl"),
        ((*DAYS, "--prefer", "best"), "--prefer best"),
        ((*DAYS, "-a", "since=48h"), "-a: scrapy backfill takes its own options"),
        ((*DAYS, "--limit", "0"), "limit=0"),
    ],
)
def test_options_that_cannot_be_meant_are_refused(arguments: tuple[str, ...], why: str, tmp_path: Path) -> None:
    ended = scrapy(tmp_path / "data", "backfill", "xinhua", *arguments)
    assert (ended.code, ended.err.count("\n")) == (2, 1)
    assert why in ended.err
