"""Lists in JSON: the data source behind a list page of news.cn, and JSON Feed."""

import json
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from wirecrawl.errors import PageError
from wirecrawl.news.discovery.feeds import Entry, FeedEntry, cut_here
from wirecrawl.news.discovery.titles import plain_title
from wirecrawl.news.markup.decode import decode
from wirecrawl.news.markup.loose_json import items_of_cut
from wirecrawl.news.markup.loose_json import read_json as read_loosely

_LIST = "datasource"
_FEED_ADDRESSES = ("url", "external_url", "id")


def read_json(body: bytes, url: str, content_type: str | None = None, usual: str = "") -> Iterator[Entry]:
    """Items of a news.cn data source: {"datasource": [{"title", "publishUrl", "publishTime", ...}]}, or of a JSON Feed.

    The list of items may also stand alone. publishTime is the clock of the site without a zone; `usual` is the charset
    of the site's pages that state none. Raises PageError when it is no such list.
    """
    try:
        data, is_cut = _parsed(decode(body, content_type, usual=usual))
        return iter([*_entries(data), *([cut_here] if is_cut else [])])
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise PageError(url, f"not a list of stories in JSON ({error!r:.200}); has the site changed it?") from error


def _parsed(text: str) -> tuple[Any, bool]:
    """What a list says, and whether it was cut off; one that is no JSON to the letter is read loosely."""
    try:
        return json.loads(text, parse_int=str), False
    except ValueError:
        pass
    try:
        return read_loosely(text), False
    except ValueError:
        if items := items_of_cut(text, _LIST):
            return {_LIST: items}, True
        raise


def _entries(data: Any) -> list[Entry]:
    data = {_LIST: data} if data and isinstance(data, list) else data
    if _LIST not in data and str(data.get("version")).startswith("https://jsonfeed.org/"):
        return _rows(data["items"], _FEED_ADDRESSES, _feed_item)
    return _rows(data[_LIST], ("publishUrl",), _news_item)


def _rows(items: Any, addresses: Sequence[str], read: Callable[[dict[str, Any]], FeedEntry]) -> list[Entry]:
    rows = [item for item in items if isinstance(item, dict) and any(map(item.get, addresses))]
    if items and not rows:
        raise ValueError(f"no item has a {addresses[0]}")
    return [lambda row=row: read(row) for row in rows]  # type: ignore[misc]


def _news_item(item: dict[str, Any]) -> FeedEntry:
    title = str(item.get("title") or item.get("showTitle") or "")
    return FeedEntry(str(item["publishUrl"]), plain_title(title), _printed(item, "publishTime"))


def _feed_item(item: dict[str, Any]) -> FeedEntry:
    published, modified = _printed(item, "date_published"), _printed(item, "date_modified")
    return FeedEntry(_address(item), plain_title(str(item.get("title") or "")), published or modified, modified)


def _address(item: dict[str, Any]) -> str:
    """The address of an item of a JSON Feed; its id where that is one. A number is none."""
    found = (str(item.get(name) or "") for name in _FEED_ADDRESSES)
    return next((one for one in found if one and not one.isdecimal()), "")


def _printed(item: dict[str, Any], name: str) -> str | None:
    return str(item.get(name) or "") or None
