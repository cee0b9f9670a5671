"""The ledger's pages: story pages and lists as earlier runs left them, for conditional requests and rechecks."""

from typing import Any

from wirecrawl.storage.ledger.damage import as_texts, read_row, require_times
from wirecrawl.storage.ledger.rows import ListState, PageState
from wirecrawl.storage.ledger.sql.database import Database, Row, insert, upsert
from wirecrawl.web.urls import canonical_url

_COLUMNS = "id, spider, url, state, first_seen, checked, etag, modified, sha256, captured, capture_url"
_SAVE_LIST = upsert("lists", "url", "spider, checked, etag, modified, sha256, body")
_PAGE = "id, url, state, first_seen, checked, etag, modified, sha256, captured, capture_url"


class SqlPages:
    """Story pages and lists across runs."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def find(self, story_id: str) -> PageState | None:
        """The page of a story as an earlier run left it, or None."""
        row = self._db.row(f"SELECT {_PAGE} FROM pages WHERE id = ?", (story_id,))
        return read_row(self._db.path, lambda: _page(row)) if row else None

    def recent(self, spider: str, since: str) -> list[PageState]:
        """Pages of a spider first seen at or after `since` (ISO 8601 UTC), oldest first; no captures from before it."""
        query = (
            f"SELECT {_PAGE} FROM pages WHERE spider = ? AND first_seen >= ? AND COALESCE(captured, first_seen) >= ? "
            "ORDER BY first_seen, id"
        )
        rows = list(self._db.rows(query, (spider, since, since)))
        return read_row(self._db.path, lambda: [_page(row) for row in rows])

    def save(self, spider: str, page: PageState) -> None:
        """Remember a page; the time at which it was first seen stays."""
        seen = (page.first_seen, page.checked, page.etag, page.modified, page.sha256)
        values = (page.id, spider, page.url, page.state, *seen, page.captured, page.capture_url)
        self._db.execute(
            f"{insert('pages', _COLUMNS)} ON CONFLICT (id) DO UPDATE SET url = excluded.url, "
            "state = excluded.state, checked = excluded.checked, etag = excluded.etag, modified = excluded.modified, "
            "sha256 = excluded.sha256, captured = excluded.captured, capture_url = excluded.capture_url",
            values,
        )

    def find_list(self, url: str) -> ListState | None:
        """A list page as last read, or None."""
        query = "SELECT url, etag, modified, sha256, body, checked FROM lists WHERE url = ?"
        row = self._db.row(query, (url,))
        return read_row(self._db.path, lambda: _list(row)) if row else None

    def save_list(self, spider: str, page: ListState) -> None:
        """Remember a list page; called when its links are in the ledger, never before."""
        values = (page.url, spider, page.checked, page.etag, page.modified, page.sha256, page.body)
        self._db.execute(_SAVE_LIST, values)

    def check_list(self, url: str, checked: str) -> None:
        """Remember that a list page was asked for at a time (ISO 8601 UTC) and is unchanged."""
        self._db.execute("UPDATE lists SET checked = ? WHERE url = ?", (checked, url))


def _page(row: Row) -> PageState:
    """A page as its row has it. Raises TypeError or ValueError for values that no run writes."""
    values: Any = as_texts(row)
    require_times(values, "first_seen", "checked", "captured")
    canonical_url(values["url"])
    return PageState(**values)


def _list(row: Row) -> ListState:
    values: Any = dict(row)
    body = values.pop("body")
    require_times(as_texts(values), "checked")
    if not isinstance(body, bytes):
        raise TypeError("body is no bytes")
    return ListState(**values, body=body)
