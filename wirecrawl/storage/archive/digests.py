"""Digests as WARC headers carry them: `sha256:` and hexadecimal or base32 digits (ISO 28500, WARC-Block-Digest)."""

import base64
import hashlib
import re

_SHA256 = re.compile("sha256:([0-9a-f]{64})", re.IGNORECASE)
_GROUP = 8  # digits of base32 that stand together
_KNOWN = ("md5", "sha1", "sha256", "sha512")


def digest(data: bytes) -> str:
    """The digest that wirecrawl writes: SHA-256, hexadecimal, which the story of a page that came uncoded names too.

    >>> digest(b"")[:23]
    'sha256:e3b0c44298fc1c14'
    """
    return f"sha256:{hashlib.sha256(data).hexdigest()}"


def differs(data: bytes, named: str | None) -> bool:
    """Whether bytes are not those of a digest; one of an unknown algorithm, or none, proves nothing.

    >>> differs(b"", "sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ"), differs(b"x", "sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ")
    (False, True)
    """
    algorithm, _, value = (named or "").partition(":")
    if algorithm.lower() not in _KNOWN or not value.strip("-="):
        return False
    made = hashlib.new(algorithm.lower(), data)
    if value.lower() == made.hexdigest():
        return False
    return value.upper().rstrip("=") != base64.b32encode(made.digest()).decode().rstrip("=")


def in_one_form(named: str) -> str:
    """A digest in the form in which two of the same bytes are equal, whoever wrote them; else as it is.

    >>> in_one_form("SHA1:3i42h3s6nnfq2msvx7xzkyaysCX5QBYJ")
    'sha1:da39a3ee5e6b4b0d3255bfef95601890afd80709'
    """
    algorithm, _, value = named.partition(":")
    try:
        return f"{algorithm.lower()}:{bytes.fromhex(value).hex()}"
    except ValueError:
        pass
    try:
        padded = value.upper().rstrip("=") + "=" * (-len(value.rstrip("=")) % _GROUP)
        return f"{algorithm.lower()}:{base64.b32decode(padded).hex()}"
    except ValueError:
        return named


def hexadecimal(named: str | None) -> str | None:
    """The digits of a digest that is a SHA-256 in hexadecimal digits, None for any other.

    >>> hexadecimal(digest(b""))[:16], hexadecimal("sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ")
    ('e3b0c44298fc1c14', None)
    """
    found = _SHA256.fullmatch(named or "")
    return found[1].lower() if found else None
