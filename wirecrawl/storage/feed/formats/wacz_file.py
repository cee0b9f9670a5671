"""A WACZ file as it is written: entries with their digests, the index in packed blocks, the description of it all.

The form is that of the WACZ specification 1.1.1; blocks and their list are the ZipNum form of CDXJ.
"""

import hashlib
import json
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from gzip import compress
from heapq import merge
from itertools import islice
from pathlib import Path
from types import TracebackType

from wirecrawl import __version__

_VERSION = "1.1.1"
_LINES = 3_000  # of a block: a viewer reads one to find a page
_MOST_OPEN = 200  # index files at once
_META = {"format": "cdxj-gzip-1.0", "filename": "index.cdx.gz"}


class WaczFile:
    """A WACZ file that is being written. A context manager."""

    def __init__(self, file: Path) -> None:
        self._zip = zipfile.ZipFile(file, "w")
        self._resources: list[dict[str, object]] = []

    def __enter__(self) -> "WaczFile":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._zip.close()

    def add(self, name: str, data: Iterable[bytes], *, is_packed: bool = False) -> None:
        """Write an entry. One that viewers read in part is stored as it is, any other may be packed."""
        digest, size = hashlib.sha256(), 0
        with self._zip.open(self._entry(name, is_packed), "w", force_zip64=True) as entry:
            for block in data:
                entry.write(block)
                digest.update(block)
                size += len(block)
        made = {"path": name, "hash": _named(digest.hexdigest()), "bytes": size}
        self._resources.append({"name": name.rpartition("/")[2].lower(), **made})

    def describe(self, created: datetime) -> None:
        """Write the description of all entries and its digest, as the last ones."""
        described = {
            "profile": "data-package",
            "title": "Crawl of wirecrawl",
            "resources": self._resources,
            "created": created.strftime("%Y-%m-%dT%H:%M:%SZ"),
            "wacz_version": _VERSION,
            "software": f"wirecrawl {__version__}",
        }
        package = json.dumps(described, indent=2).encode()
        digest = {"path": "datapackage.json", "hash": _named(hashlib.sha256(package).hexdigest())}
        self._zip.writestr(self._entry("datapackage.json", is_packed=True), package)
        self._zip.writestr(self._entry("datapackage-digest.json", is_packed=True), json.dumps(digest, indent=2))

    @staticmethod
    def _entry(name: str, is_packed: bool) -> zipfile.ZipInfo:
        entry = zipfile.ZipInfo(name, datetime.now(UTC).timetuple()[:6])
        entry.compress_type = zipfile.ZIP_DEFLATED if is_packed else zipfile.ZIP_STORED
        entry.external_attr = 0o644 << 16
        return entry


def _named(digest: str) -> str:
    return f"sha256:{digest}"


class PackedIndex:
    """Sorted lines of an index in packed blocks; `lines` says where each one is, once `blocks` is read."""

    def __init__(self, sorted_lines: Iterable[bytes]) -> None:
        self.lines = [f"!meta 0 {json.dumps(_META)}\n".encode()]
        self._sorted = sorted_lines

    def blocks(self) -> Iterator[bytes]:
        """The blocks, one after the other."""
        offset, rest = 0, iter(self._sorted)
        while lines := list(islice(rest, _LINES)):
            block = compress(b"".join(lines), mtime=0)
            place = {"offset": offset, "length": len(block), "digest": _named(hashlib.sha256(block).hexdigest())}
            key = b" ".join(lines[0].split(b" ")[:2]).decode()
            self.lines.append(f"{key} {json.dumps({**place, 'filename': _META['filename']})}\n".encode())
            offset += len(block)
            yield block


def merged(indexes: Iterable[Path], aside: Path) -> Iterator[bytes]:
    """The lines of sorted index files in order. Many are merged in steps, by way of files in the folder `aside`."""
    files = list(indexes)
    step = 0
    while len(files) > _MOST_OPEN:
        some, files = files[:_MOST_OPEN], files[_MOST_OPEN:]
        step += 1
        file = aside / str(step)
        with file.open("wb") as out:
            out.writelines(_merged(some))
        files.append(file)
    yield from _merged(files)


def _merged(files: list[Path]) -> Iterator[bytes]:
    with ExitStack() as opened:
        yield from merge(*(opened.enter_context(file.open("rb")) for file in files))
