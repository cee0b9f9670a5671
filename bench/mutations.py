"""Changes that make foreign input of a saved page, feed, list or archive: what servers and tools send, and worse."""

from collections.abc import Callable, Sequence
from random import Random

Mutation = Callable[[Random, bytes, Sequence[bytes]], bytes]

# Pieces that have broken readers of pages, feeds, lists and archives, in public bug reports.
PIECES = (
    *(b"\x00", b"\xff", b"\xfe\xff", b"\x1b[31m", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\x1f\x8b\x08", b"\r\n\r\n"),
    *(b"<!--", b"-->", b"]]>", b"<![CDATA[", b"<br>", b"</div>", b"</p>", b"<table>", b"<plaintext>", b"<svg>"),
    *(b"&#55357;", b"&#x110000;", b"&#0;", b"&nbsp", b"&amp;amp;", b"&lt;b&gt;", b"&undeclared;"),
    *(b'<base href="http://[">', b'<a href="http://[::1/x">x</a>', b'<a href="\\\\x">x</a>', b"<loc>ftp://a</loc>"),
    *(b'<time datetime="0000-00-00">', b"9999-12-31T23:59:59-05:00", b"0001-01-01T00:00:00+14:00", b"2026-13-45"),
    *(b'<meta charset="no-such">', b'<meta charset="utf-7">', b'<meta charset="utf-16">', b'encoding="x-user"'),
    *(b'{"@type": ["NewsArticle", {"@type": 7}]}', b'{"@graph": [[[]]]}', b'"headline": {"@value": null}', b"NaN"),
    *("\u202e\u2066".encode(), "\u2028".encode(), "\U0001f600".encode(), "新华社".encode("gb18030"), b"1" * 5000),
    *(b"Content-Length: -1", b"Content-Length: 99999999999", b"Content-Encoding: br", b"WARC-Type: revisit"),
    *(b"Transfer-Encoding: chunked", b"WARC-Truncated: length", b"Location: http://[", b"HTTP/9.9 999 \r\n"),
)
_NESTED = 3_000  # deeper than any parser's own stack may go
_LONG = 200_000  # bytes: as many as are read without a process of their own


def flip(random: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    """Some bytes become other ones."""
    changed = bytearray(data)
    for _ in range(random.choice((1, 3, 20))):
        changed[random.randrange(len(changed))] = random.randrange(256)
    return bytes(changed)


def cut(random: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    """The end is missing."""
    return data[: random.randrange(1, len(data))]


def drop(random: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    """A slice is missing."""
    start = random.randrange(len(data))
    return data[:start] + data[start + random.randrange(1, 2_000) :] or data


def repeat(random: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    """A slice comes several times."""
    start = random.randrange(len(data))
    piece = data[start : start + random.randrange(1, 2_000)]
    return data[:start] + piece * random.choice((2, 5, 50)) + data[start:]


def insert(random: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    """Pieces that have broken readers, at some places."""
    for _ in range(random.choice((1, 2, 8))):
        place = _between_tags(random, data)
        data = data[:place] + random.choice(PIECES) + data[place:]
    return data


def splice(random: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    """The beginning of one input and the end of another."""
    other = random.choice(others)
    return data[: random.randrange(len(data))] + other[random.randrange(len(other)) :] or data


def nest(random: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    """Elements or brackets one inside the other without end."""
    place = _between_tags(random, data)
    return data[:place] + random.choice((b"<div>", b"<b>", b"[", b'{"a":', b"<ul><li>")) * _NESTED + data[place:]


def stretch(random: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    """One place of it becomes very long: a word, an attribute, a list of attributes, spaces."""
    place = _between_tags(random, data)
    piece = random.choice((b"a", b" ", b"\n", b"(", b"-", b"a.", b"<p>a", b'<p a="b" c="d">'))
    long = (piece * (1 + _LONG // len(piece)))[:_LONG]
    return data[:place] + long + data[place:]


def _between_tags(random: Random, data: bytes) -> int:
    """A place in the data, mostly one at which a tag begins."""
    place = random.randrange(len(data) + 1)
    found = data.find(b"<", place)
    return found if found >= 0 and random.random() < 0.8 else place


MUTATIONS: tuple[Mutation, ...] = (flip, cut, drop, repeat, insert, insert, splice, nest, stretch)


def mutate(random: Random, data: bytes, others: Sequence[bytes]) -> tuple[bytes, str]:
    """Changed data, and the names of the changes."""
    chosen = [random.choice(MUTATIONS) for _ in range(random.choice((1, 1, 2, 3)))]
    for change in chosen:
        data = change(random, data, others) or b" "
    return data, ", ".join(change.__name__ for change in chosen)
