"""Two archives of an invented newsroom, with everything in them that a replay has to know."""

import gzip
from pathlib import Path

from fastwarc.warc import WarcRecordType

from tests.support.newsroom import HOME, WALL, headline, listing, story, story_url
from tests.support.warcs import record

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
COUNT = 40  # stories


def when(hour: int) -> str:
    """A time of the day on which everything was recorded, as WARC has it."""
    return f"2026-11-20T{hour:02}:00:00Z"


def answer(address: str, text: str, hour: int = 12, head: bytes = HEAD) -> bytes:
    """A packed response record."""
    return gzip.compress(record(address, head + text.encode(), date=when(hour)))


def archive(folder: Path) -> list[Path]:
    """Two files: a list, forty stories, an edit, a repeat, a revisit, a redirect, a wall, a 404, a lie, a torn end."""
    shown = listing([(story_url(n), headline(n)) for n in range(1, COUNT + 2)])  # one of them is in no archive
    first = [
        answer(HOME, shown),
        *(answer(story_url(n), story(n)) for n in range(1, COUNT + 1)),
        answer("http://www.china.org.cn/images/logo.png", "a picture"),
        answer("https://a.example/2026/story.html", story(1)),
    ]
    moved = story_url(2).replace("https://www.", "https://english.")
    second = [
        answer(HOME, shown, 13),
        answer(story_url(1), story(1, extra="The mayor came to see it."), 13),
        answer(story_url(2), story(2), 13),
        gzip.compress(record(story_url(3), HEAD, kind=WarcRecordType.revisit, date=when(13))),
        answer(moved, "", head=b"HTTP/1.1 301 Moved\r\nLocation: " + story_url(2).encode() + b"\r\n\r\n"),
        answer(story_url(42), WALL),
        answer(story_url(43), "gone", head=HEAD.replace(b"200 OK", b"404 Not Found")),
        gzip.compress(record(story_url(44), HEAD + story(44).encode(), WARC_Block_Digest=f"sha256:{'0' * 64}")),
        answer(story_url(45), story(45))[:-20],
    ]
    files = [folder / "a.warc.gz", folder / "b.warc.gz"]
    for file, members in zip(files, (first, second), strict=True):
        file.write_bytes(b"".join(members))
    return files
