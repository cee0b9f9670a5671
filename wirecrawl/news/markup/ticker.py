"""The ticker: a run of headlines on one line, on every page of a site.

Found by its heading, not by its markup: the words "Off the wire", then headlines with a bullet between two.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from lxml import etree, html

from wirecrawl.news.agencies import Ticker
from wirecrawl.news.markup.lines import BREAKS, breaks_line, is_glued
from wirecrawl.news.markup.select import PageText
from wirecrawl.news.wire import fold_space

# The heading stands in the block or a few wrappers inside it; farther up is the page.
_CLIMB = 5


def ticker_blocks(tree: html.HtmlElement, tickers: Iterable[Ticker]) -> list[html.HtmlElement]:
    """The smallest element that holds each ticker: heading and separators; nothing for a page without one."""
    page = PageText(tree)
    found = (_block(page, ticker) for ticker in tickers)
    return [block for block in found if block is not None and block.getparent() is not None]


def ticker_lines(page: PageText, tickers: Iterable[Ticker]) -> Iterator[tuple[str, str | None]]:
    """Headlines of the tickers of a page as printed, top to bottom; each with the address it links to or None.

    >>> from wirecrawl.news.agencies import get
    >>> page = html.fromstring("<div><b>Off the wire</b> Urgent: A  • <a href='/b'>B</a> •</div>")
    >>> list(ticker_lines(PageText(page), get("xinhua").tickers))
    [('Urgent: A', None), ('B', '/b')]
    """
    for ticker in tickers:
        block = _block(page, ticker)
        if block is not None:
            yield from _lines(block, ticker)


def _block(page: PageText, ticker: Ticker) -> html.HtmlElement | None:
    if ticker.separator not in page.text:  # most pages: one fast look saves the walk
        return None
    blocks = (_climb(holder, ticker) for holder in page.holders("descendant::text()", ticker.words))
    tickers = (b for b in blocks if b is not None and ticker.heading.match(b.text_content()))
    return min(tickers, key=lambda b: len(b.text_content()), default=None)


def _climb(node: html.HtmlElement | None, ticker: Ticker) -> html.HtmlElement | None:
    for _ in range(_CLIMB):
        if node is None or node.tag in ("body", "html"):
            return None
        if ticker.separator in node.text_content():
            return node
        node = node.getparent()
    return None


def _lines(block: html.HtmlElement, ticker: Ticker) -> Iterator[tuple[str, str | None]]:
    """Headlines of a block; the heading, often a link to the list, is none and lends its link to none."""
    line, href = "", None
    for text, link in [*_runs(block), (ticker.separator, None)]:
        ended = ticker.end.search(text)
        *whole, rest = (text[: ended.start()] if ended else text).split(ticker.separator)
        for piece in whole:
            yield from _line(line + piece, href or (link if piece.strip() else None), ticker)
            line, href = "", None
        if not ticker.heading.fullmatch(rest):
            line, href = line + rest, href or (link if rest.strip() else None)
        if ended:
            break
    yield from _line(line, href, ticker)


def _line(text: str, href: str | None, ticker: Ticker) -> Iterator[tuple[str, str | None]]:
    headline = fold_space(ticker.heading.sub("", text, count=1) if ticker.heading.match(text) else text)
    if headline:
        yield headline, href


def _runs(block: html.HtmlElement) -> Iterator[tuple[str, str | None]]:
    """Text of a block in document order, each run with the address of the link it stands in."""
    for event, node in etree.iterwalk(block, events=("start", "end", "comment")):
        if event == "start":
            if node.tag in BREAKS or breaks_line(node) or is_glued(node):
                yield " ", None
            yield from _run(node.text if node.tag not in ("script", "style") else None, node)
        elif node is not block:
            yield from _run(node.tail, node.getparent())


def _run(text: str | None, holder: Any) -> Iterator[tuple[str, str | None]]:
    if text:
        yield text, next((a.get("href") for a in [holder, *holder.iterancestors()] if a.tag == "a"), None)
