"""CDXJ: the index beside an archive, a line a page, by which other tools find pages without reading the archive.

A line is the address in the order of its host's names (SURT, as `cn,org,china)/world/`), the 14 digits of the capture's
time, and a JSON object (the form of pywb and of the WACZ specification).
"""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from wirecrawl.utils.files import write_whole

_WWW = re.compile(r"www\d*\.")
_SLASHES = re.compile(r"/{2,}")


@dataclass(frozen=True, slots=True)
class IndexLine:
    """Where a capture is: `date` as in WARC-Date, `length` in bytes as packed."""

    url: str
    date: str
    mime: str
    status: str
    digest: str
    offset: int
    length: int
    filename: str

    def __str__(self) -> str:
        told = {name: str(getattr(self, name)) for name in ("url", "mime", "status", "digest", "length", "offset")}
        key = f"{surt(self.url)} {re.sub(r'[^0-9]', '', self.date)[:14]}"
        return f"{key} {json.dumps({**told, 'filename': self.filename})}"


def surt(url: str) -> str:
    """An address with its host's names turned round, as indexes of archives are sorted.

    >>> surt("http://www.china.org.cn/world/Off_the_Wire/?b=2&a=1")
    'cn,org,china)/world/off_the_wire?a=1&b=2'
    """
    parts = urlsplit(url.lower())
    names = ",".join(reversed(_WWW.sub("", parts.hostname or "", count=1).split(".")))
    port = f":{parts.port}" if parts.port not in (None, 80, 443) else ""
    path = _SLASHES.sub("/", parts.path).rstrip("/") or "/"
    query = "?" + "&".join(sorted(parts.query.split("&"))) if parts.query else ""
    return f"{names}{port}){path}{query}"


def index_of(archive: Path) -> Path:
    """The index beside an archive.

    >>> index_of(Path("xinhua-2026.warc.gz")).name
    'xinhua-2026.cdxj'
    """
    return archive.with_name(archive.name.removesuffix(".gz").removesuffix(".warc") + ".cdxj")


def write_index(archive: Path, lines: Iterable[str]) -> None:
    """Write the index of an archive, whole or not at all: `lines` end in a newline, in any order. Raises OSError."""
    write_whole(index_of(archive), map(str.encode, sorted(lines)))
