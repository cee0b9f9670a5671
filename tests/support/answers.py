"""What the fake news site of tests.support.site answers: pages with validators, redirects, and misbehaviour."""

import hashlib
from collections import UserDict
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from email.utils import parsedate_to_datetime


class Headers(UserDict[str, str]):
    """Header fields by name, in any case: ``headers["If-None-Match"]`` is ``headers["if-none-match"]``."""

    def __setitem__(self, name: str, value: str) -> None:
        super().__setitem__(name.lower(), value)

    def __getitem__(self, name: str) -> str:
        return super().__getitem__(name.lower())

    def __contains__(self, name: object) -> bool:
        return super().__contains__(str(name).lower())


@dataclass
class Hit:
    """One request and what it got: status 0 while (or when never) answered; ``sent`` counts bytes of body."""

    method: str
    url: str
    headers: Headers
    status: int = 0
    sent: int = 0


@dataclass(frozen=True)
class Reply:
    """What goes back: ``wait`` before the status line and ``pause`` before each block in seconds, the rest in bytes."""

    status: int = 200
    body: bytes = b""
    headers: Headers = field(default_factory=Headers)
    wait: float = 0.0
    pause: float = 0.0
    block: int = 65536  # small beside a download limit, so that Hit.sent shows where a client hung up
    cut_after: int | None = None


Answer = Reply | Callable[[Hit], Reply]


def page(
    body: bytes | str,
    *,
    status: int = 200,
    content_type: str | None = "text/html; charset=utf-8",
    headers: Mapping[str, str] | None = None,
    etag: bool = True,
    last_modified: str | None = None,
) -> Reply:
    """A page; with status 200 and ``etag`` it has a strong ETag, and ``last_modified`` is an HTTP date as sent.

    >>> page("<p>Off the wire</p>", status=503).headers["Content-Type"]
    'text/html; charset=utf-8'
    """
    raw = body.encode() if isinstance(body, str) else body
    tag = f'"{hashlib.sha256(raw).hexdigest()}"' if etag and status == 200 else None
    known = {"Content-Type": content_type, "ETag": tag, "Last-Modified": last_modified}
    fields = Headers({name: value for name, value in known.items() if value is not None})
    fields.update(headers or {})
    return Reply(status, raw, fields)


def redirect(to: str, status: int = 302) -> Reply:
    """A redirect to ``to``, an absolute or relative URL."""
    return page("", status=status, headers={"Location": to})


def cut(body: Reply | bytes | str, *, after: int) -> Reply:
    """The connection closes after ``after`` bytes of body, though Content-Length promises all of it."""
    return replace(_reply(body), cut_after=after)


def slow(seconds: float, body: Reply | bytes | str = "") -> Reply:
    """Nothing comes for ``seconds``, then the whole answer."""
    return replace(_reply(body), wait=seconds)


def drip(seconds: float, body: Reply | bytes | str, *, pieces: int = 10) -> Reply:
    """The headers come at once, the body in ``pieces`` spread over ``seconds``."""
    reply = _reply(body)
    return replace(reply, pause=seconds / pieces, block=-(-len(reply.body) // pieces) or 1)


def drop(hit: Hit) -> Reply:
    """Put under a URL as it is: the connection closes without a status line."""
    raise ConnectionAbortedError(hit.url)


def revalidated(reply: Reply, asked: Headers) -> Reply:
    """The reply, or a 304 without body when the validators in ``asked`` still hold (RFC 9110, 13.2.2)."""
    if reply.status != 200 or not _unchanged(reply, asked):
        return reply
    kept = {name: value for name, value in reply.headers.items() if name in ("etag", "last-modified")}
    return replace(reply, status=304, body=b"", headers=Headers(kept))


def _reply(body: Reply | bytes | str) -> Reply:
    return body if isinstance(body, Reply) else page(body)


def _unchanged(reply: Reply, asked: Headers) -> bool:
    """If-None-Match decides when it is there, else If-Modified-Since; a date that cannot be read is ignored."""
    if "If-None-Match" in asked:
        tags = {tag.strip().removeprefix("W/") for tag in asked["If-None-Match"].split(",")}
        return not tags.isdisjoint({"*", reply.headers.get("ETag", "*").removeprefix("W/")})
    with suppress(KeyError, ValueError):
        since, changed = asked["If-Modified-Since"], reply.headers["Last-Modified"]
        return parsedate_to_datetime(since) >= parsedate_to_datetime(changed)
    return False
