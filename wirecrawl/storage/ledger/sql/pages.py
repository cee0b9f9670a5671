"""The ledger's pages: story pages and lists as earlier runs left them, for conditional requests and rechecks."""

from wirecrawl.storage.ledger.rows import ListState, PageState
from wirecrawl.storage.ledger.sql.database import Database, insert, upsert

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
        return PageState(**row) if row else None

    def recent(self, spider: str, since: str) -> list[PageState]:
        """Pages of a spider first seen at or after `since` (ISO 8601 UTC), oldest first; no captures from before it."""
        query = (
            f"SELECT {_PAGE} FROM pages WHERE spider = ? AND first_seen >= ? AND COALESCE(captured, first_seen) >= ? "
            "ORDER BY first_seen, id"
        )
        return [PageState(**row) for row in self._db.rows(query, (spider, since, since))]

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
        return ListState(**row) if row else None

    def save_list(self, spider: str, page: ListState) -> None:
        """Remember a list page; called when its links are in the ledger, never before."""
        values = (page.url, spider, page.checked, page.etag, page.modified, page.sha256, page.body)
        self._db.execute(_SAVE_LIST, values)

    def check_list(self, url: str, checked: str) -> None:
        """Remember that a list page was asked for at a time (ISO 8601 UTC) and is unchanged."""
        self._db.execute("UPDATE lists SET checked = ? WHERE url = ?", (checked, url))
