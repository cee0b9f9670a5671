"""`-a urls=FILE`: the stories of a list of addresses, each once, and nothing else."""

import hashlib
import json
import time
from collections import Counter
from pathlib import Path

from tests.support.killing import start
from tests.support.newsroom import HOME, OTHER_STORY, WIRE_LIST, story_id, story_url
from tests.support.process import counted, crawl, ids
from tests.support.site import Hit, Reply, Site, page

MANY = 5000


def test_a_list_brings_its_stories_and_nothing_else(newsroom: Site, tmp_path: Path) -> None:
    data, file = tmp_path / "data", tmp_path / "list.jsonl"
    addresses = [
        story_url(1),
        f"{story_url(2)}?utm_source=x",
        OTHER_STORY,
        WIRE_LIST,
        "http://foreign.example/1",
        "none",
    ]
    again = [story_url(1), story_url(2).replace("https:", "http:")]
    file.write_text("".join(json.dumps({"url": url}) + "\n" for url in [*addresses, *again]))
    first = crawl(newsroom, data, "-a", f"urls={file}", "-a", "limit=2")
    assert (first.code, ids(first)) == (0, [story_id(1), story_id(2)])
    ended = crawl(newsroom, data, "-a", f"urls={file}")
    assert ended.code == 0, ended.err
    assert [story["url"] for story in ended.stories] == [OTHER_STORY]
    assert {ended.outcome(url) for url in (WIRE_LIST, "http://foreign.example/1", "none")} == {None}
    assert ended.report["outcomes"]["filtered"] == 3
    asked = Counter(hit.url for hit in newsroom.hits() if "robots.txt" not in hit.url)
    assert asked == Counter([story_url(1), story_url(2), OTHER_STORY])
    newsroom.reset_log()
    assert crawl(newsroom, data, "-a", f"urls={file}").report["outcomes"]["unchanged"] == 3
    assert [hit.url for hit in newsroom.hits() if "robots.txt" not in hit.url] == []


def test_a_crawl_takes_up_nothing_of_a_list(newsroom: Site, tmp_path: Path) -> None:
    data, file = tmp_path / "data", tmp_path / "list"
    other = story_url(9)  # on no list of the site
    newsroom.put(other, "<h1>Later</h1>", status=500)
    file.write_text("\n".join([story_url(1), other]))
    assert crawl(newsroom, data, "-s", "RETRY_TIMES=0", "-a", f"urls={file}").outcome(other) == "failed"
    newsroom.reset_log()
    ended = crawl(newsroom, data)
    assert (ended.code, len(ended.stories)) == (0, 4)
    assert not newsroom.hits(other)
    assert newsroom.hits(HOME)


def test_sources_may_be_given_beside_a_list(newsroom: Site, tmp_path: Path) -> None:
    (tmp_path / "list").write_text(OTHER_STORY)
    ended = crawl(newsroom, tmp_path / "data", "-a", f"urls={tmp_path / 'list'}", "-a", f"sources={WIRE_LIST}")
    assert (ended.code, len(ended.stories)) == (0, 5)
    assert not newsroom.hits(HOME)


def test_a_list_that_cannot_be_read_is_refused_before_anything_starts(newsroom: Site, tmp_path: Path) -> None:
    ended = crawl(newsroom, tmp_path / "data", "-a", f"urls={tmp_path / 'none'}")
    assert (ended.code, ended.err.count("\n")) == (2, 1)
    assert "no such file" in ended.err
    assert newsroom.hits() == []


def _story(hit: Hit) -> Reply:
    number = hit.url.rpartition("_")[2].partition(".")[0]
    letters = hashlib.sha256(number.encode()).hexdigest().translate(str.maketrans("0123456789", "ghijklmnop"))
    words = [letters[n : n + 8] for n in range(0, 64, 8)]  # no two stories have a word in common
    text = f"<p>{' '.join(words[3:])}.</p>"
    day = "<div id=guild><dd>Xinhua, February 16, 2017</dd></div>"
    return page(f'<h1 id="title">{" ".join(words[:3])}</h1>{day}<div id="container_txt">{text}</div>', etag=False)


def test_a_long_list_that_is_killed_brings_each_story_once(tmp_path: Path) -> None:
    data, file = tmp_path / "data", tmp_path / "list"
    urls = [f"http://www.china.org.cn/world/2017-02/16/content_{40000000 + n}.htm" for n in range(MANY)]
    file.write_text("\n".join(urls))
    options = ("-a", f"urls={file}", "-s", "WIRECRAWL_HOST_REQUESTS=0", "-s", "WIRECRAWL_ARCHIVE=off")
    with Site() as site:
        site.pages.update(dict.fromkeys(urls, _story))
        process = start(site.env(), data, *options)
        while len(site.hits()) < MANY // 2 and process.is_alive():
            time.sleep(0.05)
        process.kill()
        process.join()
        before = len(site.hits())
        process = start(site.env(), data, *options)
        process.join(120)
        assert process.exitcode == 0, (data / "stderr").read_text()
        asked = len(site.hits())
    found = counted(data)
    assert (len(found), set(found.values())) == (MANY, {1})
    assert MANY // 2 <= before < MANY
    assert asked - before <= MANY - MANY // 2 + 100  # what the first run had read is not asked for again
