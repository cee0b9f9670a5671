"""`provenance.cleaner`: which code found the text of a page, and what its site's layout no longer finds.

It is a field of the feed, so its words stay as they are; whoever asks what they mean asks here.
"""

from collections.abc import Sequence

WHOLE_PAGE = "trafilatura"  # the extractor for pages that no layout fits
_LOST = " lost)"


def without_headline(layout: str) -> str:
    """The cleaner of a page on which a layout found the body and no headline."""
    return f"{layout} (headline{_LOST}"


def without_body(layouts: Sequence[str]) -> str:
    """The cleaner of a page on which none of the layouts of its site found the body.

    >>> without_body(["china.org.cn"])
    'trafilatura (china.org.cn: body lost)'
    """
    return f"{WHOLE_PAGE} ({', '.join(layouts)}: body{_LOST}"


def is_layout_lost(cleaner: str) -> bool:
    """Whether a layout of the page's site no longer fits the page."""
    return cleaner.endswith(_LOST)


def is_whole_page(cleaner: str) -> bool:
    """Whether no layout found the text."""
    return cleaner.startswith(WHOLE_PAGE)
