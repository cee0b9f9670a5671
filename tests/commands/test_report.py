"""`scrapy report`: the last runs as a table, or the last days as a page."""

from pathlib import Path

from tests.support.extras import needs
from tests.support.newsroom import HOME, put_list, story, story_url
from tests.support.process import crawl, scrapy
from tests.support.site import Site, page


def rows(printed: bytes) -> list[dict[str, str]]:
    head, *lines = printed.decode().splitlines()
    names = ["day", "time", *head.replace("started (UTC)", "").split()]
    return [dict(zip(names, line.split(maxsplit=len(names) - 1), strict=False)) for line in lines]


def test_the_last_runs_are_a_table_with_the_newest_last(newsroom: Site, tmp_path: Path) -> None:
    crawl(newsroom, tmp_path)
    newsroom.put(story_url(5), story(5))
    put_list(newsroom, range(1, 6))
    crawl(newsroom, tmp_path)
    newsroom.pages[HOME] = page("", status=500)
    crawl(newsroom, tmp_path)
    ended = scrapy(tmp_path, "report", "xinhua")
    told = [(row["spider"], row["verdict"], row["links"], row["new"], row["lines"]) for row in rows(ended.out)]
    assert told[:2] == [("xinhua", "good", "5", "5", "4"), ("xinhua", "good", "6", "1", "1")]
    assert told[2][1] == "broken"
    assert HOME in rows(ended.out)[2]["why"]
    assert len(rows(scrapy(tmp_path, "report", "-n", "2").out)) == 2


def test_a_spider_that_is_none_and_a_folder_without_runs_are_usage(newsroom: Site, tmp_path: Path) -> None:
    for arguments in (["nobody"], ["xinhua"], ["xinhua", "tass"], ["-n", "0"]):
        ended = scrapy(tmp_path, "report", *arguments)
        assert (ended.code, ended.out, len(ended.err.splitlines())) == (2, b"", 1), ended.err
    crawl(newsroom, tmp_path)
    ended = scrapy(tmp_path, "report", "tass")
    assert (ended.code, "tass" in ended.err) == (2, True)


PAGE = needs("altair", "vl_convert", "jinja2")


@PAGE
def test_a_page_shows_what_crawls_measured_and_replaces_the_one_before(newsroom: Site, tmp_path: Path) -> None:
    crawl(newsroom, tmp_path)
    newsroom.put(story_url(2), story(2, extra="The director thanked all readers."))
    newsroom.put(story_url(5), "", status=500)
    put_list(newsroom, range(1, 6))
    crawl(newsroom, tmp_path, "-s", "WIRECRAWL_RECHECK_HOURS=0", "-s", "RETRY_ENABLED=0")
    file = tmp_path / "page.html"
    file.write_bytes(b"")
    ended = scrapy(tmp_path, "report", "--html", str(file))
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.decode().startswith(f"{file}: 30 days, xinhua, 2 runs; ")
    page = file.read_text("utf-8")
    archives = sorted(path.name for path in tmp_path.glob("archive/xinhua/*.warc.gz"))
    for shown in ("page changed", "HTTP 500", "www.china.org.cn", "english.news.cn", f"archive/xinhua/{archives[-1]}"):
        assert shown in page
    assert "Not measured" not in page
    again = scrapy(tmp_path, "report", "xinhua", "--html", str(file), "--days", "1")
    assert (again.code, len(list(tmp_path.glob("page*")))) == (0, 1)
    assert len(file.read_bytes()) < len(page.encode())


@PAGE
def test_a_page_without_runs_says_so(tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    ended = scrapy(tmp_path / "nothing", "report", "--html", str(file))
    assert (ended.code, ended.err) == (0, "")
    assert "No run yet" in file.read_text("utf-8")
    assert not (tmp_path / "nothing").exists()


@PAGE
def test_a_page_that_cannot_be_meant_is_usage_and_writes_nothing(tmp_path: Path) -> None:
    own = tmp_path / "notes.html"
    own.write_text("<p>mine</p>", "utf-8")
    for arguments, named in (
        (("--html", str(own)), "is no page of scrapy report"),
        (("--html", str(tmp_path / "page.html"), "--days", "0"), "--days 0: give 1 to"),
        (("--html", str(tmp_path / "page.html"), "-n", "5"), "-n 5: is for the table"),
    ):
        ended = scrapy(tmp_path, "report", *arguments)
        assert (ended.code, ended.out, len(ended.err.splitlines())) == (2, b"", 1), ended.err
        assert named in ended.err
    assert [path.name for path in tmp_path.iterdir()] == ["notes.html"]
    assert own.read_text("utf-8") == "<p>mine</p>"


def test_without_its_libraries_a_page_is_refused_and_the_table_is_not(newsroom: Site, tmp_path: Path) -> None:
    hide = "import importlib.util as u\nfind = u.find_spec\n"
    hide += "u.find_spec = lambda name, package=None: None if name == 'altair' else find(name, package)\n"
    (tmp_path / "hidden").mkdir()
    (tmp_path / "hidden/sitecustomize.py").write_text(hide, "utf-8")
    without = {"PYTHONPATH": str(tmp_path / "hidden")}
    ended = scrapy(tmp_path, "report", "--html", str(tmp_path / "page.html"), environment=without)
    assert (ended.code, len(ended.err.splitlines())) == (2, 1)
    assert "make extras" in ended.err
    crawl(newsroom, tmp_path)
    assert scrapy(tmp_path, "report", environment=without).code == 0
