"""Bodies of answers are unpacked by the functions that read archives, so that what was fetched can be read again.

Scrapy's own middleware takes a gzip body that is cut for a whole one, and has other codings than an archive's reader.
"""

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.retry import get_retry_request
from scrapy.http import Response
from scrapy.responsetypes import responsetypes

from wirecrawl.errors import BodyError
from wirecrawl.web.bodies import CutBody, decode_body

_ACCEPTED = b"gzip, deflate, br, zstd"


class BodyDecoding:
    """Unpacks each body within DOWNLOAD_MAXSIZE; one that is broken or too large fails its request.

    One that is cut is requested again, as is one that breaks off on the network, RETRY_TIMES at most; then it fails.
    """

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._limit = crawler.settings.getint("DOWNLOAD_MAXSIZE")

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "BodyDecoding":
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        """Say which codings are understood."""
        request.headers.setdefault(b"Accept-Encoding", _ACCEPTED)

    def process_response(self, request: Request, response: Response) -> Response | Request:
        """The answer with its body unpacked, or the request again. Raises BodyError, naming the address."""
        codings = b", ".join(response.headers.getlist(b"Content-Encoding")).decode("latin-1")
        if not codings or not response.body:
            return response
        try:
            body = decode_body(response.body, None, codings, self._limit)
        except BodyError as error:
            if isinstance(error, CutBody) and (again := self._again(request)):
                return again
            raise BodyError(f"{response.url}: {error}") from error
        headers = response.headers.copy()
        del headers[b"Content-Encoding"]
        kind = responsetypes.from_args(headers=headers, url=response.url, body=body)
        return response.replace(cls=kind, body=body, headers=headers)

    def _again(self, request: Request) -> Request | None:
        spider = self._crawler.spider
        return get_retry_request(request, spider=spider, reason=CutBody.__name__) if spider else None
