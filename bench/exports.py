"""Time, memory and size of each export: `python -m bench.exports --count 1000000 parquet csv`.

The feed is made: `--count` stories of five agencies over twenty years, with texts of invented words that are as
frequent as words are, a dateline, a byline and, one in three, a picture. With `--feed FILE` it is one that is there.
For wacz the page of each story is made too, and archived as a crawl does it.
"""

import argparse
import random
import resource
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import accumulate
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.memory import Peak
from wirecrawl.items import Dateline, Image, Marks, Provenance, Story
from wirecrawl.storage.archive.warc_records import Exchange
from wirecrawl.storage.archive.writer import Archive
from wirecrawl.storage.feed.formats import exports, json_lines
from wirecrawl.storage.ledger.sqlite.ledger import SqliteLedger
from wirecrawl.utils.terminal import aligned

_AGENCIES = ("xinhua", "kyodo", "yonhap", "anadolu", "tass")
_FIRST_DAY, _DAYS = date(2006, 1, 1), 7_300
_WORDS, _A_PARAGRAPH, _PARAGRAPHS = 50_000, 38, 8  # of the language, of a paragraph, of a text
_SYLLABLES = "ba de ki lo mu na po ra se ti vo za che gan hil mor nes pil tor wen".split()
_MB = 2**20
_START, _FILE_MB, _AT_ONCE = "xinhua-2026-11-20T06-00-00.000000Z", 1000, 1000  # of an archive; pages between two syncs
_ASKED, _HEAD = b"GET / HTTP/1.1\r\n\r\n", b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"


def stories(count: int) -> Iterator[Story]:
    """So many stories, the same each time."""
    chance = random.Random(1)
    words = ["".join(chance.choices(_SYLLABLES, k=chance.randint(1, 4))) for _ in range(_WORDS)]
    weights = list(accumulate(1 / rank for rank in range(1, _WORDS + 1)))
    for number in range(count):
        agency = _AGENCIES[number % len(_AGENCIES)]
        day = (_FIRST_DAY + timedelta(days=number * _DAYS // count)).isoformat()
        paragraphs = [
            " ".join(chance.choices(words, cum_weights=weights, k=_A_PARAGRAPH)).capitalize() + "."
            for _ in range(_PARAGRAPHS)
        ]
        yield _story(f"{agency}:{number}", agency, day, paragraphs)


def _story(name: str, agency: str, day: str, paragraphs: list[str]) -> Story:
    headline = paragraphs[0][:60]
    picture = Image(url=f"https://{agency}.example/{name}.jpg", caption=paragraphs[1][:90], credit=agency)
    return Story(
        id=name,
        thread=name,
        agency=agency,
        site=f"{agency}.example",
        url=f"https://{agency}.example/{day}/{name}.html",
        language="en",
        headline=headline,
        headline_raw=headline,
        marks=Marks(),
        dateline=Dateline(raw="OSLO, (Wire) --", places=["OSLO"], date=day, agency=agency),
        bylines=["Amina Othman"],
        editors=["Zhang Mo"],
        notes=[],
        published=f"{day}T09:30:00+08:00",
        published_raw=day,
        published_precision="minute",
        published_zone_assumed=False,
        updated=None,
        text="\n\n".join(paragraphs),
        end_mark="Enditem",
        images=[picture] if int(name.partition(":")[2]) % 3 == 0 else [],
        section="world",
        keywords=[],
        first_seen=f"{day}T01:31:00+00:00",
        fetched=f"{day}T01:31:01+00:00",
        provenance=Provenance(sha256="0" * 64, record="x#1", status=200, cleaner="c", versions={"wirecrawl": "0"}),
    )


def archived(made: Iterable[Story], folder: Path) -> Iterator[Story]:
    """The stories with the names of their records: a page of each, in archive files in a folder."""
    ledger = SqliteLedger("")
    archive = Archive(folder, _START, {"software": "bench"}, _FILE_MB * _MB, 0, ledger.captures, ledger.archive_files)
    for number, story in enumerate(made, 1):
        text = (story.text or "").replace("\n\n", "</p><p>")
        body = f"<html><head><title>{story.headline}</title></head><body><p>{text}</p></body></html>".encode()
        moment = datetime.fromisoformat(story.fetched or "")
        record = archive.add(Exchange(str(story.url), moment, _ASKED, _HEAD, body, 200, "text/html"))
        yield replace(story, provenance=replace(story.provenance, record=record))
        if number % _AT_ONCE == 0:
            archive.sync()
    archive.close()


def _size(path: Path) -> int:
    return sum(file.stat().st_size for file in ([path] if path.is_file() else path.rglob("*")) if file.is_file())


def measure(name: str, feed: Path, folder: Path, count: int) -> list[str]:
    """Export the feed; returns the cells of its row."""
    out = folder / f"out.{name}"
    command = [sys.executable, "-m", "scrapy", "export", name, str(feed), "-o", str(out)]
    command += ["-s", f"WIRECRAWL_DATA={folder / 'data'}"]
    began, used = time.monotonic(), _processor_seconds()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process, Peak(process.pid) as peak:
        code = process.wait()
    seconds, used = time.monotonic() - began, _processor_seconds() - used
    if code:
        return [name, *"-----"]
    times = [f"{seconds:.0f}", f"{used:.0f}", f"{count / used:.0f}"]
    return [name, *times, f"{peak.megabytes:.0f}", f"{_size(out) / _MB:.0f}"]


def _processor_seconds() -> float:
    """What all processes that have ended had of the processor: on a busy machine they wait for it too."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("formats", nargs="*", metavar="FORMAT", help="formats to measure; default: all but wacz")
    parser.add_argument("--count", type=int, default=10_000, help="stories in the feed; default 10000")
    parser.add_argument("--feed", type=Path, help="a feed of that many stories, instead of a made one")
    parser.add_argument("--folder", help="where the feed and the exports are made; default: that of temporary files")
    arguments = parser.parse_args()
    chosen = arguments.formats or [name for name in exports.names() if name != "wacz"]
    with TemporaryDirectory(dir=arguments.folder) as folder:
        feed = arguments.feed or Path(folder) / "made-stories.jsonl"
        if not arguments.feed:
            made = stories(arguments.count)
            if "wacz" in chosen:
                made = archived(made, Path(folder) / "data/archive/xinhua")
            with feed.open("wb") as file:
                json_lines.write(made, file)
        rows = [["format", "seconds", "processor", "stories/s", "peak MB", "size MB"]]
        rows.append(["feed", *"----", f"{_size(feed) / _MB:.0f}"])
        for name in chosen:
            rows.append(measure(name, feed, Path(folder), arguments.count))
    print("\n".join(aligned(rows)))


if __name__ == "__main__":
    main()
