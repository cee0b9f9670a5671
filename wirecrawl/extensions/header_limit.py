"""A limit for the lines before a page, the one thing that the HTTP client reads without end."""

from typing import Any

from scrapy.crawler import Crawler
from twisted.protocols.basic import LineReceiver
from twisted.web import _newclient as client

from wirecrawl.configuration.values import read_header_bytes


class HeaderSizeLimit:
    """Extension: an answer whose status lines and headers are longer than WIRECRAWL_HEADER_KB is given up.

    Twisted has no place for that, so its parser's own method is the place. Body bytes that come with the last header
    are counted too: some ten kilobytes at most.
    """

    def __init__(self, limit: int) -> None:
        def data_received(parser: Any, data: bytes) -> None:
            if parser.state in (client.STATUS, client.HEADER):
                parser.header_bytes = getattr(parser, "header_bytes", 0) + len(data)
                if parser.header_bytes > limit:
                    raise ValueError(f"more headers than the {limit} bytes that WIRECRAWL_HEADER_KB allows")
            LineReceiver.dataReceived(parser, data)  # type: ignore[no-untyped-call]

        client.HTTPClientParser.dataReceived = data_received  # type: ignore[method-assign]

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "HeaderSizeLimit":
        return cls(read_header_bytes(crawler.settings))
