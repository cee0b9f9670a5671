"""Feeds of two runs, to be exported: what is null in the whole of the first run has values in the second."""

from pathlib import Path
from typing import Any

from tests.support.stories import make_story
from wirecrawl.items import Dateline, Headline, Image, Marks, Provenance, Story
from wirecrawl.storage.feed.formats import json_lines

PAPER_CUT = "陕西剪纸入选名录"
HOSTILE = "=cmd|' /C calc'!A1 \x1b[31m</TEXT>&<script>\u202e"
EARLY = make_story(
    id="xinhua:content_1",
    headline=None,
    published=None,
    published_raw=None,
    published_precision=None,
    updated=None,
    first_seen=None,
    similarity=None,
    fetched="2026-10-31T23:30:00+00:00",
)
FULL = make_story(
    id="xinhua:content_2",
    language="zh",
    headline=PAPER_CUT,
    headline_raw=f"快讯：{PAPER_CUT}",
    marks=Marks(urgency="urgent", lead=1, writethru=True, handling="correction", labels=["文化"], genre="Background"),
    dateline=Dateline(raw="新华社西安11月20日电", places=["西安", "OSLO, Norway"], date="2026-11-20", agency="xinhua"),
    bylines=["Sun Jinxia", "Wu Qi"],
    editors=["Huaxia"],
    notes=["(Eds: adds quotes)"],
    published="2026-11-20T09:30:00+08:00",
    published_precision="minute",
    updated="2026-11-20T10:00:00+08:00",
    text="冰岛的地热资源。\n\nThe lighthouse stands & shines.",
    end_mark="Endit",
    images=[Image(url="https://english.news.cn/a/1.jpg", caption="A turbine.", credit="Xinhua/Wang Xi")],
    section="culture",
    keywords=["energy", "Iceland"],
    similarity=0.5,
    provenance=Provenance(sha256="ab", record="x.warc.gz#10", status=200, cleaner="c", versions={"wirecrawl": "0.1.0"}),
)
NEXT = make_story(
    id="xinhua:content_2",
    version=2,
    supersedes="xinhua:content_2@1",
    thread="xinhua:content_2",
    headline="Paper-cut listed",
    published="2026-11-20T09:30:00+08:00",
    updated="2026-12-01T09:00:00+08:00",
    text="It is listed.\n\nA café opened.",
)
ODD = make_story(id="../odd/id", agency=None, url=None, site=None, headline=HOSTILE, headline_raw=HOSTILE, text=HOSTILE)
LINE = Headline(
    id="xinhua:headline-1",
    agency="xinhua",
    headline="Rain",
    headline_raw="2nd LD: Rain",
    marks=Marks(lead=2),
    stages=["", "2nd LD"],
    supersedes=None,
    story=None,
    url=None,
    seen_on=["http://a.example/", "http://b.example/"],
    first_seen="2026-11-20T12:00:00+00:00",
)
STORIES = (EARLY, FULL, NEXT, ODD)
LINES = (*STORIES, LINE)


def write_feeds(data: Path) -> Path:
    """Feed files of two runs and of a temporary replay below a data folder; returns the folder that holds them."""
    feeds = data / "feeds" / "xinhua"
    feeds.mkdir(parents=True)
    _write(feeds / "2026-11-20T06-00-00.000000Z-stories.jsonl", EARLY)
    _write(feeds / "2026-11-20T18-00-00.000000Z-stories.jsonl", FULL, NEXT, ODD)
    _write(feeds / "2026-11-20T18-00-00.000000Z-headlines.jsonl", LINE)
    _write(feeds / "replay-stories.jsonl", make_story(id="xinhua:content_9"))
    return feeds


def _write(file: Path, *lines: Story | Headline) -> None:
    with file.open("wb") as stream:
        json_lines.write(lines, stream)


def by_id(rows: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """Rows of a table by `id@version`."""
    return {f"{row['id']}@{row['version']}": row for row in rows}
