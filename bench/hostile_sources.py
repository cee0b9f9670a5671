"""Archives and folders that are made to harm: members that overlap, codings in codings, lengths that lie, links out.

Each is made of saved pages, and of nothing but a seeded source of chance, so that a finding can be made again.
"""

import gzip
import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from bench.archives import Saved, archive_of

_LENGTH = re.compile(rb"(?i)(content-length: *)\d+")
_LENGTHS = (b"0", b"1", b"-1", b"7", b"99999999", b"9" * 40, b"0x10", b"\xd9\xa3")
_MAGIC = b"\x1f\x8b\x08"
_MANY = 20_000  # magics: with the four bytes behind each they are as large as a page
_BOMB = 30 * 2**20  # bytes that a coding unpacks to: three times what a page may have
_VALUES: tuple[Any, ...] = (None, True, -1, 10**30, 1.5, "", "x" * 70_000, "\ud800", "\x00", "../../etc/passwd", [], {})
_KEYS = ("url", "status", "fetched_at", "headers", "unknown")
_ADDRESSES = ("http://[", "http://[::1/x", "file:///etc/passwd", "//x", "http://a\ud800.example/", "http://a b/")


@dataclass(frozen=True)
class Page:
    """A page to be put into an archive."""

    url: str
    body: bytes
    content_type: str | None


def lying_lengths(random: Random, pages: Sequence[Saved]) -> bytes:
    """Records whose lengths are others than those of their bytes, each packed by itself."""
    plain = gzip.decompress(archive_of(pages))
    records = plain.split(b"WARC/1.")[1:]
    changed = (_LENGTH.sub(lambda found: found[1] + random.choice(_LENGTHS), record, count=1) for record in records)
    return b"".join(gzip.compress(b"WARC/1." + record, 1) for record in changed)


def overlapping(random: Random, pages: Sequence[Saved]) -> bytes:
    """Members that begin inside of others: an archive stored, not packed, inside a member, several times over."""
    data = archive_of(pages[:3])
    for _ in range(random.choice((1, 3, 8))):
        data = gzip.compress(data, 0)[: random.choice((None, -8, -100))] + data[random.randrange(len(data)) :]
    return data


def magics(random: Random, pages: Sequence[Saved]) -> bytes:
    """Thousands of beginnings of members, and whole records before and behind them."""
    noise = b"".join(_MAGIC + random.randbytes(4) for _ in range(_MANY))
    return archive_of(pages[:1]) + noise + archive_of(pages[1:2])


def nested_codings(random: Random, pages: Sequence[Saved]) -> bytes:
    """A body packed several times over, small on the wire and large when it is unpacked."""
    body = gzip.compress(b"<p>a</p>" * (_BOMB // 8))
    for _ in range(random.choice((0, 1, 4))):
        body = gzip.compress(body)
    coding = random.choice(("gzip", "gzip, gzip", "gzip, br", "x-gzip,deflate", "gzip," * 30))
    header = random.choice(("Content-Encoding", "Transfer-Encoding", "content-encoding: br\r\nTransfer-Encoding"))
    kind = f"text/html\r\n{header}: {coding}"  # one header more, behind that of the type
    return archive_of([Page(pages[0].url, body, kind), *pages[1:2]])


ARCHIVES: tuple[Callable[[Random, Sequence[Saved]], bytes], ...] = (lying_lengths, overlapping, magics, nested_codings)


def write_folder(random: Random, folder: Path, pages: Sequence[Saved]) -> str:
    """Write fixture folders with false fields, missing or foreign bodies and links out; returns what is in them."""
    said = []
    for number, page in enumerate(pages):
        place = folder / f"page-{number}"
        place.mkdir(parents=True)
        fields = {"url": page.url, "status": 200, "headers": {"Content-Type": "text/html"}}
        key = random.choice(_KEYS)
        fields[key] = random.choice((*_VALUES, *_ADDRESSES))
        (place / "response.json").write_text(json.dumps(fields), encoding="utf-8")
        said += [f"{key}={fields[key]!r:.40}", _write_body(random, place, page)]
    return "folder: " + ", ".join(said)


def _write_body(random: Random, place: Path, page: Saved) -> str:
    file = place / "body.html"
    chosen = random.choice(("whole", "missing", "packed", "link", "folder", "loop"))
    if chosen == "whole":
        file.write_bytes(page.body)
    elif chosen == "packed":
        file.write_bytes(gzip.compress(b"a" * _BOMB))
    elif chosen == "link":
        file.symlink_to("/proc/self/environ")
    elif chosen == "folder":
        file.mkdir()
    elif chosen == "loop":
        (place / "loop").symlink_to(place.parent)
    return chosen
