"""An S3 server on loopback: moto, behind a proxy that notes the ranges asked for and throttles as AWS does."""

import os
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from tests.support.fixtures import ROOT
from tests.support.process import clean_environment

_SERVER = ROOT / ".venv-moto" / "bin" / "moto_server"
_PATIENCE = 60  # seconds
_SLOW_DOWN = b"<Error><Code>SlowDown</Code><Message>Please reduce your request rate.</Message></Error>"
NEEDS_MOTO = pytest.mark.skipif(
    not _SERVER.exists() and os.environ.get("WIRECRAWL_EXTRAS") != "required", reason="needs moto: make extras"
)


@dataclass
class Bucket:
    """A server with the bucket `wire`: how many of the next requests get 503, and the ranges that were asked for."""

    port: int
    throttled: int = 0
    refused: int = 0
    ranges: list[str] = field(default_factory=list)

    @property
    def environment(self) -> dict[str, str]:
        """What leads a client to it."""
        return {
            "AWS_ENDPOINT_URL": f"http://127.0.0.1:{self.port}",
            "AWS_ACCESS_KEY_ID": "x",
            "AWS_SECRET_ACCESS_KEY": "y",
            "AWS_REGION": "us-east-1",
            "AWS_ALLOW_HTTP": "true",
        }

    def put(self, name: str, body: bytes = b"") -> None:
        """Keep an object; "" makes the bucket."""
        headers = {"Content-Type": "application/octet-stream", "x-amz-acl": "public-read"}
        connection = HTTPConnection("127.0.0.1", self.port, timeout=_PATIENCE)
        connection.request("PUT", f"/wire/{name}".rstrip("/"), body, headers)
        assert connection.getresponse().status == 200
        connection.close()


@contextmanager
def open_bucket() -> Iterator[Bucket]:
    """The server, while a test needs it."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        behind: int = found.getsockname()[1]
    server = subprocess.Popen(
        [_SERVER, "-H", "127.0.0.1", "-p", str(behind)],
        env=clean_environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait(behind)
        with ThreadingHTTPServer(("127.0.0.1", 0), _Proxy) as proxy:
            bucket = Bucket(proxy.server_port)
            proxy.bucket, proxy.behind = bucket, behind  # type: ignore[attr-defined]
            Thread(target=proxy.serve_forever, daemon=True).start()
            bucket.put("")
            yield bucket
            proxy.shutdown()
    finally:
        server.terminate()
        server.wait(_PATIENCE)


def _wait(port: int) -> None:
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            time.sleep(0.1)
    raise TimeoutError("moto")


class _Proxy(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        bucket: Bucket = self.server.bucket  # type: ignore[attr-defined]
        if bucket.throttled:
            bucket.throttled -= 1
            bucket.refused += 1
            self._answer(503, {"Content-Type": "application/xml"}, _SLOW_DOWN)
            return
        if wanted := self.headers.get("Range"):
            bucket.ranges.append(wanted)
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        connection = HTTPConnection("127.0.0.1", self.server.behind, timeout=_PATIENCE)  # type: ignore[attr-defined]
        connection.request(self.command, self.path, body, dict(self.headers))
        answer = connection.getresponse()
        self._answer(answer.status, dict(answer.getheaders()), answer.read())
        connection.close()

    do_PUT = do_HEAD = do_GET

    def _answer(self, status: int, headers: dict[str, str], body: bytes) -> None:
        self.send_response(status)
        for name, value in headers.items():
            if name.lower() not in ("content-length", "connection", "date", "server", "transfer-encoding"):
                self.send_header(name, value)
        length = headers.get("Content-Length", "0") if self.command == "HEAD" else str(len(body))
        self.send_header("Content-Length", length)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing."""


def path_of(name: str) -> str:
    """The address of an object."""
    return f"s3://wire/{name}"


def put_files(bucket: Bucket, files: list[Path], folder: str) -> list[str]:
    """Keep files below a folder; returns their addresses."""
    for file in files:
        bucket.put(f"{folder}/{file.name}", file.read_bytes())
    return [path_of(f"{folder}/{file.name}") for file in files]
