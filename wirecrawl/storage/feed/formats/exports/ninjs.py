"""ninjs, IPTC's news in JSON: one item a file, in the form of version 3.1 or of 1.6, which Superdesk reads.

What a story does not say is left out. Headline records are no items and are left out too.
"""

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from wirecrawl.items import Story
from wirecrawl.storage.feed.formats.exports import ExportOptions, Line
from wirecrawl.storage.feed.formats.ninjs_items import check_prefix, item_1_6, item_3_1
from wirecrawl.storage.feed.formats.places import safe_name
from wirecrawl.utils.terminal import escaped

CONTENT = r"[^/]+@-?\d+(-[0-9a-f]{8})?\.json"
BESIDE: tuple[str, ...] = ()
HEADLINES = False
LIBRARIES: tuple[str, ...] = ()
OPTIONS = ("profile", "uri_prefix")
_ITEMS: dict[str, Callable[[Story, str], dict[str, Any]]] = {"3.1": item_3_1, "1.6": item_1_6}


def write(lines: Iterable[Line], target: Path, options: ExportOptions) -> None:
    """Write the items, each under its id and version. Raises BadArgument for a prefix that begins no URI."""
    check_prefix(options.uri_prefix)
    make = _ITEMS[options.profile]
    for line in lines:
        if isinstance(line, Story):
            item = _without_gaps(make(line, options.uri_prefix))
            file = target / f"{safe_name(f'{line.id}@{line.version}')}.json"
            file.write_text(escaped(json.dumps(item, ensure_ascii=False, indent=1)) + "\n", encoding="utf-8")


def _without_gaps(value: Any) -> Any:
    """A value without nulls and what is empty, at any depth."""
    if isinstance(value, dict):
        return {key: found for key, one in value.items() if (found := _without_gaps(one)) not in (None, "", [], {})}
    if isinstance(value, list):
        return [found for one in value if (found := _without_gaps(one)) not in (None, "", [], {})]
    return value
