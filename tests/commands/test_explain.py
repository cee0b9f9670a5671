"""`scrapy explain`: what became of a link or a story, and what each version changed."""

from pathlib import Path

from tests.support.newsroom import story as story_page
from tests.support.newsroom import story_id, story_url
from tests.support.process import crawl, scrapy
from tests.support.site import Site


def explained(folder: Path, asked: str) -> tuple[int, str, str]:
    ended = scrapy(folder, "explain", asked)
    return ended.code, ended.out.decode(), ended.err


def test_explain_tells_what_became_of_a_link_and_what_a_version_changed(newsroom: Site, tmp_path: Path) -> None:
    crawl(newsroom, tmp_path)
    newsroom.put(story_url(1), story_page(1, extra="A second shop opens in May."))
    crawl(newsroom, tmp_path, "-s", "WIRECRAWL_RECHECK_HOURS=0")
    code, out, _ = explained(tmp_path, story_url(1))
    assert code == 0
    assert "went to the feed as a new story" in out
    assert f"went to the feed as an update of {story_id(1)}" in out
    assert "+ A second shop opens in May." in out


def test_explain_of_what_nobody_knows_is_one_line(newsroom: Site, tmp_path: Path) -> None:
    assert explained(tmp_path, story_url(1))[0] == 2
    crawl(newsroom, tmp_path)
    code, out, err = explained(tmp_path, "http://nowhere.example/")
    assert (code, out) == (2, "")
    assert "nowhere.example" in err
    assert len(err.splitlines()) == 1
