"""JSON Lines, the format of the files in data/feeds."""

from collections.abc import Iterable
from typing import IO

import msgspec

from wirecrawl.items import Headline, Story
from wirecrawl.utils.terminal import escaped_bytes


def write(lines: Iterable[Story | Headline], target: IO[bytes]) -> None:
    """Write each line as one JSON object in UTF-8 that ends with a line feed.

    An object has every field of its class, in the order of docs/feed-format.md. Control characters are escaped, so
    that a feed can be printed on a terminal. Raises OSError when `target` cannot be written to.
    """
    for line in lines:
        target.write(escaped_bytes(msgspec.json.encode(line)) + b"\n")
