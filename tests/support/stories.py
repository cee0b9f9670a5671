"""Stories and runs for the tests of what comes after cleaning."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tests.support.stores import new_ledger
from wirecrawl.items import Marks, Provenance, Story
from wirecrawl.news.agencies import get
from wirecrawl.run.state import Run, start_run
from wirecrawl.storage.data_folder import DataFolder
from wirecrawl.storage.ledger.interface import Ledger

NOON = "2026-11-20T12:00:00+00:00"


def make_story(**fields: Any) -> Story:
    """A story with `fields` in place of what an unremarkable one has."""
    plain: dict[str, Any] = {
        "id": "xinhua:content_1000001",
        "agency": "xinhua",
        "site": "www.china.org.cn",
        "url": "http://www.china.org.cn/world/2026-11/20/content_1000001.htm",
        "language": "en",
        "headline": "Rain falls on Reykjavik",
        "headline_raw": "Rain falls on Reykjavik",
        "marks": Marks(),
        "dateline": None,
        "bylines": [],
        "editors": [],
        "notes": [],
        "published": "2026-11-20T00:00:00+08:00",
        "published_raw": "November 20, 2026",
        "published_precision": "day",
        "published_zone_assumed": True,
        "updated": None,
        "text": "It rained for nine days.",
        "end_mark": None,
        "images": [],
        "section": None,
        "keywords": [],
        "fetched": NOON,
        "first_seen": NOON,
        "provenance": Provenance(sha256="00", record=None, status=200, cleaner="china.org.cn", versions={}),
    }
    made = {**plain, **fields}
    return Story(**{"thread": made["id"], **made})


def make_run(*, replay: bool = False, persistent: bool = True, ledger: Ledger | None = None) -> Run:
    """A run of xinhua with a ledger in memory, at noon of one day."""
    ledger, noon = ledger or new_ledger(), datetime.fromisoformat(NOON).astimezone(UTC)
    data, agency = DataFolder(Path()), get("xinhua")
    return start_run("xinhua", agency, ledger, data, replay=replay, persistent=persistent, started=noon)
