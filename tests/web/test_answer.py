"""Answers of servers: headers in any case, the digest of the body, names of further pages."""

import hashlib

import pytest

from wirecrawl.web.answer import later_page_name, make_answer, names_page

HEADERS = {
    "Content-Type": "text/html; charset=gbk",
    "ETag": '"a1"',
    "Last-Modified": "Fri, 20 Nov 2026 08:00:00 GMT",
    "Location": "/b",
}


@pytest.mark.parametrize("spell", [str, str.lower, str.upper])
def test_headers_are_found_whatever_their_case(spell: type[str]) -> None:
    headers = {spell(name): value for name, value in HEADERS.items()}
    answer = make_answer("http://a.example/", 301, b"", headers, "2026-11-20T08:00:00+00:00", "a.warc.gz#0")
    found = (answer.content_type, answer.etag, answer.modified, answer.location)
    assert found == tuple(HEADERS.values())
    assert (answer.status, answer.fetched, answer.record) == (301, "2026-11-20T08:00:00+00:00", "a.warc.gz#0")


def test_an_answer_without_headers_has_none() -> None:
    answer = make_answer("http://a.example/", 200, b"x", {}, None, None)
    assert (answer.content_type, answer.etag, answer.modified, answer.location) == (None,) * 4


def test_the_digest_is_of_the_body_unless_it_is_known() -> None:
    body = b"It rained."
    assert make_answer("http://a.example/", 200, body, {}, None, None).digest == hashlib.sha256(body).hexdigest()
    assert make_answer("http://a.example/", 200, body, {}, None, None, "ab12").digest == "ab12"


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("http://a.example/2026/c_1.html", "c_1_3.html"),
        ("http://a.example/2026/a.b.htm", "a.b_3.htm"),
        ("http://a.example/2026/story/", None),
        ("http://a.example/2026/story", None),
    ],
)
def test_a_further_page_is_named_after_the_first(url: str, name: str | None) -> None:
    assert later_page_name(url, 3) == name


def test_a_page_names_its_further_pages_in_its_markup() -> None:
    body = b'<a href="c_1_2.html">2</a>'
    assert names_page(body, "c_1_2.html")
    assert not names_page(body, "c_1_3.html")
    assert not names_page(body, None)
