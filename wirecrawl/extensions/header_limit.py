"""A limit for the status lines and headers of an answer, which the HTTP client would read without end.

This module is the only one that touches the private parts of Twisted's HTTP client. Twisted bounds the length of one
header line and not the number of lines, and has no public place for such a limit, so a method of its parser is replaced
while a crawler runs. tests/extensions/test_header_limit.py fails when a new Twisted has other parts.
"""

from typing import Any

from scrapy import signals
from scrapy.crawler import Crawler
from twisted.web._newclient import HEADER, STATUS, HTTPClientParser

from wirecrawl.configuration.values import read_header_bytes


class HeaderSizeLimit:
    """Extension: an answer whose status lines and headers are longer than WIRECRAWL_HEADER_KB is given up.

    Body bytes that come with the last header are counted too: some ten kilobytes at most.
    """

    def __init__(self, limit: int) -> None:
        self.limit = limit

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "HeaderSizeLimit":
        extension = cls(read_header_bytes(crawler.settings))
        crawler.signals.connect(extension.install, signals.engine_started)
        crawler.signals.connect(extension.remove, signals.engine_stopped)
        return extension

    def install(self) -> None:
        """Put the limit on every answer of this process."""
        limit, receive = self.limit, super(HTTPClientParser, HTTPClientParser).dataReceived

        def data_received(parser: Any, data: bytes) -> None:
            if parser.state in (STATUS, HEADER):
                parser.header_bytes = getattr(parser, "header_bytes", 0) + len(data)
                if parser.header_bytes > limit:
                    raise ValueError(f"more headers than the {limit} bytes that WIRECRAWL_HEADER_KB allows")
            receive(parser, data)  # type: ignore[no-untyped-call]

        HTTPClientParser.dataReceived = data_received  # type: ignore[method-assign]

    def remove(self) -> None:
        """Give Twisted its own method back."""
        if "dataReceived" in vars(HTTPClientParser):
            del HTTPClientParser.dataReceived
