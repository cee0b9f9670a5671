"""The CDX server of the Wayback Machine: its queries and its answers."""

import json
import re
from typing import Any, NamedTuple
from urllib.parse import quote

from wirecrawl.run.backfill.rows import OK, IndexAnswerError, IndexRow
from wirecrawl.run.backfill.task import BackfillTask, Month
from wirecrawl.web.captures import WAYBACK

# Rows that are asked for at a time. The server has a maximum of its own, far above this, and cuts without a word.
ROWS = 4_999
_FIELDS = ("original", "timestamp", "statuscode", "digest", "mimetype")
_KEY = re.compile(r"[A-Za-z0-9%+*!~_.()-]{1,4000}")  # of what URLs may hold; it comes encoded


class CdxPage(NamedTuple):
    """Rows of an answer, and the key of the next one; None where it is the last."""

    rows: list[IndexRow]
    key: str | None


def cdx_query(prefix: str, pattern: str, task: BackfillTask, month: Month, key: str | None, rows: int = ROWS) -> str:
    """The address of a query for captures of addresses that begin with `prefix`, and match `pattern` as a whole."""
    asked = [
        ("url", prefix),
        ("matchType", "prefix"),
        ("output", "json"),
        ("fl", ",".join(_FIELDS)),
        ("filter", f"statuscode:{OK}"),
        *([("filter", f"original:{pattern}")] if pattern else []),
        ("from", f"{month.first:%Y%m%d}"),
        *([("to", f"{task.until:%Y%m%d}")] if task.until else []),
        ("limit", str(rows)),
        ("showResumeKey", "true"),
    ]
    query = "&".join(f"{name}={quote(value, safe='/:,*()')}" for name, value in asked)
    return f"https://{WAYBACK}/cdx/search/cdx?{query}" + (f"&resumeKey={key}" if key else "")


def read_cdx(body: bytes) -> CdxPage:
    """The rows of an answer. Raises IndexAnswerError for one that is no JSON, is cut, or has no such rows."""
    if not body.strip():
        raise IndexAnswerError("an empty answer")
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        raise IndexAnswerError("no JSON, or cut") from None
    if not isinstance(found, list) or not all(isinstance(row, list) for row in found):
        raise IndexAnswerError("not a list of rows")
    key = _resume_key(found)
    if key is not None:
        found = found[:-2]
    if not found:
        return CdxPage([], key)
    columns = _columns(found[0])
    return CdxPage([row for one in found[1:] if (row := _row(one, columns))], key)


def _resume_key(found: list[Any]) -> str | None:
    """The key behind the rows and an empty one. Raises IndexAnswerError for what cannot be one."""
    if [] not in found:
        return None
    key = found[-1][0] if len(found) > 1 and found[-2] == [] and len(found[-1]) == 1 else None
    if not isinstance(key, str) or not _KEY.fullmatch(key):
        raise IndexAnswerError("a resume key that is none")
    return key


def _columns(names: list[Any]) -> tuple[int, ...]:
    try:
        return tuple(map(names.index, _FIELDS[:4]))
    except ValueError:
        raise IndexAnswerError("rows without names of their columns") from None


def _row(row: list[Any], columns: tuple[int, ...]) -> IndexRow | None:
    if len(row) <= max(columns):
        raise IndexAnswerError("a row that is cut")
    values = [row[column] for column in columns]
    return IndexRow(*values) if all(isinstance(value, str) for value in values) else None


def raw_address(original: str, time: str) -> str:
    """The address of the bytes of a capture.

    >>> raw_address("http://www.china.org.cn/", "20170217061523")
    'https://web.archive.org/web/20170217061523id_/http://www.china.org.cn/'
    """
    return f"https://{WAYBACK}/web/{time}id_/{original}"
