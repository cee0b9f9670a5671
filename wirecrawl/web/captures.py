"""Captures of the Wayback Machine: what they are captures of, and their pages without the archive's own markup.

`https://web.archive.org/web/20170217061523id_/http://www.china.org.cn/...` is a page as it was captured. Without `id_`
the archive adds a toolbar and scripts and rewrites every link; a page that a person saves from a browser has them.
"""

import hashlib
import re
from dataclasses import replace
from datetime import datetime

from wirecrawl.items import Capture
from wirecrawl.utils.times import utc_iso
from wirecrawl.web.answer import Answer

WAYBACK = "web.archive.org"
WAYBACK_HOME = f"https://{WAYBACK}/"
COMMON_CRAWL = "data.commoncrawl.org"  # the host of its files
COMMON_CRAWL_INDEX = "index.commoncrawl.org"
# Services with documented interfaces, which a backfill asks
ARCHIVE_HOSTS = (WAYBACK, COMMON_CRAWL_INDEX, COMMON_CRAWL)
FOREIGN_RECORD = "foreign_record"  # key in a request's meta: its answer is a record of another archive
_ADDRESS = re.compile(
    r"https?://(?:web|wayback)\.archive\.org(?::\d{1,5})?/web/(?P<time>\d{4,14})(?:[a-z]{2}_)?/(?P<original>.+)",
    re.IGNORECASE | re.DOTALL,
)
_EARLIEST = "19960101000000"  # the Wayback Machine has nothing older; its digits fill a time that is given in part
_SCHEME = re.compile(r"(https?):/{1,2}(?=[^/])", re.IGNORECASE)
_LONGEST = 16_384  # characters of an address of a capture
_REACH = 16_384  # bytes: all of a page took a fortieth of the time of reading it
_FIRST_MARKS = (b"BEGIN WAYBACK TOOLBAR INSERT", b"Wayback Rewrite JS Include", b"__wm.wombat(")
_LAST_MARK = b"FILE ARCHIVED ON"
_PARTS = (
    (b"<!-- BEGIN WAYBACK TOOLBAR INSERT -->", b"<!-- END WAYBACK TOOLBAR INSERT -->"),
    (b"<!--\n     FILE ARCHIVED ON ", b"-->"),
    (b"<!--\nplayback timings", b"-->"),
)
_SCRIPTS_END = b"<!-- End Wayback Rewrite JS Include -->"
_HEAD = re.compile(rb"<head\b[^>]{0,1000}>", re.IGNORECASE)
_HOST = rb"\\?/(?:web|wayback)\.archive\.org(?::\d{1,5})?\\?/web"
# Each way begins with its own sign, so that the search skips all others: it takes a seventh of the time of one form.
_REWRITTEN = re.compile(
    rb"(?:https?:/%(host)s|https?:\\/%(host)s|/%(host)s|\\/%(host)s|/(?<=[\"'(=\s,]/)web|\\(?<=[\"'(=\s,]\\)/web)"
    rb"\\?/\d{4,14}(?:[a-z]{2}_)?\\?/(?=https?:|ftp:|mailto:|(?:\\?/){2})" % {b"host": _HOST}
)
_STATED = re.compile(rb"__wm\.wombat\(\s{0,9}\"(?P<original>[^\"\s]{1,4000})\"\s{0,9},\s{0,9}\"(?P<time>\d{4,14})\"")
_ARCHIVED_ON = re.compile(rb"FILE ARCHIVED ON (\d\d:\d\d:\d\d [A-Z][a-z]{2} \d\d, \d{4})")


def read_capture(url: str | None) -> tuple[str, Capture] | None:
    """The original address and the capture that an address of the Wayback Machine names; None for any other address.

    >>> original, capture = read_capture("https://web.archive.org/web/20170217061523id_/http://www.china.org.cn/")
    >>> original, capture.time
    ('http://www.china.org.cn/', '2017-02-17T06:15:23+00:00')
    """
    found = _ADDRESS.fullmatch(url) if url and len(url) <= _LONGEST else None
    time = _time(found["time"]) if found else None
    if not found or not url or time is None:
        return None
    original = found["original"]
    scheme = _SCHEME.match(original)
    address = f"{scheme[1].lower()}://{original[scheme.end() :]}" if scheme else f"http://{original}"
    return address, Capture(archive=WAYBACK, time=time, url=url)


def _time(digits: str) -> str | None:
    return _moment(digits + _EARLIEST[len(digits) :], "%Y%m%d%H%M%S")


def _moment(printed: str, form: str) -> str | None:
    try:
        return utc_iso(datetime.strptime(f"{printed} +0000", f"{form} %z"))
    except ValueError:
        return None


def original_page(
    body: bytes, url: str | None, capture: Capture | None = None
) -> tuple[bytes, str | None, Capture | None]:
    """A page as it was captured, with its original address; a page that is no capture comes back as it is.

    The address and the time of a capture are those of `url`, else those that the archive's own markup states.
    """
    if found := read_capture(url):
        url, capture = found[0], capture or found[1]
    if not _is_marked(body):
        return body, url, capture
    stated = _STATED.search(body)
    original = stated["original"].decode("utf-8", "replace") if stated else None
    if capture is None and (time := _stated_time(body, stated)):
        capture = Capture(archive=WAYBACK, time=time, url=_address(time, url or original))
    return _without_markup(body), url or original, capture


def _is_marked(body: bytes) -> bool:
    """Whether the archive's own markup is there: its scripts at the beginning of a page, its comments at the end."""
    begin = body[:_REACH]
    return _LAST_MARK in body[-_REACH:] or any(mark in begin for mark in _FIRST_MARKS)


def _stated_time(body: bytes, stated: re.Match[bytes] | None) -> str | None:
    if stated and (time := _time(stated["time"].decode())):
        return time
    printed = _ARCHIVED_ON.search(body)
    return _moment(printed[1].decode(), "%H:%M:%S %b %d, %Y") if printed else None


def _address(time: str, original: str | None) -> str:
    digits = re.sub(r"\D", "", time)[: len(_EARLIEST)]
    return f"https://{WAYBACK}/web/{digits}/{original or ''}"


def _without_markup(body: bytes) -> bytes:
    """A page without the toolbar, the scripts and the comments of the archive, and with the links that it had."""
    if (end := body.find(_SCRIPTS_END)) >= 0:
        head = _HEAD.search(body, 0, end)
        body = body[: head.end() if head else 0] + body[end + len(_SCRIPTS_END) :]
    for begin, finish in _PARTS:
        start = body.find(begin)
        end = body.find(finish, start + len(begin)) if start >= 0 else -1
        if end >= 0:
            body = body[:start] + body[end + len(finish) :]
    return _REWRITTEN.sub(b"", body)


def original_answer(answer: Answer) -> Answer:
    """The answer of the original site that an answer of the archive holds; any other answer comes back as it is.

    Its digest stays that of the bytes as they were sent, so that a line can be compared with its record.
    """
    body, url, capture = original_page(answer.body, answer.url, answer.capture)
    if body is answer.body:
        return answer if url == answer.url else replace(answer, url=url or answer.url, capture=capture)
    digest = answer.sha256 or hashlib.sha256(answer.body).hexdigest()
    return replace(answer, url=url or answer.url, body=body, capture=capture, sha256=digest)
