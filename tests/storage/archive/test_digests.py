"""Digests of WARC headers: what proves that bytes changed, and what proves nothing."""

import base64
import hashlib

import pytest

from wirecrawl.storage.archive.digests import differs, digest, hexadecimal

DATA = b"It rained in Reykjavik."
SHA1 = hashlib.sha1(DATA).digest()


@pytest.mark.parametrize(
    "named",
    [
        digest(DATA),
        digest(DATA).upper(),
        f"sha1:{SHA1.hex()}",
        f"sha1:{base64.b32encode(SHA1).decode()}",
        f"SHA1:{base64.b32encode(SHA1).decode().lower()}",
        f"sha256:{base64.b32encode(hashlib.sha256(DATA).digest()).decode().rstrip('=')}",
        f"md5:{hashlib.md5(DATA).hexdigest()}",
        f"sha512:{hashlib.sha512(DATA).hexdigest()}",
    ],
)
def test_a_digest_fits_its_bytes_in_every_spelling_and_no_others(named: str) -> None:
    assert not differs(DATA, named)
    assert differs(DATA + b" ", named)


@pytest.mark.parametrize("named", [None, "", "blake3:00", "00", "crc32:3610a686"])
def test_an_unknown_digest_proves_nothing(named: str | None) -> None:
    assert not differs(DATA, named)


def test_a_digest_that_is_cut_is_not_that_of_the_bytes() -> None:
    assert differs(DATA, digest(DATA)[:-1])


@pytest.mark.parametrize("named", [None, "sha1:00", "sha256:", "sha256:" + "g" * 64, digest(DATA) + "0"])
def test_only_a_whole_sha256_in_hexadecimal_digits_is_taken_over(named: str | None) -> None:
    assert hexadecimal(named) is None


def test_hexadecimal_digits_are_in_lower_case() -> None:
    assert hexadecimal(digest(DATA).upper()) == hashlib.sha256(DATA).hexdigest()
