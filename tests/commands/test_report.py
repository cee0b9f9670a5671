"""`scrapy report`: the last runs as a table."""

from pathlib import Path

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
