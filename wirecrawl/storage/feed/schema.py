"""JSON Schemas of the feed, made from `wirecrawl.items`.

`python -m wirecrawl.storage.feed.schema` writes docs/story.schema.json and docs/headline.schema.json anew.
"""

import json
from pathlib import Path
from typing import Any

import msgspec

from wirecrawl.items import Headline, Story

DOCS = Path(__file__).parents[3] / "docs"
FILES: dict[str, type] = {"story.schema.json": Story, "headline.schema.json": Headline}


def schema(item: type) -> dict[str, Any]:
    """JSON Schema (draft 2020-12) of one kind of line: every key is required and no other is allowed.

    >>> schema(Headline)["$defs"]["Headline"]["required"][:2]
    ['id', 'agency']
    """
    made = msgspec.json.schema(item)
    for part in made["$defs"].values():
        part["required"] = list(part["properties"])
        part["additionalProperties"] = False
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **made}


def text(item: type) -> str:
    """The schema as it stands in its file."""
    return json.dumps(schema(item), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    for name, kind in FILES.items():
        (DOCS / name).write_text(text(kind), encoding="utf-8")
