"""The saved pages that the programs of this folder measure."""

import gzip
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from wirecrawl.errors import PageError
from wirecrawl.news import agencies
from wirecrawl.news.cleaning.clean import clean
from wirecrawl.storage.archive import open_sources


@dataclass(frozen=True, slots=True)
class Case:
    """One saved page: bytes as served, address or None, Content-Type or None, and the encoding it is in."""

    body: bytes
    url: str | None
    content_type: str | None
    encoding: str


def _case(body: bytes, url: str | None, content_type: str | None = None) -> Case:
    return Case(body, url, content_type, next(e for e in ("utf-8", "gb18030", "latin-1") if _is(body, e)))


def _is(body: bytes, encoding: str) -> bool:
    try:
        body.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def saved(folders: Iterable[Path]) -> list[Case]:
    """The article pages of fixture folders that a layout fits."""
    answers = [page.answer() for page in open_sources(tuple(map(str, folders))).pages() if _is_article(page.url)]
    cases = [_case(found.body, found.url, found.content_type) for found in answers]
    return [case for case in cases if "trafilatura" not in (_cleaner(case) or "trafilatura")]


def _is_article(url: str) -> bool:
    agency = agencies.of_url(url)
    return agency is not None and agencies.classify(url, agency).kind == "article"


def listed(folders: Iterable[Path], addresses: Path) -> list[Case]:
    """The pages of folders of html files that clean() can read, with the addresses of a JSON Lines map."""
    lines = [json.loads(line) for line in addresses.read_text(encoding="utf-8").splitlines() if line.strip()]
    urls = {Path(line["file"]).name: line["url"] for line in lines}
    files = [file for folder in folders for file in sorted(folder.glob("*.html*")) if file.suffix in (".html", ".gz")]
    cases = [_case(page_bytes(file), urls.get(file.name)) for file in files]
    return [case for case in cases if _cleaner(case)]


def page_bytes(file: Path) -> bytes:
    """The bytes of a saved page, unpacked when its name ends in .gz."""
    return gzip.decompress(file.read_bytes()) if file.suffix == ".gz" else file.read_bytes()


def _cleaner(case: Case) -> str | None:
    try:
        return clean(case.body, case.url, content_type=case.content_type).provenance.cleaner
    except PageError:
        return None
