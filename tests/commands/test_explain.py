"""`scrapy explain`: what became of a link or a story, and what each version changed."""

from pathlib import Path

from lxml import html

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


def test_explain_writes_a_page_of_the_versions(newsroom: Site, tmp_path: Path) -> None:
    data, page = tmp_path / "data", tmp_path / "story.html"
    crawl(newsroom, data)
    newsroom.put(story_url(1), story_page(1).replace("for 3 days", "for five days"))
    crawl(newsroom, data, "-s", "WIRECRAWL_RECHECK_HOURS=0")
    page.write_text("a page of somebody else")
    refused = scrapy(data, "explain", story_id(1), "--html", str(page))
    assert (refused.code, page.read_text()) == (2, "a page of somebody else")
    page.unlink()
    scrapy(data, "explain", story_id(1), "--html", str(page))
    ended = scrapy(data, "explain", story_id(1), "--html", str(page))
    assert (ended.code, ended.out.decode(), ended.err) == (0, f"{page}: 2 versions\n", "")
    read = html.parse(page).getroot()
    assert [one.text_content() for one in read.findall(".//section//ins")] == ["[added: five]"]
    assert "~ Readers in Arta may keep a kite for [-3-] {+five+} days" in explained(data, story_id(1))[1]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data", "story.html"]
    for wrong in (tmp_path, tmp_path / "nowhere/story.html"):
        ended = scrapy(data, "explain", story_id(1), "--html", str(wrong))
        assert (ended.code, ended.err.count("\n")) == (2, 1)


def test_explain_of_what_nobody_knows_is_one_line(newsroom: Site, tmp_path: Path) -> None:
    assert explained(tmp_path, story_url(1))[0] == 2
    crawl(newsroom, tmp_path)
    code, out, err = explained(tmp_path, "http://nowhere.example/")
    assert (code, out) == (2, "")
    assert "nowhere.example" in err
    assert len(err.splitlines()) == 1
