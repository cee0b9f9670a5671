"""The pages that a corpus is made of, and a corpus on disk in the forms that the contenders read."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bench.corpus import Made, dressed, pages, usable
from bench.pages import listed, saved
from wirecrawl.news import agencies
from wirecrawl.news.agencies import Agency
from wirecrawl.storage.archive.warc_records import Exchange
from wirecrawl.storage.archive.writer import Archive
from wirecrawl.storage.ledger.sqlite.ledger import SqliteLedger

_HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
_ROOT = Path(__file__).parent.parent
_FILES = 4  # archives: as many as a few days' runs leave


@dataclass(frozen=True, slots=True)
class Corpus:
    """Pages of one agency on disk: as archives, as fixture folders, as html files."""

    agency: Agency
    count: int
    folder: Path

    @property
    def warcs(self) -> list[Path]:
        return sorted((self.folder / "warc").glob("*.warc.gz"))

    @property
    def fixtures(self) -> Path:
        return self.folder / "fixtures"

    @property
    def html(self) -> Path:
        return self.folder / "html"


def originals(agency: Agency, folders: Sequence[Path], addresses: Path | None) -> list[Made]:
    """Saved pages of an agency that a corpus can be made of: those of folders with their map, else the fixtures."""
    cases = listed(folders, addresses) if addresses else saved([_ROOT / "fixtures" / agency.name])
    found = [Made(case.url, case.body if addresses else dressed(case.body)) for case in cases if case.url]
    return [one for one in found if agencies.of_url(one.url) is agency and usable(one, agency)]


def write_corpus(made_of: Sequence[Made], agency: Agency, count: int, folder: Path, *, files: bool = True) -> Corpus:
    """Write `count` pages to `folder` as archives and, with `files`, as fixture folders and html files too."""
    about = {"software": "wirecrawl bench"}
    ledger = SqliteLedger("")
    given = (about, 10**12, 0, ledger.captures, ledger.archive_files)
    archives = [Archive(folder / "warc", f"part-{n}", *given) for n in range(_FILES)]
    moment = datetime(2026, 11, 1, tzinfo=UTC)
    for number, page in enumerate(pages(made_of, count)):
        when = moment + timedelta(seconds=number)
        asked = f"GET {page.url} HTTP/1.1\r\n\r\n".encode()
        archives[number * _FILES // count].add(Exchange(page.url, when, asked, _HEAD, page.body, 200, "text/html"))
        if files:
            _write_files(folder, f"p{number:06}", page, when)
    for archive in archives:
        archive.close()
    return Corpus(agency, count, folder)


def _write_files(folder: Path, name: str, page: Made, when: datetime) -> None:
    case = folder / "fixtures" / name
    case.mkdir(parents=True)
    (folder / "html").mkdir(exist_ok=True)
    said = {"url": page.url, "headers": {"Content-Type": "text/html; charset=utf-8"}, "fetched_at": when.isoformat()}
    (case / "response.json").write_text(json.dumps(said), encoding="utf-8")
    (case / "body.html").write_bytes(page.body)
    (folder / "html" / f"{name}.html").hardlink_to(case / "body.html")
