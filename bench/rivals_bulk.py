"""Rivals that read many pages in one process of an environment of their own, run by its path.

PYTHON bench/rivals_bulk.py NAME SOURCE COUNT FEED      NAME: news-please (SOURCE a WARC file), fundus (SOURCE a folder
                                                        of fixtures)

FEED gets one JSON object a line. Exit code 3, with the reason, when the rival cannot be imported or has no parser.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

NOT_INSTALLED = 3


def news_please(source: str) -> Iterator[dict[str, Any]]:
    """NewsPlease.from_warc without pictures, as its own programs for Common Crawl call it."""
    from newsplease import NewsPlease
    from warcio.archiveiterator import ArchiveIterator

    with open(source, "rb") as stream:
        for record in ArchiveIterator(stream):
            if record.rec_type == "response":
                found = NewsPlease.from_warc(record, fetch_images=False)
                yield {"title": found.title, "text": found.maintext, "date": str(found.date_publish)}


def fundus(source: str) -> Iterator[dict[str, Any]]:
    """The publisher's latest parser on pages that are there."""
    from fundus import PublisherCollection

    publishers = {_host(one.domain): one for one in PublisherCollection}
    for case in sorted(Path(source).iterdir()):
        url = json.loads((case / "response.json").read_bytes())["url"]
        if _host(url) not in publishers:
            raise ImportError(f"no parser for {_host(url)}")
        found = publishers[_host(url)].parser().parse((case / "body.html").read_text("utf-8", "replace"), "suppress")
        yield {"title": found["title"], "text": str(found["body"]), "date": str(found["publishing_date"])}


def _host(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.")


def main(name: str, source: str, count: str, feed: str) -> int:
    """Write what a rival finds on the first `count` pages."""
    rival = {"news-please": news_please, "fundus": fundus}[name]
    try:
        with open(feed, "w", encoding="utf-8") as lines:
            for _, found in zip(range(int(count)), rival(source), strict=False):
                lines.write(json.dumps(found) + "\n")
    except ImportError as error:
        print(error, file=sys.stderr)
        return NOT_INSTALLED
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
