"""clean() is a function of its arguments: any order, any number of times, the same stories."""

import hashlib
import random
from pathlib import Path

import pytest

from tests.support.fixtures import cases, load
from tests.support.pages import FERRY, RAIN, URL, page
from wirecrawl.errors import EmptyPage, PageError
from wirecrawl.items import Story
from wirecrawl.news.cleaning.clean import clean

STORIES = cases("story.json")
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"


def cleaned(case: Path) -> Story:
    saved = load(case, "response.json")
    return clean((case / "body.html").read_bytes(), saved["url"])


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_order_of_pages_changes_nothing(seed: int) -> None:
    once = {case: cleaned(case) for case in STORIES}
    shuffled = random.Random(seed).sample(STORIES * 2, 2 * len(STORIES))
    assert all(cleaned(case) == once[case] for case in shuffled)


def test_a_failure_leaves_nothing_behind() -> None:
    before = clean(page(f"<p>{RAIN}</p>"), URL)
    with pytest.raises(EmptyPage):
        clean(b"", URL)
    assert clean(page(f"<p>{RAIN}</p>"), URL) == before


@pytest.mark.parametrize("body", [b"", b" \r\n", b"\0\0", b"\xef\xbb\xbf", b"<html></html>", page("")])
def test_an_empty_page_is_an_error_that_names_it(body: bytes) -> None:
    with pytest.raises(EmptyPage) as caught:
        clean(body, URL)
    assert URL in str(caught.value)


@pytest.mark.parametrize(
    "body",
    [
        b"<!-- -->",
        b"<!DOCTYPE html>",
        PNG + random.Random(1).randbytes(3000),
        b"\x1f\x8b\x08\0" + random.Random(2).randbytes(3000),
        b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n" + random.Random(3).randbytes(1000),
        random.Random(4).randbytes(5000),
    ],
    ids=["comment", "doctype", "png", "gzip", "pdf", "noise"],
)
def test_bytes_that_are_no_page_are_an_error_that_names_it(body: bytes) -> None:
    with pytest.raises(PageError) as caught:
        clean(body, URL)
    assert URL in str(caught.value)


def test_without_an_address_the_record_names_the_page() -> None:
    with pytest.raises(EmptyPage, match="saved/page-7"):
        clean(b"", record="saved/page-7")


def test_the_address_may_come_from_the_page() -> None:
    body = page(f"<p>{RAIN}</p>", head=f'<link rel="canonical" href="{URL}">')
    assert clean(body).id == clean(page(f"<p>{RAIN}</p>"), URL).id == "xinhua:content_40302849"


@pytest.mark.parametrize("canonical", ["javascript:void(0)", "", "http://[::1", "/relative.htm"])
def test_a_broken_canonical_link_is_no_address(canonical: str) -> None:
    told = clean(page(f"<p>{RAIN}</p>", head=f'<link rel="canonical" href="{canonical}">'))
    assert (told.url, told.site, told.text) == (None, None, RAIN)


def test_provenance_names_bytes_record_status_and_versions() -> None:
    body = page(f"<p>{RAIN}</p>")
    kept = clean(body, URL, record="r", status=200).provenance
    assert kept.sha256 == hashlib.sha256(body).hexdigest()
    assert (kept.record, kept.status, kept.cleaner) == ("r", 200, "china.org.cn")
    assert set(kept.versions) >= {"wirecrawl", "trafilatura"}


def test_later_pages_follow_in_order_and_the_first_one_gives_the_fields() -> None:
    first, second = page(f"<p>{RAIN}</p>"), page(f"<p>{FERRY} Enditem</p>", headline="Rain falls (2)")
    told = clean(first, URL, more=[second])
    assert (told.headline, told.text, told.end_mark) == ("Rain falls on Reykjavik", f"{RAIN}\n\n{FERRY}", "Enditem")
