"""Fixture folders: found, read, and refused with the file and the rule when they are malformed."""

import gzip
import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import brotli
import pytest

from wirecrawl.errors import ArchiveError, NotSaved
from wirecrawl.storage.archive import SavedPages, open_sources
from wirecrawl.storage.archive.fixtures import FilePage

URL = "http://www.china.org.cn/world/2026-11/20/content_1000001.htm"


def save(folder: Path, url: Any = URL, body: bytes | None = b"<p>Rain</p>", **said: Any) -> Path:
    folder.mkdir(parents=True)
    (folder / "response.json").write_text(json.dumps({"url": url, **said}), encoding="utf-8")
    if body is not None:
        (folder / "body.html").write_bytes(body)
    return folder


def opened(*sources: Path, url: str | None = None) -> SavedPages:
    return open_sources(tuple(map(str, sources)), url=url)


def test_a_saved_page_is_what_the_server_said(tmp_path: Path) -> None:
    folder = save(
        tmp_path / "xinhua" / "rain", body=b"\xff\0raw\r\n", status=404, headers={"eTag": "1"}, fetched_at="2026-11-20"
    )
    found = opened(folder).page(URL).answer()
    assert (found.url, found.status, found.etag, found.fetched) == (URL, 404, "1", "2026-11-20T00:00:00+00:00")
    assert (found.record, found.body) == ("xinhua/rain", b"\xff\0raw\r\n")


def test_only_the_url_is_required(tmp_path: Path) -> None:
    found = opened(save(tmp_path / "rain")).page(URL).answer()
    assert (found.status, found.content_type, found.fetched) == (200, None, None)


@pytest.mark.parametrize(
    "variant",
    [
        URL.replace("http:", "https:"),
        f"{URL}#top",
        f"{URL}?utm_source=x",
        URL.replace("www.china", "WWW.China"),
        URL.replace(".cn/", ".cn:80/"),
    ],
)
def test_http_and_https_are_one_page(tmp_path: Path, variant: str) -> None:
    saved = opened(save(tmp_path / "rain"))
    assert saved.page(variant).url == URL


def test_a_page_that_is_not_saved_is_named(tmp_path: Path) -> None:
    saved = opened(save(tmp_path / "rain"))
    with pytest.raises(NotSaved, match=r"http://www\.china\.org\.cn/x"):
        saved.page("http://www.china.org.cn/x")


@pytest.mark.parametrize("second", [URL, URL.replace("http:", "https:"), f"{URL}#top"])
def test_one_page_saved_twice_is_two_captures_of_it(tmp_path: Path, second: str) -> None:
    save(tmp_path / "a" / "one")
    save(tmp_path / "a" / "two", second)
    saved = opened(tmp_path / "a", tmp_path / "a" / "one")
    assert [page.record for page in saved.pages()] == ["a/one", "a/two"]
    assert [saved.page(URL, record).record for record in ("a/two", "a/one", None)] == ["a/two", "a/one", "a/one"]


def test_links_to_folders_are_followed_and_a_loop_of_them_ends(tmp_path: Path) -> None:
    save(tmp_path / "_real")
    (tmp_path / "case").symlink_to(tmp_path / "_real")
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "itself").symlink_to(tmp_path / "itself")
    saved = opened(tmp_path)
    assert ([page.url for page in saved.pages()], saved.faults) == ([URL], [])


@pytest.mark.parametrize("linked", ["case", "case/response.json", "case/body.html", "deep"])
def test_links_out_of_the_folder_are_named_and_not_followed(tmp_path: Path, linked: str) -> None:
    outside, top = tmp_path / "outside", tmp_path / "top"
    save(outside / "case", "http://a.example/1")
    save(top / "good")
    if "/" in linked:
        save(top / "case", "http://a.example/1")
        (top / linked).unlink()
    (top / linked).symlink_to(outside if linked == "deep" else outside / linked)
    saved = opened(top)
    assert [page.url for page in saved.pages()] == [URL]
    (fault,) = saved.faults
    assert str(top / linked) in fault.why
    assert f"leads out of {top}" in fault.why


def test_a_gzipped_body_is_unpacked_and_several_values_of_a_header_are_joined(tmp_path: Path) -> None:
    folder = save(tmp_path / "rain", body=gzip.compress(b"<p>Rain</p>"), headers={"Content-Type": ["a", "b"]})
    found = opened(folder).page(URL).answer()
    assert (found.body, found.content_type) == (b"<p>Rain</p>", "a, b")


@pytest.mark.parametrize(("coding", "pack"), [("br", brotli.compress), ("gzip", gzip.compress), ("gzip", bytes)])
def test_a_body_is_unpacked_where_it_is_as_its_headers_say(
    tmp_path: Path, coding: str, pack: Callable[[bytes], bytes]
) -> None:
    folder = save(tmp_path / "rain", body=pack(b"<p>Rain</p>"), headers={"content-encoding": coding})
    assert opened(folder).page(URL).answer().body == b"<p>Rain</p>"


def test_folders_of_folders_are_searched_and_underscored_ones_left_out(tmp_path: Path) -> None:
    save(tmp_path / "x" / "a", "http://a.example/1")
    save(tmp_path / "x" / "deep" / "b", "http://a.example/2")
    save(tmp_path / "x" / "_made" / "c", "http://a.example/3")
    save(tmp_path / "x" / "deep" / "_d", "http://a.example/4")
    assert sorted(page.url for page in opened(tmp_path / "x").pages()) == [
        "http://a.example/1",
        "http://a.example/2",
    ]


@pytest.mark.parametrize("named", ["_made", "_made/c"])
def test_an_underscored_folder_that_is_named_is_used(tmp_path: Path, named: str) -> None:
    save(tmp_path / "_x" / "_made" / "c")
    assert [page.url for page in opened(tmp_path / "_x" / named).pages()] == [URL]


def test_several_sources_are_one_archive(tmp_path: Path) -> None:
    one, two = save(tmp_path / "one", "http://a.example/1"), save(tmp_path / "two", "http://a.example/2")
    assert len(list(opened(one, two).pages())) == 2


def test_a_single_file_takes_its_address_from_the_caller(tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_bytes(b"<p>Rain</p>")
    page = opened(file, url=URL).page(URL)
    assert (page.record, page.answer().body) == ("page.html", b"<p>Rain</p>")


@pytest.mark.parametrize("url", [None, "", "page.html", "ftp://a.example/"])
def test_a_single_file_without_an_address_is_refused(tmp_path: Path, url: str | None) -> None:
    file = tmp_path / "page.html"
    file.write_bytes(b"<p>Rain</p>")
    with pytest.raises(ArchiveError, match=r"page\.html"):
        opened(file, url=url)


@pytest.mark.parametrize(
    "url", [None, "", 7, [], {}, "a.htm", "ftp://a.example/", "http://", "http://a:99999/", "http://[::1"]
)
def test_a_url_that_is_no_address_is_refused(tmp_path: Path, url: Any) -> None:
    with pytest.raises(ArchiveError, match=r"response\.json.*url"):
        opened(save(tmp_path / "rain", url))


@pytest.mark.parametrize("status", ["200", None, 99, 600, -1, 200.5, [], True])
def test_a_status_that_is_none_is_refused(tmp_path: Path, status: Any) -> None:
    with pytest.raises(ArchiveError, match=r"response\.json.*status"):
        opened(save(tmp_path / "rain", status=status))


@pytest.mark.parametrize("headers", [7, "Content-Type: text/html", ["Content-Type"], [1, 2], True])
def test_headers_of_another_shape_are_refused(tmp_path: Path, headers: Any) -> None:
    with pytest.raises(ArchiveError, match=r"response\.json.*headers"):
        opened(save(tmp_path / "rain", headers=headers))


@pytest.mark.parametrize("fetched", [7, ["2026-11-20"], {"at": "2026-11-20"}])
def test_a_time_of_another_shape_is_refused(tmp_path: Path, fetched: Any) -> None:
    with pytest.raises(ArchiveError, match=r"response\.json.*fetched_at"):
        opened(save(tmp_path / "rain", fetched_at=fetched))


@pytest.mark.parametrize("said", [b"", b"{", b"[]", b"7", b"null", b'"url"', b"\xff\xfe", b"<html>", b"[" * 100_000])
def test_a_response_that_is_no_json_object_is_refused(tmp_path: Path, said: bytes) -> None:
    folder = save(tmp_path / "rain")
    (folder / "response.json").write_bytes(said)
    with pytest.raises(ArchiveError, match=r"response\.json"):
        opened(folder)


def test_a_missing_body_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match=r"rain.*body\.html"):
        opened(save(tmp_path / "rain", body=None))


def test_a_body_that_is_a_folder_is_refused(tmp_path: Path) -> None:
    folder = save(tmp_path / "rain", body=None)
    (folder / "body.html").mkdir()
    with pytest.raises(ArchiveError, match=r"body\.html"):
        opened(folder)


def test_a_body_that_went_away_is_an_error_that_names_it(tmp_path: Path) -> None:
    saved = opened(save(tmp_path / "rain"))
    (tmp_path / "rain" / "body.html").unlink()
    with pytest.raises(ArchiveError, match=r"body\.html"):
        saved.page(URL).answer()


@pytest.mark.parametrize("name", ["nothing", "empty"])
def test_a_source_without_a_page_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(ArchiveError, match=name):
        opened(tmp_path / name)


def test_not_saved_is_an_archive_error() -> None:
    with pytest.raises(ArchiveError):
        SavedPages([FilePage(URL, file=Path("a"), name="a")]).page("http://a.example/")


@pytest.mark.parametrize(
    "response",
    [
        '{"url": "http://www.china.org.cn/\\ud800.htm"}',
        '{"url": "http://www.china.org.cn/a.htm", "fetched_at": "0001-01-01T00:00:00+14:00"}',
        '{"url": "http://www.china.org.cn/a.htm", "status": 1}',
        "[" * 100_000,
    ],
)
def test_a_fixture_that_cannot_be_read_costs_itself_alone(tmp_path: Path, response: str) -> None:
    for name, said in (("bad", response), ("good", '{"url": "http://www.china.org.cn/b.htm"}')):
        (tmp_path / "xinhua" / name).mkdir(parents=True)
        (tmp_path / "xinhua" / name / "response.json").write_text(said)
        (tmp_path / "xinhua" / name / "body.html").write_text("<p>story</p>")
    saved = open_sources((str(tmp_path),))
    assert [page.url for page in saved.pages()] == ["http://www.china.org.cn/b.htm"]
    assert [fault.name for fault in saved.faults] == ["xinhua/bad"]


def test_a_packed_body_without_end_is_refused_while_it_is_unpacked(tmp_path: Path) -> None:
    folder = tmp_path / "xinhua" / "bomb"
    folder.mkdir(parents=True)
    (folder / "response.json").write_text('{"url": "http://www.china.org.cn/b.htm"}')
    (folder / "body.html").write_bytes(gzip.compress(bytes(50 * 2**20)))
    (page,) = open_sources((str(tmp_path),)).pages()
    with pytest.raises(ArchiveError, match="more than 10485760 bytes when unpacked"):
        page.answer()


HALF, LONG = "\ud800", "x" * 20_000
ADDRESSES = [
    7,
    True,
    [],
    {},
    "",
    HALF,
    URL + HALF,
    LONG,
    URL + LONG,
    "/etc/passwd",
    "http://[::1/x",
    "http://a:9999999/",
]
STATUSES: list[Any] = [None, True, -1, 0, 10**400, 1.5, "200", HALF, LONG, [], {}]
HEADERS = [True, 7, LONG, HALF, ["x"], {"a": None}, {"a": {}}, {"a": [1]}, {"a": HALF}, {HALF: "a"}, {"a": ["b", HALF]}]
TIMES = [7, True, "", "noon", HALF, LONG, [], {}, "0001-01-01T00:00:00", "0001-01-01T00:00:00+14:00", "1969-12-31"]
TIMES += ["9999-12-31T23:59:59-14:00", "9999-12-31T23:59:59+00:00", "2026-11-20T06:00:00+99:99"]
WRONG: dict[str, list[Any]] = {"url": ADDRESSES, "status": STATUSES, "headers": HEADERS, "fetched_at": TIMES}


@pytest.mark.parametrize(("field", "value"), [(field, value) for field, values in WRONG.items() for value in values])
def test_a_field_of_another_type_length_or_place_costs_its_fixture_alone(
    tmp_path: Path, field: str, value: Any
) -> None:
    bad = save(tmp_path / "x/bad", "http://a.example/1")
    said = {"url": "http://a.example/1", "status": 200, "headers": {}, "fetched_at": "2026-11-20T06:00:00Z"}
    (bad / "response.json").write_text(json.dumps({**said, field: value}), encoding="utf-8")
    save(tmp_path / "x/good")
    saved = opened(tmp_path)
    assert [page.url for page in saved.pages()] == [URL]
    (fault,) = saved.faults
    assert (fault.name, field in fault.why, len(fault.why) < 1000) == ("x/bad", True, True)


@pytest.mark.parametrize("size", [2**20 + 1, 2**24])
def test_a_response_without_end_is_not_read(tmp_path: Path, size: int) -> None:
    (save(tmp_path / "x/bad", "http://a.example/1") / "response.json").write_bytes(b" " * size)
    save(tmp_path / "x/good")
    saved = opened(tmp_path)
    assert ([page.url for page in saved.pages()], len(saved.faults)) == ([URL], 1)


def test_folders_far_below_each_other_end_no_run(tmp_path: Path) -> None:
    save(tmp_path / "good")
    deep = str(tmp_path)
    for _ in range(1_200):
        deep += "/d"
        os.mkdir(deep)
    try:
        assert [page.url for page in opened(tmp_path).pages()] == [URL]
    finally:
        subprocess.run(["rm", "-r", tmp_path / "d"], check=True)  # pytest cannot
