"""Recorder: what a crawl fetches goes to its archive as it came over the wire, before anything reads it."""

from datetime import UTC, datetime
from http import HTTPStatus
from urllib.parse import urlsplit, urlunsplit

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.http import Headers, Response

from wirecrawl.errors import LedgerError
from wirecrawl.extensions.unhandled_errors import stop_without_ledger
from wirecrawl.news.agencies import classify
from wirecrawl.run.state import Run
from wirecrawl.storage.archive.warc_records import Exchange
from wirecrawl.utils.times import utc_iso
from wirecrawl.web.captures import FOREIGN_RECORD, read_capture

# Headers that let whoever reads the archive act as the crawler did: credentials, and cookies both ways.
_SECRET = (b"authorization", b"proxy-authorization", b"cookie", b"set-cookie", b"set-cookie2")


class Recorder:
    """Keeps each answer when it has arrived: still packed, redirects, robots.txt and retries included."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "Recorder":
        recorder = cls(crawler)
        crawler.signals.connect(recorder.response_downloaded, signals.response_downloaded)
        return recorder

    def response_downloaded(self, response: Response, request: Request) -> None:
        """Keep an answer; its record and time go to the request's meta, for the page that is made of it."""
        run: Run = self.crawler.spider.run  # type: ignore[union-attr]
        archive = run.archive
        if archive is None or not request.url.startswith(("http://", "https://")):
            return
        moment = datetime.now(UTC)
        if request.meta.get(FOREIGN_RECORD):  # the record itself is kept, not the piece of a file that holds it
            request.meta.update(fetched=utc_iso(moment))
            return
        found = read_capture(request.url)
        kept = not archive.stories_only or classify(found[0] if found else request.url, run.agency).kind == "article"
        try:
            record = archive.add(_exchange(request, response, moment)) if kept else None
        except LedgerError as error:
            stop_without_ledger(self.crawler, error)
            record = None
        request.meta.update(record=record, fetched=utc_iso(moment))


def _exchange(request: Request, response: Response, moment: datetime) -> Exchange:
    kind = response.headers.get("Content-Type") or b""
    address = response.ip_address if not request.meta.get("proxy") else None  # through a proxy it is the proxy's
    return Exchange(
        url=_without_user(request.url),
        moment=moment,
        asked=_asked(request),
        head=_head(response),
        body=response.body,
        status=response.status,
        mime=kind.decode("latin-1").partition(";")[0].strip() or "unk",
        address=str(address) if address else None,
    )


def _without_user(url: str) -> str:
    parts = urlsplit(url)
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))


def _asked(request: Request) -> bytes:
    parts = urlsplit(_without_user(request.url))
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return f"{request.method} {path} HTTP/1.1\r\nHost: {parts.netloc}\r\n".encode() + _lines(request.headers)


def _head(response: Response) -> bytes:
    """First line and headers of an answer; Scrapy keeps no reason phrase, so the standard's stands for it."""
    try:
        phrase = HTTPStatus(response.status).phrase
    except ValueError:
        phrase = ""
    protocol = response.protocol if (response.protocol or "").startswith("HTTP/") else "HTTP/1.1"
    return f"{protocol} {response.status} {phrase}\r\n".encode() + _lines(response.headers)


def _lines(headers: Headers) -> bytes:
    kept = [(name, value) for name, values in headers.items() if name.lower() not in _SECRET for value in values]
    return b"".join(name + b": " + value + b"\r\n" for name, value in kept) + b"\r\n"
