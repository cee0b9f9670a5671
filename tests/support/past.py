"""A public archive on the fake site: the CDX server and the captures of the Wayback Machine, and Common Crawl."""

import gzip
import hashlib
import json
from base64 import b32encode
from dataclasses import dataclass, field
from urllib.parse import parse_qs, quote, urlsplit

from tests.support.site import Answer, Hit, Reply, Site, page, redirect
from tests.support.warcs import record
from wirecrawl.storage.archive.digests import digest

CDX = "https://web.archive.org/cdx/search/cdx"
WAYBACK = "https://web.archive.org/web/"
CRAWL = "CC-MAIN-2017-09"
_FILE = f"crawl-data/{CRAWL}/segments/1/warc/a.warc.gz"
_HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"


@dataclass(frozen=True)
class Kept:
    """A capture: its original address, time, body and status; `leads` to another address."""

    original: str
    time: str
    body: str
    status: int = 200
    leads: str = ""
    listed: int = 200  # the status in the index

    @property
    def raw(self) -> str:
        """The address of its bytes."""
        return f"{WAYBACK}{self.time}id_/{self.original}"


@dataclass
class PublicArchive:
    """The captures of an archive, and how its index answers; `rows` is the server's own maximum."""

    captures: list[Kept] = field(default_factory=list)
    rows: int = 60
    trouble: list[Reply] = field(default_factory=list)  # what the index answers first
    asked: list[str] = field(default_factory=list)  # queries to the index
    packed: bool = False
    _records: list[tuple[Kept, bytes]] = field(default_factory=list)

    def add(self, original: str, time: str, body: str, **more: object) -> Kept:
        """Keep a capture."""
        self.captures.append(Kept(original, time, body, **more))  # type: ignore[arg-type]
        return self.captures[-1]

    def cdx(self, hit: Hit) -> Reply:
        """What the CDX server answers: rows in no order, a key behind them where there are more, HTML as its type."""
        self.asked.append(hit.url)
        if self.trouble:
            return self.trouble.pop(0)
        query = parse_qs(urlsplit(hit.url).query)
        prefix, since = query["url"][0], query["from"][0]
        found = [one for one in self.captures if _plain(one.original).startswith(prefix) and one.time >= since]
        if "to" in query:
            found = [one for one in found if one.time[:8] <= query["to"][0]]
        found = sorted(
            (one for one in found if one.listed == 200), key=lambda one: hashlib.sha256(one.raw.encode()).digest()
        )
        start = int(query.get("resumeKey", ["cn,org +0"])[0].rpartition("+")[2].rpartition(" ")[2])
        end = start + min(self.rows, int(query["limit"][0]))
        rows = [[one.original, one.time, "200", _sha1(one.body), "text/html"] for one in found[start:end]]
        answer: list[object] = [query["fl"][0].split(","), *rows] if rows else []
        if end < len(found):
            answer += [[], [quote("cn,org ", safe="") + f"%2B{end}"]]
        body = json.dumps(answer).encode()
        headers = {"Content-Encoding": "gzip"} if self.packed else {}
        return page(gzip.compress(body) if self.packed else body, headers=headers, etag=False)

    def capture(self, hit: Hit) -> Reply:
        """The bytes of a capture, or a redirect to the capture that is nearest in time."""
        time, _, original = hit.url.removeprefix(WAYBACK).partition("id_/")
        same = [one for one in self.captures if one.original == original]
        if not same:
            return page("<h1>Not in the archive</h1>", status=404)
        found = min(same, key=lambda one: (abs(int(one.time) - int(time)), one.time))
        if found.time != time:
            return redirect(found.raw)
        if found.leads:
            return redirect(f"{WAYBACK}{time}id_/{found.leads}", 302)
        return page(found.body, status=found.status, etag=False, headers={"Memento-Datetime": "x"})

    # Common Crawl

    def records(self) -> list[tuple[Kept, bytes]]:
        """The records of the archive's one file, packed; each is made once, for its id is a new one."""
        for one in self.captures[len(self._records) :]:
            block, digests = _HEAD + one.body.encode(), {"WARC_Payload_Digest": digest(one.body.encode())}
            made = record(one.original, block, date=_date(one), **digests)  # type: ignore[arg-type]
            self._records.append((one, gzip.compress(made, mtime=0)))
        return self._records

    def index(self, hit: Hit) -> Reply:
        """The pages of an index, two rows each."""
        self.asked.append(hit.url)
        if self.trouble:
            return self.trouble.pop(0)
        query = parse_qs(urlsplit(hit.url).query)
        prefix, offset, rows = query["url"][0].removesuffix("*"), 0, []
        for one, packed in self.records():
            if _plain(one.original).startswith(prefix):
                place = {"filename": _FILE, "offset": str(offset), "length": str(len(packed))}
                told = {
                    "url": one.original,
                    "timestamp": one.time,
                    "status": str(one.listed),
                    "digest": _sha1(one.body),
                }
                rows.append(json.dumps({**told, **place, "mime": "text/html"}))
            offset += len(packed)
        if not rows:
            return page(json.dumps({"message": f"No Captures found for: {prefix}"}), status=404)
        if "showNumPages" in query:
            return page(json.dumps({"pages": -(-len(rows) // 2), "pageSize": 5, "blocks": 1}), etag=False)
        start = 2 * int(query["page"][0])
        return page("\n".join(rows[start : start + 2]) + "\n", etag=False, content_type="text/x-ndjson")

    def data(self, hit: Hit) -> Reply:
        """The bytes of a range of the file."""
        whole = b"".join(packed for _, packed in self.records())
        start, _, end = hit.headers["Range"].removeprefix("bytes=").partition("-")
        return page(whole[int(start) : int(end) + 1], status=206, content_type="application/octet-stream", etag=False)


class PastSite(Site):
    """The fake site with a public archive."""

    def __init__(self) -> None:
        super().__init__()
        self.archive = PublicArchive()

    def take(self, hit: Hit) -> Answer:
        answer = super().take(hit)
        if hit.url in self.pages:
            return answer
        host, path = urlsplit(hit.url).hostname, urlsplit(hit.url).path
        if hit.url.startswith(CDX):
            return self.archive.cdx
        if host == "web.archive.org" and path.startswith("/web/"):
            return self.archive.capture
        if host == "index.commoncrawl.org":
            crawls = [{"id": name} for name in ("CC-MAIN-2026-40", "CC-MAIN-2017-17", CRAWL, "CC-MAIN-2016-50")]
            if path == "/collinfo.json":
                return page(json.dumps(crawls), etag=False)
            return self.archive.index if CRAWL in path else page('{"message": "No Captures found"}', status=404)
        return self.archive.data if host == "data.commoncrawl.org" else answer

    def fetched(self) -> list[str]:
        """The captures and records that were asked for."""
        places = (WAYBACK, "https://data.commoncrawl.org/")
        return [hit.url for hit in self.hits() if hit.url.startswith(places)]


def _plain(original: str) -> str:
    return original.partition("://")[2].removeprefix("www.").replace(":80/", "/")


def _sha1(body: str) -> str:
    return b32encode(hashlib.sha1(body.encode()).digest()).decode()


def _date(one: Kept) -> str:
    time = one.time
    return f"{time[:4]}-{time[4:6]}-{time[6:8]}T{time[8:10]}:{time[10:12]}:{time[12:]}Z"
