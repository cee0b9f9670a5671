"""Lists of addresses: every form of file, hostile ones, and a million addresses in flat memory."""

import gzip
import json
import tracemalloc
from pathlib import Path

import pytest

from wirecrawl.errors import BadArgument
from wirecrawl.run.address_file import check_addresses, read_addresses

ONE, TWO = "http://www.china.org.cn/a/2017-02/16/content_40302849.htm", "https://english.news.cn/20170216/1/c.html"
ROWS = [["urlkey", "timestamp", "original"], ["cn)/a", "20170216", ONE], ["cn)/b", "20170217", TWO]]
FORMS = {
    "text": f"# mine\n\n {ONE} \r\n{TWO}",
    "JSON Lines": f'{{"id": 1, "url": "{ONE}"}}\n{{"url": "{TWO}", "title": null}}\n',
    "CDXJ": f'!CDXJ\ncn)/a 20170216 {{"url": "{ONE}"}}\ncn)/b 20170217 {{"status": "200", "url": "{TWO}"}}\n',
    "CDX server": json.dumps(ROWS),
    "CDX server, a row a line": "[" + ",\n".join(map(json.dumps, ROWS)) + "]\n",
    "CDX server with a resume key": json.dumps([*ROWS, [], ["cn%29%2Fb+20170217"]]),
    "CDX server, one field": json.dumps([["original", "timestamp"], [ONE, "1"], [TWO, "2"]]),
    "array of objects": json.dumps([{"url": ONE}, {"original": TWO}]),
    "array of texts": json.dumps([ONE, TWO]),
    "byte-order mark": f"\ufeff{ONE}\n{TWO}\n",
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("packed", [False, True])
def test_every_form_gives_its_addresses(form: str, packed: bool, tmp_path: Path) -> None:
    file, text = tmp_path / "list", FORMS[form].encode()
    file.write_bytes(gzip.compress(text[:40]) + gzip.compress(text[40:]) if packed else text)
    assert list(read_addresses(file)) == [ONE, TWO]


def test_a_row_of_one_column_is_an_address_behind_its_name(tmp_path: Path) -> None:
    (tmp_path / "list").write_text(json.dumps([["original"], [ONE], [TWO]]))
    assert list(read_addresses(tmp_path / "list")) == [ONE, TWO]


def test_a_line_without_an_address_comes_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "list"
    file.write_bytes(
        b'{"headline": "Rain"}\n{"url": 7}\n{broken\n\xff\xfe\nno address\n' + b"x" * 200_000 + b"\n" + ONE.encode()
    )
    found = list(read_addresses(file))
    assert (found[0], found[4], found[-1]) == ('{"headline": "Rain"}', "no address", ONE)
    assert max(map(len, found)) <= 2**16


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "no address in it"),
        (b"# nothing\n\n", "no address in it"),
        (b'[["original"], ["http://www.china.org.cn/"', "cut or broken"),
        (b"[" + b"[" * 5000, "cannot be read"),
        (gzip.compress(b"http://www.china.org.cn/\n" * 9000)[:-40], "cannot be read"),
        (b"\x1f\x8bno gzip", "cannot be read"),
    ],
)
def test_a_list_that_cannot_be_read_is_refused(data: bytes, why: str, tmp_path: Path) -> None:
    (tmp_path / "list").write_bytes(data)
    with pytest.raises(BadArgument, match=why):
        check_addresses(tmp_path / "list", "-a urls=")


def test_a_folder_and_a_missing_file_are_refused(tmp_path: Path) -> None:
    for file in (tmp_path, tmp_path / "none"):
        with pytest.raises(BadArgument, match=f"-a urls={file}: no such file"):
            check_addresses(file, "-a urls=")


@pytest.mark.parametrize("form", ["text", "rows"])
def test_a_long_list_takes_no_more_memory_than_a_short_one(form: str, tmp_path: Path) -> None:
    count = 200_000
    with gzip.open(tmp_path / "list", "wt", compresslevel=1) as file:
        file.write("" if form == "text" else '[["original","timestamp"]')
        for n in range(count):
            url = f"http://www.china.org.cn/a/2017-02/16/content_{40000000 + n}.htm"
            file.write(f"{url}\n" if form == "text" else f',["{url}","20170216"]')
        file.write("" if form == "text" else "]")
    tracemalloc.start()
    assert sum(1 for _ in read_addresses(tmp_path / "list")) == count
    assert tracemalloc.get_traced_memory()[1] < 2_000_000
    tracemalloc.stop()
