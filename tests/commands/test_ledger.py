"""`scrapy ledger`: a ledger is copied to the other database and back, checked, and refused where it cannot be meant."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.support.newsroom import put_list, story, story_id, story_url
from tests.support.postgres import required
from tests.support.process import crawl, ids, scrapy
from tests.support.site import Site
from tests.support.stores import Store, give_back


@required()
def test_a_copied_ledger_knows_all_that_the_first_one_knew(
    newsroom: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, back, other = tmp_path / "ledger.sqlite", tmp_path / "back.sqlite", Store("postgres")
    assert crawl(newsroom, tmp_path).code == 0
    copied = scrapy(tmp_path, "ledger", "copy", str(file), other.url)
    assert (copied.code, "copied " in copied.out.decode()) == (0, True), copied.err
    monkeypatch.setenv("WIRECRAWL_LEDGER", other.url)
    file.unlink()
    again = crawl(newsroom, tmp_path, "-s", "WIRECRAWL_RECHECK_HOURS=0")
    assert (again.code, again.stories, again.headlines, again.report["recovered"]) == (0, [], [], []), again.err
    newsroom.put(story_url(5), story(5))
    put_list(newsroom, range(1, 6))
    assert ids(crawl(newsroom, tmp_path)) == [story_id(5)]
    assert scrapy(tmp_path, "ledger", "check").code == 0
    assert scrapy(tmp_path, "ledger", "copy", other.url, str(back)).code == 0
    full = scrapy(tmp_path, "ledger", "copy", str(back), other.url)
    assert (full.code, "has runs already" in full.err) == (4, True)
    back.rename(file)
    monkeypatch.delenv("WIRECRAWL_LEDGER")
    last = crawl(newsroom, tmp_path)
    assert (last.code, last.stories, last.report["recovered"]) == (0, [], []), last.err
    give_back()


def test_a_ledger_whose_rows_do_not_fit_together_is_not_sound(newsroom: Site, tmp_path: Path) -> None:
    crawl(newsroom, tmp_path)
    assert scrapy(tmp_path, "ledger", "check").code == 0
    with closing(sqlite3.connect(tmp_path / "ledger.sqlite")) as db, db:
        db.execute("DELETE FROM stories WHERE id = ?", (story_id(1),))
    ended = scrapy(tmp_path, "ledger", "check", str(tmp_path / "ledger.sqlite"))
    assert (ended.code, "wrong: 1 texts without a story" in ended.out.decode()) == (4, True), ended.out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "copy FROM TO"),
        (("copy", "one"), "copy FROM TO"),
        (("check", "nothing.sqlite"), "nothing.sqlite: no such file"),
        (("release", "xinhua"), "WIRECRAWL_LEDGER"),
        (("release", "nobody"), "unknown spider"),
    ],
)
def test_what_cannot_be_meant_is_one_line(tmp_path: Path, arguments: tuple[str, ...], words: str) -> None:
    ended = scrapy(tmp_path, "ledger", *arguments)
    assert (ended.code, ended.err.count("\n"), words in ended.err) == (2, 1, True), ended.err
