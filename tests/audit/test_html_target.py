"""Which file a page may be written to."""

from pathlib import Path

import pytest

from wirecrawl.audit.html_target import check_target
from wirecrawl.audit.report_page.values import MARK
from wirecrawl.errors import BadArgument


@pytest.mark.parametrize("before", [None, b"", f"<!doctype html>\n{MARK}\n".encode()])
def test_a_page_replaces_nothing_an_empty_file_or_a_page(tmp_path: Path, before: bytes | None) -> None:
    if before is not None:
        (tmp_path / "page.html").write_bytes(before)
    check_target(tmp_path / "page.html", MARK, "scrapy report")


def test_a_page_replaces_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "ledger.sqlite").write_bytes(b"SQLite format 3")
    for file in (tmp_path, tmp_path / "none/page.html", tmp_path / "ledger.sqlite"):
        with pytest.raises(BadArgument, match="name another --html"):
            check_target(file, MARK, "scrapy report")
