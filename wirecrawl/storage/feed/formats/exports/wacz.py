"""WACZ: the archive files of spiders in one zip file, with an index and a list of pages, for viewers of web archives.

The list has each story that is exported and whose record is in one of the files, with its headline and text.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

from wirecrawl.errors import BadArgument
from wirecrawl.items import Story
from wirecrawl.storage.archive.cdxj import index_of
from wirecrawl.storage.archive.members import own_archives
from wirecrawl.storage.archive.payload import moment
from wirecrawl.storage.archive.record_reader import record_at
from wirecrawl.storage.feed.formats.exports import ExportOptions, Line
from wirecrawl.storage.feed.formats.places import utc
from wirecrawl.storage.feed.formats.wacz_file import PackedIndex, WaczFile, merged
from wirecrawl.utils.terminal import counted, escaped

CONTENT = None
BESIDE: tuple[str, ...] = ()
HEADLINES = False
LIBRARIES: tuple[str, ...] = ()
OPTIONS: tuple[str, ...] = ()
_HEAD = {"format": "json-pages-1.0", "id": "pages", "title": "Stories", "hasText": True}
_OFFSET = re.compile("[0-9]{1,15}")
_BLOCK = 2**20  # bytes


def write(lines: Iterable[Line], target: Path, options: ExportOptions) -> None:
    """Write the file. Raises BadArgument when no archive file is whole: one that has no index is being written."""
    archives = {file.name: file for file in _whole_archives(options.archives)}
    if not archives:
        first, *others = map(str, options.archives)
        more = f" and {counted(len(others), 'folder')} beside it" if others else ""
        raise BadArgument(f"{first}{more}: no archive file with its index; crawl first")
    with WaczFile(target) as made, TemporaryDirectory(dir=target.parent) as aside:
        made.add("pages/pages.jsonl", map(_json, chain([_HEAD], _pages(lines, archives))), is_packed=True)
        index = PackedIndex(merged(map(index_of, archives.values()), Path(aside)))
        made.add("indexes/index.cdx.gz", index.blocks())
        made.add("indexes/index.idx", index.lines, is_packed=True)
        for name, file in archives.items():
            made.add(f"archive/{name}", _blocks(file))
        made.describe(datetime.now(UTC))


def _whole_archives(folders: Iterable[Path]) -> Iterator[Path]:
    for folder in folders:
        if folder.is_dir():
            yield from (file for file in own_archives(folder) if index_of(file).is_file())


def _pages(lines: Iterable[Line], archives: dict[str, Path]) -> Iterator[dict[str, object]]:
    """Stories under the address and time of their records. One whose record is not in the archives is left out."""
    for line in lines:
        if isinstance(line, Story) and line.text:
            name, _, offset = (line.provenance.record or "").rpartition("#")
            if name in archives and _OFFSET.fullmatch(offset) and (place := _place(archives[name], int(offset))):
                yield {"id": f"{line.id}@{line.version}", **place, "title": line.headline or line.id, "text": line.text}


def _place(archive: Path, offset: int) -> dict[str, str] | None:
    """Address and time of the record at an offset; None where there is none."""
    try:
        with archive.open("rb") as stream:
            record = record_at(stream, offset)
            url, time = record.headers.get("WARC-Target-URI"), utc(moment(record))
    except (OSError, ValueError, StopIteration):
        return None
    return {"url": url, "ts": time.strftime("%Y-%m-%dT%H:%M:%SZ")} if url and time else None


def _json(page: Mapping[str, object]) -> bytes:
    return escaped(json.dumps(page, ensure_ascii=False)).encode() + b"\n"


def _blocks(file: Path) -> Iterator[bytes]:
    with file.open("rb") as stream:
        while data := stream.read(_BLOCK):
            yield data
