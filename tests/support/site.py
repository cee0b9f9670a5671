"""A fake news site: an HTTP proxy on 127.0.0.1 that answers for every host itself.

The crawler under test keeps its real URLs: plain http reaches the site as an absolute-form GET, https as a CONNECT
that is answered with a certificate for the asked host, signed by a throw-away CA (RFC 9110, 9.3.6; RFC 9112, 3.2.2).
"""

import errno
import json
import socket
import socketserver
import ssl
import sys
import threading
from collections.abc import Mapping
from contextlib import suppress
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Any, Self

import trustme

from tests.support.answers import Answer, Headers, Hit, Reply, cut, drip, drop, page, redirect, revalidated, slow

__all__ = [
    "Answer",
    "Hit",
    "Reply",
    "Site",
    "cut",
    "drip",
    "drop",
    "fill_from_fixtures",
    "page",
    "redirect",
    "slow",
]

# Headers of one transfer, not of the page: a saved page is sent anew, and unpacked.
_OF_THE_TRANSFER = {"connection", "content-encoding", "content-length", "keep-alive", "transfer-encoding"}


class _TlsSocket(ssl.SSLSocket):
    """Closed when nobody has it: wrap_socket raises when its client is gone, and leaves open what it has begun."""

    def __del__(self) -> None:
        self.close()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # header and body are two writes: the second would wait for the client's ACK
    server: "Site"
    base = ""

    def do_CONNECT(self) -> None:
        host, _, port = self.path.rpartition(":")
        self.send_response_only(200, "Connection established")
        self.end_headers()
        self.rfile.close()
        self.request = self.server.tunnel(self.request, host.strip("[]"))
        self.setup()
        self.request.do_handshake()
        self.base = f"https://{host}" if port == "443" else f"https://{self.path}"
        self.close_connection = False  # http.client asks for a tunnel in HTTP/1.0, which would close here

    def do_GET(self) -> None:
        hit = Hit(self.command, self._url(), Headers(self.headers.items()))
        answer = self.server.take(hit)
        reply = answer if isinstance(answer, Reply) else answer(hit)
        self._send(revalidated(reply, hit.headers), hit)

    do_HEAD = do_GET

    def _url(self) -> str:
        if self.path.startswith("http://"):
            return self.path
        return (self.base or f"http://{self.headers['Host']}") + self.path

    def _send(self, reply: Reply, hit: Hit) -> None:
        self.server.closing.wait(reply.wait)
        hit.status = reply.status  # before the bytes go: a client that has its answer must find it in the log
        self.send_response(reply.status)
        length = {} if reply.status == 304 else {"content-length": str(len(reply.body))}
        for name, value in {**length, **reply.headers}.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self._send_body(reply, hit)

    def _send_body(self, reply: Reply, hit: Hit) -> None:
        body = reply.body[: reply.cut_after]
        for start in range(0, len(body), reply.block):
            self.server.closing.wait(reply.pause)
            block = body[start : start + reply.block]
            hit.sent += len(block)
            self.wfile.write(block)
        self.close_connection = self.close_connection or reply.cut_after is not None

    def finish(self) -> None:
        super().finish()
        self.server.shutdown_request(self.request)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing is printed: Site.log holds every request."""


class Site(socketserver.ThreadingTCPServer):
    """The site, as a context manager; a URL that nobody put is a 404, robots.txt too.

    ``pages`` holds the answer of each absolute URL; ``log`` every GET and HEAD in order of arrival, but no CONNECT.
    An error in an answer's own code closes the connection and is raised when the site closes.

    >>> with Site() as site:
    ...     site.put("http://www.china.org.cn/", "<p>Off the wire</p>")
    """

    request_queue_size = 64  # above what a crawl opens at once: a full queue would look like a slow site
    daemon_threads = False  # closing waits for every connection's thread

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.port: int = self.socket.getsockname()[1]
        self.proxy_url = f"http://127.0.0.1:{self.port}"
        self.pages: dict[str, Answer] = {}
        self.log: list[Hit] = []
        self.closing = threading.Event()
        self._errors: list[BaseException] = []
        self._lock = threading.Lock()
        self._open: set[socket.socket] = set()
        self._contexts: dict[str, ssl.SSLContext] = {}
        self._thread = threading.Thread(target=self.serve_forever, args=(0.02,))  # seconds until a close is seen
        self._folder = TemporaryDirectory(prefix="site-")
        self._ca = trustme.CA()
        self.ca_file = Path(self._folder.name, "ca.pem")
        self._ca.cert_pem.write_to_path(self.ca_file)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._close()
        if error is None and self._errors:
            raise self._errors[0]

    def put(
        self,
        url: str,
        body: bytes | str,
        *,
        status: int = 200,
        content_type: str | None = "text/html; charset=utf-8",
        headers: Mapping[str, str] | None = None,
        etag: bool = True,
        last_modified: str | None = None,
    ) -> None:
        """Answer ``url`` with a page, see tests.support.answers.page; other answers go into ``pages`` as they are."""
        self.pages[url] = page(
            body, status=status, content_type=content_type, headers=headers, etag=etag, last_modified=last_modified
        )

    def remove(self, url: str) -> None:
        """``url`` is a 404 from now on; KeyError when it was none of the pages."""
        del self.pages[url]

    def hits(self, url: str | None = None, status: int | None = None) -> list[Hit]:
        """The requests so far, of one URL or with one status when given."""
        with self._lock:
            return [hit for hit in self.log if url in (None, hit.url) and status in (None, hit.status)]

    def reset_log(self) -> None:
        """Forget the requests so far."""
        with self._lock:
            self.log.clear()

    def env(self) -> dict[str, str]:
        """The variables that lead a child process here; they go on top of the environment it has."""
        proxies = dict.fromkeys(("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"), self.proxy_url)
        return {**proxies, "no_proxy": "", "NO_PROXY": "", "SSL_CERT_FILE": str(self.ca_file)}

    def take(self, hit: Hit) -> Answer:
        """Log the request and find its answer."""
        with self._lock:
            self.log.append(hit)
        return self.pages.get(hit.url) or page("<h1>Not found</h1>", status=404)

    def tunnel(self, plain: socket.socket, host: str) -> ssl.SSLSocket:
        """The server's end of a TLS connection to ``host``, before its handshake."""
        with self._lock:  # one step for _close, which must know every open connection
            if host not in self._contexts:
                self._contexts[host] = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
                self._contexts[host].sslsocket_class = _TlsSocket
                self._ca.issue_cert(host).configure_cert(self._contexts[host])
            tls = self._contexts[host].wrap_socket(plain, server_side=True, do_handshake_on_connect=False)
            self._open.discard(plain)
            self._open.add(tls)
        return tls

    def process_request(self, request: Any, client_address: Any) -> None:
        with self._lock:
            self._open.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        with self._lock:
            self._open.discard(request)
        super().shutdown_request(request)

    def handle_error(self, request: Any, client_address: Any) -> None:
        error = sys.exception()
        if error and not _is_hang_up(error):
            self._errors.append(error)

    def _close(self) -> None:
        self.closing.set()
        self.shutdown()
        with self._lock:
            for connection in self._open:
                with suppress(OSError):  # of a client that has gone already
                    # SSLSocket.shutdown would take the TLS state away from a thread that reads
                    socket.socket.shutdown(connection, socket.SHUT_RDWR)
        self.server_close()
        self._thread.join()
        self._folder.cleanup()


def _is_hang_up(error: BaseException) -> bool:
    """The client went away, refused the certificate, or an answer dropped it."""
    return isinstance(error, ConnectionError | ssl.SSLError) or getattr(error, "errno", None) == errno.ENOTCONN


def fill_from_fixtures(site: Site, folder: Path) -> list[str]:
    """Put every saved page below ``folder`` (response.json and body.html) under its URL; returns the URLs."""
    urls = []
    for path in sorted(folder.rglob("response.json")):
        saved = json.loads(path.read_bytes())
        headers = {name: value for name, value in saved["headers"].items() if name.lower() not in _OF_THE_TRANSFER}
        body = path.with_name("body.html").read_bytes()
        site.put(saved["url"], body, status=saved["status"], content_type=None, headers=headers)
        urls.append(saved["url"])
    return urls
