"""Records of Common Crawl: checked before anything reads them, and kept with a note of where they were."""

import gzip
from datetime import UTC, datetime
from io import BytesIO

import pytest
from fastwarc.warc import WarcRecordType

from tests.support.warcs import HEAD, record, url
from wirecrawl.errors import ArchiveError
from wirecrawl.storage.archive.digests import digest
from wirecrawl.storage.archive.foreign import read_foreign
from wirecrawl.storage.archive.payload import read_stream
from wirecrawl.storage.archive.warc_records import packed

SOURCE = "https://data.commoncrawl.org/crawl-data/CC-MAIN-2017-09/warc/a.warc.gz#100"
NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
PAGE = b"<html><body><h1>Rain</h1></body></html>"
_FORMS = {
    "plain": (HEAD, PAGE),
    "codings that are undone": (HEAD[:-2] + b"Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n", PAGE),
    "an empty line too many": (HEAD + b"\r\n", PAGE),
    "packed": (HEAD[:-2] + b"Content-Encoding: gzip\r\n\r\n", gzip.compress(PAGE)),
}


@pytest.mark.parametrize("form", _FORMS)
def test_a_record_gives_its_page_now_and_from_the_archive(form: str) -> None:
    head, body = _FORMS[form]
    made = gzip.compress(record(url(1), head + body, WARC_Payload_Digest=digest(body)))
    found = read_foreign(made, url(1).replace("http:", "https:"), SOURCE, NOW)
    again = read_stream(BytesIO(packed(found.record)), 0, url(1), "a.warc.gz#0", None)
    for answer in (found.answer, again):
        assert answer.body.strip() == PAGE
        assert answer.capture
        assert (answer.capture.archive, answer.capture.url) == ("commoncrawl.org", SOURCE)
        assert (answer.capture.time, answer.fetched) == ("2026-11-20T12:00:00+00:00", "2026-11-20T12:00:00+00:00")
    assert found.answer.digest == again.digest


@pytest.mark.parametrize(
    ("packed_record", "why"),
    [
        (gzip.compress(record(url(2), HEAD + PAGE)), "holds no answer of"),
        (gzip.compress(record(url(1), HEAD + PAGE, kind=WarcRecordType.request)), "holds no answer of"),
        (gzip.compress(record(url(1), HEAD + PAGE, WARC_Payload_Digest=f"sha1:{'A' * 32}")), "digest"),
        (gzip.compress(record(url(1), HEAD + PAGE).replace(b"Rain", b"Lies")), "digest"),
        (gzip.compress(record(url(1), HEAD + PAGE))[:-30], "cut"),
        (gzip.compress(b"<html>Slow down</html>"), "no WARC record"),
        (b"<html>Slow down</html>", "no WARC record"),
        (b"", "no WARC record"),
    ],
    # A packed record holds the time at which it was packed, and every process must name the tests alike.
    ids=["another page", "a request", "a wrong digest", "other bytes", "cut", "packed HTML", "HTML", "nothing"],
)
def test_a_record_that_is_not_the_one_asked_for_is_refused(packed_record: bytes, why: str) -> None:
    with pytest.raises(ArchiveError, match=why):
        read_foreign(packed_record, url(1), SOURCE, NOW)
