"""The limit of headers: it stands in a private part of Twisted, so these tests fail when that part changes."""

from collections.abc import Iterator
from typing import Any

import pytest
from twisted.internet.testing import StringTransport
from twisted.web._newclient import HTTPClientParser, Request
from twisted.web.http_headers import Headers

from wirecrawl.extensions.header_limit import HeaderSizeLimit

HEADERS = b"HTTP/1.1 200 OK\r\n" + b"".join(b"X-%d: %s\r\n" % (n, b"x" * 80) for n in range(20))


@pytest.fixture
def limit() -> Iterator[HeaderSizeLimit]:
    extension = HeaderSizeLimit(1000)
    yield extension
    extension.remove()


def received(*data: bytes) -> Any:
    """A parser of Twisted's HTTP client that has received this much of an answer."""
    untyped: Any = (HTTPClientParser, Request, StringTransport)
    new_parser, new_request, new_transport = untyped
    request = new_request(b"GET", b"/", Headers({b"host": [b"example.com"]}), None)
    parser = new_parser(request, lambda parser: None)
    parser.makeConnection(new_transport())
    for part in data:
        parser.dataReceived(part)
    return parser


def test_headers_beyond_the_limit_are_given_up(limit: HeaderSizeLimit) -> None:
    limit.install()
    with pytest.raises(ValueError, match="more headers than the 1000 bytes"):
        received(*(HEADERS[at : at + 100] for at in range(0, len(HEADERS), 100)))


def test_a_long_body_is_no_header(limit: HeaderSizeLimit) -> None:
    limit.install()
    parser = received(HEADERS[:200].rpartition(b"\r\n")[0] + b"\r\n\r\n", b"x" * 5000)
    assert parser.response.code == 200


def test_when_the_crawler_has_ended_twisted_is_as_it_was(limit: HeaderSizeLimit) -> None:
    limit.install()
    limit.remove()
    assert "dataReceived" not in vars(HTTPClientParser)
    assert received(HEADERS).state == "HEADER"
