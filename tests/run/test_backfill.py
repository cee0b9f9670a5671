"""What a backfill asks indexes, and what it makes of their answers: rows, resume keys, lies, and long ones."""

import json
import tracemalloc
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from wirecrawl.errors import BadArgument
from wirecrawl.news.agencies import get
from wirecrawl.run.backfill.commoncrawl import crawls_of, read_pages, read_rows, record_request
from wirecrawl.run.backfill.rows import IndexAnswerError, IndexRow, listed
from wirecrawl.run.backfill.task import BackfillTask, Month, read_task
from wirecrawl.run.backfill.wayback import cdx_query, read_cdx
from wirecrawl.storage.ledger.sqlite.ledger import SqliteLedger

FEBRUARY = Month(date(2017, 2, 1), date(2017, 2, 28))
TASK = BackfillTask(FEBRUARY.first, FEBRUARY.last)
NAMES = ["original", "timestamp", "statuscode", "digest", "mimetype"]
STORY = "http://www.china.org.cn:80/world/Off_the_Wire/2017-02/16/content_40302849.htm"
ROW = [STORY, "20170217061523", "200", "ABC", "text/html"]


def test_a_query_has_its_key_as_it_came_and_leaves_the_end_open() -> None:
    query = cdx_query("china.org.cn/a/2017-02/", ".*/x[0-9]{2}.*", TASK, FEBRUARY, "cn%2Corg+2017%21")
    assert query.startswith("https://web.archive.org/cdx/search/cdx?url=china.org.cn/a/2017-02/&matchType=prefix&")
    assert query.endswith("&showResumeKey=true&resumeKey=cn%2Corg+2017%21")
    assert "from=20170201&limit=" in query
    assert "filter=original:.*/x%5B0-9%5D%7B2%7D.*" in query


def test_an_answer_has_rows_and_the_key_of_the_rest() -> None:
    page = read_cdx(json.dumps([NAMES, ROW, [], ["cn%2Corg+2017"]]).encode())
    assert page.rows == [IndexRow(STORY, "20170217061523", "200", "ABC")]
    assert (page.key, read_cdx(json.dumps([NAMES, ROW]).encode()).key) == ("cn%2Corg+2017", None)
    assert read_cdx(b"[]\n") == ([], None)
    swapped = [["timestamp", "original", "digest", "statuscode"], [ROW[1], ROW[0], ROW[3], ROW[2]]]
    assert read_cdx(json.dumps(swapped).encode()).rows == page.rows


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html>Down</html>",
        b'{"error": "x"}',
        json.dumps([NAMES, ROW]).encode()[:-20],
        b'[["original"],["http://a.example/"]]',
        json.dumps([NAMES, ROW[:2]]).encode(),
        json.dumps([NAMES, ROW, [], ["a key&with=more"]]).encode(),
        json.dumps([NAMES, ROW, [], []]).encode(),
        b"[" * 100_000,
    ],
)
def test_an_answer_that_is_none_is_refused(body: bytes) -> None:
    with pytest.raises(IndexAnswerError):
        read_cdx(body)


def test_only_stories_of_the_month_are_taken() -> None:
    def one(url: str, time: str = "20170217061523", status: str = "200") -> list[str]:
        return [capture.link for capture in listed([IndexRow(url, time, status, "A")], get("xinhua"), FEBRUARY)]

    assert one(STORY) == [STORY.replace(":80", "")]
    assert one(STORY.replace("2017-02/16", "2017-03/01")) == []
    assert one(STORY, status="301") == one(STORY, "2017") == one(STORY, "2" * 5000) == []
    assert one("http://www.china.org.cn/world/") == one("ftp://a/") == one("http://a.example/1") == []


def test_the_crawls_of_a_span_end_two_months_behind_it() -> None:
    ids = [
        "CC-MAIN-2017-26",
        "CC-MAIN-2017-17",
        "CC-MAIN-2017-09",
        "CC-MAIN-2017-04",
        "CC-MAIN-2016-50",
        "CC-MAIN-2012",
        "x",
        7,
    ]
    body = json.dumps([{"id": name} for name in ids]).encode()
    assert crawls_of(body, FEBRUARY.first, FEBRUARY.last) == ["CC-MAIN-2017-04", "CC-MAIN-2017-09", "CC-MAIN-2017-17"]
    for broken in (b"<html>", b"{}", b"[7]", b'{"message": "x"}'):
        with pytest.raises(IndexAnswerError):
            crawls_of(broken, FEBRUARY.first, FEBRUARY.last)


def test_rows_name_records_that_can_be_asked_for() -> None:
    row = {"url": STORY, "timestamp": "20170217061523", "status": "200", "digest": "A", "offset": "0", "length": "50"}
    good = json.dumps({**row, "filename": "crawl-data/CC-MAIN-2017-09/warc/a.warc.gz"})
    (found,) = read_rows(f"{good}\n\n".encode())
    assert record_request(found.place)[1] == {"Range": "bytes=0-49"}
    for name, value in (
        ("filename", "../../etc/passwd"),
        ("filename", "https://a.example/a.warc.gz"),
        ("filename", "a/../b.warc.gz"),
        ("length", "0"),
        ("length", "99999999999"),
        ("offset", "-1"),
        ("offset", "9" * 4000),
    ):
        assert list(read_rows(json.dumps({**json.loads(good), name: value}).encode())) == []
    for broken in (f"{good}\n{good[:40]}", "<html>", "7"):
        with pytest.raises(IndexAnswerError):
            list(read_rows(broken.encode()))
    for broken in ("{}", '{"pages": -1}', '{"pages": "2"}', "<html>", '{"pages": 99999999}'):
        with pytest.raises(IndexAnswerError):
            read_pages(broken.encode())


def test_a_day_that_cannot_be_meant_is_refused() -> None:
    today = date(2026, 11, 20)
    assert read_task({"from": "2026-11-01", "to": "2027-01-01"}, today).last == today
    for given in ({"from": "1990-01-01", "to": "2017-01-01"}, {"from": "2027-01-01", "to": "2027-02-01"}):
        with pytest.raises(BadArgument, match="give a day from 1996-01-01 to today"):
            read_task(given, today)


def test_a_hundred_thousand_rows_take_no_more_memory_than_a_page_of_them(tmp_path: Path) -> None:
    with closing(SqliteLedger(tmp_path / "ledger.sqlite")) as ledger:
        run = ledger.runs.start("xinhua", "2026-11-20T00:00:00+00:00", "backfill")
        tracemalloc.start()
        for page in range(50):
            rows = (
                IndexRow(STORY.replace("40302849", f"{40_000_000 + number}"), "20170217061523", "200", "A")
                for number in range(page * 2000, page * 2000 + 2000)
            )
            with ledger.transaction():
                ledger.past.list_captures(run, "2017-02", listed(rows, get("xinhua"), FEBRUARY))
        assert sum(1 for _ in ledger.past.stories(run, "2017-02")) == 100_000
        assert tracemalloc.get_traced_memory()[1] < 8_000_000
        tracemalloc.stop()


def test_three_captures_of_different_bytes_are_taken_and_no_more(tmp_path: Path) -> None:
    with closing(SqliteLedger(tmp_path / "ledger.sqlite")) as ledger:
        run = ledger.runs.start("xinhua", "2026-11-20T00:00:00+00:00", "backfill")
        rows = [IndexRow(STORY, f"2017030{day}000000", "200", digest) for day, digest in enumerate("AABCDE", 1)]
        ledger.past.list_captures(run, "2017-02", listed(rows, get("xinhua"), FEBRUARY))
        story = "xinhua:content_40302849"
        taken = [ledger.past.take(run, story, 3, latest=False) for _ in range(5)]
        assert [one.time[7] if one else None for one in taken] == ["1", "3", "4", None, None]
