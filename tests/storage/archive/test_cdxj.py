"""Indexes of archives: keys that other programs sort alike, lines that they can read."""

import json
from pathlib import Path

import pytest

from wirecrawl.storage.archive.cdxj import IndexLine, index_of, surt, write_index


# As the indexers of other programs have them.
@pytest.mark.parametrize(
    ("address", "key"),
    [
        ("http://a.com", "com,a)/"),
        ("http://www2.a.com/b/", "com,a)/b"),
        ("https://A.com:443/B?b=2&a=1&B=0", "com,a)/b?a=1&b=0&b=2"),
        ("http://a.com:8080/x?", "com,a:8080)/x"),
        ("http://1.2.3.4//x", "4,3,2,1)/x"),
    ],
)
def test_keys_are_those_of_other_indexes(address: str, key: str) -> None:
    assert surt(address) == key


def test_a_line_has_key_and_time_and_the_place_of_the_record() -> None:
    url, date = "http://www.china.org.cn/A.htm", "2026-11-20T12:00:01.500Z"
    line = IndexLine(url, date, "text/html", "200", "sha256:ab", 17, 450, "x.warc.gz")
    key, time, told = str(line).split(" ", 2)
    assert (key, time) == ("cn,org,china)/a.htm", "20261120120001")
    assert json.loads(told) == {
        "url": url,
        "mime": "text/html",
        "status": "200",
        "digest": "sha256:ab",
        "length": "450",
        "offset": "17",
        "filename": "x.warc.gz",
    }


@pytest.mark.parametrize("name", ["xinhua-1.warc.gz", "xinhua-1.warc"])
def test_the_index_is_written_sorted_beside_its_archive(tmp_path: Path, name: str) -> None:
    write_index(tmp_path / name, ["b 2\n", "a 9\n", "b 1\n"])
    assert index_of(tmp_path / name) == tmp_path / "xinhua-1.cdxj"
    assert (tmp_path / "xinhua-1.cdxj").read_text() == "a 9\nb 1\nb 2\n"
